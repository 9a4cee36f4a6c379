"""Finds, verifies and reads the network's files.

They come in the package ``copylint-deep-model``: ``manifest.json`` names each file with its
size and SHA-256, the version of the model and the layout of its files.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from copylint.core.errors import EngineError
from copylint.core.record import record
from copylint.deep.labels import Forms, Label

PACKAGE = "copylint_deep_model"
ENGINE = "deep"
#: The version of the file layout that this code reads.
LAYOUT = 3
MANIFEST = "manifest.json"
#: The files of a model.
FILES = (
    "network.onnx",
    "gate.onnx",
    "vocabulary.txt",
    "labels.txt",
    "forms.tsv",
    "classifier.json",
)
_NETWORK, _GATE, _VOCABULARY, _LABELS, _FORMS, _CLASSIFIER = FILES
_AGAIN = "install copylint-deep-model again"


@record(slots=False)
class Weights:
    """The parts of a network.

    ``network`` and ``gate`` are ONNX models; ``classifier`` is read by
    ``EditClassifier``.
    """

    version: str
    network: bytes
    gate: bytes
    vocabulary: tuple[str, ...]
    labels: tuple[Label, ...]
    forms: Forms
    classifier: bytes


def folder() -> Path | None:
    """The folder of the weights; None if their package is not installed. Does not import it."""
    spec = find_spec(PACKAGE)
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))) if places else None


@cache
def is_installed() -> bool:
    """Whether the weights and the libraries that run them are installed."""
    return folder() is not None and all(map(find_spec, ("numpy", "onnxruntime")))


def missing() -> str:
    """Names the missing packages and the command that installs them; empty if none are."""
    lacking = [name for name in ("numpy", "onnxruntime") if find_spec(name) is None]
    if folder() is None:
        lacking.append("copylint-deep-model")
    if not lacking:
        return ""
    from copylint.core.installed import remedy

    *others, last = lacking
    named = f"{', '.join(others)} and {last} are" if others else f"{last} is"
    return f"{named} not installed; {remedy('deep')}"


def load(where: Path) -> Weights:
    """The weights in a folder. Raises ``EngineError`` if they are incomplete or unsuitable."""
    manifest = _manifest(where)
    files = {name: _verified(where, manifest, name) for name in manifest["files"]}
    try:
        return Weights(
            version=manifest["version"],
            network=files[_NETWORK],
            gate=files[_GATE],
            vocabulary=tuple(files[_VOCABULARY].decode().splitlines()),
            labels=tuple(map(Label.read, files[_LABELS].decode().split())),
            forms=read_forms(files[_FORMS].decode()),
            classifier=files[_CLASSIFIER],
        )
    except (KeyError, ValueError, UnicodeDecodeError) as error:
        raise foreign(where, f"{type(error).__name__}: {error}") from None


def _manifest(where: Path) -> dict[str, Any]:
    path = where / MANIFEST
    try:
        manifest = json.loads(path.read_bytes())
        layout, told, files = (manifest[key] for key in ("layout", "version", "files"))
        whole = isinstance(told, str) and all(
            isinstance(each["size"], int) and isinstance(each["sha256"], str)
            for each in files.values()
        )
    except OSError as error:
        raise EngineError(ENGINE, f"cannot read {path}: {error.strerror}; {_AGAIN}") from None
    except (ValueError, LookupError, TypeError, AttributeError):
        raise foreign(where, f"{MANIFEST} is not the manifest of a model") from None
    if layout != LAYOUT or not whole:
        raise foreign(where, f"layout {layout!r} instead of {LAYOUT}")
    return dict(manifest)


def _verified(where: Path, manifest: dict[str, Any], name: str) -> bytes:
    """The content of a file in the manifest, with its size and hash verified."""
    from hashlib import sha256

    path = where / name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise EngineError(ENGINE, f"cannot read {path}: {error.strerror}; {_AGAIN}") from None
    told = manifest["files"][name]
    if len(content) != told["size"] or sha256(content).hexdigest() != told["sha256"]:
        raise EngineError(ENGINE, f"{path} is damaged: its checksum differs; {_AGAIN}")
    return content


def read_forms(table: str) -> Forms:
    """The forms in a table with a word and its forms on each line, separated by tabs.

    The first line names the forms. Raises ``ValueError`` for a line of another length.
    """
    head, *rows = table.splitlines()
    _, *names = head.split("\t")
    forms: dict[str, dict[str, str]] = {}
    for row in rows:
        word, *own = row.split("\t")
        forms[word] = {name: form for name, form in zip(names, own, strict=True) if form}
    return forms


def foreign(where: Path, why: str) -> EngineError:
    """The error for a folder of weights that this version of copylint cannot read."""
    return EngineError(
        ENGINE,
        f"{where} has no model that this version of copylint can read ({why}); install "
        "the copylint-deep-model of this version of copylint",
    )
