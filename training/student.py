"""The gate's network in JAX: convolutions over word pieces.

Its inputs are the embeddings of the network that teaches it and the frequencies of words beside
each other. The embeddings stay fixed; it learns only a projection of them.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from network import CASES

from copylint.deep.gate import KINDS
from copylint.deep.usual import FIGURES

Params = dict[str, Any]

EPSILON = 1e-5
# Errors are rare, so guesses start low (log odds).
_RARE = -5.0
# Every layer starts as a small change to its input.
_SMALL, _MIDDLING = 0.1, 0.7
_WRONG = len(KINDS)
# The weight of an error relative to other words, and that of the auxiliary guess.
_FOUND, _ASIDE = 3.0, 0.3


class Layer(NamedTuple):
    """A layer over each piece and those ``step`` before and after it; over it alone if 0.

    ``inner`` is the width between its two matrices; 0 means a single matrix.
    """

    step: int
    inner: int = 0


class Shape(NamedTuple):
    """The gate's size."""

    width: int = 128
    layers: tuple[Layer, ...] = (Layer(1), Layer(2), Layer(1), Layer(4, 256), Layer(0, 256))


def begin(shape: Shape, given: int, key: Any) -> Params:
    """Random parameters, over embeddings of width ``given``."""
    keys = iter(jax.random.split(key, 4 + 2 * len(shape.layers)))
    width = shape.width

    def table(rows: int, columns: int, size: float) -> Any:
        return jax.random.normal(next(keys), (rows, columns)) * size

    def linear(name: str, rows: int, columns: int, size: float = 1.0) -> Params:
        weight = table(rows, columns, size * rows**-0.5)
        return {f"{name}.weight": weight, f"{name}.bias": jnp.zeros(columns)}

    def norm(name: str) -> Params:
        return {f"{name}.weight": jnp.ones(width), f"{name}.bias": jnp.zeros(width)}

    params: Params = {"projection": table(given, width, given**-0.5)}
    params["cas.weight"] = table(CASES, width, 0.3)
    params["usual"] = table(FIGURES, width, 0.1)
    for number, (step, inner) in enumerate(shape.layers):
        seen = 3 * width if step else width
        params |= norm(f"{number}.norm")
        if inner:
            params |= linear(f"{number}.in", seen, inner)
            params |= linear(f"{number}.out", inner, width, _SMALL)
        else:
            params |= linear(f"{number}.in", seen, width, _MIDDLING)
    params |= norm("norm") | linear("head", width, len(KINDS) + 1, _SMALL)
    params["head.bias"] += _RARE
    return params


def guesses(params: Params, shape: Shape, embedded: Any, there: Any, case: Any, usual: Any) -> Any:
    """For every piece the log odds of each kind of error, and of any change at all.

    ``embedded`` [batch, pieces, width of the embeddings]; ``there`` [batch, pieces] is 1
    where there is a piece; ``case`` [batch, pieces]; ``usual`` [batch, pieces, figures].
    The guess for a word is at its first piece.
    """
    there = there[:, :, None]
    x = _times(embedded, params["projection"])
    x += _times(jax.nn.one_hot(case, CASES), params["cas.weight"]) + _times(usual, params["usual"])
    for number, (step, inner) in enumerate(shape.layers):
        seen = _norm(params, f"{number}.norm", x) * there
        if step:
            seen = jnp.concatenate([_moved(seen, step), seen, _moved(seen, -step)], -1)
        made = jax.nn.relu(_linear(params, f"{number}.in", seen))
        x += _linear(params, f"{number}.out", made) if inner else made
    return _linear(params, "head", _norm(params, "norm", x))


def loss(found: Any, targets: Any, asked: Any, wrong: Any, there: Any) -> Any:
    """The distance of the guesses from the verdicts for every sentence.

    ``targets`` [batch, pieces, kinds] lie between 0 and 1 and are weighted by ``asked`` (of the
    same shape). ``wrong`` [batch, pieces] is the probability of any change; ``there`` is 1 at
    the first piece of a word. Errors have a higher weight than other words. The last guess is
    auxiliary: it only improves training.
    """
    each = _entropy(found[:, :, :_WRONG], targets) * (1 + _FOUND * targets) * asked
    aside = _entropy(found[:, :, _WRONG], wrong)
    return (each.sum(-1) + _ASIDE * aside * there).sum(-1)


def _entropy(scores: Any, targets: Any) -> Any:
    return jnp.maximum(scores, 0) - scores * targets + jnp.log1p(jnp.exp(-jnp.abs(scores)))


def _moved(x: Any, by: int) -> Any:
    """The item ``by`` places before each; nothing beyond the ends."""
    empty = jnp.zeros((x.shape[0], abs(by), x.shape[2]), x.dtype)
    if by > 0:
        return jnp.concatenate([empty, x[:, :-by]], 1)
    return jnp.concatenate([x[:, -by:], empty], 1)


def _times(x: Any, matrix: Any) -> Any:
    """``x @ matrix`` in two dimensions, whose gradient is several times as fast on a CPU."""
    return (x.reshape(-1, x.shape[-1]) @ matrix).reshape(*x.shape[:-1], matrix.shape[1])


def _linear(params: Params, name: str, x: Any) -> Any:
    return _times(x, params[f"{name}.weight"]) + params[f"{name}.bias"]


def _norm(params: Params, name: str, x: Any) -> Any:
    mean = x.mean(-1, keepdims=True)
    spread = jnp.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + EPSILON)
    return (x - mean) / spread * params[f"{name}.weight"] + params[f"{name}.bias"]
