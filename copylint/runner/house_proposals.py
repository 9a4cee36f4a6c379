"""Proposes settings from a house's own copy: its English, its words, its names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from copylint.analysis.article import Article
from copylint.analysis.names.named_entities import cast
from copylint.config.schema import Config
from copylint.core.errors import InputError
from copylint.core.record import record
from copylint.runner.document_reader import Formats
from copylint.runner.pipeline import run
from copylint.runner.result import Input

# A word that no list knows is the house's own where so many articles have it: a typo of the
# pen is not made the same way again and again.
_WORD_ARTICLES = 2
_WORD_TIMES = 3
# A name that is a house matter is one that articles keep coming back to.
_NAME_ARTICLES = 2
_NAME_TIMES = 5
_MOST = 40
_SPELLING = ("spelling.unknown", "spelling.proper")


@record
class Proposals:
    """``language`` is empty if articles do not agree; counts stand beside what is counted."""

    articles: int
    language: str
    words: tuple[tuple[str, int], ...]
    names: tuple[tuple[str, int], ...]


def proposals(
    inputs: Sequence[Input],
    config: Config,
    on_progress: Callable[[int], None] | None = None,
) -> Proposals:
    """What the articles in ``inputs`` have in common; those that cannot be read say nothing."""
    languages: Counter[str] = Counter()
    names: Counter[str] = Counter()
    named_in: Counter[str] = Counter()
    read = 0
    formats = Formats(config)
    for each in inputs:
        try:
            article = Article(formats.read(each), language=config.language)
        except InputError:
            continue
        read += 1
        # A few words prove no dialect.
        if len(article.words) >= 100 and article.dialect.confidence > 0.8:
            languages[article.dialect.language] += 1
        for name, mentions in cast(article.names):
            if " " in name:
                names[name] += mentions
                named_in[name] += 1
        if on_progress:
            on_progress(1)
    frequent = [
        (name, count)
        for name, count in names.most_common()
        if count >= _NAME_TIMES and named_in[name] >= _NAME_ARTICLES
    ]
    return Proposals(read, _agreed(languages), _words(inputs, config), tuple(frequent[:_MOST]))


def _agreed(languages: Counter[str]) -> str:
    """The language of nine articles in ten, empty if there is none."""
    if not languages:
        return ""
    language, count = languages.most_common(1)[0]
    return language if count >= 0.9 * languages.total() else ""


def _words(inputs: Sequence[Input], config: Config) -> tuple[tuple[str, int], ...]:
    """Words that the spelling rules report, time and again."""
    times: Counter[str] = Counter()
    places: dict[str, set[str]] = {}
    for finding in run(inputs, config).findings:
        if finding.rule in _SPELLING:
            times[finding.text] += 1
            places.setdefault(finding.text, set()).add(finding.path)
    return tuple(
        (word, count)
        for word, count in times.most_common(_MOST)
        if count >= _WORD_TIMES and len(places[word]) >= _WORD_ARTICLES
    )
