"""Number after "there": there is many reasons, there has been cases."""

from __future__ import annotations

from copylint.checks.grammar.determiners import SEVERAL, ends_phrase, past_adjectives
from copylint.checks.grammar.tagged_sentence import Detector, Line, Slip, correction
from copylint.language.nouns import is_plural, may_be_plural
from copylint.language.tokens import TokenKind

_RULE = "grammar.agreement"
_PLURAL_OF_BE = {"is": "are", "was": "were", "isn't": "aren't", "wasn't": "weren't"}


def there(line: Line, at: int) -> Slip | None:
    """``there is many reasons``, ``there is 300 troops``, ``there has been cases``."""
    if line.word(at + 1) in ("has", "hasn't") and line.word(at + 2) == "been":
        return _there_plural(line, at, at + 3)
    if line.word(at + 1) in ("is", "was") and is_plural(line.word(past_adjectives(line, at + 2))):
        return _there_plural(line, at, at + 2)
    right = _PLURAL_OF_BE.get(line.word(at + 1), "")
    if not right or line.word(at - 1) in ("and", "or") or line.is_quoted(line.tokens[at].start):
        return None
    count = line.tokens[at + 2] if at + 2 < len(line) else None
    if count is None:
        return None
    is_number = count.kind is TokenKind.NUMBER and count.text.replace(",", "").isdigit()
    if line.word(at + 2) not in SEVERAL and not (is_number and count.text != "1"):
        return None
    noun = past_adjectives(line, at + 3)
    if not may_be_plural(line.word(noun)) or line.word(noun + 1) == "-":
        return None
    message = f"Write 'there {right}' before '{line.word(noun)}'."
    return correction(_RULE, line, at + 1, right, message)


def _there_plural(line: Line, at: int, noun: int) -> Slip | None:
    """A plural right after "there is"."""
    noun = past_adjectives(line, noun)
    if not is_plural(line.word(noun)) or line.tag(noun) != "NNS" or not line.is_lower(noun):
        return None
    if not ends_phrase(line, noun + 1) or line.is_quoted(line.tokens[at].start):
        return None
    right = {**_PLURAL_OF_BE, "has": "have", "hasn't": "haven't"}[line.word(at + 1)]
    message = f"Write 'there {right}' before '{line.word(noun)}'."
    return correction(_RULE, line, at + 1, right, message)


TRIGGERS: dict[str, Detector] = {"there": there}
