"""``extends: capitalization``: reports headings and the like whose capitals are not the house's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from copylint.core.record import field, record
from copylint.packs.article_units import MASK, Unit
from copylint.packs.common import COMMON, checked, flag, parse_common
from copylint.packs.exceptions import parse_exceptions
from copylint.packs.pack_rule import Hit, Keys, PackRule, QuotedException
from copylint.packs.pattern import NONWORD, Clock, Pattern
from copylint.packs.titlecase import TOKEN, in_sentence_case, in_title_case
from copylint.packs.yaml_nodes import RuleFile

KEYS = (
    *COMMON,
    *("match", "style", "threshold", "indicators", "prefix", "exceptions", "vocab"),
)
_CASES = ("$title", "$sentence", "$lower", "$upper")
_STYLES = ("AP", "Chicago")
_THRESHOLD = 0.8
_EDGE = ".,;:!?\"'()[]“”‘’…"


@record(slots=False)
class Capitalization(PackRule):
    """The case that a whole unit is to be in. The message has the unit, then as it should be.

    ``case`` is one of title, sentence, lower, upper, or a pattern that must match. ``terms``
    are the exceptions that words are compared with; ``strict``: as Vale counts.
    """

    extends = "capitalization"
    case: str = "$title"
    chicago: bool = False
    threshold: float = _THRESHOLD
    marks: tuple[str, ...] = ()
    prefix: Pattern | None = None
    finder: Pattern = field(default_factory=lambda: Pattern(TOKEN))
    terms: tuple[tuple[str, Pattern], ...] = ()
    strict: bool = False

    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: QuotedException
    ) -> Iterator[Hit]:
        """One hit at most, of all of the unit."""
        text = unit.masked.replace("\n", " ").rstrip()
        lead = len(text) - len(text.lstrip())
        text = text.lstrip()
        if not text or (leave_out(lead) and leave_out(lead + len(text) - 1)):
            return
        expected, right = self._judged(unit, text, clock)
        if right:
            return
        start, end = lead, lead + len(text)
        shown = unit.text[start:end]
        action = self.common.action
        message = self.common.message.render([shown, expected, expected])
        if action is None or (action.name == "replace" and not action.params):
            replacements: tuple[str, ...] = ()
            # The placeholder for code must not be written into the text.
            if self.case in _CASES and MASK not in text and "\n" not in shown:
                replacements = (expected,)
            yield Hit(start, end, message, replacements, action is not None and bool(replacements))
        else:
            made = self.hit(unit, start, end, [shown, expected], clock)
            yield Hit(made.start, made.end, message, made.replacements, made.fixable)

    def _judged(self, unit: Unit, text: str, clock: Clock) -> tuple[str, bool]:
        """What ``text`` should be, and whether it is near enough to that."""
        if self.case not in _CASES:
            found = self.patterns[0].search(text, 0, clock) is not None
            return self.case, found or self._excepted(unit, text, clock)
        prefix = ""
        if self.prefix is not None:
            match = self.prefix.search(text, 0, clock)
            if match is not None and match.start() == 0:
                prefix, text = text[: match.end()], text[match.end() :]
        spans = list(self._spans(text, clock))
        tokens = [text[start:end] for start, end in spans]
        if not tokens and not self.strict:
            return prefix + text, True

        def spelt(word: str) -> str:
            return self._spelt(unit, word, clock)

        if self.case == "$title":
            expected = in_title_case(text, spelt, chicago=self.chicago)
        elif self.case == "$sentence":
            befores = ["", *tokens[:-1]] if self.strict else _befores(text, spans)
            cased = in_sentence_case(tokens, befores, spelt, self.marks)
            expected = _spliced(text, spans, cased)
        else:
            upper = self.case == "$upper"
            cased = [
                spelt(token) or (token.upper() if upper else token.lower()) for token in tokens
            ]
            expected = _spliced(text, spans, cased)
            if self.strict:
                expected = text.upper() if upper else text.lower()
                return expected, expected == text or self._excepted(unit, text, clock)
            return prefix + expected, expected == text
        wanted = [expected[start:end] for start, end in self._spans(expected, clock)]
        return prefix + expected, self._enough(unit, tokens, wanted, clock)

    def _enough(
        self, unit: Unit, tokens: Sequence[str], wanted: Sequence[str], clock: Clock
    ) -> bool:
        sentence = self.case == "$sentence"
        right = 0
        for index, token in enumerate(tokens):
            if (
                index >= len(wanted)
                or token == wanted[index]
                or self._excepted(unit, token, clock)
                or (not sentence and token == token.upper())
                or (sentence and not self.strict and _is_name(token))
            ):
                right += 1
            elif sentence and index == 0 and token != token.title():
                return False
        # Without a word Vale's share is not a number, and no number is enough.
        return bool(tokens) and right / len(tokens) >= self.threshold

    def _spans(self, text: str, clock: Clock) -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(text) and (found := self.finder.search(text, at, clock)) is not None:
            if found.end() > found.start():
                yield found.start(), found.end()
            at = max(found.end(), found.start() + 1)

    def _spelt(self, unit: Unit, word: str, clock: Clock) -> str:
        core = word if self.strict else word.strip(_EDGE)
        for term, pattern in self.terms:
            if term.lower() == core.lower():
                return word.replace(core, term)
            if pattern.search(core, 0, clock):
                return word
        if MASK in word or (not self.strict and unit.article.vocabulary.accepts(core)):
            return word
        return ""

    def _excepted(self, unit: Unit, text: str, clock: Clock) -> bool:
        return any(term.search(text, 0, clock) for term in self.exceptions.terms)


def _is_name(token: str) -> bool:
    """Whether the capitals of ``token`` are its own: an abbreviation, or a name."""
    from copylint.language.lexicon import Lexicon

    word = token.strip(_EDGE)
    if sum(char.isupper() for char in word) > 1:
        return True
    return word[:1].isupper() and not Lexicon.shared().is_word(word.lower())


def _befores(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The text before each of ``spans``, from the end of the span before it."""
    starts = [start for start, _ in spans]
    return ["", *(text[a:b].rstrip() for a, b in pairwise(starts))]


