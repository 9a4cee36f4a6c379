"""The style ``Vale``, which Vale has built in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from copylint.core.record import replace
from copylint.core.source_error import shown
from copylint.packs.house import House
from copylint.packs.hunspell import read_dictionary
from copylint.packs.pack_rule import PackRule
from copylint.packs.repetition import parse as parse_repetition
from copylint.packs.rule_loader import LoadedRule, described
from copylint.packs.spelling import Spelling, read_words
from copylint.packs.spelling import parse as parse_spelling
from copylint.packs.vale.vocabularies import Terms, avoid_rule, terms_rule
from copylint.packs.yaml_nodes import RuleFile

STYLE = "Vale"
_REPETITION = """\
extends: repetition
message: "'%s' is repeated!"
level: error
ignorecase: true
alpha: true
tokens: ['[^\\s.!?]+']
action: {name: edit, params: [truncate, ' ']}
"""
_SPELLING = """\
extends: spelling
message: "Did you really mean '%s'?"
level: error
action: {name: suggest, params: [spellings]}
"""


def builtin_rules(terms: Terms, house: House) -> Iterator[LoadedRule]:
    """The rules of the style."""
    repetition = RuleFile(Path("Repetition.yml"), _REPETITION, house)
    yield _loaded("Repetition", parse_repetition(repetition, repetition.root()))
    spelling = RuleFile(Path("Spelling.yml"), _SPELLING, house)
    rule = parse_spelling(spelling, spelling.root())
    assert isinstance(rule, Spelling)
    notes: list[str] = []
    rule = _with_dictionaries(rule, house.folders, notes)
    yield replace(_loaded("Spelling", rule), notes=tuple(notes))
    for name, made in (
        ("Terms", terms_rule(terms.accept, house)),
        ("Avoid", avoid_rule(terms.reject, house)),
    ):
        if made is not None:
            yield _loaded(name, made)


def _loaded(name: str, does: PackRule) -> LoadedRule:
    return LoadedRule(described(f"{STYLE}.{name}", does), does)


def _with_dictionaries(rule: Spelling, folders: Sequence[Path], notes: list[str]) -> Spelling:
    """The rule with every dictionary and every list of words of the StylesPaths.

    ``notes`` gains those that cannot be read.
    """
    ignored: set[str] = set()
    dictionaries = []
    for folder in folders:
        for path in sorted((folder / "config" / "ignore").rglob("*.txt")):
            with _noting(path, notes):
                ignored |= read_words(path)
        for path in sorted((folder / "config" / "dictionaries").glob("*.dic")):
            aff = path.with_suffix(".aff")
            with _noting(path, notes):
                dictionaries.append(read_dictionary(path, aff if aff.is_file() else None))
    return replace(rule, ignored=frozenset(ignored), dictionaries=tuple(dictionaries))


@contextmanager
def _noting(path: Path, notes: list[str]) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        notes.append(f"{shown(path)}: cannot read: {error.strerror or error}")
    except ValueError as error:
        notes.append(f"{shown(path)}: cannot read: {error}")
