"""``extends: sequence``: reports words in a row, by what they are and how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copylint.core.record import record, replace
from copylint.packs.article_units import Unit
from copylint.packs.common import COMMON, checked, flag, parse_common
from copylint.packs.pack_rule import Hit, Keys, PackRule, QuotedException
from copylint.packs.pattern import NONWORD, Clock, Pattern
from copylint.packs.penn import Tagged, tagged_words
from copylint.packs.scopes import SENTENCE
from copylint.packs.yaml_nodes import RuleFile

KEYS = (*COMMON, "tokens", "ignorecase")
_STEP_KEYS = ("pattern", "tag", "skip", "negate")
_WHOLE = r"\A(?:%s)\Z"
# A pattern that sets its own boundaries within a word.
_ANCHORED = re.compile(r"\^|\$|\\b|\\A|\\Z|\\B")
# Words that a message may name, and words that may be passed over.
_MOST_WORDS = 40
_MOST_SKIPPED = 20


@record
class SequenceStep:
    """One word of a sequence: its form and its tag; up to ``skip`` words may precede it."""

    pattern: Pattern | None
    tag: Pattern | None
    skip: int = 0
    negate: bool = False
    optional: bool = False
    starts: bool = False
    ends: bool = False

    def takes(self, word: Tagged, clock: Clock) -> bool:
        """Whether ``word`` matches this token, or does not if the token is negated."""
        if self.pattern is not None:
            found = self.pattern.search(word.text, 0, clock) is not None
            if found == self.negate:
                return False
        if self.tag is not None:
            return (self.tag.search(word.tag, 0, clock) is not None) != self.negate
        return True


@record(slots=False)
class SequenceRule(PackRule):
    """Words in a row in one sentence. The message has each of them.

    ``patterns`` holds the first word's that is written in some way, to know where to look.
    ``by_anchor``: the search starts there and goes left and right, as Vale's does.
    """

    extends = "sequence"
    steps: tuple[SequenceStep, ...] = ()
    by_anchor: bool = False

    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: QuotedException
    ) -> Iterator[Hit]:
        """A hit for each place that has the words in a row; none overlaps another."""
        if self.patterns and not self.patterns[0].search(unit.masked, 0, clock):
            return
        words = tagged_words(unit)
        found = self._anchored(words, clock) if self.by_anchor else self._everywhere(words, clock)
        for matched in found:
            start, end = matched[0].start, matched[-1].end
            if leave_out(start):
                continue
            texts = [word.text for word in matched]
            made = self.hit(unit, start, end, (*texts, *[""] * _MOST_WORDS), clock)
            yield made

    def _everywhere(self, words: Sequence[Tagged], clock: Clock) -> Iterator[Sequence[Tagged]]:
        at = 0
        while at < len(words):
            # What may be passed over before the first word is not part of the sequence.
            end = self._from(words, at, 0, 0, clock)
            if end is not None and end > at:
                yield words[at:end]
                at = end
            else:
                at += 1

    def _from(
        self, words: Sequence[Tagged], at: int, step: int, skipped: int, clock: Clock
    ) -> int | None:
        """The end of the sequence from ``step`` on that begins at word ``at``."""
        while step < len(self.steps):
            current = self.steps[step]
            if at >= len(words):
                # At the end of a sentence too it holds that the word does not follow.
                return at if all(each.negate for each in self.steps[step:]) else None
            room = current.skip - skipped if step else 0
            if current.takes(words[at], clock):
                if room <= 0:
                    at, step, skipped = at + 1, step + 1, 0
                    continue
                end = self._from(words, at + 1, step + 1, 0, clock)
                if end is not None:
                    return end
            if room <= 0:
                return None
            at, skipped = at + 1, skipped + 1
        return at

    def _anchored(self, words: Sequence[Tagged], clock: Clock) -> Iterator[Sequence[Tagged]]:
        steps = _spread(self.steps)
        anchor = next(
            (i for i, each in enumerate(steps) if each.pattern is not None and not each.negate),
            None,
        )
        if anchor is None:
            anchor = next(i for i, each in enumerate(steps) if not each.negate)
        for index, word in enumerate(words):
            if steps[anchor].takes(word, clock):
                span = _around(steps, anchor, words, index, clock)
                if span is not None:
                    yield words[span[0] : span[1]]


def _spread(steps: Sequence[SequenceStep]) -> list[SequenceStep]:
    """``steps`` with a step of its own for each word that may be passed over."""
    spread: list[SequenceStep] = []
    for step in steps:
        for number in range(step.skip):
            spread.append(replace(step, optional=True, starts=number == 0))
        spread.append(replace(step, ends=True))
    return spread


def _around(
    steps: Sequence[SequenceStep], anchor: int, words: Sequence[Tagged], index: int, clock: Clock
) -> tuple[int, int] | None:
    """The words of the sequence whose step ``anchor`` is word ``index``."""
    first = index
    for back in range(1, anchor + 1):
        if index - back < 0:
            return None
        step = steps[anchor - back]
        first = index - back
        optional = (step.optional or step.ends) and not step.starts if step.skip else step.optional
        matches = step.takes(words[first], clock)
        if not matches and not optional:
            return None
        if matches and optional:
            break
    last = index
    for ahead in range(len(steps) - anchor):
        if index + ahead >= len(words):
            return None
        step, last = steps[anchor + ahead], index + ahead
        matches = step.takes(words[last], clock)
        if not matches and not step.optional:
            return None
        if matches and step.optional:
            break
    return first, last + 1


def parse(file: RuleFile, keys: Keys) -> PackRule:
    """The rule in ``keys``. Raises ``RuleProblem``."""
    file.known_keys(keys, KEYS)
    strict = file.house.strict
    common = parse_common(file, keys, _MOST_WORDS - 1, scopes=(SENTENCE,))
    if "tokens" not in keys:
        raise file.problem(keys["extends"][0], "the rule has no 'tokens'")
    ignorecase = flag(file, keys, "ignorecase")
    steps: list[SequenceStep] = []
    anchors: list[Pattern] = []
    for node, table in file.mappings(keys["tokens"][1], "'tokens'"):
        file.known_keys(table, _STEP_KEYS, lax=True)
        pattern = tag = None
        negate = flag(file, table, "negate")
        if "pattern" in table and (text := file.string(table["pattern"][1], "'pattern'")):
            at = table["pattern"][1]
            template = NONWORD if _ANCHORED.search(text) else _WHOLE
            pattern = checked(file, at, Pattern(text, template, ignorecase, strict))
            if not negate:
                anchors.append(Pattern(text, NONWORD, ignorecase, strict))
        if "tag" in table and (text := file.string(table["tag"][1], "'tag'")):
            tag = checked(file, table["tag"][1], Pattern(text, NONWORD, exact=True))
        if pattern is None and tag is None:
            raise file.problem(node, "a word of a sequence has a 'pattern' or a 'tag'")
        skip = file.whole_number(table["skip"][1], "'skip'") if "skip" in table else 0
        if skip > _MOST_SKIPPED:
            raise file.problem(table["skip"][1], f"'skip' cannot be above {_MOST_SKIPPED}")
        steps.append(SequenceStep(pattern, tag, skip, negate))
    if not steps or all(step.negate for step in steps):
        raise file.problem(keys["tokens"][0], "the sequence has no word that must be there")
    return SequenceRule(
        common,
        tuple(anchors[:1]),
        always=not anchors,
        steps=tuple(steps),
        by_anchor=strict,
    )
