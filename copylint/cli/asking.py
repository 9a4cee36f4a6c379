"""Asks what to do about a finding, and reads the answer."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from copylint.cli.terminal import is_terminal
from copylint.core.fix import title_for
from copylint.core.record import record
from copylint.report.correction import NOTHING
from copylint.report.finding_rows import columns, rows
from copylint.report.paint import OutputRole
from copylint.report.visible import revealed, safe
from copylint.report.wrapping import cut, wrapped

if TYPE_CHECKING:
    from copylint.core.finding import Finding
    from copylint.core.fix import Fix
    from copylint.report.base import Presentation

# Whole words are accepted too.
_KEYS = {
    "accept": "a", "own": "o", "skip": "s", "ignore": "i", "vocabulary": "v", "back": "b",
    "quit": "q", "help": "?", "accept all": "aa", "skip all": "ss",
}  # fmt: skip
_INDENT = "    "


class AnswerKind(Enum):
    """What an editor may answer."""

    ACCEPT = auto()
    OWN = auto()
    SKIP = auto()
    IGNORE = auto()
    WORD = auto()
    BACK = auto()
    QUIT = auto()


@record
class EditorAnswer:
    """An answer: which suggestion it accepts, counted from 0, or the editor's own words.

    ``whole`` says that it also decides all later findings of the rule.
    """

    answer: AnswerKind
    number: int = 0
    text: str = ""
    whole: bool = False


_ANSWERS = {
    "s": EditorAnswer(AnswerKind.SKIP),
    "ss": EditorAnswer(AnswerKind.SKIP, whole=True),
    "a": EditorAnswer(AnswerKind.ACCEPT),
    "aa": EditorAnswer(AnswerKind.ACCEPT, whole=True),
    "i": EditorAnswer(AnswerKind.IGNORE),
    "v": EditorAnswer(AnswerKind.WORD),
    "b": EditorAnswer(AnswerKind.BACK),
    "q": EditorAnswer(AnswerKind.QUIT),
}


@record
class Question:
    """A finding with the fixes to choose from.

    ``place`` says which of how many it is. ``words`` is the vocabulary file that its word may
    be added to, empty for none; ``ignored`` the file that records ignored findings.
    """

    finding: Finding
    fixes: Sequence[Fix]
    place: str
    words: str
    ignored: str
    may_go_back: bool


class Asker:
    """Shows findings and reads answers from standard input.

    Answers that come from a pipe are echoed; the end of the pipe counts as quitting.
    """

    def __init__(self, presentation: Presentation) -> None:
        self._look = presentation
        self._echoes = not is_terminal(sys.stdin)

    def ask(self, question: Question) -> EditorAnswer:
        """The answer; asks until it gets a valid one."""
        _print(self._shown(question))
        keys = self._keys(question)
        while True:
            self._prompt(f"({question.place}) {', '.join(keys.values())}, [?]:")
            line = self._line()
            if line is None:
                return EditorAnswer(AnswerKind.QUIT)
            key, _, rest = line.partition(" ")
            key = _KEYS.get(line.lower()) or _KEYS.get(key.lower(), key.lower())
            if not key and question.fixes:
                key = "a"
            if key.isdecimal() and 1 <= int(key) <= len(question.fixes):
                return EditorAnswer(AnswerKind.ACCEPT, int(key) - 1)
            if key == "?":
                _print(self._help(question))
            elif key == "o":
                text = rest.strip() or self._own(question.finding)
                if text:
                    return EditorAnswer(AnswerKind.OWN, text=text)
            elif key in keys or key == "ss" or (key == "aa" and question.fixes):
                return _ANSWERS[key]
            elif key:
                self.tell(f"'{cut(safe(line), 40)}' is not an answer here; '?' lists them.")

    def write(self, lines: Iterable[str]) -> None:
        """Print ``lines`` as they are."""
        _print(lines)

    def tell(self, text: str) -> None:
        """Print ``text``, wrapped."""
        _print(wrapped(text, self._look.width))

    def _shown(self, question: Question) -> Iterator[str]:
        """The finding, with its suggestions once: numbered if there are several."""
        finding, painter = question.finding, self._look.painter
        several = len(question.fixes) > 1
        lines = rows(finding, columns([finding], self._look.width), painter, asks=several)
        yield from lines
        if several:
            room = self._look.width - 2 * len(_INDENT)
            old = cut(revealed(finding.text[: 4 * room]), room)
            yield _INDENT + painter.paint(f"- {old}", OutputRole.OLD)
            for number, text in enumerate(suggestions(finding, question.fixes), 1):
                shown = f"+ {number}  {cut(text, room)}"
                yield _INDENT + painter.paint(shown, OutputRole.FIX)

    def _keys(self, question: Question) -> dict[str, str]:
        """The keys that a line names, with the words that name them."""
        keys = {}
        if question.fixes:
            many = len(question.fixes)
            keys["a"] = "[a]ccept" + (f"/1-{many}" if many > 1 else "")
        keys |= {"s": "[s]kip", "o": "[o]wn", "i": "[i]gnore"}
        if question.words:
            keys["v"] = "[v]ocabulary"
        if question.may_go_back:
            keys["b"] = "[b]ack"
        return keys | {"q": "[q]uit"}

    def _help(self, question: Question) -> Iterator[str]:
        rule, several = safe(question.finding.rule), len(question.fixes) > 1
        told: list[tuple[str, str]] = []
        if question.fixes:
            which = "first suggestion" if several else "suggestion"
            told.append(("a", f"accept the {which} (so does Enter)"))
            if several:
                told.append((f"1-{len(question.fixes)}", "accept that suggestion"))
            told.append(("aa", f"accept it, and the first suggestion of every {rule} to come"))
        told += [
            ("o", "put your own words there; 'o' and the words, or 'o' to be asked for them"),
            ("s", "skip it: it stays as it is, and is reported"),
            ("ss", f"skip it, and every {rule} to come"),
            ("i", f"ignore it from now on: {question.ignored} keeps it"),
        ]
        if question.words:
            told.append(("v", f"add the word to {question.words}"))
        if question.may_go_back:
            told.append(("b", "go back: take back the last answer in this file"))
        told.append(("q", "quit; what you have accepted is applied"))
        for key, text in told:
            first, *more = wrapped(text, self._look.width - 7)
            yield f"  {key:<3}  {first}"
            yield from (f"       {line}" for line in more)

    def _own(self, finding: Finding) -> str:
        self._prompt(f"Instead of '{cut(revealed(finding.text), 40)}' (Enter: none):")
        return self._line() or ""

    def _prompt(self, text: str) -> None:
        *lines, last = wrapped(text.rstrip(), self._look.width - 1)
        _print(lines)
        sys.stdout.write(last + " ")
        sys.stdout.flush()

    def _line(self) -> str | None:
        """A line of standard input without the spaces around it; None at the end."""
        line = sys.stdin.readline()
        if self._echoes:
            sys.stdout.write(safe(line.strip()) + "\n")
        return line.strip() if line else None


def suggestions(finding: Finding, fixes: Sequence[Fix]) -> list[str]:
    """What each of ``fixes`` puts in, in a form for people to read."""
    named = {title_for(each): revealed(each) or NOTHING for each in finding.replacements}
    titles = [fix.title for fix in fixes]
    return [
        named.get(fix.title, safe(fix.title))
        + (f" (in {len(fix.edits)} places)" if titles.count(fix.title) > 1 else "")
        for fix in fixes
    ]


def _print(lines: Iterable[str]) -> None:
    sys.stdout.writelines(line + "\n" for line in lines)
