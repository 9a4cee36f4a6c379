from __future__ import annotations

import pytest

from copylint import lint_text
from copylint.config.schema import Config
from copylint.core.document import Document
from copylint.core.finding import Finding
from copylint.core.line_index import LineIndex
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.selector import RuleNames
from copylint.core.span import SourceSpan
from copylint.formats.lookup import entries
from copylint.formats.plain import PlainText
from copylint.suppress.comment_suppressions import apply_inline
from copylint.suppress.suppression_rules import RULES

NAMES = RuleNames(["x.one", "x.two", "y.one"], ["open"])


def document(source: str) -> Document:
    return PlainText().read("a.txt", source)


def finding(source: str, rule: str, text: str, nth: int = 0) -> Finding:
    start = -1
    for _ in range(nth + 1):
        start = source.index(text, start + 1)
    lines = LineIndex(source)
    span = SourceSpan(start, start + len(text))
    return Finding(
        path="a.txt",
        span=span,
        rule=rule,
        severity=Severity.WARNING,
        message="",
        start=lines.place(span.start),
        end=lines.place(span.end),
        text=text,
        line_text="",
    )


def left(source: str, *found: tuple[str, str]) -> list[str]:
    """The remaining findings as rule:text, followed by the complaints as rule:text."""
    findings = [finding(source, rule, text) for rule, text in found]
    kept, complaints = apply_inline(document(source), findings, NAMES, lambda _: True)
    return [
        *(f"{each.rule}:{each.text}" for each in kept),
        *(f"{c.rule.id}:{source[c.span.start : c.span.end]}" for c in complaints),
    ]


def test_next_line_is_the_next_that_holds_prose() -> None:
    source = (
        "AAA.\n<!-- copylint-disable-next-line x.one -->\n\n \n"
        "<!-- copylint-disable-next-line y -->\n\nBBB.\n\nCCC.\n"
    )
    every = [
        ("x.one", "AAA"),
        ("x.one", "BBB"),
        ("y.one", "BBB"),
        ("x.two", "BBB"),
        ("x.one", "CCC"),
    ]
    assert left(source, *every) == ["x.one:AAA", "x.two:BBB", "x.one:CCC"]


def test_next_line_with_none_to_follow() -> None:
    comment = "<!-- copylint-disable-next-line x.one -->"
    assert left(f"AAA.\n\n{comment}", ("x.one", "AAA")) == [
        "x.one:AAA",
        f"suppression.unused:{comment}",
    ]
    assert left(f"AAA.\n\n{comment}\n\n \n", ("x.one", "AAA"))[1:] == [
        f"suppression.unused:{comment}"
    ]


def test_a_finding_counts_where_it_starts() -> None:
    source = "<!-- copylint-disable-next-line x -->\nAAA BBB\nCCC DDD\n"
    assert left(source, ("x.one", "BBB\nCCC"), ("x.two", "CCC")) == ["x.two:CCC"]


def test_this_line_in_markdown() -> None:
    text = (
        "We saw the the man. <!-- copylint-disable-line duplicates.word -->\nWe saw the the dog.\n"
    )
    config = Config(select=("duplicates.word", "suppression"), grammar=())
    assert [(f.rule, f.start.line) for f in lint_text(text, path="a.md", config=config)] == [
        ("duplicates.word", 2)
    ]


def test_disabled_block_ends_with_enable() -> None:
    source = "\n\n".join(
        [
            "AAA.",
            "<!-- copylint-disable x.one, y -->",
            "BBB.",
            "<!-- copylint-enable x -->",
            "CCC.",
            "<!-- copylint-enable -->",
            "DDD.",
        ]
    )
    every = [
        (rule, word)
        for word in ("AAA", "BBB", "CCC", "DDD")
        for rule in ("x.one", "x.two", "y.one")
    ]
    assert left(source, *every) == [
        *("x.one:AAA", "x.two:AAA", "y.one:AAA"),
        "x.two:BBB",
        *("x.one:CCC", "x.two:CCC"),
        *("x.one:DDD", "x.two:DDD", "y.one:DDD"),
    ]


