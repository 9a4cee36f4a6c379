"""Fixes over whole documents: laws that hold for every document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.config.schema import Config
from copylint.core.finding import Finding
from copylint.core.finding_fingerprint import fingerprint
from copylint.core.fix import Edit, Fix, Safety
from copylint.core.line_index import Position
from copylint.core.rule import Severity
from copylint.core.span import SourceSpan
from copylint.formats.decode import decode
from copylint.runner.fix_loop import LintedSource, improve
from copylint.runner.fixed_file import FixedFile
from copylint.runner.fixer import Fixer, Plan
from copylint.runner.result import Input

FIXER = Fixer(Config(), {}, Plan())
ALL_FIXER = Fixer(Config(), {}, Plan(unsafe=True))

# Sentences with faults of every rule that has safe fixes, in and out of quotations and names,
# and such as change what others mean when they are fixed.
SENTENCES = st.sampled_from(
    [
        "The ferry left the the harbour at noon.",
        "It was an grey day for a engineer.",
        "The mayor , Orla Quist,, said so .",
        "She met Orla  Quist at the  gate.",
        "They recieved the seperate occassional payments.",
        "“We  waited for a hour,” she said , “at the the gate.”",
        '"It isn\'t an grey day," he said.',
        "It’s the keeper’s lamp.",
        "He doesn't sell it and won't.",
        "The council organised the theatre in the harbour.",
        "Its colour honours the neighbours.",
        "The center favored gray colors.",
        "The bridge is shut.. It was unsafe.",
        "A one-off, an hour, an heir.",
        "They went to the the the gate.",
        "In the in the morning it rained.",
        "Bram Tolvane and Bram Tolvan met Ms Tolvane. Mr Tolvane left.",
        "Prices rose by by 5%.",
        "Is it ? No ! Yes : it is ; really .",
        "The café naïve 𝄞 the the end.",
        "A imports B.",
        "Read [the the paper](https://example.org/the the) now.",
        "Some `the the` code  and **the the** bold.",
    ]
)
SENTENCES_WITH_RESERVED = [
    "She said: “We waited for a hour at the the  gate.”\n",
    '"It was an grey day ," he said.\n',
    "Orla  Quist left.\n",
    "> They were at the the gate.\n",
    "He said “the the\n\n“last day came at  noon.”\n",
]
JOINS = st.sampled_from([" ", "  ", "\n", " \n", "\u00a0", " \u00a0", "\n\n", "\n\n", "\u00a0\n\n"])
STARTS = st.sampled_from(["", "# ", "- ", "> ", "1. ", "    ", "Image caption, "])


@st.composite
def documents(draw: st.DrawFn, *, ordinary: bool = False) -> tuple[str, bytes]:
    """A path and its bytes; ``ordinary``: no sentence twice, no odd spaces."""
    chosen = draw(st.lists(SENTENCES, min_size=1, max_size=9, unique=ordinary))
    pieces = [draw(STARTS)]
    for sentence in chosen:
        join = draw(JOINS)
        if ordinary:
            sentence, join = sentence.replace("  ", " "), join.replace("\u00a0", " ").strip(" ")
        pieces += (sentence, join or " ", draw(STARTS) if "\n\n" in join else "")
    text = "".join(pieces)
    if draw(st.booleans()):
        text = f"---\ntitle: 'The the ferry  left a hour late'\nthe the: it's\n---\n\n{text}"
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    return draw(st.sampled_from(["a.txt", "a.md", "a.html", "a.adoc"])), text.encode(encoding)


@settings(max_examples=60)
@given(documents())
def test_safe_fixes_converge_without_new_findings(document: tuple[str, bytes]) -> None:
    path, data = document
    before = FIXER.look(path, decode(path, data))
    fixed = FIXER.fix(Input(path, data))
    after = FIXER.look(path, fixed.new_text)
    assert [each.span for each in after.findings] == [each.span for each in fixed.result.findings]
    assert [each for each in fixed.result.findings if each.safety is Safety.SAFE] == []
    # Fixes that are safe but would bring in new findings are reported; only they remain.
    held = {fingerprint(each) for each in fixed.held}
    assert {fingerprint(each) for each in after.findings if each.safety is Safety.SAFE} <= held
    assert not come(before, after)
    assert after.shape == before.shape
    assert FIXER.fix(Input(path, fixed.new)).new == fixed.new
    outside_the_edits_every_byte_is_the_same(fixed)


@settings(max_examples=60)
@given(documents(ordinary=True))
def test_no_fix_is_held_back_in_ordinary_copy(document: tuple[str, bytes]) -> None:
    path, data = document
    fixed = FIXER.fix(Input(path, data))
    assert not fixed.held
    after = FIXER.look(path, fixed.new_text)
    assert [each for each in after.findings if each.safety is Safety.SAFE] == []


@settings(max_examples=60)
@given(documents())
def test_unsafe_fixes_bring_no_new_findings(document: tuple[str, bytes]) -> None:
    path, data = document
    before = ALL_FIXER.look(path, decode(path, data))
    fixed = ALL_FIXER.fix(Input(path, data))
    assert not come(before, ALL_FIXER.look(path, fixed.new_text))
    outside_the_edits_every_byte_is_the_same(fixed)


def come(before: LintedSource, after: LintedSource) -> Counter[str]:
    """How many more findings of each rule there are."""
    return Counter(each.rule for each in after.findings) - Counter(
        each.rule for each in before.findings
    )


def outside_the_edits_every_byte_is_the_same(fixed: FixedFile) -> None:
    """The edits made one by one on the bytes, by hand, make the new file of the old."""
    data = fixed.old
    for edits in fixed.passes:
        text = decode("", data)
        mark = len(data) - len(text.encode("utf-16-le" if data[:2] == b"\xff\xfe" else "utf-8"))
        encoding = "utf-16-le" if data[:2] == b"\xff\xfe" else "utf-8"
        for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
            start = mark + len(text[: edit.span.start].encode(encoding))
            end = mark + len(text[: edit.span.end].encode(encoding))
            data = data[:start] + edit.text.encode(encoding) + data[end:]
    assert data == fixed.new


@pytest.mark.parametrize("text", SENTENCES_WITH_RESERVED)
def test_protected_text_is_unchanged(text: str) -> None:
    fixed = FIXER.fix(Input("a.md", text.encode()))
    assert fixed.new_text == text
    assert fixed.result.findings, "there is something to be found"


def test_quotations_names_and_keys_are_never_touched_in_any_document() -> None:
    text = (
        "---\nthe the: it\ntitle: 'The the  ferry'\n---\n\n"
        "They met at the the gate. “We saw the the  tide at a hour,” said Orla  Quist.\n\n"
        "> He was at the the gate.\n"
    )
    fixed = FIXER.fix(Input("a.md", text.encode()))
    expected = text.replace("at the the gate. “", "at the gate. “").replace(
        "'The the  ferry'", "'The ferry'"
    )
    assert fixed.new_text == expected


# A check whose findings are letters, to try combinations that are rare in real rules.
def look_for(rules: dict[str, str]) -> Callable[[str], LintedSource]:
    """``rules``: a text to find, and its replacement (None: there is no fix)."""

    def look(source: str) -> LintedSource:
        findings = []
        for wrong, right in rules.items():
            at = source.find(wrong)
            while at >= 0:
                span = SourceSpan(at, at + len(wrong))
                fix = Fix((Edit(span, right),), Safety.SAFE, "") if right != "!" else None
                findings.append(
                    Finding(
                        "a", span, f"r.{wrong}", Severity.ERROR, "", Position(1, 1), Position(1, 1),
                        wrong, "", fixes=(fix,) if fix else (), sentence=f"{at}",
                    )
                )  # fmt: skip
                at = source.find(wrong, at + 1)
        return LintedSource(source, tuple(sorted(findings, key=lambda f: f.sort_key)), (), 0)

    return look


@pytest.mark.parametrize(
    ("rules", "source", "result", "held"),
    [
        ({"ab": "b"}, "aaab x", "b x", 0),  # one after the other
        ({"a": "b", "b": "c", "c": "d"}, "abc", "ddd", 0),  # in a chain
        ({"a": "b", "b": "!"}, "a x c", "a x c", 1),  # would bring in what cannot be fixed
        ({"a": "b", "b": "!", "c": "d"}, "a x c", "a x d", 1),  # … and the others are fixed
        ({"a": "b", "b": "a"}, "a", "a", 1),  # to and fro
        ({"a": "aa"}, "xax", "xax", 1),  # for ever
        ({"a": "b", "b": "c", "c": "!"}, "a", "a", 1),  # a chain with a bad end
        ({"ab": "x", "bc": "y"}, "abc", "xc", 0),  # meet
    ],
)
def test_fix_passes_are_counted(rules: dict[str, str], source: str, result: str, held: int) -> None:
    look = look_for(rules)
    done = improve(look(source), look)
    assert done.look.source == result
    assert len(done.held) == held


def test_fix_pass_that_changes_block_structure_is_reverted() -> None:
    plain = look_for({"a": "b", "c": "d"})

    def look(source: str) -> LintedSource:
        seen = plain(source)
        return LintedSource(source, seen.findings, ("list",) if "b" in source else (), 0)

    done = improve(look("c a c"), look)
    assert done.look.source == "d a d"
    assert [each.text for each in done.held] == ["a"]


def test_what_was_held_is_tried_again_once_the_rest_is_fixed() -> None:
    """A second run would find that it fits now; the first must leave it nothing to do."""

    def finding(rule: str, source: str, text: str, put: str | None) -> Finding:
        start = source.index(text)
        span = SourceSpan(start, start + len(text))
        fixes = () if put is None else (Fix((Edit(span, put),), Safety.UNSAFE, "put"),)
        end = start + len(text)
        place = Position(1, start + 1), Position(1, end + 1)
        words = () if put is None else (put,)
        return Finding(
            *("a", span, rule, Severity.ERROR, rule, *place, text, source),
            replacements=words,
            fixes=fixes,
        )

    def look(source: str) -> LintedSource:
        found = []
        if "mixed" in source:
            found.append(finding("mark", source, "mixed", "plain"))
        if "open" in source:
            put = "curly" if "mixed" in source else "straight"
            found.append(finding("quote", source, "open", put))
        if "curly" in source:
            found.append(finding("odd", source, "curly", None))
        return LintedSource(source, tuple(found), ())

    result = improve(look("mixed marks, then open"), look, unsafe=True)
    assert result.look.source == "plain marks, then straight"
    assert [each.rule for each in result.applied] == ["mark", "quote"]
    assert not result.held
    assert not improve(look(result.look.source), look, unsafe=True).passes
