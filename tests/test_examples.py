"""Every rule's own examples, run: they are its documentation, so they must be true."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from copylint.analysis.article import Article
from copylint.analysis.names.memory_file import read as read_memory
from copylint.analysis.names.memory_file import written
from copylint.analysis.names.memory_index import memory_of
from copylint.analysis.printed_before import FORMAT, PrintedArchive
from copylint.analysis.printed_text import compared_passages, digest
from copylint.archive.printed_index import TABLES
from copylint.contract.check import Check, Options
from copylint.core.document import Document
from copylint.core.finding import AnyMatch, Match
from copylint.core.rule import Bad, Good, Rule
from copylint.core.transcript import Transcript
from copylint.formats.lookup import example_in
from copylint.formats.transcripts import turns_of
from copylint.language.vocabulary import HouseName, Vocabulary
from copylint.runner.rules import all_checks

CASES = [(check, rule) for check in all_checks() for rule in check.rules]


def read(example: Bad | Good) -> Document:
    return example_in(example.format, example.text)


def index_of(example: Bad | Good, path: Path) -> PrintedArchive:
    """An index at ``path`` that has the earlier articles of an example."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as db, db:
        db.executescript(TABLES)
        db.execute("insert into about values (?, '')", (FORMAT,))
        for number, text in enumerate(example.printed):
            document = example_in(example.format, text)
            db.execute(
                "insert into article (number, id, headline, text) values (?, ?, ?, ?)",
                (number, f"a{number}", document.headline, zlib.compress(b"")),
            )
            db.executemany(
                "insert into exact values (?, ?, ?)",
                [(kind, digest(copy), number) for _, kind, copy in compared_passages(document)],
            )
    return PrintedArchive(str(path))


def matches(
    check: Check, rule: Rule, example: Bad | Good, folder: Path
) -> tuple[Document, list[AnyMatch]]:
    document = read(example)
    names = tuple(HouseName(name, tuple(rejected)) for name, *rejected in example.names)
    reject = frozenset(example.reject) if isinstance(example, Bad) else frozenset[str]()
    vocabulary = Vocabulary(names=names, reject=reject)
    article = Article(document, vocabulary, example.language)
    said = Transcript("interview.txt", turns_of(example_in("plain", example.said)))
    memory = written(read_memory("# copylint memory 1\n#\t0\t\t\n" + "\n".join(example.memory)))
    options = Options(
        transcripts=(said,) if example.said else (),
        memory=memory_of(memory.encode()) if example.memory else None,
        against=index_of(example, folder / "printed.sqlite") if example.printed else None,
        gone=dict(example.gone),
    )
    found = list(check.check(article, options))
    return document, [m for m in found if (m.rule or check.rules[0].id) == rule.id]


def text_of(document: Document, match: AnyMatch) -> str:
    if isinstance(match, Match):
        return document.slice(match.span)
    return document.source[match.source.start : match.source.end]


@pytest.mark.parametrize(("check", "rule"), CASES, ids=[rule.id for _, rule in CASES])
def test_bad_examples(check: Check, rule: Rule, tmp_path: Path) -> None:
    for bad in rule.bad:
        document, found = matches(check, rule, bad, tmp_path)
        assert [text_of(document, match) for match in found] == [bad.found], bad.text
        if bad.fixed is not None:
            where = found[0].place(document.to_source)
            replacement = found[0].replacements[0]
            fixed = document.source[: where.start] + replacement + document.source[where.end :]
            assert fixed == bad.fixed


@pytest.mark.parametrize(("check", "rule"), CASES, ids=[rule.id for _, rule in CASES])
def test_good_examples(check: Check, rule: Rule, tmp_path: Path) -> None:
    for good in rule.good:
        document, found = matches(check, rule, good, tmp_path)
        assert [text_of(document, match) for match in found] == [], good.text


@pytest.mark.parametrize(("check", "rule"), CASES, ids=[rule.id for _, rule in CASES])
def test_every_rule_is_documented(check: Check, rule: Rule) -> None:
    assert rule.bad, "a rule shows what it finds"
    assert rule.good, "a rule shows what it leaves alone"
    assert rule.summary.endswith(".")
    assert rule.why.endswith(".")
