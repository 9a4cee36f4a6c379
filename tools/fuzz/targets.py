"""What is fuzzed: functions that take any bytes, and raise only where something is wrong.

Each format must read them or refuse them in one message, within the laws of places; so must
the readers of configurations, rules and styles.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from copylint.core.document import Document
from copylint.core.errors import CopylintError, InputError
from copylint.core.field_paths import Field
from copylint.core.span import TextSpan
from copylint.formats.lookup import entries, named

Target = Callable[[bytes], None]


class BrokenLaw(AssertionError):
    """A document whose map to its source is wrong."""


def targets() -> dict[str, Target]:
    """All targets by name."""
    found: dict[str, Target] = {each.name: _format(each.name) for each in entries()}
    found["docx-parts"] = _parts("docx", "word/document.xml")
    found["odt-parts"] = _parts("odt", "content.xml")
    found["epub-parts"] = _parts("epub", "OPS/a.xhtml")
    found["idml-parts"] = _parts("idml", "Stories/Story_u1.xml")
    found["configuration"] = _in_file("copylint.toml", _configuration)
    found["rule"] = _in_file("house/Rule.yml", _rules)
    found["vale-ini"] = _in_file(".vale.ini", _vale)
    found["pack-manifest"] = _in_file("house/pack.yaml", _rules)
    found["word-list"] = _in_file("words.txt", _words)
    found["dictionary"] = _in_file("house.dic", _dictionary)
    found["ignore-file"] = _ignore_file
    found["baseline"] = _baseline
    found["decisions"] = _decisions
    found["git-names"] = _git_names
    found["pattern"] = _pattern
    found["kept-result"] = _kept_result
    found["build-log"] = _build_log
    return found


def _format(name: str) -> Target:
    form = named(name)
    if form.has_fields and name != "json":
        form = form.with_fields((Field("body"), Field("items[*].text", markup="html")))

    def read(data: bytes) -> None:
        try:
            source = form.decode("a", data)
            document = form.read("a", source)
        except InputError as refusal:
            _demand(bool(refusal.message) and "\n" not in refusal.message, "a message of one line")
            return
        _demand(document.source == source, "the source is kept")
        _demand(form.encode(source, data) == data, "what has not changed is written as it was")
        _obey(document)

    return read


def _parts(name: str, part: str) -> Target:
    """The XML of a document as it stands in the archive, where mutations would break the zip."""
    form = named(name)

    def read(data: bytes) -> None:
        source = data.decode("utf-8", "replace")
        try:
            document = form.read("a", source if source[:1] == "\0" else f"\0{part}\0{source}")
        except InputError as refusal:
            _demand(bool(refusal.message) and "\n" not in refusal.message, "a message of one line")
            return
        _obey(document)

    return read


def _obey(document: Document) -> None:
    """The laws of places, as ``tests/formats/test_conformance.py`` has them, for one document."""
    end = 0
    for block in document.blocks:
        _demand(end <= block.span.start < block.span.end <= len(document.text), "blocks ascend")
        end = block.span.end
        previous = 0
        for at in range(block.span.start, block.span.end):
            where = document.to_source(TextSpan(at, at + 1))
            _demand(where.start < where.end <= len(document.source), "a character has a source")
            _demand(where.start >= previous, "the source ascends in a block")
            previous = where.start
        document.lines.place(previous)


def _demand(holds: bool, law: str) -> None:
    if not holds:
        raise BrokenLaw(law)


def _in_file(name: str, load: Callable[[Path], None]) -> Target:
    """The bytes in a file of that name, in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="copylint-fuzz-"))
    path = folder / name
    path.parent.mkdir(exist_ok=True)

    def run(data: bytes) -> None:
        path.write_bytes(data)
        try:
            load(path)
        except CopylintError as refusal:
            _demand(bool(str(refusal)), "a message")

    return run


def _configuration(path: Path) -> None:
    from copylint.config.load import load_config
    from copylint.runner.listed_rules import engine_names
    from copylint.runner.rule_index import engine_tables
    from copylint.runner.rules import all_rules

    load_config(
        path.parent,
        explicit=path,
        rules=all_rules(),
        engines=engine_names(),
        formats=[each.name for each in entries()],
        tables=engine_tables(),
    )


def _rules(path: Path) -> None:
    from copylint.packs.rule_loader import load_packs

    load_packs(path.parent.parent)


