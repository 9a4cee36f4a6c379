"""Words that hold a letter of another script, a full-width one, or something invisible."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.disguised_letters import (
    INVISIBLE,
    has_full_width,
    invisible_in,
    other_script,
    plain_form,
)

MIXED_SCRIPT = Rule(
    id="typography.mixed-script",
    summary="Flags a letter of another script inside an English word.",
    why=(
        "A Cyrillic or Greek letter that looks like a Latin one gets into copy by pasting or from "
        "another keyboard, and sometimes to evade a filter. Readers see no difference, but search, "
        "spelling and speech programs do. Words wholly in another script, and symbols such as "
        "'Δt', are left alone."
    ),
    bad=(
        Bad("The town re\u0441eived a grant.", "re\u0441eived", "The town received a grant."),
        Bad("A \u0421ouncil met.", "\u0421ouncil", "A Council met."),
    ),
    good=(
        Good("The paper Известия and the island of Κρήτη were named, and Δt is 3 μm."),
        Good("Björk and Dvořák played in Łódź."),
    ),
)

FULL_WIDTH = Rule(
    id="typography.full-width",
    summary="Flags full-width letters or digits in English copy.",
    why=(
        "East Asian keyboards type letters as wide as Chinese characters. They look wrong in an "
        "English line, and searches do not find the word. Beside Chinese, Japanese or Korean text "
        "they are left alone."
    ),
    bad=(
        Bad(
            "The \uff2d\uff21\uff39\uff2f\uff32 spoke.",
            "\uff2d\uff21\uff39\uff2f\uff32",
            "The MAYOR spoke.",
        ),
    ),
    good=(Good("The sign said 東京タワー（ＴＯＫＹＯ）."),),
)

INVISIBLE_CHARACTER = Rule(
    id="typography.invisible-character",
    summary="Flags an invisible character inside a word.",
    why=(
        "Zero-width spaces, joiners, tags and the like come from web pages and chat programs, or "
        "are inserted to evade a filter. The word looks right, but searches do not find it. Soft "
        "hyphens are left alone in copy that is hyphenated with them throughout."
    ),
    bad=(
        Bad(
            "The har\u200bbour was shut.",
            "har\u200bbour",
            "The harbour was shut.",
        ),
        Bad("The to\u034fwn slept.", "to\u034fwn", "The town slept."),
    ),
    good=(Good("The flag 🏴‍☠️ flew, and the word می‌خواهم was on it."),),
)

_WORD = compiled(rf"[^\W_](?:[\w'’{INVISIBLE}-]*[^\W_])?")
_ODD = compiled(f"[{INVISIBLE}\uff01-\uff5e\u0370-\u058f]")
_LATIN_AROUND = compiled(rf"[A-Za-z][{INVISIBLE}]+[A-Za-z]")
_EAST_ASIAN = compiled(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FULL_WORD = compiled("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]{2}")
_SOFT_HYPHEN = "\u00ad"
# Copy with more of them than these has been hyphenated by a program.
_FEW_SOFT_HYPHENS = 3


class DisguisedWords(Check):
    """Finds words that are not made of the letters that they seem to be made of."""

    rules = (MIXED_SCRIPT, FULL_WIDTH, INVISIBLE_CHARACTER)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """A match for every such word, with its plain form."""
        text = article.text
        if text.isascii() or not _ODD.search(text):
            return
        hyphenated = text.count(_SOFT_HYPHEN) > _FEW_SOFT_HYPHENS
        for block in article.document.blocks:
            part = text[block.span.start : block.span.end]
            if _ODD.search(part):
                yield from _in_part(part, block.span.start, hyphenated=hyphenated)


def _in_part(part: str, start: int, *, hyphenated: bool) -> Iterator[Match]:
    east_asian = _EAST_ASIAN.search(part) is not None
    for found in _WORD.finditer(part):
        word = found.group()
        if word.isascii() or not _ODD.search(word):
            continue
        span = TextSpan(start + found.start(), start + found.end())
        if hyphenated:
            word = word.replace(_SOFT_HYPHEN, "")
        plain = plain_form(word)
        script, letters = other_script(word)
        if script:
            named = ", ".join(f"'{letter}'" for letter in letters)
            one = len(letters) == 1
            article = "a " if one else ""
            noun = "letter" if one else "letters"
            message = (
                f"'{plain}' contains {article}{script} {noun} that could pass for Latin: {named}."
            )
            yield Match(span, message, (plain,), rule=MIXED_SCRIPT.id)
        elif has_full_width(word) and not east_asian and _FULL_WORD.search(word):
            message = f"'{plain}' is in full-width characters; use ordinary ones."
            yield Match(span, message, (plain,), rule=FULL_WIDTH.id)
        elif _LATIN_AROUND.search(word):
            hidden = invisible_in(word)
            names = ", ".join(map(_name, hidden))
            what = "an invisible character" if len(hidden) == 1 else "invisible characters"
            message = f"'{plain}' contains {what}: {names}."
            yield Match(span, message, (plain,), rule=INVISIBLE_CHARACTER.id)


def _name(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, '').lower()}".rstrip()
