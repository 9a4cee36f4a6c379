"""Tests rules: whether their examples hold and whether every pattern can match.

Examples are those of the pages beside the rules. Failures of a rule are looked for with copy
made up from the rule itself: the words that its patterns need, and their replacements.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from time import perf_counter

from copylint.analysis.article import Article
from copylint.contract.check import Options
from copylint.core.blocks import Block, BlockKind, Segment
from copylint.core.document import Document
from copylint.core.rule import Bad, Good
from copylint.core.span import SourceSpan, TextSpan
from copylint.packs.existence import Existence
from copylint.packs.pack_check import PackCheck
from copylint.packs.pack_rule import PackRule
from copylint.packs.pattern import Clock, Pattern
from copylint.packs.rule_loader import LoadedRule
from copylint.packs.substitution import Substitution

#: Reads the text of an example, in the format that it names.
Read = Callable[[Bad | Good], Document]

# What a pattern may spend on one made-up line, in seconds, and how long that is.
_SECONDS = 0.25
_LENGTH = 4000
_FEW = 40
_REPEATED = ("a", "a ", "ab ", "1", " ", "A", "a,", "-", "a.b.", "\n")
# What looks at its surroundings or changes how letters are compared.
_LOOKS = re.compile(r"\(\?(?:[=!]|<[=!]|[a-z]+[:)]|[a-z]*-[a-z]+[:)])")
# A second copy of what a check has found costs this share of a rule's time and no more.
_ENOUGH_RULES = 400


def examples(loaded: LoadedRule, read: Read) -> Iterator[str]:
    """The rule's examples that do not hold."""
    check = PackCheck([loaded])
    for number, bad in enumerate(loaded.rule.bad, 1):
        document, found = read(bad), []
        fixed = ""
        for match in check.check(_article(document, loaded), Options()):
            span = match.place(document.to_source)
            found.append(document.source[span.start : span.end])
            if not fixed and match.replacements:
                source = document.source
                fixed = source[: span.start] + match.replacements[0] + source[span.end :]
        if found != [bad.found]:
            told = ", ".join(f"'{each}'" for each in found) or "nothing"
            yield f"bad example {number}: it finds {told}, not '{bad.found}'"
        elif bad.fixed is not None and fixed != bad.fixed:
            yield f"bad example {number}: it becomes '{fixed.strip()}', not '{bad.fixed.strip()}'"
    for number, good in enumerate(loaded.rule.good, 1):
        document = read(good)
        for match in check.check(_article(document, loaded), Options()):
            span = match.place(document.to_source)
            yield f"good example {number}: it finds '{document.source[span.start : span.end]}'"


def faults(loaded: LoadedRule, others: Sequence[LoadedRule]) -> Iterator[str]:
    """The faults of the rule itself; ``others`` are all the rules that run beside it."""
    does = loaded.does
    yield from _slow(does)
    if isinstance(does, (Existence, Substitution)):
        yield from _idle(does)
    if isinstance(does, Substitution):
        yield from _circular(loaded, does, others)


def _literals(pattern: Pattern) -> list[str]:
    """The words of the pattern if it consists of words alone, in one case."""
    body, needed = pattern.body, pattern.required
    if not needed.whole or _LOOKS.search(body):
        return []
    if body != body.lower() and not pattern.ignorecase:
        return [body] if body.isalpha() else []
    return sorted(needed.literals)[:_FEW]


def _idle(does: Existence | Substitution) -> Iterator[str]:
    """Patterns that can match nothing, or that another always forestalls."""
    clock = Clock()
    for index, pattern in enumerate(does.patterns):
        literals = _literals(pattern)
        carried = [f"the {literal} is" for literal in literals]
        matching = [text for text in carried if pattern.search(text, 0, clock) is not None]
        if carried and not matching:
            yield (
                f"'{pattern.body}' never matches: it begins or ends with a sign; "
                "add 'nonword: true'?"
            )
            continue
        if matching and all(_spared(does, text[4:-3], clock) for text in matching):
            yield f"'{pattern.body}' is an exception too: it finds nothing"
        for text, literal in zip(carried, literals, strict=True):
            before = next(
                (
                    other
                    for other in does.patterns[:index]
                    if _begins(other, text, clock) and text in matching
                ),
                None,
            )
            if before is not None:
                yield f"'{literal}' is never found whole: '{before.body}' is there before it"
                break


