"""Writes networks as ONNX with eight-bit matrices, as shipped, and reads them back."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from network import EPSILON, MASKED
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

_OPSET = 17
_PREFIX = "n."
_BEST = 3


def export(params: Mapping[str, Any], path: Path, pad: int, heads: int) -> None:
    """Write the network: ``ids``, ``case``, ``widx`` in, ``keep``, ``topv``, ``topk`` out."""
    graph = _Graph(params, heads)
    model = graph.model(pad)
    onnx.checker.check_model(model)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(model, str(whole))
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True)


def read(content: bytes) -> dict[str, np.ndarray]:
    """The parameters of an exported network, its matrices with eight-bit precision."""
    graph = onnx.load_model_from_string(content).graph
    arrays = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    params = {
        name.removeprefix(_PREFIX): array
        for name, array in arrays.items()
        if name.startswith(_PREFIX) and array.dtype == np.float32 and "_scale" not in name
    }
    consumers: dict[str, list[Any]] = {}
    for node in graph.node:
        for name in node.input:
            consumers.setdefault(name, []).append(node)
    for name in list(arrays):
        if not name.endswith("_quantized"):
            continue
        base = name.removesuffix("_quantized")
        zero = arrays[f"{base}_zero_point"].astype(np.float32)
        matrix = (arrays[name].astype(np.float32) - zero) * arrays[f"{base}_scale"]
        bias = _bias_after(consumers, name)
        if bias:
            base = bias.removesuffix(".bias") + ".weight"
        params[base.removeprefix(_PREFIX)] = matrix
    return {name: array for name, array in params.items() if not name.startswith("sent.")}


def _bias_after(consumers: Mapping[str, Sequence[Any]], name: str) -> str:
    """The name of the bias added after the matrix ``name``; empty for a table."""
    node = consumers[name][0]
    while node.op_type != "Add":
        following = consumers.get(node.output[0], ())
        if node.op_type == "DequantizeLinear" or not following:
            return ""
        node = following[0]
    return next((each for each in node.input if each.endswith(".bias")), "")


class _Graph:
    """Builds the graph node by node; names of nodes are numbers."""

    def __init__(self, params: Mapping[str, Any], heads: int) -> None:
        self._params = {name: np.asarray(array, np.float32) for name, array in params.items()}
        self._heads = heads
        self._nodes: list[Any] = []
        self._constants: list[Any] = [
            numpy_helper.from_array(array, _PREFIX + name) for name, array in self._params.items()
        ]

    def model(self, pad: int) -> Any:
        width = self._params["ln.bias"].shape[0]
        words = self._words(self._encoded(pad, width))
        hidden = self._gelu(self._linear("h1", words))
        chances = self._do("Softmax", self._linear("h2", hidden), axis=-1)
        keep = self._do("Gather", chances, self._number(0), axis=2)
        edits = self._do(
            "Slice", chances, *(self._numbers(each) for each in (1, np.iinfo(np.int64).max, 2))
        )
        shares, labels = self._do("TopK", edits, self._numbers(_BEST), axis=-1, outputs=2)
        labels = self._do("Add", labels, self._number(1))
        for inner, outer in ((keep, "keep"), (shares, "topv"), (labels, "topk")):
            self._nodes.append(helper.make_node("Identity", [inner], [outer]))
        given = [("ids", "T"), ("case", "T"), ("widx", "W")]
        found = [("keep", TensorProto.FLOAT, ["B", "W"])]
        found += [("topv", TensorProto.FLOAT, ["B", "W", _BEST])]
        found += [("topk", TensorProto.INT64, ["B", "W", _BEST])]
        graph = helper.make_graph(
            self._nodes,
            "tagger",
            [helper.make_tensor_value_info(n, TensorProto.INT64, ["B", t]) for n, t in given],
            [helper.make_tensor_value_info(*each) for each in found],
            self._constants,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)])
        model.ir_version = 8  # the newest version that the oldest supported onnxruntime reads
        return model

    def _encoded(self, pad: int, width: int) -> str:
        length = self._do("Slice", self._do("Shape", "ids"), self._numbers(1), self._numbers(2))
        places = self._do("Slice", _PREFIX + "pos", self._numbers(0), length, self._numbers(0))
        tables = [
            self._do("Gather", f"{_PREFIX}{table}.weight", given)
            for table, given in (("emb", "ids"), ("cas", "case"))
        ]
        x = self._do("Add", self._do("Add", *tables), places)
        x = self._norm("ln", x, width)
        is_pad = self._do("Equal", "ids", self._number(pad))
        mask = self._do("Mul", self._do("Cast", is_pad, to=TensorProto.FLOAT), self._real(MASKED))
        mask = self._do("Unsqueeze", mask, self._numbers(1, 2))
        for layer in range(sum(name.endswith(".q.bias") for name in self._params)):
            at = f"ls.{layer}."
            x = self._norm(at + "ln1", self._do("Add", x, self._attention(at, x, mask)), width)
            inner = self._gelu(self._linear(at + "i", x))
            x = self._norm(at + "ln2", self._do("Add", x, self._linear(at + "f", inner)), width)
        return x

    def _attention(self, at: str, x: str, mask: str) -> str:
        width = self._params[f"{at}q.bias"].shape[0]
        size = width // self._heads
        parts = {}
        for name in ("q", "k", "v"):
            split = self._do(
                "Reshape", self._linear(at + name, x), self._numbers(0, 0, self._heads, size)
            )
            order = [0, 2, 3, 1] if name == "k" else [0, 2, 1, 3]
            parts[name] = self._do("Transpose", split, perm=order)
        scores = self._do("MatMul", parts["q"], parts["k"])
        scores = self._do("Div", scores, self._real(size**0.5))
        shares = self._do("Softmax", self._do("Add", scores, mask), axis=-1)
        mixed = self._do("Transpose", self._do("MatMul", shares, parts["v"]), perm=[0, 2, 1, 3])
        return self._linear(at + "o", self._do("Reshape", mixed, self._numbers(0, 0, width)))

    def _words(self, x: str) -> str:
        """The first piece of each word."""
        places = self._do("Unsqueeze", "widx", self._numbers(2))
        return self._do("GatherND", x, places, batch_dims=1)

    def _linear(self, name: str, x: str) -> str:
        product = self._do("MatMul", x, f"{_PREFIX}{name}.weight")
        return self._do("Add", product, f"{_PREFIX}{name}.bias")

    def _gelu(self, x: str) -> str:
        curve = self._do("Erf", self._do("Div", x, self._real(2**0.5)))
        return self._do(
            "Mul", self._do("Mul", x, self._do("Add", curve, self._real(1.0))), self._real(0.5)
        )

    def _norm(self, name: str, x: str, width: int) -> str:
        given = (f"{_PREFIX}{name}.weight", f"{_PREFIX}{name}.bias")
        return self._do("LayerNormalization", x, *given, axis=-1, epsilon=EPSILON)

    def _do(self, kind: str, *given: str, outputs: int = 1, **how: Any) -> Any:
        names = [f"{kind}_{len(self._nodes)}_{number}" for number in range(outputs)]
        self._nodes.append(helper.make_node(kind, list(given), names, **how))
        return names[0] if outputs == 1 else names

    def _constant(self, array: np.ndarray) -> str:
        name = f"constant_{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(array, name))
        return name

    def _number(self, value: int) -> str:
        return self._constant(np.array(value, np.int64))

    def _numbers(self, *values: int) -> str:
        return self._constant(np.array(values, np.int64))

    def _real(self, value: float) -> str:
        return self._constant(np.array(value, np.float32))