def _vale(path: Path) -> None:
    from copylint.packs.vale.vale_loader import load_vale

    load_vale(path, strict=True)


def _words(path: Path) -> None:
    from copylint.config.vocabulary_files import read_words

    with suppress(UnicodeDecodeError):
        words = read_words(path)
        _demand(all(word == " ".join(word.split()) for word in words), "words have single spaces")


def _dictionary(path: Path) -> None:
    from copylint.packs.hunspell import read_dictionary

    affixes = path.with_suffix(".aff")
    head, _, tail = path.read_bytes().partition(b"\0")
    affixes.write_bytes(head)
    path.write_bytes(tail)
    read_dictionary.cache_clear()
    with suppress(ValueError):
        found = read_dictionary(path, affixes)
        for word in ("walk", "walked", "a" * 40):
            found.knows(word)


def _ignore_file(data: bytes) -> None:
    """Lines and, after a NUL, a path: the same verdict however often, and no line too many."""
    from copylint.core.gitignore import is_glob
    from copylint.runner.globs import Globs

    head, _, tail = data.partition(b"\0")
    lines = head.decode("utf-8-sig", "surrogateescape").splitlines()
    path = tail.decode("utf-8", "surrogateescape").strip("/") or "a/b.md"
    globs = Globs([line for line in lines if is_glob(line)], "/x")
    first = globs.verdict(f"/x/{path}")
    _demand(globs.verdict(f"/x/{path}") == first, "a verdict stays")
    _demand(globs.verdict("/x") in (None, True, False), "a verdict on the folder itself")


def _baseline(data: bytes) -> None:
    from copylint.suppress.baseline import parse, written

    try:
        found = parse("baseline.json", data)
    except CopylintError as refusal:
        _demand("\n" not in str(refusal), "a message of one line")
        return
    _demand(parse("baseline.json", written(found)) == found, "what is written is read as it was")


def _decisions(data: bytes) -> None:
    """Decisions that somebody else may have written; none of them has a correction applied."""
    from copylint.fix.decisions import parse
    from copylint.runner.decided_fixes import chosen

    try:
        articles = parse("decisions.json", data)
    except CopylintError as refusal:
        _demand("\n" not in str(refusal), "a message of one line")
        return
    for article in articles:
        choice = chosen(article.decisions, ())
        _demand(choice.patch("text").apply("text") == "text", "nothing is applied of itself")


def _git_names(data: bytes) -> None:
    """What git answers about changes and names, whatever names somebody gave to files."""
    from copylint.runner import git

    with suppress(ValueError, StopIteration, RuntimeError):  # git always answers in its format
        list(git._changes(data))
    message = str(git.GitError(data.decode("utf-8", "replace")))
    _demand(message.isprintable(), "a message of one line")


def _pattern(data: bytes) -> None:
    """A pattern and, after a NUL, a text: refused, or an answer in bounded time."""
    from copylint.packs.pattern import BadPattern, Clock, Pattern

    head, _, tail = data.partition(b"\0")
    pattern = Pattern(head.decode("utf-8", "replace"))
    try:
        pattern.verify()
    except BadPattern:
        return
    clock = Clock()
    clock.left = 0.2
    with suppress(TimeoutError, BadPattern):
        pattern.search(tail.decode("utf-8", "replace") or "a" * 60 + "!", 0, clock)


def _kept_result(data: bytes) -> None:
    from copylint.runner.result_codec import decode, encode

    try:
        found = decode("a.md", data)
    except (ValueError, TypeError, KeyError, RecursionError):
        return
    _demand(decode("a.md", encode(found)) == found, "what is kept is read as it was")


def _build_log(data: bytes) -> None:
    """Text in pieces, cut at each NUL: no line begins with a command or holds one."""
    import io
    import re

    from copylint.report.build_log import LogStream

    held = io.StringIO()
    log = LogStream(held)
    for piece in data.decode("utf-8", "replace").split("\0"):
        log.write(piece)
    log.flush()
    for line in re.split(r"\r\n|\n|\r", held.getvalue()):
        start = line.lstrip()
        _demand(not (start.startswith("::") and "::" in start[2:]), "no command of version 2")
        _demand(not re.search(r"##[A-Za-z]*\[", line), "no command of version 1")
