"""PDF: reading order, paragraphs, divided words, what is left out, and what is refused."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from test_conformance import check_laws

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.span import TextSpan
from copylint.formats.pdf import pages as pdf_pages
from copylint.formats.pdf.format import Pdf
from copylint.formats.pdf.page_source import parts_of

pytest.importorskip("pypdfium2")

# Left and baseline in points, size, text.
Placed = tuple[float, float, float, str]


def pdf(*pages: Sequence[Placed], trailer: str = "") -> bytes:
    """A PDF with each text at its place, in Helvetica."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for index, page in enumerate(pages):
        drawn = "\n".join(
            f"BT /F {size} Tf {left} {base} Td ({text}) Tj ET" for left, base, size, text in page
        )
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {5 + 2 * index} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
    out = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{each}endobj\n".encode("latin-1")
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{rows}"
    end = f"trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"{table}{end}".encode("latin-1")


def column(left: float, top: float, *lines: str) -> list[Placed]:
    return [(left, top - 14 * index, 11, line) for index, line in enumerate(lines)]


def read(data: bytes) -> Document:
    form = Pdf()
    document = form.read("a.pdf", form.decode("a.pdf", data))
    check_laws(document)
    return document


def texts(data: bytes) -> list[str]:
    document = read(data)
    return [document.slice(block.span) for block in document.blocks]


LEFT = (
    "The ferry to the island left the",
    "harbour at dawn with forty people",
    "on board, and the harbour master",
    "said that the sea had been calm",
    "since the storm of the week before.",
)
RIGHT = (
    "Two trawlers that had lain in the",
    "outer basin followed it an hour",
    "later, and the crew of the second",
    "waved to the people on the quay,",
    "who had come to see them leave.",
)


def test_paragraphs_of_one_line_are_apart() -> None:
    lines = [(72, 700, 12, "The ferry left at dawn."), (72, 676, 12, "It came back at noon.")]
    assert texts(pdf(lines)) == ["The ferry left at dawn.", "It came back at noon."]


def test_lines_are_joined_to_a_paragraph() -> None:
    assert texts(pdf(column(72, 700, *LEFT))) == [" ".join(LEFT)]


def test_a_wider_step_begins_a_paragraph() -> None:
    page = column(72, 700, *LEFT) + column(72, 600, *RIGHT)
    assert texts(pdf(page)) == [" ".join(LEFT), " ".join(RIGHT)]


def test_columns_are_kept_apart_even_when_drawn_line_by_line() -> None:
    rows = zip(column(72, 700, *LEFT), column(320, 700, *RIGHT), strict=True)
    page = [placed for row in rows for placed in row]
    assert texts(pdf(page)) == [" ".join(LEFT), " ".join(RIGHT)]


def test_a_headline_across_the_columns_comes_first() -> None:
    page = [*column(72, 700, *LEFT), *column(320, 700, *RIGHT)]
    page.append((72, 740, 24, "Calm sea lets ferry and trawlers leave"))
    document = read(pdf(page))
    assert document.headline == "Calm sea lets ferry and trawlers leave"
    assert [block.kind for block in document.blocks][1:] == [BlockKind.PARAGRAPH] * 2


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    data = pdf(
        column(72, 500, "The ferry to the island left the", "harbour with people"),
        column(72, 500, "who had waited since the night."),
    )
    document = read(data)
    assert [document.slice(block.span) for block in document.blocks] == [
        "The ferry to the island left the harbour with people who had waited since the night."
    ]
    at = document.text.index("waited")
    part = document.part_at(document.to_source(TextSpan(at, at + 6)).start)
    assert part is not None
    assert part.name == "page 2"


