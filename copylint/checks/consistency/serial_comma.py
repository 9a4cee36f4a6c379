"""A comma before the "and" of some lists and not of others."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.analysis.majority_form import MinorityForm
from copylint.checks.consistency.matches import tell
from copylint.contract.check import Check, Options
from copylint.core.blocks import RUNNING_PROSE
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="consistency.serial-comma",
    summary=(
        "Flags a comma before the last item of one list if the other lists have none, or the "
        "reverse."
    ),
    why=(
        "Houses put the comma before 'and' in every list or only if it helps. Only plain lists are "
        "compared: three or more similar items of a word or two."
    ),
    bad=(
        Bad(
            "They sell bread, butter, and eggs. The stall has apples, pears, and plums. The shop "
            "next door has soap, candles and rope.",
            "candles and",
            "They sell bread, butter, and eggs. The stall has apples, pears, and plums. The shop "
            "next door has soap, candles, and rope.",
        ),
    ),
    good=(
        Good("They sell bread, butter and eggs. In May, Ann and Bob, and their son, moved in."),
        Good("They sell bread, butter and eggs. The stall has apples, pears and plums."),
    ),
    severity=Severity.SUGGESTION,
    default=False,
)

_ITEM = r"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*)?"
_LIST = re.compile(
    rf"(?P<items>(?<![\w,;-])(?:{_ITEM}, ){{1,8}}){_ITEM}(?P<comma>,?) (?:and|or) (?P<last>{_ITEM})"
)
# What follows shows that the list has not ended: its last "and" is inside an item.
_GOES_ON = re.compile(r",|[^.;:!?)\n]{0,80}, (?:and|or) ")
_PARTING = re.compile(r",? (?:and|or) |, ")
# A word that no tag is known of is a rare noun.
_NOUNS = ("NN", "NNS", "")
_DESCRIBING = (*_NOUNS, "JJ", "VBG")


class SerialComma(Check):
    """Compares the plain lists of an article."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The rarer way to end a list."""
        forms: dict[bool, list[TextSpan]] = {}
        for passage in article.author_prose.passages:
            span = passage.block.span
            if passage.kind not in RUNNING_PROSE or ", " not in passage.text:
                continue
            for found in _LIST.finditer(article.text, span.start, span.end):
                if not article.author_prose.says(found.start()) or not _is_plain(found):
                    continue
                comma = found.start("comma")
                word = article.text.rfind(" ", found.start(), comma) + 1
                end = found.start("last") - 1
                forms.setdefault(bool(found["comma"]), []).append(TextSpan(word, end))
        text = article.text

        def better(minority: MinorityForm[bool]) -> str:
            word, space, conjunction = text[minority.span.start : minority.span.end].partition(" ")
            return (word + "," if minority.usual else word.rstrip(",")) + space + conjunction

        def message(minority: MinorityForm[bool]) -> str:
            return (
                "Add a comma before the last item, as in the article's other lists."
                if minority.usual
                else "Leave out the comma before the last item, as in the article's other lists."
            )

        shown = {True: "a comma", False: "no comma"}
        yield from tell(RULE, forms, message, better, shown.__getitem__)


def _is_plain(found: re.Match[str]) -> bool:
    """Whether every item is alike: all nouns in small letters, or four names or more."""
    text, end = found.string, found.end()
    if _GOES_ON.match(text, end) or (not found["comma"] and text[: found.start()].endswith("of ")):
        return False
    items = [item.split() for item in _PARTING.split(found.group())]
    if len(items) < 3:
        return False
    if all(word[0].isupper() for item in items for word in item):
        return len(items) > 3
    # The first item may be the end of a clause, the last the beginning of one.
    first, *inner, last = items
    return (
        all(word.islower() for item in (*inner, last) for word in item)
        and all(_tag(item[-1]) in _NOUNS for item in (first, *inner))
        and all(len(item) == 1 or _tag(item[0]) in _DESCRIBING for item in inner)
        and _tag(last[0]) in _DESCRIBING
        and any(_tag(word) in _NOUNS for word in last)
    )


def _tag(word: str) -> str:
    return next(iter(tags_of(word)), "")
