"""The deep check as an engine: a neural editor, in this process, on this machine alone."""

from __future__ import annotations

import multiprocessing
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.analysis.annotated_text import Sentence
from copylint.analysis.article import Article
from copylint.contract.engine import Engine, EngineSession
from copylint.core.errors import EngineError
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.core.rule import Precedence
from copylint.core.span import TextSpan
from copylint.engines.deep_rules import BY_KIND, RULES
from copylint.models.edit import ScoredEdit
from copylint.models.sentence_context import SentenceContext

if TYPE_CHECKING:
    from copylint.deep.deep_editor import DeepEditor

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

    What it proposes is kept in ``folder``, if that is given. ``gated``: it reads only what
    the gate leaves in doubt.
    """

    def __init__(self, folder: str = "", *, gated: bool = False) -> None:
        self._folder, self._gated = folder, gated
        self._loader: threading.Thread | None = None
        self._editor: DeepEditor | None = None
        self._failure: EngineError | None = None

    def prepare(self, articles: Sequence[Article]) -> None:
        """Begin to load the weights in the background."""
        if self._loader is None and any(article.text.strip() for article in articles):
            self._loader = threading.Thread(target=self._load, name="copylint-deep-loader")
            self._loader.start()

    def check(self, articles: Sequence[Article]) -> list[list[Match]]:
        """What the network finds and the article does not refute. Raises ``EngineError``."""
        from copylint.engines.deep_evidence import Evidence

        evidence = [Evidence(article) for article in articles]
        sentences = [[*each.sentences()] for each in evidence]
        if not any(sentences):
            return [[] for _ in articles]
        places = [
            (facts, sentence)
            for facts, own in zip(evidence, sentences, strict=True)
            for sentence in own
        ]
        contexts = [SentenceContext.of(sentence) for _, sentence in places]
        editor = self._ready()
        if self._gated:

            def allows(number: int, edit: ScoredEdit) -> bool:
                facts, sentence = places[number]
                return facts.allows(sentence, edit)

            edits = iter(editor.edits_where(contexts, allows))
        else:
            edits = iter(editor.edits(contexts))
        return [
            [*_matches(article, facts, own, [next(edits) for _ in own])]
            for article, facts, own in zip(articles, evidence, sentences, strict=True)
        ]

    def close(self) -> None:
        """Let the network go."""
        if self._loader is not None:
            self._loader.join()
        self._loader = self._editor = None

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
            self._editor = DeepEditor(loaded(where), threads, store)
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


def _matches(
    article: Article,
    evidence: object,
    sentences: Sequence[Sentence],
    edits: Sequence[Sequence[ScoredEdit]],
) -> Iterator[Match]:
    from copylint.engines.deep_evidence import Evidence

    assert isinstance(evidence, Evidence)
    wording = _Wording(article)
    for sentence, own in zip(sentences, edits, strict=True):
        taken: list[TextSpan] = []
        for edit in own:
            if not evidence.allows(sentence, edit):
                continue
            match = wording.match(sentence, edit)
            if match is not None and not any(match.span.overlaps(span) for span in taken):
                taken.append(match.span)
                yield match


class _Wording:
    """Edits in an editor's words, with the article's own apostrophes."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def match(self, sentence: Sentence, edit: ScoredEdit) -> Match | None:
        """The finding that an edit is; None if it cannot be shown."""
        rule = BY_KIND[edit.kind].id
        if edit.start == edit.end:
            return self._missing(sentence, edit, rule)
        if not edit.replacement:
            return self._extra(sentence, edit, rule)
        wrong = self._article.text[edit.start : edit.end]
        meant = edit.replacement.replace("'", self._apostrophe)
        if edit.kind in ("confusion", "apostrophe"):
            message = f"'{wrong}' looks like '{meant}' here."
        elif edit.kind == "article":
            message = f"'{meant}' belongs here, not '{wrong}'."
        else:
            message = f"The sentence asks for '{meant}' here, not '{wrong}'."
        certain = edit.kind == "article" and {wrong.lower(), meant.lower()} == {"a", "an"}
        span = TextSpan(edit.start, edit.end)
        return Match(span, message, (meant,), safety=self._safety(span, certain), rule=rule)

    def _missing(self, sentence: Sentence, edit: ScoredEdit, rule: str) -> Match | None:
        """The words on either side of the gap."""
        at = next((i for i, t in enumerate(sentence.tokens) if t.start == edit.start), 0)
        if not at:
            return None
        before, after = sentence.tokens[at - 1], sentence.tokens[at]
        space = self._article.text[before.end : after.start]
        return Match(
            TextSpan(before.start, after.end),
            f"'{edit.replacement}' looks missing between '{before.text}' and '{after.text}'.",
            (f"{before.text} {edit.replacement}{space}{after.text}",),
            rule=rule,
        )

    def _extra(self, sentence: Sentence, edit: ScoredEdit, rule: str) -> Match | None:
        """The word with the one before it, which is all that is to be left of the two."""
        tokens = sentence.tokens
        at = next((i for i, t in enumerate(tokens) if t.start == edit.start), 0)
        if not at or not tokens[at - 1].is_word or tokens[at - 1].end == edit.start:
            return None
        before = tokens[at - 1]
        wrong = self._article.text[edit.start : edit.end]
        span = TextSpan(before.start, edit.end)
        repeated = before.text.lower() == wrong.lower()
        return Match(
            span,
            f"'{wrong}' looks one too many here.",
            (before.text,),
            safety=self._safety(span, repeated),
            rule=rule,
        )

    def _safety(self, span: TextSpan, certain: bool) -> Safety:
        """Only what is certain may be mended unasked, and nothing in someone's speech."""
        quoted = self._article.quotations.is_quoted(span.start)
        return Safety.SAFE if certain and not quoted else Safety.UNSAFE

    @cached_property
    def _apostrophe(self) -> str:
        uses = Counter(self._article.text)
        return "’" if uses["’"] > uses["'"] else "'"
