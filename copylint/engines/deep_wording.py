"""The network's edits in an editor's words."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from copylint.analysis.annotated_text import Sentence
from copylint.analysis.article import Article
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.core.record import replace
from copylint.core.rule import Severity
from copylint.core.span import TextSpan
from copylint.engines.deep_rules import BY_KIND
from copylint.models.edit import ScoredEdit


class Wording:
    """Edits in an editor's words, with the article's own apostrophes."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def match(self, sentence: Sentence, edit: ScoredEdit) -> Match | None:
        """The finding that an edit is; None if it cannot be shown.

        An edit that is plausible but not believed (a score of 0 or less) is a suggestion.
        """
        match = self._match(sentence, edit)
        if match is None or edit.score > 0:
            return match
        return replace(match, severity=Severity.SUGGESTION, safety=Safety.UNSAFE)

    def _match(self, sentence: Sentence, edit: ScoredEdit) -> Match | None:
        rule = BY_KIND[edit.kind].id
        if edit.start == edit.end:
            return self._missing(sentence, edit, rule)
        if not edit.replacement:
            return self._extra(sentence, edit, rule)
        wrong = self._article.text[edit.start : edit.end]
        meant = edit.replacement.replace("'", self._apostrophe)
        if edit.kind in ("confusion", "apostrophe"):
            message = f"Should '{wrong}' be '{meant}' here?"
        elif edit.kind == "article":
            message = f"Write '{meant}' here, not '{wrong}'."
        else:
            message = f"The sentence needs '{meant}' here, not '{wrong}'."
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
            f"Is '{edit.replacement}' missing between '{before.text}' and '{after.text}'?",
            (f"{before.text} {edit.replacement}{space}{after.text}",),
            rule=rule,
        )

    def _extra(self, sentence: Sentence, edit: ScoredEdit, rule: str) -> Match | None:
        """The superfluous word with the one before it, which alone is kept."""
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
            f"'{wrong}' seems not to belong here; delete it?",
            (before.text,),
            safety=self._safety(span, repeated),
            rule=rule,
        )

    def _safety(self, span: TextSpan, certain: bool) -> Safety:
        """Only a certain edit may be applied unasked, and none in someone's speech."""
        quoted = self._article.quotations.is_quoted(span.start)
        return Safety.SAFE if certain and not quoted else Safety.UNSAFE

    @cached_property
    def _apostrophe(self) -> str:
        uses = Counter(self._article.text)
        return "’" if uses["’"] > uses["'"] else "'"
