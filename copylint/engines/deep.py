"""The deep check as an engine: a neural editor in this process, offline."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from copylint.analysis.annotated_text import Sentence
from copylint.analysis.article import Article
from copylint.analysis.sentence_key import SENTENCES
from copylint.contract.engine import Engine, EngineSession, RuleMatch
from copylint.core.errors import EngineError
from copylint.core.finding import AnyMatch, Match
from copylint.core.rule import Precedence, Rule
from copylint.core.span import TextSpan
from copylint.engines.deep_rules import RULES, may_refute
from copylint.engines.deep_wording import Wording
from copylint.models.edit import ScoredEdit
from copylint.models.sentence_context import SentenceContext

if TYPE_CHECKING:
    from copylint.deep.deep_editor import DeepEditor, Review
    from copylint.engines.deep_evidence import Evidence

_THREADS = 2


class DeepEngine(Engine):
    """The neural editor's part of the rules."""

    name = "deep"
    rules = RULES
    run_settings = ("cache", "deep_gate")
    precedence = Precedence.ENGINE
    data_packages = ("copylint_deep_model",)
    fork_safe = True

    def start(self, settings: Mapping[str, object]) -> str:
        """The folder in which proposals are kept, if they are; all else is each process's own.

        Raises ``EngineError`` if they, or what runs them, are not installed.
        """
        from copylint.deep.weights import missing

        if why := missing():
            raise EngineError(self.name, why)
        return _cache() if settings.get("cache") is True else ""

    def connect(self, address: str, settings: Mapping[str, object]) -> EngineSession:
        """A session; the weights are read when the first text needs them."""
        return DeepSession(address, gated=settings.get("deep_gate") is True)


class DeepSession(EngineSession):
    """The network in this process.

    What it says is kept in ``folder``, if that is given. ``gated``: it reads only what the
    gate leaves in doubt, and sentences with a copylint finding that it may refute.
    """

    def __init__(self, folder: str = "", *, gated: bool = False) -> None:
        self._folder, self._gated = folder, gated
        self._recent = 0
        self._loader: threading.Thread | None = None
        self._editor: DeepEditor | None = None
        self._failure: EngineError | None = None
        # What was read for ``review`` and waits for ``check``, by the article's id.
        self._read: dict[int, list[_Read]] = {}

    def remember(self) -> None:
        """Keep in memory what the network and its gate say; call it before anything is read."""
        self._recent = SENTENCES

    def prepare(self, articles: Sequence[Article]) -> None:
        """Begin to load the weights in the background."""
        if self._loader is None and any(article.text.strip() for article in articles):
            self._loader = threading.Thread(target=self._load, name="copylint-deep-loader")
            self._loader.start()

    def review(
        self, articles: Sequence[Article], findings: Sequence[Sequence[RuleMatch]]
    ) -> list[list[RuleMatch]]:
        """The findings that the network does not hold to be absurd. Raises ``EngineError``."""
        open_ones = [
            [match.span for rule, match in own if isinstance(match, Match) and may_refute(rule.id)]
            for own in findings
        ]
        read = self._all_read(articles, open_ones)
        self._read = {id(article): own for article, own in zip(articles, read, strict=True)}
        return [
            [(rule, match) for rule, match in own if not _is_refuted(rule, match, sentences)]
            for own, sentences in zip(findings, read, strict=True)
        ]

    def check(self, articles: Sequence[Article]) -> list[list[Match]]:
        """What the network finds and the article does not refute. Raises ``EngineError``."""
        new = [article for article in articles if id(article) not in self._read]
        read = {id(article): own for article, own in zip(new, self._all_read(new), strict=True)}
        read |= self._read
        self._read = {}
        return [[*_matches(article, read[id(article)])] for article in articles]

    def close(self) -> None:
        """Let the network go."""
        if self._loader is not None:
            self._loader.join()
        self._loader = self._editor = None
        self._read = {}

    def _all_read(
        self, articles: Sequence[Article], asked: Sequence[Sequence[TextSpan]] = ()
    ) -> list[list[_Read]]:
        """The sentences of each article with the network's verdicts.

        The network reads sentences with a span in ``asked``, by article, whatever the gate says.
        """
        from copylint.engines.deep_evidence import Evidence

        places: list[tuple[Evidence, Sentence]] = []
        sizes: list[int] = []
        always: set[int] = set()
        for number, article in enumerate(articles):
            evidence = Evidence(article)
            spans = asked[number] if asked else ()
            before = len(places)
            for sentence in evidence.sentences():
                start, end = sentence.tokens[0].start, sentence.tokens[-1].end
                if any(span.start < end and span.end > start for span in spans):
                    always.add(len(places))
                places.append((evidence, sentence))
            sizes.append(len(places) - before)
        if not places:
            return [[] for _ in articles]

        def allows(number: int, edit: ScoredEdit) -> bool:
            evidence, sentence = places[number]
            return evidence.allows(sentence, edit)

        scenes = [SentenceContext.of(sentence) for _, sentence in places]
        reviews = self._ready().reviews(scenes, allows if self._gated else None, always)
        rows = iter(
            _Read(evidence, sentence, review)
            for (evidence, sentence), review in zip(places, reviews, strict=True)
        )
        return [[*islice(rows, size)] for size in sizes]

    def _ready(self) -> DeepEditor:
        if self._loader is None:
            self._load()
        else:
            self._loader.join()
        if self._failure is not None:
            raise self._failure
        assert self._editor is not None
        return self._editor

    def _load(self) -> None:
        if self._editor is not None or self._failure is not None:
            return
        from copylint.cache.store import Store
        from copylint.deep.deep_editor import DeepEditor, loaded
        from copylint.deep.weights import folder, missing

        try:
            where = folder()
            if where is None:
                raise EngineError(DeepEngine.name, missing())
            # In a worker the other cores are for the other workers.
            threads = _THREADS if multiprocessing.parent_process() is None else 1
            store = Store(Path(self._folder)) if self._folder else None
            self._editor = DeepEditor(loaded(where), threads, store, self._recent)
        except EngineError as error:
            self._failure = error
        except Exception as error:  # noqa: BLE001 - a thread must not lose it
            self._failure = EngineError(DeepEngine.name, f"cannot start: {error}")


def _cache() -> str:
    """The folder for what is kept, empty if there is none."""
    from copylint.cache.folder import cache_folder

    try:
        return str(cache_folder())
    except RuntimeError:  # no one's home
        return ""


class _Read(NamedTuple):
    """A sentence of an article with the network's verdict."""

    evidence: Evidence
    sentence: Sentence
    review: Review


def _is_refuted(rule: Rule, match: AnyMatch, sentences: Sequence[_Read]) -> bool:
    """Whether the network has read the place and holds every word of it to be right.

    It does not refute what the words alone decide.
    """
    if not may_refute(rule.id) or not isinstance(match, Match) or match.is_certain:
        return False
    span = match.span
    for _, sentence, review in sentences:
        start, end = sentence.tokens[0].start, sentence.tokens[-1].end
        if start <= span.start and span.end <= end:
            return review.is_read and not any(
                # An edit may be placed at the word before, as insertions are.
                first <= span.end and last >= span.start - 1
                for first, last in review.doubted
            )
    return False


def _matches(article: Article, sentences: Sequence[_Read]) -> Iterator[Match]:
    wording = Wording(article)
    for evidence, sentence, review in sentences:
        taken: list[TextSpan] = []
        for edit in review.edits:
            if not evidence.allows(sentence, edit):
                continue
            match = wording.match(sentence, edit)
            if match is not None and not any(match.span.overlaps(span) for span in taken):
                taken.append(match.span)
                yield match