def _begins(pattern: Pattern, text: str, clock: Clock) -> bool:
    found = pattern.search(text, 0, clock)
    return found is not None and found.start() <= 4


def _spared(does: PackRule, text: str, clock: Clock) -> bool:
    return any(term.search(text, 0, clock) for term in does.exceptions.terms)


def _circular(
    loaded: LoadedRule, does: Substitution, others: Sequence[LoadedRule]
) -> Iterator[str]:
    """Words that are replaced by themselves, or by words that a rule reports."""
    wanted: list[tuple[str, str]] = []
    for pattern, value in zip(does.patterns, does.values, strict=True):
        for option in value.split("|"):
            if option == pattern.body:
                yield f"'{pattern.body}' becomes itself"
            elif option and "$" not in option and not set(option) & set("\\[](){}*+?^"):
                wanted.append((pattern.body, option))
    document = _paragraphs([option for _, option in wanted])
    for other in others[:_ENOUGH_RULES]:
        if not other.rule.default and other.rule.family != loaded.rule.family:
            continue  # who selects that pack wants more than this one
        if other.does.common.scopes != loaded.does.common.scopes or other.does.always:
            continue
        for match in PackCheck([other]).check(_article(document, loaded), Options()):
            place = match.place(document.to_source)
            span = TextSpan(place.start, place.end)  # in plain text they are the same
            index = _block_at(document, span.start)
            body, option = wanted[index]
            who = "the rule itself" if other.rule.id == loaded.rule.id else other.rule.id
            found = document.slice(span)
            yield f"'{body}' becomes '{option}', in which {who} finds '{found}'"


def _article(document: Document, loaded: LoadedRule) -> Article:
    """The document in a dialect that the rule is about."""
    return Article(document, language=(*loaded.rule.languages, "auto")[0])


def _paragraphs(texts: Sequence[str]) -> Document:
    """A document with a paragraph of each of ``texts``."""
    source = "\n\n".join(texts)
    blocks, at = [], 0
    for text in texts:
        blocks.append(Block(BlockKind.PARAGRAPH, TextSpan(at, at + len(text))))
        at += len(text) + 2
    whole = Segment(TextSpan(0, len(source)), SourceSpan(0, len(source)), True)
    return Document("", "plain", source, source, (whole,) if source else (), tuple(blocks))


def _block_at(document: Document, offset: int) -> int:
    return next(i for i, block in enumerate(document.blocks) if offset <= block.span.end)


def _slow(does: PackRule) -> Iterator[str]:
    """Patterns that some text makes slow."""
    for pattern in does.patterns:
        if pattern.required.bounded:
            continue
        letters = {char for char in pattern.body if char.isalnum()}
        pieces = [
            *_REPEATED,
            *sorted(letters),
            *_literals(pattern),
            *sorted(pattern.required.literals)[:5],
        ]
        for piece in dict.fromkeys(pieces):
            if not piece:
                continue
            text = piece * (_LENGTH // len(piece)) + "\0!"
            if _takes_long(pattern, text):
                shown = piece.replace("\n", "\\n")
                yield f"'{pattern.body}' is slow: '{shown}{shown}{shown}…' keeps it busy"
                break


def _takes_long(pattern: Pattern, text: str) -> bool:
    clock = Clock()
    clock.left = _SECONDS
    began = perf_counter()
    at = 0
    try:
        while at <= len(text) and (found := pattern.search(text, at, clock)) is not None:
            at = max(found.end(), found.start() + 1)
            if perf_counter() - began > _SECONDS:
                return True
    except TimeoutError:
        return True
    return perf_counter() - began > _SECONDS
