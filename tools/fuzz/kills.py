"""Kill ``copylint fix`` in the midst of its work, again and again: nothing is torn or lost.

    python tools/fuzz/kills.py [--kills 1000] [--seed 7]

A text, a Word and an OpenDocument file are fixed, spoilt again by the same way and fixed again
by a process that is killed at a random moment. After each kill every file must be old or new to
the byte, and after the next ``copylint fix`` it must be fixed, with no temporary file left.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import signal
import sys
import tempfile
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, NoReturn

_FAULTY, _SOUND = "It met the the tide.", "It met the tide."
_PARAGRAPH = "The ferry left the harbour at noon and met the tide."
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_ODT = "application/vnd.oasis.opendocument.text"
_OPTIONS = ("-q", "--no-cache", "-j", "1", "--isolated", "--select", "duplicates.word")


class Kills(NamedTuple):
    """What has been seen: kills, those that left a temporary file, and what was broken.

    ``states``: how often each file was found old and new.
    """

    kills: int
    in_the_midst: int
    torn: int
    lost: int
    left: int
    unfixed: int
    states: Mapping[str, tuple[int, int]]

    @property
    def sound(self) -> bool:
        """Whether nothing was broken."""
        return not (self.torn or self.lost or self.left or self.unfixed)


def kill_again_and_again(folder: Path, kills: int, seed: int) -> Kills:
    """Fix and kill in ``folder``, which is empty, and count."""
    for name, old in _files().items():
        (folder / name).write_bytes(old)
    _run_fix(folder)  # loads what every child then has
    whole = {name: _whole(folder, name, old) for name, old in _files().items()}
    dice = random.Random(seed)
    torn = lost = left = unfixed = midst = 0
    states = {name: [0, 0] for name in whole}
    for _ in range(kills):
        child = os.fork()
        if child == 0:
            _fix_for_ever(folder, whole)
        time.sleep(dice.uniform(0.002, 0.4))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            raise SystemExit("the process ended by itself")
        midst += bool(_temporary(folder))
        for name, versions in whole.items():
            path = folder / name
            if not path.exists():
                lost += 1
                path.write_bytes(versions[0])
                continue
            data = path.read_bytes()
            torn += data not in versions
            if data in versions:
                states[name][versions.index(data)] += 1
        _in_child(folder)
        left += len(_temporary(folder))
        unfixed += sum((folder / name).read_bytes() != new for name, (_, new) in whole.items())
    counted = {name: (old, new) for name, (old, new) in states.items()}
    return Kills(kills, midst, torn, lost, left, unfixed, counted)


def _whole(folder: Path, name: str, old: bytes) -> tuple[bytes, bytes]:
    """The file before and after it is fixed; it stays in the folder."""
    path = folder / name
    path.write_bytes(old)
    _in_child(folder)
    new = path.read_bytes()
    if new == old:
        raise SystemExit(f"{name} was not fixed")
    return old, new


def _fix_for_ever(folder: Path, whole: Mapping[str, tuple[bytes, bytes]]) -> NoReturn:
    from copylint.runner.safe_write import rewrite, roots_of

    try:
        roots = roots_of([str(folder)])
        names = sorted(whole)
        random.shuffle(names)
        while True:
            for name in names:
                path = folder / name
                rewrite(str(path), path.read_bytes(), whole[name][0], roots)
            _run_fix(folder)
    finally:
        os._exit(3)  # it is to be killed and never to end by itself


def _run_fix(folder: Path) -> None:
    from copylint.cli.commands.fix import FixOptions, fix
    from copylint.cli.quick import read

    given = read([*_OPTIONS, str(folder)], FixOptions)
    assert given is not None
    fix(FixOptions(**given))


def _in_child(folder: Path) -> None:
    """One run of ``copylint fix`` that ends by itself."""
    child = os.fork()
    if child == 0:
        code = 3
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            _run_fix(folder)
            code = 0
        finally:
            os._exit(code)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        raise SystemExit("a run that nothing killed failed")


def _temporary(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if ".copylint-" in path.name]


def _files() -> dict[str, bytes]:
    texts = [_PARAGRAPH] * 20 + [_FAULTY] + [_PARAGRAPH] * 20
    plain = "\r\n".join(texts).encode("utf-16")
    paragraphs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    word = f'<w:document xmlns:w="{_W}"><w:body>{paragraphs}</w:body></w:document>'
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">'
        "<office:body><office:text>"
        + "".join(f"<text:p>{text}</text:p>" for text in texts)
        + "</office:text></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" '
        f'manifest:media-type="{_ODT}"/><manifest:file-entry manifest:full-path="content.xml" '
        'manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return {
        "a.txt": plain,
        "b.docx": _archive(
            {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": word}
        ),
        "c.odt": _archive(
            {"mimetype": _ODT, "content.xml": content, "META-INF/manifest.xml": manifest}
        ),
    }


def _archive(parts: Mapping[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), text, how)
    return held.getvalue()


def main() -> None:
    """Run as the command line says, and tell what was seen."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        found = kill_again_and_again(Path(folder), asked.kills, asked.seed)
    sys.stdout.write(
        f"{found.kills} kills in {time.monotonic() - began:.0f} s, {found.in_the_midst} while a "
        f"temporary file was there: {found.torn} torn, {found.lost} lost, {found.unfixed} not "
        f"fixed and {found.left} temporary files after the next run\n"
    )
    for name, (old, new) in found.states.items():
        sys.stdout.write(f"{name}: found old {old} times, new {new} times\n")
    sys.exit(not found.sound)


if __name__ == "__main__":
    main()
