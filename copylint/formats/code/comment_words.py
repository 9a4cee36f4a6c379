"""Separates a program's names from words in its comments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from copylint.formats.draft import OBJECT, PieceRole, TextPiece
from copylint.language.lexicon import Lexicon
from copylint.language.word_list import words

_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_NAME = re.compile(r"[A-Za-z_]\w*")
_LETTERS = re.compile(r"[A-Za-z]+")
_TOKEN = re.compile(
    r"(?P<escape>\\(?:\r\n|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|N\{[^{}]{1,80}\}|[\s\S]))"
    r"|(?P<address>(?:https?|ftp|file)://[^\s<>\"']+[^\s<>\"'.,;:!?)\]])"
    r"|(?P<quoted>``[^`\n]{1,200}``|:[\w:+.-]{1,40}:`[^`\n]{1,200}`|`[^`\n]{1,200}`_{0,2}"
    r"|\{@\w+[^{}\n]{0,200}\}|'[^'\s]{1,40}'(?!\w)|(?<!\w)\"[^\"\n]{1,100}\"(?!\w)"
    r"|(?<![\w*])\*{1,2}[^*\s][^*\n]{0,100}\*{1,2}(?![\w*])|</?[A-Za-z][^<>\n]{0,100}>"
    r"|\[[^\[\]\n]{0,60}\](?=[\[(.])|\{[^{}\n]{0,80}\})"
    r"|(?P<code>(?<![\w-])--?[A-Za-z][\w-]{0,80}(?:=\S{1,80})?"
    r"|(?<!\w)[@$%#&]\w[\w.-]{0,80}|(?<![\w/])(?:~|\.{1,2})?(?:/[\w.*-]{1,80}){1,20}/?"
    r"|(?<![\w./-])[\w.-]{1,80}(?:/[\w.*-]{1,80}){2,20}|(?<!\w)\*{1,2}[A-Za-z_]\w{0,80}"
    r"|(?<![\w.$])[\w.$]{0,80}[A-Za-z]\w{0,80}(?:\[[^\[\]\s]{0,40}\])?\([^()\n]{0,80}\)(?:\.\w{1,40}){0,9}"
    r"|(?<!\w)\w{0,80}_\w{0,80}|(?<!\w)[a-z]{1,40}[A-Z]\w{0,80}|(?<!\w)[A-Z][a-z0-9]{1,40}[A-Z]\w{0,80}"
    r"|(?<!\w)[A-Za-z]\w{0,80}(?:\.[A-Za-z_]\w{0,80}){1,20}(?!\w)"
    r"|(?<!\w)\w{0,80}\d\w{0,80}[A-Za-z]\w{0,80}|(?<!\w)[A-Za-z]{1,80}\d{1,80}\w{0,80}"
    r"|(?<!\S)\S{0,80}?(?:[=!<>]=|->|=>|:=|\|\||&&|\w::\w|\+=|(?<=\S)=(?=\S))\S{0,200}"
    r"|(?<![\w.])[\w.]{1,80}\[[^\[\]\n]{0,40}\])"
    r"|(?P<word>[A-Za-z]++(?:['’][a-z]+)?+(?!\\))"
)
_ABBREVIATION = re.compile(r"(?:e\.g|i\.e|a\.k\.a|[ap]\.m|[A-Z]\.[A-Z]|U\.\w)\b", re.IGNORECASE)
_SINGULAR = re.compile(r" (?:is|was|has|does)\b")
#: Technical terms that are not in any dictionary.
_TRADE = words(
    "arg args argv ascii async asyncio attr attrs auth autocomplete backend backends backoff",
    "backport backtrace bitmask boilerplate bool boolean booleans bytecode byteorder bytestring",
    "bytestrings callable callables callback callbacks callee callees charset cli codebase",
    "codec codecs codepoint codepoints config configs conftest cpu cpython css ctx dataclass",
    "dataclasses datetime debounce decorator decorators dedent dedupe deduplicate deduplicated",
    "deque deserialise deserialize dev dict dicts dirname dirs docstring docstrings dotless",
    "dtype enum enums env eol exec falsy filename filenames filepath filesystem fixup fn",
    "formatter func getter getters gettext goto hardcoded hashable hostname html http https",
    "idempotence idempotent iff impl indices ini init injective inline inlined instantiate",
    "instantiated int ints io ipython iterable iterables iterator iterators json kwarg kwargs",
    "lexer lexing lifecycle linter linters literals localhost lookup lookups lossy lowercased",
    "lru lstrip memoize memoized metaclass metadata middleware mixin mixins monkeypatch",
    "multiline mutex namedtuple namespace namespaces ndarray noop npm null nullable num numba",
    "numpy ok opcode ops pandas param parametrize params parens parser parsers pathname perf",
    "plugin plugins polyfill popup pre prefetch preload prepend prepended prepends preprocess",
    "pypy pytest readonly recurse recurses recv redirect refactor refactored regex regexes",
    "regexp regexps repo repos repr req runtime runtimes serialise serialised serialize",
    "serialized serializer setattr setter setters stderr stdin stdlib stdout str stringify",
    "struct structs subclass subclasses subclassing subcommand subdirectories subdirectory",
    "subprocess substring substrings superclass symlink symlinks syntaxes sys syscall teardown",
    "timeout timeouts timestamp timestamps tokenize tokenizer tokenizers toplevel traceback",
    "tracebacks truthy tuple tuples txt typedef typings unescape unescaped unicode unittest",
    "unmount unparsed unpickle unset untyped uppercased url urls utf utils var vars venv",
    "viewport virtualenv webpack whitespace whitespaces wildcard wildcards wrapper wrappers xml",
    "yaml zlib",
)


def program_names(code: str) -> frozenset[str]:
    """The names in a program; ``code`` is the source without its comments."""
    return frozenset(_NAME.findall(code))


def program_words(names: frozenset[str]) -> frozenset[str]:
    """The words that names are made of, in lower case."""
    found: set[str] = set()
    for word in {part for name in names for part in _LETTERS.findall(name)}:
        found.add(word.lower())
        found.update(part.lower() for part in _CAMEL.findall(word))
    return frozenset(found)


_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
#: Shorter words are one edit away from many others.
_SHORTEST_TYPO = 6
#: No common word is longer than this.
_LONGEST_TYPO = 40
#: How frequent a word must be (see ``Entry.zipf``) for another to be a typo of it.
_COMMON = 3.5
#: A word that occurs this often in the comments of one file is not a typo.
_OFTEN = 3


class CommentWords:
    """Tells the names of one program from the words in its comments.

    ``names`` are its names, ``program`` is the set of words they are made of, in lower case, and
    ``said`` is the text of all its comments.
    """

    def __init__(self, names: frozenset[str], program: frozenset[str], said: str) -> None:
        self._program = program
        self._names = names
        self._counts = Counter(word.lower() for word in _LETTERS.findall(said))
        self._is_name = cache(self._judge)

    def pieces(self, text: str, start: int, *, escapes: bool) -> Iterator[TextPiece]:
        """The pieces of ``text``, which begins at ``start`` in the source.

        With ``escapes``, backslashes in it are those of a string.
        """
        at = 0
        for token in _TOKEN.finditer(text):
            first, last = token.span()
            kind = token.lastgroup
            if kind == "escape" and not escapes:
                kind = "code"
            if kind == "word":
                word = token.group()
                if not (self._is_name(word) or self._is_singular(word, text, last)):
                    continue
            elif kind == "code":
                if _ABBREVIATION.match(token.group()):
                    continue
                last = first + len(token.group().rstrip(".,;:!?"))
                if last == first:
                    continue
            if at < first:
                yield TextPiece(PieceRole.TEXT, text[at:first], start + at, start + first)
            if kind == "escape":
                yield self._escape(token.group(), start + first, start + last)
            else:
                yield TextPiece(PieceRole.OPAQUE, OBJECT, start + first, start + last)
            at = last
        if at < len(text):
            yield TextPiece(PieceRole.TEXT, text[at:], start + at, start + len(text))

    def _escape(self, written: str, start: int, end: int) -> TextPiece:
        mark = written[1:]
        if mark in ("\\", "'", '"'):
            return TextPiece(PieceRole.TEXT, mark, start, end)
        if mark[0] in "ux" and len(mark) > 1:
            meant = chr(int(mark[1:], 16))
            if not "\ud800" <= meant <= "\udfff":
                return TextPiece(PieceRole.TEXT, meant, start, end)
        elif mark[0] in "\r\n":
            return TextPiece(PieceRole.GAP, "", start, end)
        return TextPiece(PieceRole.OPAQUE, OBJECT, start, end)

    def _judge(self, word: str) -> bool:
        """Whether a word is a name in the program or a technical term, not an English word."""
        lower = word.lower()
        stem = lower.partition("'")[0].partition("’")[0]
        if Lexicon.shared().is_word(word) or Lexicon.shared().is_word(lower):
            return False
        if stem in _TRADE or stem in self._program or self._counts[stem] >= _OFTEN:
            return True
        if any(
            stem.endswith(ending)
            and (stem[: -len(ending)] in self._program or stem[: -len(ending)] in _TRADE)
            for ending in ("s", "es", "ed", "d", "ing", "er", "ers", "able")
        ):
            return True
        return not _is_typo(stem)

    def _is_singular(self, word: str, text: str, end: int) -> bool:
        """Whether a plural is a name in the program, used as a singular: "sizes is a list"."""
        return word.endswith("s") and word in self._names and _SINGULAR.match(text, end) is not None


def _is_typo(word: str) -> bool:
    """Whether ``word``, which is not an English word, is one edit away from a common word.

    All other unknown words are taken for names: programs are full of them.
    """
    lexicon = Lexicon.shared()
    if not _SHORTEST_TYPO <= len(word) <= _LONGEST_TYPO or any(
        lexicon.is_word(word[:at]) and lexicon.is_word(word[at:]) for at in range(3, len(word) - 2)
    ):
        return False
    return any(lexicon.zipf(each) >= _COMMON and lexicon.is_word(each) for each in _near(word))


def _near(word: str) -> Iterator[str]:
    """The words one edit away: a letter added, dropped, replaced or swapped with its neighbour."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in _ALPHABET:
            yield before + letter + after
            yield before + letter + after[1:]
