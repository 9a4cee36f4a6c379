"""A rule's documentation page: what it finds, why, and examples.

``<Rule>.md`` begins with a paragraph that says what the rule finds; the paragraphs after
it, up to the first example, say why. Examples are fenced blocks: ``bad`` followed by the
words that are found, ``fixed`` (all of the text after the fix) right after it, ``good``.
"""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

from copylint.core.kept_patterns import compiled
from copylint.core.record import record, replace
from copylint.core.rule import Bad, Good
from copylint.language.lazy_pattern import LazyPattern
from copylint.packs.yaml_nodes import RuleFile

_FENCE = LazyPattern(
    r"^(?P<marks>`{3,}|~{3,})[ \t]*(?P<info>[^\n`]*)\n(?P<text>.*?)^(?P=marks)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
_BLANK_LINES = compiled(r"\n\s*\n")


@record
class Page:
    """A rule's documentation."""

    summary: str = ""
    why: str = ""
    bad: tuple[Bad, ...] = ()
    good: tuple[Good, ...] = ()


def read_page(path: Path, text: str, language: str = "auto") -> Page:
    """The page in ``text``, the content of ``path``. Raises ``RuleProblem``.

    ``language`` is the setting that its examples are read under.
    """
    file = RuleFile(path, text)
    bad: list[Bad] = []
    good: list[Good] = []
    before = ""
    first = len(text)
    for fence in _FENCE.finditer(text):
        kind, _, found = fence["info"].strip().partition(" ")
        found = found.strip()
        if kind not in ("bad", "good", "fixed"):
            before = ""
            continue
        first = min(first, fence.start())
        at, length = fence.start("info"), len(fence["info"])
        if kind == "bad":
            if not found:
                raise file.problem_at(at, length, "say after 'bad' which words the rule finds")
            if found not in fence["text"]:
                raise file.problem_at(at, length, f"there is no '{found}' in this example")
            bad.append(Bad(fence["text"], found, language=language))
        elif found:
            raise file.problem_at(at, length, f"nothing follows '{kind}' in this line")
        elif kind == "good":
            good.append(Good(fence["text"], language=language))
        elif before != "bad":
            raise file.problem_at(at, length, "'fixed' comes right after a 'bad' example")
        else:
            bad[-1] = replace(bad[-1], fixed=fence["text"])
        before = kind
    paragraphs = [" ".join(each.split()) for each in _BLANK_LINES.split(text[:first])]
    prose = [each for each in paragraphs if each and not each.startswith("#")]
    why = takewhile(lambda each: not each.startswith(("```", "~~~")), prose[1:])
    return Page(prose[0] if prose else "", " ".join(why), tuple(bad), tuple(good))
