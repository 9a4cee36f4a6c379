"""Suppressions in the article itself: the findings they accept, and unused ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from copylint.core.document import Document
from copylint.core.finding import Finding
from copylint.core.kept_patterns import compiled
from copylint.core.record import field, record
from copylint.core.rule import Rule
from copylint.core.selector import ALL, RuleNames, selects
from copylint.core.span import SourceSpan
from copylint.suppress.directives import (
    Directive,
    MalformedDirective,
    RuleSelector,
    Verb,
    directives,
)
from copylint.suppress.sic import SicMarks
from copylint.suppress.suppression_rules import UNKNOWN, UNUSED

_NOT_SPACE = compiled(r"\S")
_VERBS = ", ".join(f"copylint-{verb}" for verb in Verb)


@record
class SuppressionProblem:
    """Something wrong with a suppression. ``replacement`` is for the whole of ``span``."""

    rule: Rule
    span: SourceSpan
    message: str
    replacement: str | None = None


@record
class Attempt:
    """A suppression in the source: where it begins, and briefly what it says."""

    start: int
    what: str


def attempts(document: Document) -> list[Attempt]:
    """Every suppression in the document, copylint's and Vale's, by place."""
    found = [
        Attempt(each.span.start, f"copylint-{each.verb}")
        for each in (directives(document) if document.comments else ())
        if isinstance(each, Directive) and each.verb is not Verb.ENABLE
    ]
    for comment in document.comments:
        words = comment.text.split()
        if words[:1] == ["vale"]:
            found.append(Attempt(comment.span.start, "vale"))
    found += (Attempt(place, "[sic]") for place in SicMarks(document).places)
    return sorted(found, key=lambda each: each.start)


def apply_inline(
    document: Document,
    findings: Sequence[Finding],
    names: RuleNames,
    was_covered: Callable[[str], bool],
) -> tuple[list[Finding], list[SuppressionProblem]]:
    """The findings that the document does not suppress, and problems with its suppressions.

    ``was_covered`` says whether every rule that a selector covers ran here: only then can a
    suppression that names it be called unused.
    """
    asked = directives(document) if document.comments else []
    sic = SicMarks(document)
    kept = [finding for finding in findings if not sic.accept(finding)]
    if not asked:
        return kept, []
    problems = [_malformed(each) for each in asked if isinstance(each, MalformedDirective)]
    accepted = _Accepted(document, names, {finding.rule for finding in findings})
    for each in asked:
        if isinstance(each, Directive):
            problems += _unknown(each, names)
            accepted.add(each)
    # A finding that both a [sic] and a comment accept counts as a use of the comment too.
    for finding in findings:
        accepted.accept(finding)
    kept = [finding for finding in kept if not accepted.accept(finding)]
    problems += accepted.unused(was_covered)
    return kept, problems


@record(frozen=False)
class _Use:
    """A directive, and which of its selectors (by index) have been used."""

    directive: Directive
    selectors: tuple[RuleSelector, ...]  # the known ones; one for all rules if it names none
    used: set[int] = field(default_factory=set)


# From an offset on: the use that switches a rule off, or None if it is on again.
_Switch = tuple[int, _Use | None, int]


class _Accepted:
    """What the directives of a document accept.

    Everything is kept by rule id, only for the rules of this document's findings, so that the
    cost of thousands of directives and thousands of findings is their sum, not their product.
    """

    def __init__(self, document: Document, names: RuleNames, found: set[str]) -> None:
        self._document = document
        self._names = names
        self._found = found
        self._uses: list[_Use] = []
        self._in_file: dict[str, tuple[_Use, int]] = {}
        self._on_line: dict[tuple[int, str], tuple[_Use, int]] = {}
        self._switches: dict[str, list[_Switch]] = {}
        self._off: set[str] = set()  # rules that a block has switched off, here
        self._prose = _Prose(document)

    def add(self, directive: Directive) -> None:
        """Add the next directive of the source."""
        known = tuple(s for s in directive.selectors if self._names.is_known(s.text))
        if directive.selectors and not known:
            return
        use = _Use(directive, known or (RuleSelector(ALL, directive.span),))
        self._uses.append(use)
        for index, selector in enumerate(use.selectors):
            rules = self._rules_of(selector.text)
            if directive.verb is Verb.ENABLE:
                if rules & self._off:
                    use.used.add(index)
                self._off -= rules
            elif directive.verb is Verb.DISABLE:
                self._off |= rules
            for rule in rules & self._found:
                self._apply(rule, use, index)

    def _apply(self, rule: str, use: _Use, index: int) -> None:
        span = use.directive.span
        lines = self._document.lines
        match use.directive.verb:
            case Verb.FILE:
                self._in_file.setdefault(rule, (use, index))
            case Verb.LINE:
                first, last = lines.place(span.start).line, lines.place(span.end).line
                for line in range(first, last + 1):
                    self._on_line.setdefault((line, rule), (use, index))
            case Verb.NEXT_LINE:
                line = self._prose.line_after(span.end)
                self._on_line.setdefault((line, rule), (use, index))
            case Verb.DISABLE:
                self._switches.setdefault(rule, []).append((span.end, use, index))
            case Verb.ENABLE:
                self._switches.setdefault(rule, []).append((span.start, None, 0))

    def accept(self, finding: Finding) -> bool:
        """Whether the finding is suppressed; the narrowest directive gets the credit."""
        rule = finding.rule
        hit = self._on_line.get((finding.start.line, rule)) or self._block(finding)
        hit = hit or self._in_file.get(rule)
        if hit is None:
            return False
        use, index = hit
        use.used.add(index)
        return True

    def _block(self, finding: Finding) -> tuple[_Use, int] | None:
        switches = self._switches.get(finding.rule, ())
        last = bisect_right(switches, finding.span.start, key=lambda switch: switch[0]) - 1
        if last < 0:
            return None
        _, use, index = switches[last]
        return (use, index) if use is not None else None

    def unused(self, was_covered: Callable[[str], bool]) -> Iterable[SuppressionProblem]:
        """Complaints about directives, or selectors in them, that were not used."""
        for use in self._uses:
            idle = [
                selector
                for index, selector in enumerate(use.selectors)
                if index not in use.used
                and (use.directive.verb is Verb.ENABLE or was_covered(selector.text))
            ]
            whole = len(idle) == max(1, len(use.directive.selectors))
            if use.directive.verb is Verb.ENABLE:
                what = "Nothing is switched off here"
            else:
                what = "This suppresses nothing"
            if idle and whole:
                yield SuppressionProblem(
                    UNUSED, use.directive.span, f"{what}; delete the comment.", ""
                )
            else:
                for each in idle:
                    message = f"{what} of '{each.text}'; delete '{each.text}' from the comment."
                    yield SuppressionProblem(UNUSED, each.span, message)

    def _rules_of(self, selector: str) -> frozenset[str]:
        """The ids that a selector names, including ids of open families among the findings."""
        return self._names.selected(selector) | frozenset(
            rule for rule in self._found if rule not in self._names.ids and selects(selector, rule)
        )


class _Prose:
    """Where the source has prose, for finding the next line that holds any."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._spans: list[SourceSpan] | None = None

    def line_after(self, offset: int) -> int:
        """The 1-based line, after that of ``offset``, which is the next to hold prose; else 0."""
        document = self._document
        if self._spans is None:
            self._spans = sorted(segment.source for segment in document.segments)
        line = document.lines.place(offset).line
        if line >= document.lines.count:
            return 0
        start = document.lines.line_start(line + 1)
        index = bisect_right(self._spans, start, key=lambda span: span.end)
        for span in self._spans[index:]:
            at = max(start, span.start)
            match = _NOT_SPACE.search(document.source, at, span.end)
            if match:
                return document.lines.place(match.start()).line
        return 0


def _malformed(each: MalformedDirective) -> SuppressionProblem:
    hint = f"did you mean '{each.meant}'?" if each.meant else "it must be one of " + _VERBS
    return SuppressionProblem(
        UNKNOWN, each.span, f"'{each.text}' is not a suppression; {hint}", each.meant or None
    )


def _unknown(directive: Directive, names: RuleNames) -> Iterable[SuppressionProblem]:
    for selector in directive.selectors:
        if names.is_known(selector.text):
            continue
        if " " in selector.text:
            message = "Commas go between rules, and two hyphens (--) before a reason."
            yield SuppressionProblem(UNKNOWN, selector.span, message)
            continue
        message = names.describe_unknown(selector.text)
        yield SuppressionProblem(
            UNKNOWN,
            selector.span,
            message[0].upper() + message[1:],
            names.suggestion(selector.text) or None,
        )
