"""Messages of rules: text with places for words, written as in Go's ``fmt``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copylint.core.kept_patterns import compiled
from copylint.core.record import record
from copylint.packs.yaml_nodes import RuleFile, YamlNode

_VERB = compiled(r"%(?:(%)|(?:\[(\d{1,3})\])?([sdvq])|(.?))", re.DOTALL)
_CLOSING = {"'": "'", '"': '"', "‘": "’", "“": "”", "`": "`"}


@record
class Message:
    """A template: strings, and 0-based numbers of the words that go between them."""

    parts: tuple[str | int, ...]

    def render(self, words: Sequence[str | tuple[str, ...]]) -> str:
        """The message about ``words``.

        Several options for one word are listed, with "or" before the last. If the template has
        the word in quotation marks, each option gets a pair.
        """
        rendered: list[str] = []
        for index, part in enumerate(self.parts):
            if isinstance(part, str):
                rendered.append(part)
                continue
            word = words[part]
            rendered.append(word if isinstance(word, str) else self._listed(index, word))
        return "".join(rendered)

    def with_bare_first(self) -> Message:
        """The template without the quotation marks of its first word, if two words have such.

        It is for words that come in quotation marks of their own.
        """
        parts = list(self.parts)
        for mark in "'\"":
            quoted = [
                index
                for index in range(1, len(parts) - 1)
                if isinstance(parts[index], int)
                and str(parts[index - 1]).endswith(mark)
                and str(parts[index + 1]).startswith(mark)
            ]
            if len(quoted) == 2:
                at = quoted[0]
                parts[at - 1], parts[at + 1] = str(parts[at - 1])[:-1], str(parts[at + 1])[1:]
        return Message(tuple(part for part in parts if part != ""))

    def without_words(self) -> str:
        """The template with an ellipsis in each of its places."""
        return "".join(part if isinstance(part, str) else "…" for part in self.parts)

    def _listed(self, index: int, options: tuple[str, ...]) -> str:
        opening, closing = self._marks(index)
        *others, last = options
        if not others:
            return last
        return f"{closing}, {opening}".join(others) + f"{closing} or {opening}{last}"

    def _marks(self, index: int) -> tuple[str, str]:
        """The pair of quotation marks around the word at ``index``; empty without one."""
        before, after = self.parts[index - 1 : index], self.parts[index + 1 : index + 2]
        if before and after and isinstance(before[0], str) and isinstance(after[0], str):
            opening = before[0][-1:]
            if opening and after[0].startswith(_CLOSING.get(opening, "\0")):
                return opening, _CLOSING[opening]
        return "", ""


def parse_message(file: RuleFile, node: YamlNode, key: str, words: int) -> Message:
    """The template in ``node``, for which a rule has ``words`` words.

    ``%s``, ``%d`` and ``%v`` mean the next word, ``%q`` means it in quotation marks and
    ``%[n]s`` word n, counted from 1; ``%%`` is a percent sign. Raises ``RuleProblem`` if the
    template asks for a word that does not exist; a Vale style gets a note instead and keeps
    the verb as text.
    """
    text = file.string(node, f"'{key}'").strip()
    parts: list[str | int] = []
    written, done, following = "", 0, 0
    for verb in _VERB.finditer(text):
        written += text[done : verb.start()]
        done = verb.end()
        percent, number, letter, other = verb.groups()
        if percent:
            written += "%"
            continue
        if letter is None:
            file.doubt(node, f"'%{other}' is not a placeholder; write '%%' for a percent sign")
            written += verb.group()
            continue
        index = int(number) - 1 if number else following
        following = index + 1
        if not 0 <= index < words:
            there_are = "is one word" if words == 1 else f"are {words} words"
            file.doubt(node, f"there {there_are} for this {key}; '{verb.group()}' asks for more")
            written += "" if file.house.strict else verb.group()
            continue
        mark = '"' if letter == "q" else ""
        parts += (written + mark, index)
        written = mark
    parts.append(written + text[done:])
    return Message(tuple(part for part in parts if part != ""))