def test_a_divided_word_is_joined_with_its_places() -> None:
    document = read(pdf(column(72, 500, "The chairman opened the meet-", "ing of the council.")))
    assert document.text.strip() == "The chairman opened the meeting of the council."
    at = document.text.index("meeting")
    where = document.to_source(TextSpan(at, at + 7))
    source = document.source[where.start : where.end]
    assert source.startswith("meet-")
    assert source.endswith("ing")


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    assert texts(pdf(column(72, 500, "She met a well-", "known singer in the harbour."))) == [
        "She met a well-known singer in the harbour."
    ]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            (72, 770, 9, "The Harbour Gazette"),
            *column(72, 500, f"Ferry number {number} left on time."),
            (300, 30, 9, str(number)),
        ]
        for number in (1, 2)
    ]
    assert texts(pdf(*pages)) == ["Ferry number 1 left on time.", "Ferry number 2 left on time."]


def test_the_place_of_each_letter_is_kept() -> None:
    document = read(pdf([(72, 500, 10, "Ferry")]))
    numbers = document.source.split("\x02")[0].split("\x01P")[1].split()
    bottom, top, *sides = (int(number) / 10 for number in numbers)
    assert bottom < 500 < top
    assert len(sides) == 2 * len("Ferry")
    assert sides[0] == pytest.approx(72, abs=1)
    assert sides == sorted(sides)


def test_ligatures_are_read_as_letters() -> None:
    document = Pdf().read("a.pdf", "\0page 1\0\x01P\x02The oﬃce is shut.")
    check_laws(document)
    assert document.text.strip() == "The office is shut."


def test_nothing_is_changed() -> None:
    data = pdf(column(72, 500, "The the ferry."))
    form = Pdf()
    document = read(data)
    assert form.edits(document, TextSpan(0, 3), "A") is None
    assert form.encode(document.source, data) == data
    with pytest.raises(InputError, match="does not change"):
        form.encode(document.source + "x", data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"The ferry.", "not a PDF"),
        (b"%PDF-1.7\nThe ferry.", "damaged"),
        (pdf([]), "without text"),
        (pdf(*[[]] * 2_001), "more than 2,000 pages"),
        (
            pdf(
                [(72, 500, 10, "Ferry")],
                trailer="/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
                f"/O<{'1' * 64}>/U<{'2' * 64}>>>",
            ),
            "password",
        ),
    ],
    ids=("other", "damaged", "scan", "long", "locked"),
)
def test_what_cannot_be_read_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(data)


def test_a_reader_that_dies_or_hangs_ends_in_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = tmp_path / "child.py"
    monkeypatch.setattr(pdf_pages, "_CHILD", child)
    monkeypatch.setattr(pdf_pages, "_PATIENCE", 0.5)
    for program in ("import os; os.abort()", "import time; time.sleep(60)", "print('{')"):
        child.write_text(program)
        with pytest.raises(InputError, match="or that ends its reader"):
            read(pdf([]))


def test_without_the_extra_the_command_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = tmp_path / "child.py"
    child.write_text(
        "import runpy, sys; sys.modules['pypdfium2'] = None\n"
        f"runpy.run_path({str(pdf_pages._CHILD)!r}, run_name='__main__')"
    )
    monkeypatch.setattr(pdf_pages, "_CHILD", child)
    with pytest.raises(InputError, match=r"pypdfium2.*not installed.*pdf"):
        read(pdf([]))


def test_text_that_is_no_source_is_refused() -> None:
    for source in ("", "The ferry.", "\0page 1\0The ferry."):
        with pytest.raises(InputError, match="not a PDF"):
            Pdf().read("a.pdf", source)
    assert [part.name for part in parts_of("a", "\0page 1\0\0page 2\0")] == ["page 1", "page 2"]


def test_a_finding_names_its_page(tmp_path: Path) -> None:
    path = tmp_path / "proof.pdf"
    path.write_bytes(
        pdf(column(72, 500, "The ferry left."), column(72, 500, "It left the the bay."))
    )
    command = [sys.executable, "-m", "copylint", "check", "--format", "json", str(path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert '"part": "page 2"' in done.stdout, done.stdout + done.stderr
