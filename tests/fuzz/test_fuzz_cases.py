"""Every input that once broke a reader, and the seeds of the fuzzer, go through."""

from __future__ import annotations

from pathlib import Path

import pytest
from targets import targets

CASES = sorted((Path(__file__).parent / "corpus").glob("*/*"))
TARGETS = targets()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_case(case: Path) -> None:
    TARGETS[case.parent.name](case.read_bytes())


def test_every_seed_has_a_target() -> None:
    assert {case.parent.name for case in CASES} <= set(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_common_bytes(name: str) -> None:
    for data in (b"", b"\0", b"# A\n\n*word*\n", "\ufeffé\r\n".encode("utf-16"), b"PK\3\4"):
        TARGETS[name](data)


def test_a_broken_law_is_seen() -> None:
    """The targets can fail: a format that maps a character to nothing is reported."""
    from targets import BrokenLaw, _obey

    from copylint.core.blocks import Block, BlockKind
    from copylint.core.document import Document
    from copylint.core.span import TextSpan
    from copylint.formats.plain import PlainText

    form = PlainText()
    whole = form.read("a", "A word.\n")
    _obey(whole)
    broken = Document(
        "a", "plain", "", "A word.", (), (Block(BlockKind.PARAGRAPH, TextSpan(0, 7)),)
    )
    with pytest.raises(BrokenLaw):
        _obey(broken)
