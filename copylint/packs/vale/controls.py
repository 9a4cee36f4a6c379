"""Comments in an article that switch Vale's rules off and on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from copylint.core.document import Document
from copylint.core.record import field, record

_SWITCH = re.compile(r"vale (on|off)")
_ONE = re.compile(r"vale ([\w-]+(?:\.[\w-]+)?) ?= ?(YES|NO|on|off)")
_MATCHES = re.compile(r"vale ([\w-]+\.[\w-]+)(\[.*\]) ?= ?(YES|NO)", re.DOTALL)
_STYLES = re.compile(r"vale styles? ?= ?(.+)", re.DOTALL)


@record(frozen=False, slots=False)
class Controls:
    """What is switched off from place to place; ``places`` are of the source, ascending.

    Ask about places in ascending order only.
    """

    places: list[tuple[int, str]]
    styles: Sequence[str]
    _next: int = 0
    _off: dict[str, bool] = field(default_factory=dict)

    def silent(self, place: int, rule: str, matched: str) -> bool:
        """Whether ``rule`` is switched off at ``place`` for ``matched``."""
        while self._next < len(self.places) and self.places[self._next][0] <= place:
            self._take(self.places[self._next][1])
            self._next += 1
        off = self._off
        return bool(
            off
            and (
                off.get("")
                or off.get(rule.partition(".")[0])
                or off.get(rule)
                or off.get(f"{rule}[{matched}]")
            )
        )

    def _take(self, text: str) -> None:
        if (found := _SWITCH.fullmatch(text)) is not None:
            self._off[""] = found[1] == "off"
        elif (found := _ONE.fullmatch(text)) is not None and found[1] not in ("style", "styles"):
            self._off[found[1]] = found[2] in ("NO", "off")
        elif (found := _MATCHES.fullmatch(text)) is not None:
            try:
                given = json.loads(found[2])
            except ValueError:
                return
            for each in given:
                self._off[f"{found[1]}[{each}]"] = found[3] == "NO"
        elif (found := _STYLES.fullmatch(text)) is not None:
            self._off.update(dict.fromkeys(self.styles, True))
            self._off.update({each.strip(): False for each in found[1].split(",")})


def controls(
    document: Document, styles: Sequence[str], delimiters: tuple[str, str] | None
) -> Controls | None:
    """The controls in ``document``; None if there are none, as in nearly all."""
    if "vale" not in document.source:
        return None
    places = sorted(_comments(document, delimiters))
    return Controls(places, styles) if places else None


def _comments(document: Document, delimiters: tuple[str, str] | None) -> Iterator[tuple[int, str]]:
    for comment in document.comments:
        text = comment.text.strip()
        if text.startswith("vale "):
            yield comment.span.start, text
    if delimiters:
        opening, closing = map(re.escape, delimiters)
        pattern = re.compile(rf"{opening}\s*(vale [^\n]{{1,400}}?)\s*{closing}")
        for found in pattern.finditer(document.source):
            yield found.start(), found[1]
