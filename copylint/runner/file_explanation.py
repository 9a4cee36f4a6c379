"""Explains what applies to one file: its format, its configuration, its rules."""

# Paths: strings, as the walk has them.
# ruff: noqa: PTH100, PTH109, PTH119, PTH120, PTH208

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

from copylint.analysis.article import Article
from copylint.config.load import LoadedConfig
from copylint.config.schema import Config
from copylint.core.errors import InputError
from copylint.core.record import record
from copylint.core.rule import Rule
from copylint.core.selector import selects
from copylint.formats.lookup import claimed_suffixes, entries, named, suffix_of
from copylint.runner.document_reader import Formats
from copylint.runner.globs import Globs
from copylint.runner.ignore_files import ignores_above, is_hidden
from copylint.runner.result import Input
from copylint.runner.rule_selection import Selection
from copylint.runner.rules import all_rules
from copylint.suppress.directives import Directive, directives

# Words that show in which dialect an article is written.
_TELLING = 3


@record
class FileFacts:
    """What ``copylint explain FILE`` shows.

    ``left_out`` says why a walk passes the file over, empty if it does not. ``by_default``
    counts the rules that run by default; ``off`` and ``on`` are rules and families that the
    configuration or the format turns off or on, each with the reason. ``telling`` are words
    that decided the dialect, ``comments`` what comments in the file ask for, with their lines.
    """

    format: str
    said: bool
    taken: bool
    suffix_known: bool
    left_out: str
    language: str
    dialect: str
    telling: tuple[str, ...]
    by_default: int
    off: tuple[tuple[str, str], ...]
    on: tuple[tuple[str, str], ...]
    comments: tuple[str, ...]


def about(path: str, loaded: LoadedConfig) -> FileFacts:
    """The facts about the file at ``path``. Raises ``InputError`` if it cannot be read."""
    config = loaded.config
    formats = Formats(config)
    data = formats.bytes_of(Input(path))
    document = formats.document_in(path, data)
    article = Article(document, language=config.language)
    rules = all_rules(config.rule_sources)
    selection = Selection(config, rules.values())
    runs = selection.in_document(document)
    ran = [rule for rule in rules.values() if runs(rule.id)]
    off_here = [each for each in rules if selection.runs(each) and not runs(each)]
    asked = [each for each in directives(document) if isinstance(each, Directive)]
    return FileFacts(
        format=document.format,
        said=formats.said(path) is not None,
        taken=formats.said(path) is not None or suffix_of(path) in claimed_suffixes(),
        suffix_known=any(suffix_of(path) in each.suffixes for each in entries()),
        left_out=_left_out(path, config),
        language=config.language,
        dialect=article.dialect.language,
        telling=_telling(article),
        by_default=sum(rule.default for rule in ran),
        off=(
            *_off(path, config, selection),
            *(
                (selector, f"which does not suit {document.format}")
                for selector in named(document.format).unsuited
                if any(selects(selector, each) for each in off_here)
            ),
        ),
        on=tuple((rule.id, _because(config, rule)) for rule in ran if not rule.default),
        comments=tuple(
            f"line {document.lines.place(each.span.start).line}: {each.verb} "
            f"{', '.join(selector.text for selector in each.selectors) or 'all'}"
            for each in asked
        ),
    )


def _off(path: str, config: Config, selection: Selection) -> Iterator[tuple[str, str]]:
    for selector in config.ignore:
        yield selector, "by 'ignore'"
    if config.select:
        yield "everything else", f"by 'select' ({', '.join(config.select)})"
    for selector in selection.ignored_in(path):
        yield selector, "by 'per-file-ignores'"


def _because(config: Config, rule: Rule) -> str:
    for key, selectors in (("extend-select", config.extend_select), ("select", config.select)):
        if any(selects(each, rule.id) for each in selectors):
            return f"by '{key}'"
    return "by an engine"


def _telling(article: Article) -> tuple[str, ...]:
    dialect = article.dialect
    if dialect.configured:
        return ()
    counts = Counter(
        spelling.text
        for spelling in dialect.spellings
        if spelling.counted and spelling.variant.norms & dialect.norm
    )
    return tuple(word for word, _ in counts.most_common(_TELLING))


def _left_out(path: str, config: Config) -> str:
    """Why a walk from the current folder would not reach the file."""
    absolute, here = os.path.abspath(path), os.getcwd()
    excluded = Globs(config.exclude, config.exclude_base)
    inner = absolute
    is_folder = False
    while True:
        folder, name = os.path.dirname(inner), os.path.basename(inner)
        if inner in (folder, here):
            return ""
        what = f"the folder '{name}'" if is_folder else "the file"
        if is_hidden(name):
            return f"{what} is hidden, or holds files of other projects"
        if excluded.verdict(inner, is_folder=is_folder):
            return f"{what} is in 'exclude'"
        names = frozenset(os.listdir(folder))
        refused: list[InputError] = []  # a walk reports them
        ignores = ignores_above(folder, refused).inside(folder, names, refused)
        if ignores.leaves_out(inner, is_folder=is_folder):
            return f"{what} is in a .gitignore or .copylintignore"
        inner, is_folder = folder, True
