"""The file of accepted findings: what it holds, what it hides, what it refuses."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint import lint_text
from copylint.config.schema import Config
from copylint.core.errors import ConfigError
from copylint.suppress.baseline import Baseline, BaselineEntry, parse, written

WORD = Config(select=("duplicates.word",))
ENTRIES = st.dictionaries(
    st.builds(
        BaselineEntry, st.text(max_size=5), st.sampled_from(["a.b", "c"]), st.text(max_size=9)
    ),
    st.integers(1, 3),
    max_size=4,
)


@given(ENTRIES)
def test_baseline_round_trips(entries: dict[BaselineEntry, int]) -> None:
    data = written(Baseline(Counter(entries)))
    assert parse("b.json", data).entries == Counter(entries)
    assert data.endswith(b"\n")


def test_a_lone_surrogate_does_no_harm() -> None:
    kept = Baseline(Counter([BaselineEntry("a", "b", "\ud800")]))
    assert parse("b.json", written(kept)).entries.total() == 1


def test_an_entry_is_a_line() -> None:
    entries = [
        BaselineEntry("b.txt", "r", "Two."),
        BaselineEntry("a.txt", "r", "One."),
        BaselineEntry("a.txt", "r", "One."),
    ]
    assert written(Baseline(Counter(entries))).decode().splitlines() == [
        "{",
        ' "version": 1,',
        ' "findings": [',
        '  {"path": "a.txt", "rule": "r", "sentence": "One.", "count": 2},',
        '  {"path": "b.txt", "rule": "r", "sentence": "Two."}',
        " ]",
        "}",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "b.json:1:1: a baseline must be JSON"),
        (b"\xff", "b.json: a baseline must be JSON"),
        (b"[]", "it has no list of 'findings'"),
        (b'{"version": 2, "findings": []}', "version 1 is needed"),
        (b'{"version": 1, "findings": [{"path": "a"}]}', "finding 1 lacks one of path, rule"),
        (b'{"version": 1, "findings": [7]}', "finding 1 lacks"),
        (
            b'{"version":1,"findings":[{"path":"a","rule":"b","sentence":"c","count":0}]}',
            "'count' of finding 1",
        ),
        (b"[" * 100_000, "must be JSON"),
    ],
)
def test_invalid_baseline_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(ConfigError, match=r"b\.json") as error:
        parse("b.json", data)
    assert said in str(error.value)


def test_moved_text_keeps_its_entry_and_others_show() -> None:
    (one,) = lint_text("They left the the harbour. It rained.", config=WORD)
    kept = Baseline(Counter([BaselineEntry("a.txt", one.rule, one.sentence)]))
    text = "They met at the the gate.\n\nIt rained. They left the the\nharbour."
    new, used = kept.new_in("a.txt", lint_text(text, config=WORD))
    assert [each.start.line for each in new] == [1]
    assert used.total() == 1
    new, used = kept.new_in("b.txt", lint_text(text, config=WORD))
    assert len(new) == 2
    assert not used


def test_entry_accepts_one_finding() -> None:
    text = "They left the the harbour.\n\nThey left the the harbour."
    findings = lint_text(text, config=WORD)
    kept = Baseline(Counter([BaselineEntry("a", findings[0].rule, findings[0].sentence)]))
    assert len(kept.new_in("a", findings)[0]) == len(findings) - 1 == 1


def test_a_reason_is_kept_with_its_entry() -> None:
    row = '{"path": "a.txt", "rule": "duplicates.word", "sentence": "The the.", "reason": "verse"}'
    data = f'{{\n "version": 1,\n "findings": [\n  {row}\n ]\n}}\n'.encode()
    assert written(parse("b.json", data)) == data
    with pytest.raises(ConfigError, match="the 'reason' of finding 1 is not text"):
        parse("b.json", data.replace(b'"verse"', b"7"))
