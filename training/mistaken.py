"""Lists of words that writers confuse, leave out or write twice."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from copylint.language.word_list import words

_OFTEN = words(
    "the a of to in be have is for on an been was are has with at as by from had will not were"
)
_SELDOM = words(
    "that so up out when because while if over more between through under against during before "
    "these our your"
)
_SMALL = words(
    "and would can could it he they who which this his her their its or but than about into after "
    "do did does there we i you him them she being"
)
#: Function words, with the relative frequency of each as a missing or extra word.
SMALL_WORDS: Mapping[str, float] = {
    **dict.fromkeys(sorted(_OFTEN), 2.5),
    **dict.fromkeys(sorted(_SMALL), 1.0),
    **dict.fromkeys(sorted(_SELDOM), 0.5),
}


def _table(text: str) -> dict[str, tuple[str, ...]]:
    rows = (line.split(":") for line in text.strip().splitlines())
    return {word.strip(): tuple(others.split()) for word, others in rows}


#: Prepositions, each with those written for it by mistake.
PREPOSITIONS = _table(
    """
    in: on at of for to into
    on: in at of upon for to
    at: in on to by
    of: for to from in on
    for: of to from
    to: for of at with in on
    with: to of for by in
    from: of to for by
    by: from with of in
    about: of on for
    into: in to on
    over: on of about
    as: like for
    against: to with on
    between: among from
    after: before of
    under: on in
    """
)
#: Words that agree with others, each with those written for it by mistake.
AGREEING = _table(
    """
    is: are be was
    are: is be were
    was: were is be
    were: was are
    has: have had
    have: has had
    had: have has
    does: do
    do: does
    doesn't: don't
    don't: doesn't
    isn't: aren't
    aren't: isn't
    wasn't: weren't
    weren't: wasn't
    hasn't: haven't
    haven't: hasn't
    this: these
    these: this
    that: those
    those: that
    been: be being
    be: been is being
    many: much
    much: many
    its: their
    their: its
    could: can
    who: which
    """
)
#: Pairs of words and the compound of each, which are confused both ways: two words for the
#: compound, and the compound for two words.
JOINED = {
    tuple(pair.split("+")): pair.replace("+", "")
    for pair in words(
        "in+to on+to may+be every+day any+one every+one some+time with+out can+not al+ready "
        "to+day an+other to+gether through+out with+in them+selves it+self him+self near+by "
        "what+ever mean+while no+where world+wide some+where how+ever al+though"
    )
}
#: Those that are also correct as two words, in another sense.
APART = frozenset({("in", "to"), ("on", "to"), ("may", "be"), ("every", "day"), ("any", "one"),
                   ("every", "one"), ("some", "time")})  # fmt: skip


def read_confusions(path: Path) -> dict[str, tuple[str, ...]]:
    """For every word, the words written for it by mistake, from ``tools/models/confusions.txt``.

    A line there is a set of words, or ``a>b`` for ``a`` written for ``b`` but not the reverse.
    """
    table: dict[str, dict[str, None]] = {}
    for line in path.read_text("utf-8").splitlines():
        row = line.lstrip("!~ ")
        if not row or row.startswith("#"):
            continue
        entries = row.split()
        for entry in entries:
            written, arrow, meant = entry.partition(">")
            if arrow:
                table.setdefault(meant, {})[written] = None
        plain = [entry for entry in entries if ">" not in entry]
        for meant in plain:
            for written in plain:
                if meant != written:
                    table.setdefault(meant, {})[written] = None
    return {meant: tuple(written) for meant, written in table.items()}
