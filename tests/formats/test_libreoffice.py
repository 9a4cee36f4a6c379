"""Documents that LibreOffice writes, and opens again when they have been fixed."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import manuscripts
import pytest

from copylint.config.schema import Config
from copylint.core.blocks import BlockKind
from copylint.runner.document_reader import read_input
from copylint.runner.fixer import Fixer, Plan
from copylint.runner.pipeline import run
from copylint.runner.result import Input

SOFFICE = shutil.which("soffice")
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice (soffice)")


def convert(files: list[Path], kind: str, out: Path, *options: str) -> None:
    """All of ``files`` in another format, written to ``out``."""
    assert SOFFICE is not None
    home = out.parent / "soffice-home"
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation={home.as_uri()}", "--headless", *options,
         "--convert-to", kind, "--outdir", str(out), *map(str, files)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``one`` has the documents as they were made, ``two`` converted once, ``three`` twice."""
    root = tmp_path_factory.mktemp("libreoffice")
    for name in ("one", "two", "three", "seeds"):
        (root / name).mkdir()
    manuscripts.rich(root / "one" / "rich.docx")
    manuscripts.notes(root / "notes.fodt")
    convert([root / "notes.fodt"], "odt", root / "one")
    convert([root / "one" / "rich.docx"], "odt", root / "two")
    convert([root / "one" / "notes.odt"], "docx", root / "two")
    convert([root / "two" / "rich.odt"], "docx", root / "three")
    convert([root / "two" / "notes.docx"], "odt", root / "three")
    for kind in ("docx", "odt"):
        convert(SEEDS, kind, root / "seeds", "--infilter=Text (encoded):UTF8,LF,,,")
    return root


@pytest.mark.parametrize("name", ["rich", "notes"])
def test_a_document_reads_the_same_in_both_formats(folder: Path, name: str) -> None:
    read = []
    for step in ("one", "two", "three"):
        (path,) = [*folder.glob(f"{step}/{name}.docx"), *folder.glob(f"{step}/{name}.odt")]
        document = read_input(Input(str(path)))
        # Notes follow their paragraph in one format, the body in the other.
        read.append(sorted((str(b.kind), document.slice(b.span)) for b in document.blocks))
        (file,) = run([Input(str(path))], Config()).files
        assert not file.error
        found = sorted((finding.rule, finding.text) for finding in file.findings)
        assert found == sorted(manuscripts.WRONG[name])
    assert read[0] == read[1] == read[2]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_an_article_has_its_findings_in_both_formats(folder: Path, seed: Path) -> None:
    (plain,) = run([Input(str(seed))], Config()).files
    expected = Counter((finding.rule, finding.text) for finding in plain.findings)
    for kind in ("docx", "odt"):
        path = folder / "seeds" / f"{seed.stem}.{kind}"
        (file,) = run([Input(str(path))], Config()).files
        assert not file.error
        assert Counter((finding.rule, finding.text) for finding in file.findings) == expected


@pytest.mark.parametrize("step", ["one", "two", "three"])
def test_a_fixed_document_opens_with_its_words_right(
    folder: Path, tmp_path: Path, step: str
) -> None:
    fixer = Fixer(Config(), {}, Plan(unsafe=True))
    files = []
    for path in sorted((folder / step).glob("*.[do][od][ct]*")):
        fixed = fixer.fix(Input(str(path)))
        assert not fixed.result.findings
        kinds = [block.kind for block in read_input(Input(str(path))).blocks]
        assert BlockKind.HEADLINE in kinds
        files.append(tmp_path / path.name)
        files[-1].write_bytes(fixed.new)
    fixer.close()
    assert len(files) == 2
    convert(files, "txt:Text (encoded):UTF8", tmp_path)
    convert(files, "pdf", tmp_path)
    for path in files:
        assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
        shown = path.with_suffix(".txt").read_text(encoding="utf-8")
        if path.stem == "rich":
            assert "at the counting hall" in shown
            assert "Work will begin in spring" in shown
        else:
            assert "to the last of them" in shown
            assert "It will sail at noon" in shown
            assert "free on Sundays" in shown