def test_a_block_without_rules_is_about_all_and_runs_to_the_end() -> None:
    source = "AAA.\n\n<!-- copylint-disable -->\n\nBBB.\n\nCCC.\n"
    every = [("x.one", "AAA"), ("y.one", "BBB"), ("open.some", "CCC")]
    assert left(source, *every) == ["x.one:AAA"]


def test_whole_file() -> None:
    source = "AAA.\n\nBBB.\n\n<!-- copylint-disable-file x, open.some -->\n"
    every = [("x.one", "AAA"), ("x.two", "BBB"), ("y.one", "BBB"), ("open.some", "BBB")]
    assert left(source, *every) == ["y.one:BBB"]


def test_selectors_match_globs() -> None:
    source = "<!-- copylint-disable-file *.one -->\n\nAAA.\n"
    assert left(source, ("x.one", "AAA"), ("x.two", "AAA"), ("y.one", "AAA")) == ["x.two:AAA"]


def test_narrowest_directive_gets_the_credit() -> None:
    file, line = "<!-- copylint-disable-file x -->", "<!-- copylint-disable-next-line x.one -->"
    source = f"{file}\n{line}\nAAA.\n"
    assert left(source, ("x.one", "AAA")) == [f"suppression.unused:{file}"]
    assert left(source + "\nBBB.\n", ("x.one", "AAA"), ("x.two", "BBB")) == []


def test_unused_selectors_are_named_one_by_one() -> None:
    source = "<!-- copylint-disable-next-line x.one, y.one, x.two -->\nAAA.\n"
    assert left(source, ("y.one", "AAA")) == [
        "suppression.unused:x.one",
        "suppression.unused:x.two",
    ]
    comment = source.split("\n")[0]
    assert left(source) == [f"suppression.unused:{comment}"]


def test_enable_without_effect_is_unused() -> None:
    source = "AAA.\n\n<!-- copylint-enable y -->\n\nBBB.\n"
    assert left(source, ("x.one", "AAA")) == [
        "x.one:AAA",
        "suppression.unused:<!-- copylint-enable y -->",
    ]
    source = "<!-- copylint-disable x -->\n\nAAA.\n\n<!-- copylint-enable x.one -->\n"
    assert left(source, ("x.one", "AAA")) == []


def test_rules_that_did_not_run_are_not_unused() -> None:
    source = "<!-- copylint-disable-next-line x.one, y.one -->\nAAA.\n"
    asked: list[str] = []

    def was_judged(selector: str) -> bool:
        asked.append(selector)
        return selector == "y.one"

    _, complaints = apply_inline(document(source), [], NAMES, was_judged)
    assert [source[c.span.start : c.span.end] for c in complaints] == ["y.one"]
    assert asked == ["x.one", "y.one"]


def test_unknown_rules_are_reported_with_the_nearest() -> None:
    source = "<!-- copylint-disable-next-line x.oen, y.one -->\nAAA.\n"
    kept, (complaint,) = apply_inline(
        document(source), [finding(source, "y.one", "AAA")], NAMES, lambda _: True
    )
    assert kept == []
    assert complaint.message == "There is no rule 'x.oen'; did you mean 'x.one'?"
    assert complaint.replacement == "x.one"
    assert source[complaint.span.start : complaint.span.end] == "x.oen"


def test_reason_without_hyphens_is_explained() -> None:
    source = "<!-- copylint-disable-next-line x.one as she said -->\nAAA.\n"
    _, (complaint,) = apply_inline(document(source), [], NAMES, lambda _: True)
    assert "two hyphens" in complaint.message


def test_a_comment_that_names_only_unknown_rules_suppresses_nothing() -> None:
    source = "<!-- copylint-disable zz.zz -->\n\nAAA.\n"
    assert left(source, ("x.one", "AAA")) == ["x.one:AAA", "suppression.unknown:zz.zz"]


