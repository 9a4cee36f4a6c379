"""Who and what an article names, and how often."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from copylint.analysis.names.mentions import Mention

if TYPE_CHECKING:
    from copylint.analysis.names.name_index import NameIndex


class NamedEntity(NamedTuple):
    """A name in its fullest form, and how often the article mentions its bearer."""

    name: str
    mentions: int


def cast(names: NameIndex) -> list[NamedEntity]:
    """The names of people, places and bodies, the most mentioned first, then in order.

    The last word of a name that the article has written more fully (a surname) is a mention
    of the bearer named last in full.
    """
    counts: dict[str, int] = {}
    bearers: dict[str, str] = {}
    for parts, opens in _names(names):
        name = " ".join(parts)
        if opens and len(parts) == 2 and bearers.get(parts[1], name) != name:
            parts = parts[1:]  # a word that opens the sentence, then a surname known already
            name = parts[0]
        if len(parts) > 1:
            bearers[parts[-1]] = name
        else:
            name = bearers.get(name, name)
        counts[name] = counts.get(name, 0) + 1
    for name in [name for name in counts if name in bearers]:
        # Written alone before it was written in full: a headline, say.
        counts[bearers[name]] += counts.pop(name)
    return sorted(
        (NamedEntity(name, count) for name, count in counts.items()),
        key=lambda named: -named.mentions,
    )


def _names(names: NameIndex) -> Iterator[tuple[list[str], bool]]:
    """The words of each name, and whether the first has its capital from its place."""
    known = names.forms
    for mention in names.mentions:
        # A form whose capital its place explains is a name only if it is one elsewhere too.
        forms = [known[part.form] for part in mention.parts if part.form in known]
        if any(not part.placed for part in mention.parts) or any(form.free for form in forms):
            yield list(_words(mention)), mention.parts[0].placed


def _words(mention: Mention) -> Iterator[str]:
    """The words of a name; those that a hyphen ties are one."""
    word = ""
    for part in mention.parts:
        if part.joined:
            word += f"-{part.form}"
        else:
            if word:
                yield word
            word = part.form
    yield word
