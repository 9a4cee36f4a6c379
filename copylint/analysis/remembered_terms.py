"""Terms that an article writes as the house hardly ever does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from copylint.analysis.article import Article
from copylint.analysis.compounds import CompoundRole, Join
from copylint.analysis.house_terms import WrittenTerm, written_terms
from copylint.analysis.names.memory_index import HouseMemory
from copylint.analysis.names.memory_terms import PrintedTerm
from copylint.core.record import record
from copylint.core.span import TextSpan

# How many articles must have the house's form, and how many times as many as the other.
_SETTLED, _TIMES = 20, 10
# A form that so many articles have is the house's too.
_FREQUENT = 20
# A term that an article writes otherwise in more places than this is told of once.
_MOST = 3


@record
class UnusualTerm:
    """A place where a term is not in the house's form, and the words ``right`` that would be.

    ``here`` is how many other articles have the article's form. ``more`` counts the places that
    are not told one by one.
    """

    span: TextSpan
    right: str
    usual: PrintedTerm
    form: str
    here: int
    more: int = 0


def unusual_terms(article: Article, memory: HouseMemory, day: date | None) -> Iterator[UnusualTerm]:
    """The places of an article of ``day`` (None: unknown) that the memory has otherwise."""
    # An article of a day that the memory covers is taken to be one of those it counts.
    own = int(day is not None and day.isoformat() <= memory.last)
    known: dict[str, list[PrintedTerm]] = {}
    found: dict[tuple[str, str], list[UnusualTerm]] = {}
    for written in written_terms(article):
        if written.term not in known:
            known[written.term] = memory.forms_of(written.term)
        forms = known[written.term]
        usual = _usual(written, forms, own)
        if usual is None:
            continue
        others = sum(each.count - own for each in forms if each.form == written.form)
        right = _as(usual.form, article.text[written.span.start : written.span.end])
        unusual = UnusualTerm(written.span, right, usual, written.form, max(0, others))
        found.setdefault((written.term, written.form), []).append(unusual)
    for places in found.values():
        places.sort(key=lambda each: each.span)
        if len(places) <= _MOST:
            yield from places
        else:
            first = places[0]
            yield UnusualTerm(
                first.span, first.right, first.usual, first.form, first.here, len(places) - 1
            )


def _usual(written: WrittenTerm, forms: Sequence[PrintedTerm], own: int) -> PrintedTerm | None:
    """The house's form; None if that is how the term is written here, or if it is not sure."""
    if not forms:
        return None
    usual = max(forms, key=lambda each: (each.count, each.form))
    if usual.count < _SETTLED or usual.form == written.form:
        return None
    if written.join is not None and not _are_comparable(written, usual):
        return None
    for here in forms:
        if here.form != written.form:
            continue
        count = here.count - own
        if count >= _FREQUENT or count * _TIMES > usual.count:
            return None
        if count > 1 and here.first > usual.last:
            return None  # the house's new form
    return usual


def _are_comparable(written: WrittenTerm, usual: PrintedTerm) -> bool:
    """Whether the house's form may stand in the place of the other one.

    Before a noun a hyphen may have another reason, so two words are compared only as a noun by
    themselves, and with one word only: *policymaker*.
    """
    if " " in usual.form:
        return written.role is CompoundRole.HEAD
    return written.join is not Join.OPEN or "-" not in usual.form


def _as(form: str, shown: str) -> str:
    """``shown``, which may be a plural or begin with a capital, in the manner of ``form``."""
    if form.lower() == shown.lower():
        return form
    letters = "".join(each for each in shown if each.isalpha())
    for sign in ("-", " "):
        cut = form.find(sign)
        if cut > 0:
            return f"{letters[:cut]}{sign}{letters[cut:]}"
    return letters
