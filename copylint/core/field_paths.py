"""Fields of data files that hold prose: where they are and what they hold.

A path is a part of JSONPath (RFC 9535) that reads the same for JSON, YAML and CSV:
``articles[*].body``, ``$.data['sub title']``, ``pages[0].blocks[*].text``, ``..caption``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from copylint.core.blocks import BlockKind

#: The markup languages that the text of a field may use.
MARKUPS = ("plain", "markdown", "html")
#: What a field's text may be: ``body`` is running text whose parts have kinds of their own.
BODY = "body"
KINDS = (BODY, *(each.value for each in BlockKind))

_STEP = re.compile(
    r"""
      (?P<descend>\.\.)(?:(?P<below>[^\s.\[\]'"*$]+)|(?P<any_below>\*))
    | \.?(?P<star>\*) | \[\*\](?P<items>)
    | \[(?P<index>-?\d{1,9})\]
    | \[(?P<quote>['"])(?P<quoted>(?:(?!(?P=quote))[^\\]|\\.)*)(?P=quote)\]
    | \.?(?P<name>[^.\[\]'"*$][^.\[\]*]*)
    """,
    re.VERBOSE,
)


class PathStep(NamedTuple):
    """One step down: ``key`` is a name, an index (negative: from the end), or None for all.

    With ``descend`` the step matches at any depth below.
    """

    key: str | int | None
    descend: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """The values at ``path`` are prose of this kind (one of ``KINDS``) in this markup.

    ``article`` is the beginning of ``path``, each of whose values is a separate article; empty
    if the file is one article.
    """

    path: str
    kind: str = BODY
    markup: str = MARKUPS[0]
    article: str = ""

    @property
    def steps(self) -> tuple[PathStep, ...]:
        """The path's steps. Raises ``ValueError``."""
        return parse_path(self.path)


def parse_path(path: str) -> tuple[PathStep, ...]:
    """The steps of ``path``. Raises ``ValueError`` with the reason if it is not a path."""
    at = 1 if path.startswith("$") else 0
    steps: list[PathStep] = []
    while at < len(path):
        found = _STEP.match(path, at)
        if found is None or (steps and path[at] not in ".["):
            raise ValueError(f"'{path[at:]}' is not understood")
        at = found.end()
        if found["descend"]:
            steps.append(PathStep(found["below"], descend=True))
        elif found["star"] or found["items"] is not None:
            steps.append(PathStep(None))
        elif found["index"]:
            steps.append(PathStep(int(found["index"])))
        elif found["quoted"] is not None:
            steps.append(PathStep(re.sub(r"\\(.)", r"\1", found["quoted"])))
        else:
            steps.append(PathStep(found["name"]))
    if not steps:
        raise ValueError("it names nothing")
    return tuple(steps)