def _spliced(text: str, spans: Sequence[tuple[int, int]], tokens: Sequence[str]) -> str:
    made: list[str] = []
    at = 0
    for (start, end), token in zip(spans, tokens, strict=True):
        made += (text[at:start], token)
        at = end
    return "".join((*made, text[at:]))


def parse(file: RuleFile, keys: Keys) -> PackRule:
    """The rule in ``keys``. Raises ``RuleProblem``."""
    file.known_keys(keys, KEYS)
    house = file.house
    common = parse_common(file, keys, 2)
    if "match" not in keys:
        raise file.problem(keys["extends"][0], "the rule has no 'match'")
    node = keys["match"][1]
    case = file.string(node, "'match'")
    patterns: tuple[Pattern, ...] = ()
    if case not in _CASES:
        if case.startswith("$"):
            raise file.problem(node, f"'match' is one of {', '.join(_CASES)}, or a pattern")
        patterns = (checked(file, node, Pattern(case, NONWORD, exact=house.strict)),)
    style = file.string(keys["style"][1], "'style'") if "style" in keys else "AP"
    if style not in _STYLES:
        file.doubt(keys["style"][1], f"'style' must be one of {', '.join(_STYLES)}")
    threshold = file.number(keys["threshold"][1], "'threshold'") if "threshold" in keys else 0
    vocabulary = flag(file, keys, "vocab", True)
    exceptions = parse_exceptions(file, keys, vocabulary=vocabulary)
    texts = file.texts(keys["exceptions"][1], "'exceptions'") if "exceptions" in keys else []
    texts = sorted([*texts, *(house.accept if vocabulary else ())], key=len, reverse=True)
    template = NONWORD if house.strict else r"\A(?:%s)\Z"
    prefix = None
    if keys.get("prefix") and file.string(keys["prefix"][1], "'prefix'"):
        at = keys["prefix"][1]
        prefix = checked(file, at, Pattern(file.string(at, "'prefix'"), exact=True))
    finder = Pattern(TOKEN, exact=True)
    if texts:
        several = "|".join(f"(?:{text})" for text in texts)
        finder = checked(file, node, Pattern(rf"\b(?:{several})\b|{TOKEN}", NONWORD, True, True))
    marks = [":"]
    if "indicators" in keys:
        marks = [text for text in file.texts(keys["indicators"][1], "'indicators'") if text]
    elif house.strict:
        marks = []
    return Capitalization(
        common,
        patterns,
        exceptions,
        always=True,
        case=case,
        chicago=style == "Chicago",
        threshold=threshold or _THRESHOLD,
        marks=tuple(marks),
        prefix=prefix,
        finder=finder,
        terms=tuple((text, Pattern(text, template, exact=True)) for text in texts),
        strict=house.strict,
    )
