"""Blocks and articles that are not in English.

Small words make up a third of any running text, and no two languages share many, so twenty
words are enough to recognise a language whose small words are listed here. A language that is
not listed shows in its other words: most of them are not in the English lexicon. Only text
that is clearly in another language is set apart: a list of names or of results has no small
English words either, and the checks still read it. Packages that identify one language among a
hundred load megabytes of models, which would slow every start; here it is enough to know
that a text is not in English.
"""

from __future__ import annotations

from collections.abc import Sequence

from copylint.core.blocks import Block, BlockKind
from copylint.core.kept_patterns import compiled
from copylint.language.lazy_pattern import LazyPattern

# English text has one of these in fifty letters; text with fewer than one in sixty is examined.
_SIGNS = (" the ", " of ", " and ", " to ")
_LETTERS_A_SIGN = 60
# The least length in code points: a shorter block says too little.
_LEAST = 120
_LEAST_WORDS = 20
_LEAST_OTHER_LETTERS = 20
_LEAST_FRAGMENT = 3

# Those of the commonest words that tell English from other languages.
_SMALL_WORDS = (
    "the of and to that is was for with his her they it by from this have which are were had "
    "not but at be will said has who would their its on as he she we you or an been after when "
    "there what about more than out up all into over could"
)
_ENGLISH = frozenset(_SMALL_WORDS.split())
# The same for other languages; words that are also English are removed below.
_OTHERS = {
    "German": "alle sollen einander der die und das den von zu mit dem des auf für ist im "
    "nicht eine als auch sich einen einer hat wird bei sind noch aus nach wie haben "
    "oder aber wenn nur ein er sie es",
    "Dutch": "zij hun hebben de het een van en in is dat op te zijn voor met niet aan er "
    "door als ook naar bij maar om uit dan nog worden werd heeft over hij wordt "
    "deze",
    "French": "le la les de en ils être des et une un du dans est pour que qui sur au par pas "
    "avec ce il ont aux plus sont cette ses elle mais ou leur été nous je vous d l "
    "qu n s c",
    "Spanish": "el la los las de en que y del se con por una para su al lo como más pero sus "
    "le ha fue este esta son entre desde muy sin sobre también hay",
    "Portuguese": "o os as de que e do da em um uma para com não por mais dos das no na se foi ao "
    "como mas pelo pela são ou também já seu sua à",
    "Italian": "essi altri il di che la e un una per non del con le si della i da gli sono al "
    "dei nel alla più anche ma ha come dal delle ed è lo nella",
    "Swedish": "och att det som en på är av för med den till inte om ett har men från vid kan "
    "när efter ska också hade sig",
    "Danish": "og at det er en af til på som med for den de ikke der et har fra men kan vil "
    "om han var sig ved efter også blev",
    "Norwegian": "og det er en av til på som med for den de ikke et har fra men kan vil om han "
    "var seg ved etter også ble",
    "Finnish": "ja on ei se että oli hän mutta ovat kun myös joka niin kuin sen olla mukaan "
    "voi jo nyt vain ole",
    "Polish": "i w na z nie się że do jest to o jak ale po co tak za od jego dla był przez "
    "oraz tym ich może są",
    "Czech": "a v na se je že s do o z to jsou by pro jako ale byl jeho po při která který "
    "nebo však také už",
    "Hungarian": "a az és hogy nem is egy ez meg csak volt már de el ha mint még vagy lesz után "
    "szerint pedig",
    "Romanian": "și în de a la cu pe că nu care din o un este sunt mai pentru fost prin după "
    "ale dar sau",
    "Turkish": "ve bir bu da de için ile çok olarak daha gibi ne o kadar sonra olan ama var en "
    "her mi",
    "Indonesian": "yang dan di dengan untuk dari ini itu pada tidak dalam akan juga ke oleh "
    "karena ada adalah bisa sudah",
    "Welsh": "y yr yn a i o ar wedi ei am bod gan mae fod eu hefyd ond oedd gyda",
    "Irish": "an na agus a ar go i is ag le bhí de do tá atá sé sí ach leis don",
}
_KNOWN = {name: frozenset(words.split()) - _ENGLISH for name, words in _OTHERS.items()}
# Shares of small words among all words: English has 0.3 and more, others 0.25 and more.
_MOST_ENGLISH, _LEAST_FOREIGN = 0.1, 0.2
_LEAST_DISTINCT = 5
# Most lower-case words of an unlisted language are unknown to the English lexicon.
_MOST_UNKNOWN, _LEAST_UNKNOWN = 0.5, 10
# The share of small words in a passage that stays although the rest of the article is foreign.
_PLAINLY_ENGLISH = 0.2
ANOTHER = "another language"

