"""Proposes settings from a house's own copy: its English, its words, its names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from copylint.analysis.article import Article
from copylint.analysis.names.certain_names import certain_names
from copylint.config.schema import Config
from copylint.core.errors import InputError
from copylint.core.record import record
from copylint.core.rule import Severity
from copylint.runner.document_reader import Formats
from copylint.runner.pipeline import run
from copylint.runner.result import Input

# A word that no list knows is the house's own if so many articles have it and no common word
# is close to it: a typo is rarely repeated the same way, a preferred spelling is.
_WORD_ARTICLES = 2
_WORD_TIMES = 3
# A name belongs in the house's list if articles keep coming back to it.
_NAME_ARTICLES = 2
_NAME_TIMES = 5
_MOST = 40
_SPELLING = ("spelling.unknown", "spelling.proper")


@record
class Proposals:
    """``articles`` is the number of articles in English, ``foreign`` that of the others.

    ``language`` is empty if the articles do not agree. Each word and name comes with the number
    of places that have it.
    """

    articles: int
    foreign: int
    language: str
    words: tuple[tuple[str, int], ...]
    names: tuple[tuple[str, int], ...]


def proposals(
    inputs: Sequence[Input],
    config: Config,
    on_progress: Callable[[int], None] | None = None,
) -> Proposals:
    """What the articles in ``inputs`` have in common; those that cannot be read say nothing.

    Every input is read twice, for its names and for its words: ``on_progress`` is called with
    the number just finished, twice the number of ``inputs`` in all. Articles in other
    languages are counted and otherwise ignored.
    """
    languages: Counter[str] = Counter()
    names: Counter[str] = Counter()
    named_in: Counter[str] = Counter()
    read = foreign = 0
    formats = Formats(config)
    for each in inputs:
        try:
            article = Article(formats.read(each), language=config.language)
        except InputError:
            continue
        finally:
            if on_progress:
                on_progress(1)
        if article.document.foreign and not article.document.blocks:
            foreign += 1
            continue
        read += 1
        # A few words prove no dialect.
        if len(article.words) >= 100 and article.dialect.confidence > 0.8:
            languages[article.dialect.language] += 1
        for name, mentions in certain_names(article.text, article.names, article.people):
            names[name] += mentions
            named_in[name] += 1
    frequent = [
        (name, count)
        for name, count in names.most_common()
        if count >= _NAME_TIMES and named_in[name] >= _NAME_ARTICLES
    ]
    words = _words(inputs, config, on_progress)
    return Proposals(read, foreign, _agreed(languages), words, tuple(frequent[:_MOST]))


def _agreed(languages: Counter[str]) -> str:
    """The language of nine articles in ten, empty if there is none."""
    if not languages:
        return ""
    language, count = languages.most_common(1)[0]
    return language if count >= 0.9 * languages.total() else ""


def _words(
    inputs: Sequence[Input], config: Config, on_progress: Callable[[int], None] | None
) -> tuple[tuple[str, int], ...]:
    """Words that no dictionary has and that have no close and common correction."""
    times: Counter[str] = Counter()
    places: dict[str, set[str]] = {}
    for finding in run(inputs, config, on_progress=on_progress).findings:
        if finding.rule in _SPELLING and finding.severity is Severity.SUGGESTION:
            times[finding.text] += 1
            places.setdefault(finding.text, set()).add(finding.path)
    return tuple(
        (word, count)
        for word, count in times.most_common(_MOST)
        if count >= _WORD_TIMES and len(places[word]) >= _WORD_ARTICLES
    )