@pytest.mark.parametrize(
    ("source", "found", "kept"),
    [
        ("They recieve [sic] it.", "recieve", False),
        ("They recieve[sic] it.", "recieve", False),
        ("They recieve (sic) it.", "recieve", False),
        ("They “recieve” [Sic] it.", "recieve", False),
        ("They could of [sic] it.", "could of", False),
        ("They well-recieved [sic] it.", "recieved", False),
        ("They recieve it [sic].", "recieve", True),
        ("They recieve it [sic]. They recieve", "it [sic]. They", True),
        ("[sic] recieve", "recieve", True),
        ("They recieve sic it.", "recieve", True),
        ("recieve\n\n[sic]", "recieve", True),
    ],
)
def test_sic_marks_suppress_their_words(source: str, found: str, kept: bool) -> None:
    assert left(source, ("x.one", found)) == ([f"x.one:{found}"] if kept else [])


def test_sic_in_markdown_with_markup() -> None:
    text = "She said the *the* [sic] plan was “the the \\[sic\\]” plan, the the end.\n"
    config = Config(select=("duplicates.word", "suppression"), grammar=())
    found = lint_text(text, path="a.md", config=config)
    assert [(f.rule, f.start.column) for f in found] == [
        ("duplicates.word", text.index("the the end") + 1)
    ]


def test_sic_on_the_next_line_of_a_paragraph() -> None:
    config = Config(select=("duplicates.word",), grammar=())
    assert (
        lint_text("She said that the the\n[sic] plan was dead.\n", path="a.md", config=config) == []
    )


def suffix(example: Bad | Good) -> str:
    return next(each.suffixes[0] for each in entries() if each.name == example.format)


def linted(example: Bad | Good, rule: Rule) -> list[Finding]:
    config = Config(grammar=(), select=("duplicates", "names", "suppression"))
    found = lint_text(example.text, path="example" + suffix(example), config=config)
    return [each for each in found if each.rule == rule.id]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_documented_examples_hold(rule: Rule) -> None:
    assert rule.bad
    assert rule.good
    assert rule.summary.endswith(".")
    assert rule.why.endswith(".")
    for bad in rule.bad:
        found = linted(bad, rule)
        assert [each.text for each in found] == [bad.found], bad.text
        if bad.fixed is not None:
            (edit,) = found[0].fixes[0].edits
            assert bad.text[: edit.span.start] + edit.text + bad.text[edit.span.end :] == bad.fixed
    for good in rule.good:
        assert linted(good, rule) == []


def test_unused_is_decided_by_the_rules_that_ran() -> None:
    text = "<!-- copylint-disable-next-line duplicates.word, names, harper -->\nAll is well.\n"

    def idle(config: Config) -> list[str]:
        return [each.text for each in lint_text(text, path="a.md", config=config)]

    assert idle(Config(grammar=(), select=("names.variant", "suppression"))) == []
    assert idle(Config(grammar=(), select=("duplicates", "suppression"))) == ["duplicates.word"]
    assert idle(Config(grammar=(), select=("duplicates", "names"))) == []  # not asked for
    ignoring = Config(grammar=(), select=("names", "suppression"), ignore=("names.doubled",))
    assert idle(ignoring) == []


def test_many_comments_take_linear_time() -> None:
    part = (
        "<!-- copylint-disable-next-line x.one -->\nAAA BBB.\n\n"
        "<!-- copylint-disable y.one -->\n\nCCC [sic] DDD.\n\n<!-- copylint-enable -->\n\n"
    )
    source = part * 4000
    made = document(source)
    findings = []
    lines = made.lines
    for start in range(0, len(source), len(part)):
        for rule, text in (("x.one", "AAA"), ("x.two", "BBB"), ("y.one", "DDD")):
            at = source.index(text, start)
            span = SourceSpan(at, at + 3)
            place = lines.place(at)
            findings.append(
                Finding("a.txt", span, rule, Severity.WARNING, "", place, place, text, "")
            )
    # Their product would take minutes.
    kept, complaints = apply_inline(made, findings, NAMES, lambda _: True)
    assert {each.rule for each in kept} == {"x.two"}
    assert len(kept) == 4000
    assert complaints == []
