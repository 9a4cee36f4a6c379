"""``extends: spelling``: reports words that are in no dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from copylint.core.record import field, record
from copylint.core.safe_read import WORDS, is_file, read_file
from copylint.language.tokens import TokenKind, tokenise
from copylint.packs.article_units import MASK, Unit
from copylint.packs.common import COMMON, checked, flag, parse_common
from copylint.packs.exceptions import Exceptions, around, of_vocabulary, parse_exceptions
from copylint.packs.hunspell import Hunspell, read_dictionary
from copylint.packs.pack_rule import Hit, Keys, PackRule, QuotedException
from copylint.packs.pattern import Clock, Pattern
from copylint.packs.yaml_nodes import RuleFile, YamlNode

KEYS = (
    *COMMON,
    *("custom", "filters", "ignore", "dictionaries", "aff", "dic", "dicpath", "append"),
    *("exceptions", "threshold", "vocab"),
)
# Vale's own: camel case, words that end in capitals, and any with a sign or an accent.
_FILTERS = (r"[A-Z]{1}[a-z]+[A-Z]+\w+", r"[A-Z]+$", r"[^a-zA-Z_']")
# What an author means by them: CamelCase and abbreviations.
_MEANT_FILTERS = (r"^[A-Z]+[a-z]+[A-Z]\w*$", r"^[A-Z]{2,}s?$")
_CHUNK = re.compile(r"\S+")
_BEFORE, _AFTER = "$(\"['", ",)\"]!;.?:'"
_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})
# The places inside a StylesPath that such files have.
_DICTIONARIES, _IGNORED = "config/dictionaries", "config/ignore"


@record(slots=False)
class Spelling(PackRule):
    """Words that are not known. The message has the word.

    ``filters`` are words that are left alone; ``ignored`` are known words in lower case.
    ``own``: copylint's lexicon counts too. ``strict``: words are cut out, and names
    reported, as Vale does.
    """

    extends = "spelling"
    filters: tuple[Pattern, ...] = ()
    ignored: frozenset[str] = frozenset()
    dictionaries: tuple[Hunspell, ...] = ()
    own: bool = True
    vocabulary: Exceptions = field(default_factory=Exceptions)
    strict: bool = False

    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: QuotedException
    ) -> Iterator[Hit]:
        """A hit for each unknown word."""
        opens = True
        for word, start, end in _vale_words(unit) if self.strict else _words(unit):
            first, opens = opens, False
            if self._known(word):
                continue
            if not self.strict and not first and word[:1].isupper():
                continue  # a name, until the opposite is shown
            if any(each.search(word, 0, clock) for each in self.filters) or leave_out(start):
                continue
            if self._spared(unit, word, start, end, clock):
                continue
            yield self.hit(unit, start, end, [word], clock)

    def _known(self, word: str) -> bool:
        if word.lower() in self.ignored:
            return True
        if any(each.knows(word) for each in self.dictionaries):
            return True
        if not self.own:
            return False
        from copylint.language.lexicon import Lexicon

        return Lexicon.shared().is_word(word)

    def _spared(self, unit: Unit, word: str, start: int, end: int, clock: Clock) -> bool:
        if any(term.search(word, 0, clock) for term in self.vocabulary.terms):
            return True
        if any(around(each, unit, start, end, clock) for each in self.vocabulary.phrases):
            return True
        return not self.strict and self.exceptions.spare(unit, start, end, clock)


def _words(unit: Unit) -> Iterator[tuple[str, int, int]]:
    """The words of letters, those of a compound each by itself."""
    for token in tokenise(unit.masked):
        if token.kind is TokenKind.WORD and len(token.text) > 1:
            yield token.text, token.start, token.end


def _vale_words(unit: Unit) -> Iterator[tuple[str, int, int]]:
    """The words between spaces, without the signs at their edges."""
    for chunk in _CHUNK.finditer(unit.masked.translate(_STRAIGHT)):
        text = chunk.group()
        inner = text.lstrip(_BEFORE)
        start = chunk.end() - len(inner)
        inner = inner.rstrip(_AFTER)
        if inner.strip(MASK) and any(char.isalpha() for char in inner):
            yield inner, start, start + len(inner)


def parse(file: RuleFile, keys: Keys) -> PackRule:
    """The rule in ``keys``. Raises ``RuleProblem``."""
    file.known_keys(keys, KEYS, lax=True)
    house = file.house
    common = parse_common(file, keys, 1)
    texts = file.strings(keys["filters"][1], "'filters'") if "filters" in keys else []
    filters = [checked(file, node, Pattern(text, exact=True)) for text, node in texts]
    if not flag(file, keys, "custom"):
        usual = _FILTERS if house.strict else _MEANT_FILTERS
        filters += [Pattern(text, exact=True) for text in usual]
    if "threshold" in keys:
        file.number(keys["threshold"][1], "'threshold'")  # Vale reads it and makes no use of it
    dictionaries, own = _dictionaries(file, keys)
    vocabulary = flag(file, keys, "vocab", True)
    return Spelling(
        common,
        (),
        parse_exceptions(file, keys, vocabulary=vocabulary),
        always=True,
        filters=tuple(filters),
        ignored=_ignored(file, keys),
        dictionaries=tuple(dictionaries),
        own=own,
        vocabulary=_blind(of_vocabulary(house, anywhere=True)) if vocabulary else Exceptions(),
        strict=house.strict,
    )


def _blind(found: Exceptions) -> Exceptions:
    """``found`` with its terms accepted in any case."""
    terms = tuple(Pattern(each.body, each.template, ignorecase=True) for each in found.terms)
    return Exceptions(terms, found.phrases)


def _dictionaries(file: RuleFile, keys: Keys) -> tuple[list[Hunspell], bool]:
    """The rule's dictionaries, and whether copylint's own counts beside them."""
    append = flag(file, keys, "append")
    if "dic" in keys and "aff" in keys:
        dic, aff = (_named(file, keys[name][1]) for name in ("dic", "aff"))
        if dic is not None and aff is not None:
            return [_read(file, keys["dic"][1], dic, aff)], False
        node = keys["dic" if dic is None else "aff"][1]
        file.doubt(node, "there is no such file")
        return [], True
    if "dictionaries" not in keys:
        return [], True
    folders = [folder / _DICTIONARIES for folder in file.house.folders]
    if "dicpath" in keys:
        where = Path(file.string(keys["dicpath"][1], "'dicpath'"))
        folders = [base / where for base in (*file.house.folders, Path(file.house.here).absolute())]
    found: list[Hunspell] = []
    for name, node in file.strings(keys["dictionaries"][1], "'dictionaries'"):
        dic = next((p for each in folders if is_file(p := each / f"{name}.dic")), None)
        if dic is None:
            file.doubt(node, f"there is no dictionary '{name}.dic'")
            append = True
            continue
        aff = dic.with_suffix(".aff")
        found.append(_read(file, node, dic, aff if is_file(aff) else None))
    return found, append


def _read(file: RuleFile, node: YamlNode, dic: Path, aff: Path | None) -> Hunspell:
    try:
        return read_dictionary(dic, aff)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise file.problem(node, f"cannot read the dictionary: {reason}") from None


def _named(file: RuleFile, node: YamlNode) -> Path | None:
    name = file.string(node, "the name of a dictionary")
    tried = [Path(file.house.here, name), file.path.parent / name]
    for folder in file.house.folders:
        tried += [folder / name, folder / _DICTIONARIES / name]
    return next((path for path in tried if is_file(path)), None)


def _ignored(file: RuleFile, keys: Keys) -> frozenset[str]:
    if "ignore" not in keys:
        return frozenset()
    words: set[str] = set()
    for name, node in file.strings(keys["ignore"][1], "'ignore'"):
        tried = [Path(file.house.here, name), file.path.parent / name]
        for folder in file.house.folders:
            tried += [folder / name, folder / _IGNORED / name]
        path = next((each for each in tried if is_file(each)), None)
        if path is None:
            file.doubt(node, f"there is no file '{name}'")
            continue
        try:
            words |= read_words(path)
        except OSError as error:
            raise file.problem(node, f"cannot read '{name}': {error.strerror}") from None
    return frozenset(words)


def read_words(path: Path) -> frozenset[str]:
    """The words of a list, one a line, in lower case. What is not UTF-8 is passed over.

    Raises ``OSError``.
    """
    lines = read_file(path, WORDS).decode("utf-8-sig", "replace").splitlines()
    return frozenset(line.strip().lower() for line in lines if line.strip())
