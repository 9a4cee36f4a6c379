"""Writes the gate's network as ONNX, with embeddings and matrices in eight bits.

Its graph reads one sentence at a time, without padding.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from student import EPSILON, Shape

from copylint.deep.gate import CASES, GUESS, IDS, KINDS, PLACES, USUAL
from copylint.deep.usual import FIGURES

_OPSET = 17
_MOST = 127


def export(params: Mapping[str, Any], shape: Shape, embeddings: np.ndarray, path: Path) -> None:
    """Write the network, with inputs and output as ``copylint.deep.gate`` reads them.

    ``embeddings`` are those that it was trained with.
    """
    model = _Graph(params).model(shape, embeddings)
    onnx.checker.check_model(model)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(model, str(whole))
        quantize_dynamic(
            whole,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            # Seven bits: processors without VNNI lose sums of products of eight.
            reduce_range=True,
            op_types_to_quantize=["MatMul"],
        )


class _Graph:
    """Builds the graph node by node; names of nodes are numbers."""

    def __init__(self, params: Mapping[str, Any]) -> None:
        self._params = {name: np.asarray(array, np.float32) for name, array in params.items()}
        self._nodes: list[Any] = []
        self._constants: list[Any] = []

    def model(self, shape: Shape, embeddings: np.ndarray) -> Any:
        x = self._embedded(np.asarray(embeddings, np.float32) @ self._params["projection"])
        for number, (step, inner) in enumerate(shape.layers):
            seen = self._norm(f"{number}.norm", x)
            if step:
                seen = self._beside(seen, step)
            made = self._do("Relu", self._linear(f"{number}.in", seen))
            x = self._do("Add", x, self._linear(f"{number}.out", made) if inner else made)
        words = self._do("Gather", self._norm("norm", x), PLACES)
        for part in ("weight", "bias"):  # without the auxiliary guess
            self._params[f"head.{part}"] = self._params[f"head.{part}"][..., : len(KINDS)]
        found = self._linear("head", words)
        self._nodes.append(helper.make_node("Identity", [found], [GUESS]))
        given = [
            helper.make_tensor_value_info(IDS, TensorProto.INT64, ["T"]),
            helper.make_tensor_value_info(CASES, TensorProto.INT64, ["T"]),
            helper.make_tensor_value_info(USUAL, TensorProto.FLOAT, ["T", FIGURES]),
            helper.make_tensor_value_info(PLACES, TensorProto.INT64, ["W"]),
        ]
        answer = helper.make_tensor_value_info(GUESS, TensorProto.FLOAT, ["W", len(KINDS)])
        graph = helper.make_graph(self._nodes, "gate", given, [answer], self._constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)])
        model.ir_version = 8  # the newest version that the oldest supported onnxruntime reads
        return model

    def _embedded(self, table: np.ndarray) -> str:
        """The row of each piece from the table, which has eight-bit rows with a scale each."""
        scales = np.maximum(np.abs(table).max(1, keepdims=True), 1e-9) / _MOST
        rounded = np.round(table / scales).astype(np.int8)
        rows = self._do("Gather", self._constant(rounded), IDS)
        rows = self._do("Cast", rows, to=TensorProto.FLOAT)
        x = self._do("Mul", rows, self._do("Gather", self._constant(scales), IDS))
        case = self._do("Gather", self._constant(self._params["cas.weight"]), CASES)
        usual = self._do("MatMul", USUAL, self._constant(self._params["usual"]))
        return self._do("Add", self._do("Add", x, case), usual)

    def _beside(self, x: str, step: int) -> str:
        """Every piece with those ``step`` before and after it."""
        wide = self._do("Pad", x, self._numbers(step, 0, step, 0))
        first, end, axis = self._numbers(0), self._numbers(np.iinfo(np.int64).max), 0
        before = self._do("Slice", wide, first, self._numbers(-2 * step), self._numbers(axis))
        after = self._do("Slice", wide, self._numbers(2 * step), end, self._numbers(axis))
        return self._do("Concat", before, x, after, axis=-1)

    def _linear(self, name: str, x: str) -> str:
        product = self._do("MatMul", x, self._constant(self._params[f"{name}.weight"]))
        return self._do("Add", product, self._constant(self._params[f"{name}.bias"]))

    def _norm(self, name: str, x: str) -> str:
        given = (self._constant(self._params[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self._do("LayerNormalization", x, *given, axis=-1, epsilon=EPSILON)

    def _do(self, kind: str, *given: str, **how: Any) -> str:
        name = f"{kind}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, list(given), [name], **how))
        return name

    def _constant(self, array: np.ndarray) -> str:
        name = f"constant_{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(array, name))
        return name

    def _numbers(self, *values: int) -> str:
        return self._constant(np.array(values, np.int64))
