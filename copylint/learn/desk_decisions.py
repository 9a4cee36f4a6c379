"""What a desk decided on findings: words that it wants accepted, and rules that it dismisses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from copylint.core.record import field, record
from copylint.core.safe_read import DECISIONS, read_file
from copylint.fix.decisions import EditorVerdict, parse
from copylint.learn.pairs import LearnError

#: The suffix of files of decisions.
SUFFIX = ".json"
# The rules that report a word because they do not know it.
_SPELLING = "spelling."


@record(frozen=False)
class DeskDecisions:
    """The decisions of any number of files, counted.

    ``dismissed`` and ``accepted`` are counts by rule, ``words`` how often a word was dismissed that
    a spelling rule did not know. ``kept`` are texts that were left as they are, in lower case.
    """

    dismissed: Counter[str] = field(default_factory=Counter)
    accepted: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """How many findings were decided on."""
        return self.dismissed.total() + self.accepted.total()

    def rules(self) -> list[str]:
        """The rules that were decided on, those that were dismissed most often first."""
        names = {*self.dismissed, *self.accepted}
        return sorted(names, key=lambda name: (-self.dismissed[name], name))


def read_decisions(paths: Iterable[str]) -> DeskDecisions:
    """The decisions in files that ``copylint apply`` reads.

    Raises ``LearnError`` or ``ConfigError`` for a file that holds none.
    """
    found = DeskDecisions()
    for path in paths:
        try:
            articles = parse(path, read_file(path, DECISIONS))
        except OSError as error:
            raise LearnError(f"{path}: cannot read these decisions: {error.strerror}") from None
        for article in articles:
            for each in article.decisions:
                rule = each.place.rule
                if each.verdict is not EditorVerdict.DISMISSED:
                    found.accepted[rule] += 1
                    continue
                found.dismissed[rule] += 1
                found.kept[each.text.lower()] += 1
                if rule.startswith(_SPELLING) and len(each.text.split()) == 1:
                    found.words[each.text] += 1
    return found
