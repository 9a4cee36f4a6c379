"""Findings as the matches of LanguageTool's answer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from copylint import __version__
from copylint.core.finding import Finding
from copylint.core.rule import Level, Rule
from copylint.language.sentences import sentence_spans
from copylint.serve.languagetool.annotation import TextWithMarkup
from copylint.serve.languagetool.categories import category_of
from copylint.serve.languagetool.languages import OfferedLanguage
from copylint.service.positions import Positions

# The context on each side of a match, in characters, as LanguageTool gives it.
_CONTEXT = 40
_CUT = "..."
_MOST_REPLACEMENTS = 20

#: The part of every answer that identifies the software.
SOFTWARE: Mapping[str, Any] = {
    "name": "copylint",
    "version": __version__,
    "buildDate": "",
    "apiVersion": 1,
    "premium": False,
    "premiumHint": "",
    "status": "",
}


class CheckedText:
    """One checked text: its places in the units of the API, and its sentences.

    ``rules`` are by id; ``address_of`` gives the address of a rule's page, or an empty string.
    """

    def __init__(
        self,
        text: TextWithMarkup,
        rules: Mapping[str, Rule],
        address_of: Callable[[Rule], str],
    ) -> None:
        self._text, self._rules, self._address_of = text, rules, address_of
        self._positions = Positions(text.source)
        self._sentences = _sentences(text.prose)
        self._starts = [start for start, _ in self._sentences]

    def match(self, finding: Finding) -> dict[str, Any]:
        """One finding; its span is in the prose of the text."""
        start, end = finding.span.start, finding.span.end
        offset, after = self._units(start, end)
        category = category_of(finding.rule, finding.severity)
        rule = self._rules.get(finding.rule)
        described: dict[str, Any] = {
            "id": finding.rule,
            "description": rule.summary if rule and rule.summary else category.name,
            "issueType": category.issue,
        }
        address = self._address_of(rule) if rule else ""
        if address:
            described["urls"] = [{"value": address}]
        described["category"] = {"id": category.id, "name": category.name}
        if rule and not rule.default:
            described["tags"] = ["picky"]
        is_local = rule is not None and rule.level == Level.SENTENCE
        return {
            "message": finding.message,
            "shortMessage": category.short,
            "replacements": [{"value": each} for each in finding.replacements[:_MOST_REPLACEMENTS]],
            "offset": offset,
            "length": after - offset,
            "context": self._context(*self._text.in_source(start, end)),
            "sentence": self._sentence(start),
            "type": {"typeName": category.type_name},
            "rule": described,
            "ignoreForIncompleteSentence": False,
            "contextForSureMatch": 0 if is_local else -1,
        }

    def is_artefact(self, finding: Finding) -> bool:
        """Whether a finding about spaces is due only to markup between them.

        A client that leaves a piece of code out of its text keeps the spaces around it.
        """
        start, end = finding.span.start, finding.span.end
        first, last = self._text.in_source(start, end)
        is_about_spaces = category_of(finding.rule, finding.severity).issue == "whitespace"
        return is_about_spaces and last - first != end - start

    def sentence_ranges(self) -> list[list[int]]:
        """The sentences as offsets of the text as sent."""
        return [list(self._units(*each)) for each in self._sentences]

    def _units(self, start: int, end: int) -> tuple[int, int]:
        first, last = self._text.in_source(start, end)
        return self._positions.to_units(first), self._positions.to_units(last)

    def _context(self, start: int, end: int) -> dict[str, Any]:
        source = self._text.source
        first, last = max(0, start - _CONTEXT), min(len(source), end + _CONTEXT)
        before = (_CUT if first else "") + source[first:start]
        after = source[end:last] + (_CUT if last < len(source) else "")
        shown = before + source[start:end] + after
        return {
            "text": shown.replace("\n", " ").replace("\r", " ").replace("\t", " "),
            "offset": _length(before),
            "length": _length(source[start:end]),
        }

    def _sentence(self, at: int) -> str:
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return ""
        start, end = self._sentences[index]
        return self._text.prose[start:end]


def answer(
    matches: Sequence[Mapping[str, Any]],
    ranges: Sequence[Sequence[int]],
    dialect: OfferedLanguage,
    *,
    incomplete: str = "",
) -> dict[str, Any]:
    """The whole answer to a check; ``incomplete`` says why the text was not checked fully."""
    named = {"name": dialect.name, "code": dialect.code}
    warnings: dict[str, Any] = {"incompleteResults": bool(incomplete)}
    if incomplete:
        warnings["incompleteResultsReason"] = incomplete
    return {
        "software": dict(SOFTWARE),
        "warnings": warnings,
        "language": {
            **named,
            "detectedLanguage": {**named, "confidence": 1.0, "source": "copylint"},
        },
        "matches": list(matches),
        "sentenceRanges": [list(each) for each in ranges],
        "extendedSentenceRanges": [
            {
                "from": start,
                "to": end,
                "detectedLanguages": [{"language": "en", "rate": 1.0}],
            }
            for start, end in ranges
        ],
    }


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings sorted by place, as clients expect them."""
    return sorted(findings, key=lambda each: (each.span.start, each.span.end, each.rule))


def _sentences(prose: str) -> list[tuple[int, int]]:
    """The sentences of a text, paragraph by paragraph."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in prose.splitlines(keepends=True):
        found += sentence_spans(prose, at, at + len(line))
        at += len(line)
    return found


def _length(text: str) -> int:
    """The UTF-16 code units of ``text``."""
    return len(text) + sum(1 for each in text if each > "\uffff")
