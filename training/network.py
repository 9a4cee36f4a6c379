"""The network: an encoder of word pieces (as BERT) that labels each word of a sentence.

Parameters are a tree of arrays with the names of the exported file, so that training can continue
from a shipped network. The arithmetic is that of the exported graph (export.py).
"""

from __future__ import annotations

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

Params = dict[str, Any]

#: The number of positions and of kinds of letter case (``copylint.deep.word_pieces``).
POSITIONS, CASES = 160, 6
EPSILON = 1e-12
#: The value added to the attention of padding.
MASKED = -1e9


class Size(NamedTuple):
    """The size of a network: numbers of pieces, labels, layers, width, heads, inner width."""

    pieces: int
    labels: int
    layers: int = 6
    width: int = 384
    heads: int = 12
    inner: int = 1536


def begin(size: Size, key: Any) -> Params:
    """Random parameters."""
    keys = iter(jax.random.split(key, 8 + 8 * size.layers))
    width, inner = size.width, size.inner

    def table(rows: int, columns: int) -> Any:
        return jax.random.normal(next(keys), (rows, columns)) * 0.02

    def linear(name: str, rows: int, columns: int) -> Params:
        return {f"{name}.weight": table(rows, columns), f"{name}.bias": jnp.zeros(columns)}

    def norm(name: str) -> Params:
        return {f"{name}.weight": jnp.ones(width), f"{name}.bias": jnp.zeros(width)}

    params: Params = {
        "emb.weight": table(size.pieces, width),
        "cas.weight": table(CASES, width),
        "pos": table(POSITIONS, width),
        **norm("ln"),
        **linear("h1", width, width),
        **linear("h2", width, size.labels),
    }
    for layer in range(size.layers):
        at = f"ls.{layer}."
        for name in ("q", "k", "v", "o"):
            params |= linear(at + name, width, width)
        params |= linear(at + "i", width, inner) | linear(at + "f", inner, width)
        params |= norm(at + "ln1") | norm(at + "ln2")
    return params


def layers(params: Params) -> int:
    """The number of layers of the network."""
    return sum(name.endswith(".q.bias") for name in params)


def logits(params: Params, ids: Any, case: Any, places: Any, pad: int, heads: int) -> Any:
    """Scores of every label for every word.

    ``ids`` and ``case`` are [batch, pieces], ``places`` [batch, words] the first piece of
    each word; ``pad`` is the id of padding.
    """
    x = params["emb.weight"][ids] + params["cas.weight"][case] + params["pos"][: ids.shape[1]]
    x = _norm(params, "ln", x)
    mask = jnp.where(ids == pad, MASKED, 0.0)[:, None, None, :]
    for layer in range(layers(params)):
        at = f"ls.{layer}."
        x = _norm(params, at + "ln1", x + _attention(params, at, x, mask, heads))
        inner = jax.nn.gelu(_linear(params, at + "i", x), approximate=False)
        x = _norm(params, at + "ln2", x + _linear(params, at + "f", inner))
    words = jnp.take_along_axis(x, places[:, :, None], axis=1)
    hidden = jax.nn.gelu(_linear(params, "h1", words), approximate=False)
    return _linear(params, "h2", hidden)


def _attention(params: Params, at: str, x: Any, mask: Any, heads: int) -> Any:
    batch, length, width = x.shape

    def split(name: str) -> Any:
        return _linear(params, at + name, x).reshape(batch, length, heads, -1).swapaxes(1, 2)

    q, k, v = split("q"), split("k"), split("v")
    scores = q @ k.swapaxes(2, 3) / (width // heads) ** 0.5 + mask
    mixed = (jax.nn.softmax(scores) @ v).swapaxes(1, 2).reshape(batch, length, width)
    return _linear(params, at + "o", mixed)


def _linear(params: Params, name: str, x: Any) -> Any:
    return x @ params[f"{name}.weight"] + params[f"{name}.bias"]


def _norm(params: Params, name: str, x: Any) -> Any:
    mean = x.mean(-1, keepdims=True)
    spread = jnp.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + EPSILON)
    return (x - mean) / spread * params[f"{name}.weight"] + params[f"{name}.bias"]
