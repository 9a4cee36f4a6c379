"""Highlights in PDF: where they are, what they say, and what is left as it was."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pypdf = pytest.importorskip("pypdf")
pytest.importorskip("pypdfium2")

LINES = ("The ferry recieved its licence in", "May, and the harbour master said it", "had sailed.")


def proof(*lines: str) -> bytes:
    """A PDF of one page with each line in Helvetica of 12 points, the first 700 points up."""
    drawn = "\n".join(
        f"BT /F 12 Tf 72 {700 - 14 * at} Td ({line}) Tj ET" for at, line in enumerate(lines)
    )
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[4 0 R]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R"
        "/Resources<</Font<</F 3 0 R>>>>>>",
        f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
    )
    out = "%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{each}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\n"
    return (out + f"startxref\n{out.index('xref')}\n%%EOF\n").encode("latin-1")


def annotate(source: Path, target: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = ("check", source.name, "--isolated", "--grammar", "off", *options)
    return subprocess.run(
        [sys.executable, "-m", "copylint", *command, "--annotate", target.name],
        cwd=source.parent,
        capture_output=True,
        text=True,
    )


def annotated(source: Path, *options: str) -> bytes:
    target = source.with_name(f"annotated-{source.name}")
    done = annotate(source, target, *options)
    assert done.returncode == 1, done.stderr
    return target.read_bytes()


def highlights(data: bytes) -> list[Any]:
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    return [each.get_object() for each in page.get("/Annots", ())]


def test_a_finding_is_a_highlight_on_its_words(tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(proof(*LINES))
    new = annotated(source, "--select", "spelling.unknown")
    assert new.startswith(source.read_bytes())
    (highlight,) = highlights(new)
    assert highlight["/Subtype"] == "/Highlight" and highlight["/T"] == "copylint"
    assert highlight["/Contents"].startswith("'recieved' is not a word")
    left, bottom, right, top = map(float, highlight["/Rect"])
    # In Helvetica of 12 points "The ferry " is 51.3 points wide, "recieved" 45.3 (Adobe's metrics).
    assert left == pytest.approx(72 + 51.3, abs=0.5)
    assert right == pytest.approx(72 + 51.3 + 45.3, abs=0.5)
    assert 696 < bottom < 700 < 708 < top < 714


def test_words_over_a_line_end_have_a_box_on_each_line(tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(proof("The ferry had sailed for the", "the island before dawn."))
    (highlight,) = highlights(annotated(source, "--select", "duplicates.word"))
    tops = [float(each) for each in highlight["/QuadPoints"][1::8]]
    assert len(tops) == 2 and tops[0] > tops[1]


def test_annotating_twice_adds_nothing(tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(proof(*LINES))
    once = annotated(source)
    again = tmp_path / "b.pdf"
    again.write_bytes(once)
    assert annotated(again) == once


def test_a_protected_proof_is_refused_in_one_sentence(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(proof(*LINES)))
    writer.encrypt("", "owner", algorithm="RC4-128")
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    writer.write(source)
    done = annotate(source, target)
    assert done.returncode == 2
    assert "a.pdf: a PDF to which no highlights can be added" in done.stderr
    assert "Traceback" not in done.stderr and not target.exists()