_WORD = compiled(r"[^\W\d_]+")
_LATIN = LazyPattern(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# Such a class takes milliseconds to compile, and few articles need it.
_OTHER_SCRIPT = LazyPattern(r"[\u0370-\u1cff\u1f00-\u1fff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufeff]")
_CREDITED = frozenset({BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.DATELINE})


def set_apart(
    text: str, blocks: Sequence[Block]
) -> tuple[tuple[Block, ...], tuple[tuple[Block, str], ...]]:
    """``blocks`` of ``text`` that are English or may be, and those that are not.

    Each of the latter comes with the name of its language, or a description of it. An
    article that is mostly in another language is set apart whole, its headlines, quotations
    and lists included; only long passages that are plainly English stay.
    """
    foreign: dict[int, str] = {}
    length = 0
    signs = 0
    for index, block in enumerate(blocks):
        here = _signs(text, block.span.start, block.span.end)
        length += len(block.span)
        signs += here
        language = _language(text, block, here)
        if language:
            foreign[index] = language
    if not foreign and signs * _LETTERS_A_SIGN >= length:
        return tuple(blocks), ()
    main = _main_language(text, blocks, foreign, length)
    if main:
        for index, block in enumerate(blocks):
            if index not in foreign and not _is_plainly_english(_words(text, block)):
                foreign[index] = main
    if not foreign:
        return tuple(blocks), ()
    return (
        tuple(block for index, block in enumerate(blocks) if index not in foreign),
        tuple((blocks[index], foreign[index]) for index in sorted(foreign)),
    )


def _main_language(text: str, blocks: Sequence[Block], foreign: dict[int, str], length: int) -> str:
    """The language of an article that is not English, empty if it is English or mixed."""
    if 2 * sum(len(blocks[index].span) for index in foreign) > length:
        return max(foreign.values(), key=[*foreign.values()].count)
    rest = [
        word
        for index, block in enumerate(blocks)
        if index not in foreign and block.kind not in _CREDITED
        for word in _words(text, block)
    ]
    # Short blocks only, as in a list: together they may show what each alone does not.
    return "" if foreign and _mostly_english(rest) else _language_of(rest)


def _mostly_english(words: Sequence[str]) -> bool:
    return sum(word.lower() in _ENGLISH for word in words) > _MOST_ENGLISH * len(words)


def _is_plainly_english(words: Sequence[str]) -> bool:
    if len(words) < _LEAST_WORDS:
        return False
    return sum(word.lower() in _ENGLISH for word in words) > _PLAINLY_ENGLISH * len(words)


def _signs(text: str, start: int, end: int) -> int:
    return sum(text.count(sign, start, end) for sign in _SIGNS)


def _words(text: str, block: Block) -> list[str]:
    """The words of ``block``; those in an address are of no language."""
    start, end = block.span.start, block.span.end
    if text.find("@", start, end) < 0 and text.find("://", start, end) < 0:
        return _WORD.findall(text, start, end)
    return [
        word
        for run in text[start:end].split()
        if "@" not in run and "://" not in run
        for word in _WORD.findall(run)
    ]


def is_foreign_fragment(text: str, block: Block) -> bool:
    """Whether ``block``, too short to be set apart, is in another language all the same.

    It has no small English word, and small words of one other language with words that English
    lacks are more than half of its words, and at least three.
    """
    from copylint.language.lexicon import Lexicon

    words = _words(text, block)
    if len(words) >= _LEAST_WORDS or any(word.lower() in _ENGLISH for word in words):
        return False
    # Inside a line a small word with a capital is part of a name: Los Angeles.
    small = [word.lower() if at == 0 else word for at, word in enumerate(words)]
    unknown = Lexicon.shared().strange(set(small))
    return any(
        any(word in known for word in small)
        and 2 * (other := sum(word in known or word in unknown for word in small)) > len(words)
        and other >= _LEAST_FRAGMENT
        for known in _KNOWN.values()
    )


def _language(text: str, block: Block, signs: int) -> str:
    """The language of a long block, empty if it is English, short or hard to tell."""
    start, end = block.span.start, block.span.end
    if end - start < _LEAST_OTHER_LETTERS or signs * _LETTERS_A_SIGN >= end - start:
        return ""
    if not text[start:end].isascii():
        other = sum(1 for _ in _OTHER_SCRIPT.finditer(text, start, end))
        if other >= _LEAST_OTHER_LETTERS:
            latin = sum(1 for _ in _LATIN.finditer(text, start, end))
            return "another script" if other > 2 * latin else ""
    return "" if end - start < _LEAST else _language_of(_words(text, block))


def _language_of(words: Sequence[str]) -> str:
    """The language of ``words`` in their order, empty if it is English or hard to tell."""
    if len(words) < _LEAST_WORDS or _mostly_english(words):
        return ""
    small = [word.lower() for word in words]
    name, found = max(
        ((name, [word for word in small if word in known]) for name, known in _KNOWN.items()),
        key=lambda pair: len(pair[1]),
    )
    if len(found) >= _LEAST_FOREIGN * len(words) and len(set(found)) >= _LEAST_DISTINCT:
        return name
    return ANOTHER if _are_unknown(words) else ""


def _are_unknown(words: Sequence[str]) -> bool:
    """Whether most of ``words`` are not capitalised, and most of those are not English.

    Names say nothing about the language of a text.
    """
    from copylint.language.lexicon import Lexicon

    if 2 * sum(map(str.islower, words)) <= len(words):
        return False
    lower = {word for word in words if word.islower() and len(word) > 1}
    unknown = Lexicon.shared().strange(lower)
    return len(unknown) >= _LEAST_UNKNOWN and len(unknown) > _MOST_UNKNOWN * len(lower)
