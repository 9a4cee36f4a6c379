"""Vale's vocabularies: terms that are accepted or rejected, and the rules made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from copylint.core.record import field, record
from copylint.core.rule import Severity
from copylint.core.safe_read import SMALL, is_folder, project_of, read_file
from copylint.core.source_error import shown
from copylint.packs.existence import Existence
from copylint.packs.house import House
from copylint.packs.message import Message
from copylint.packs.pack_rule import CommonKeys, PackRule, Quoted
from copylint.packs.pattern import BadPattern, Pattern
from copylint.packs.scopes import TEXT
from copylint.packs.substitution import Substitution
from copylint.packs.yaml_nodes import RuleFile, YamlNode

# Older set-ups keep them in a folder without "config".
_FOLDERS = ("config/vocabularies", "Vocab", "config/Vocab")
_LETTER_ESCAPE = re.compile(r"\\[A-Z]")


@record(frozen=False)
class Terms:
    """The terms of the vocabularies that a configuration names."""

    accept: list[str] = field(default_factory=list)
    reject: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read_vocabularies(names: Sequence[str], folders: Sequence[Path], project: str = "") -> Terms:
    """The terms of the vocabularies ``names`` in the StylesPaths ``folders``.

    ``project`` is as in ``RuleSources``.
    """
    terms = Terms()
    for name in names:
        places = [folder / each / name for folder in folders for each in _FOLDERS]
        place = next((each for each in places if is_folder(each)), None)
        if place is None:
            terms.problems.append(f"there is no vocabulary '{name}' in the StylesPath")
            continue
        for path in sorted(place.rglob("*.txt")):
            if path.name == "accept.txt":
                terms.accept += _terms(path, terms.problems, project)
            elif path.name == "reject.txt":
                terms.reject += _terms(path, terms.problems, project)
    return terms


def _terms(path: Path, problems: list[str], project: str) -> Iterator[str]:
    try:
        within = project_of(path.parent)
        text = read_file(path, SMALL, within).decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        problems.append(f"{shown(path)}: cannot read: {error.strerror or error}")
        return
    except UnicodeDecodeError as error:
        problems.append(f"{shown(path)}: not UTF-8 text at byte {error.start}")
        return
    file = RuleFile(path, text, House(project=project))
    at = 0
    for line in text.split("\n"):
        term, start = line.strip(), at
        at += len(line) + 1
        if not term or term.startswith("# "):
            continue
        try:
            Pattern(term).verify()
        except BadPattern as error:
            node = YamlNode(start, start + len(line), term)
            problems.append(str(file.problem(node, f"not a regular expression: {error}")))
            continue
        yield term


def terms_rule(accept: Sequence[str], house: House) -> PackRule | None:
    """``Vale.Terms``: accepted terms in another case than theirs."""
    if not accept:
        return None
    by_key = {_key(term, house): term for term in accept}
    terms = sorted(by_key.items(), key=lambda pair: -len(pair[0]))
    return Substitution(
        _common(("Use '", 0, "' instead of '", 1, "'.")),
        tuple(Pattern(key, house.word, True, house.strict) for key, _ in terms),
        values=tuple(term for _, term in terms),
        apart=house.strict,
        quote=house.strict,
    )


def _key(term: str, house: House) -> str:
    # Vale turns all of it into lower case: \S becomes \s.
    if house.strict:
        return term.lower()
    escapes = [found.group() for found in _LETTER_ESCAPE.finditer(term)]
    return term if escapes else term.lower()


def avoid_rule(reject: Sequence[str], house: House) -> PackRule | None:
    """``Vale.Avoid``: rejected terms, in their own case."""
    if not reject:
        return None
    return Existence(
        _common(("Avoid using '", 0, "'.")),
        tuple(Pattern(term, house.word, exact=house.strict) for term in reject),
    )


def _common(message: tuple[str | int, ...]) -> CommonKeys:
    return CommonKeys(
        message=Message(message),
        description=None,
        severity=Severity.ERROR,
        scopes=(TEXT,),
        link="",
        limit=0,
        action=None,
        quoted=Quoted.SAME,  # a term is spelt as it is, whoever speaks
    )
