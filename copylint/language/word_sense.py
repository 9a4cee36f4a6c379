"""Whether a word with dialect spellings is used in the sense that has them.

``Center`` in a name must keep its spelling, a gas ``meter`` is spelled so in Britain too,
and British writers call only a computer's instructions a ``program``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from copylint.language.tokens import HYPHENS, Token, TokenKind
from copylint.language.word_list import words

_PUNCTUATION, _NUMBER = TokenKind.PUNCTUATION, TokenKind.NUMBER


class WordSense(Enum):
    """How a place is read: the word itself, part of a title or part of a name."""

    WORD = 1
    TITLE = 2
    NAME = 3


_OPENING = frozenset("\"'“‘«([{*_•·–—-:|")
_QUOTES = frozenset("\"'“”‘’")
_STOPS = frozenset((".", "!", "?", "…", "..", "..."))
# After these the words of a title are generic: "Defence Minister", "Defence Secretary".
_OFFICES = frozenset(("Minister", "Ministry", "Secretary", "Ministers", "Ministries", "Chief"))
# Capitalised alone, these are parties, fields or places more often than ordinary words.
_NAMES_ALONE = frozenset(("labour", "labor", "centre", "center", "mum", "mom", "harbour", "harbor"))
_FRENCH = frozenset(("de", "du", "des", "la", "le", "les", "et", "en", "al", "el", "un", "une"))
_SMALL = words("a an and as at by for from in of on or the to with is it my our")
# A title of a book or song in quotation marks is at most this many words long.
_LONGEST_TITLE = 9


def reading(tokens: Sequence[Token], index: int) -> WordSense:
    """How the word at ``index`` is read; ``is_sense`` decides its sense."""
    text = tokens[index].text
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if text[0].islower():
        foreign = (before is not None and before.text in _FRENCH) or (
            after is not None and after.text in _FRENCH
        )
        joined = (
            before is not None
            and before.text in HYPHENS
            and index > 1
            and tokens[index - 2].text in _FRENCH
        )
        return WordSense.NAME if foreign or joined else WordSense.WORD
    if len(text) > 1 and text[1].isupper():
        return WordSense.WORD if text.isupper() and _shouted(tokens) else WordSense.NAME
    if after is not None and after.text in _OFFICES:
        return WordSense.TITLE
    if text.lower() in _NAMES_ALONE or _begins_capital(after):
        return WordSense.NAME
    if before is None or before.text in _STOPS:
        return WordSense.WORD
    if before.text in _OPENING:
        quoted = before.text in _QUOTES
        return WordSense.NAME if quoted and _is_work_title(tokens, index) else WordSense.WORD
    return WordSense.NAME


def _begins_capital(token: Token | None) -> bool:
    if token is None or token.text in HYPHENS or token.text in ("'", "’", "&"):
        return token is not None
    return token.kind is not _PUNCTUATION and token.text[0].isupper() and token.text != "I"


def _shouted(tokens: Sequence[Token]) -> bool:
    """Whether most of the surrounding words are in capitals, as in some headlines."""
    words = [token.text for token in tokens[:40] if token.is_word]
    return 2 * sum(word.isupper() for word in words) > len(words) > 2


def _is_work_title(tokens: Sequence[Token], index: int) -> bool:
    """Whether the quotation that ``index`` begins looks like the title of a work."""
    for token in tokens[index + 1 : index + 1 + _LONGEST_TITLE]:
        if token.text in _QUOTES:
            return True
        if token.is_word and token.text not in _SMALL:
            if token.text[0].islower():
                return False
        elif not token.is_word and token.text in _STOPS:
            return False
    return False


# --- Words that have a sense that all dialects spell alike.

_COMPUTING = words(
    "computer computers software code coded coding coder virus viruses windows install installed"
    " download downloaded downloads spyware malware adware app apps user users pc pcs hacker"
    " hackers web internet online e-mail email file files executable algorithm desktop browser"
    " linux microsoft source program's execute executes server data chess trojan worm search"
    " keyboard processor java compiler script scripts binary database programmer programmers"
    " programming interface hardware antivirus"
)
_NUMBER_WORDS = words(
    "one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy"
    " eighty ninety hundred thousand million few several square cubic per"
)
_DETERMINERS = words("a an the his her its their my our your this that no any each")
_LICENSED = words(
    "driving driver's drivers operating gaming liquor export import entertainment marriage tv"
    " television fishing broadcasting alcohol banking new valid commercial mobile"
)
_AFTER_LICENSE = words("fee fees holder holders plate plates agreement agreements")
_MODALS = words(
    "can could will would shall should may might must cannot can't don't didn't doesn't"
)
_AFTER_PRACTICE = words("law medicine their his her its what safe yoga religion")
_WHEELED = words(
    "a the flat spare car front rear new winter summer bicycle bike truck burning worn old rubber"
    " wet four two these those his her bald soft hard intermediate slick"
)


_PRISED = words("open apart away off out from loose up the it them him her his its a an one")


def _word(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text.lower() if 0 <= index < len(tokens) else ""


def _program(tokens: Sequence[Token], index: int) -> bool:
    around = tokens[max(0, index - 25) : index + 25]
    return not any(token.text.lower() in _COMPUTING for token in around)


def _meter(tokens: Sequence[Token], index: int) -> bool:
    at = index - 1
    if _word(tokens, at) in HYPHENS and at > 0:
        at -= 1
    before = tokens[at] if at >= 0 else None
    return before is not None and (before.kind is _NUMBER or before.text.lower() in _NUMBER_WORDS)


def _license(tokens: Sequence[Token], index: int) -> bool:
    before = _word(tokens, index - 1)
    return (
        before in _DETERMINERS or before in _LICENSED or _word(tokens, index + 1) in _AFTER_LICENSE
    )


def _practice(tokens: Sequence[Token], index: int) -> bool:
    before, after = _word(tokens, index - 1), _word(tokens, index + 1)
    return before in _MODALS or (before == "to" and after in _AFTER_PRACTICE)


def _tire(tokens: Sequence[Token], index: int) -> bool:
    return _word(tokens, index - 1) in _WHEELED


def _mum(tokens: Sequence[Token], index: int) -> bool:
    before = _word(tokens, index - 1)
    return before not in ("keep", "kept", "keeping", "keeps", "stay", "stayed", "staying", "stays")


def _prise(tokens: Sequence[Token], index: int) -> bool:
    return _word(tokens, index + 1) in _PRISED


_SENSES: dict[str, Callable[[Sequence[Token], int], bool]] = {
    "program": _program,
    "programs": _program,
    "meter": _meter,
    "meters": _meter,
    "license": _license,
    "licenses": _license,
    "practice": _practice,
    "tire": _tire,
    "tires": _tire,
    "mum": _mum,
    "prise": _prise,
}


#: Words for which one use in another sense decides the sense of all uses in the document.
ONE_SENSE = frozenset(("program", "programs"))


def has_senses(form: str) -> bool:
    """Whether ``form`` is also a word, or has a sense, that all dialects spell alike."""
    return form in _SENSES


def is_sense(form: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether ``form`` has the sense in which its spelling differs between dialects."""
    sense = _SENSES.get(form)
    return sense is None or sense(tokens, index)
