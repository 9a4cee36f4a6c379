"""Terms in the house memory: a line for each way in which one is written.

``policymaker = policy-maker`` counts the articles that join the term so, ``prime minister = Prime
Minister`` those that give it capitals. What precedes the sign is the term itself, in small letters
and, if it is a compound, as one word; so the lines of a term follow one another.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from copylint.core.record import record

#: What divides a term from one of its forms. No name of a person has it.
DIVIDER = " = "


@record
class PrintedTerm:
    """A form of a term as it was printed: in how many articles, the first day and the last.

    Days are ISO dates, empty if no article had one. ``articles`` holds the id of the last article.
    """

    term: str
    form: str
    count: int
    first: str = ""
    last: str = ""
    articles: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The first field of the form's line, by which it is sorted and found."""
        return f"{self.term}{DIVIDER}{self.form}"

    def line(self) -> str:
        """The form's line in the file."""
        return "\t".join((self.key, str(self.count), self.first, self.last, *self.articles))


def is_term(line: str) -> bool:
    """Whether a line of a memory is about a term."""
    return DIVIDER in line.partition("\t")[0]


def parsed_term(line: str) -> PrintedTerm:
    """The form in a line of the file. Raises ``ValueError`` if it is not such a line."""
    key, count, first, last, *articles = line.split("\t")
    term, _, form = key.partition(DIVIDER)
    for day in filter(None, (first, last)):
        date.fromisoformat(day)
    if not term or term != term.lower() or _letters(term) != _letters(form) or int(count) < 1:
        raise ValueError(line)
    return PrintedTerm(term, form, int(count), first, last, tuple(articles))


def sum_of(old: PrintedTerm, new: PrintedTerm) -> PrintedTerm:
    """Both, which are of one form, as one that cites the later article."""
    earlier, later = (new, old) if new.last < old.last else (old, new)
    return PrintedTerm(
        old.term,
        old.form,
        old.count + new.count,
        min(filter(None, (old.first, new.first)), default=""),
        later.last,
        later.articles or earlier.articles,
    )


def frequent(terms: Iterable[PrintedTerm], least: int) -> dict[str, PrintedTerm]:
    """The terms whose forms together have at least so many articles, by the keys of the forms."""
    known = list(terms)
    counts: dict[str, int] = {}
    for each in known:
        counts[each.term] = counts.get(each.term, 0) + each.count
    return {each.key: each for each in known if counts[each.term] >= least}


def _letters(form: str) -> str:
    return form.lower().replace("-", "").replace(" ", "")
