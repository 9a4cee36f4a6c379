"""Which English a document is written in, by its own evidence.

Every spelling that a dialect does not use, and every habit foreign to it (a cue),
counts against that dialect; the one with the least against it is the document's. The sums
are log-likelihoods, so differences of sums say how sure the decision is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from copylint.analysis.dialect_evidence import DialectCue, Scores, SpellingEvidence, gather
from copylint.core.record import field, record
from copylint.language import dialect_cues as cues
from copylint.language.dialect_variants import (
    ALLOWED,
    LANGUAGE,
    NORMS,
    Norm,
    SpellingVariant,
    SpellingVariants,
)
from copylint.language.word_sense import has_senses

if TYPE_CHECKING:
    from copylint.analysis.annotated_text import AnnotatedText

# The score against each norm before any evidence: how rare the norm is in edited copy.
_PRIOR = (0.0, 2.0, 0.3, 1.0, 2.0)
# How much one spelling that a norm does not use counts against it, and how much each of the next
# two occurrences does.
_FOREIGN_SPELLING = 3.0
_REPEATED = 1.0
# The same in a title such as "Defence Minister", which foreign copy often keeps.
_IN_TITLE = 0.8


@record(slots=False)
class Dialect:
    """The document's dialect and the evidence for it.

    ``norm`` is the norm the document keeps, by its evidence or by the ``language``
    setting (``configured``). ``against`` is the sum that counts against each norm, in the order
    of ``NORMS``. Lower is likelier.
    """

    norm: Norm
    configured: bool
    against: Scores
    spellings: tuple[SpellingEvidence, ...]
    cues: tuple[DialectCue, ...]
    _by_form: dict[str, Scores] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """``en-GB``, ``en-US``, ``en-AU`` or ``en-CA``."""
        return LANGUAGE[self.norm]

    @cached_property
    def confidence(self) -> float:
        """How probable the language is compared with the others, from 0 to 1."""
        if self.configured:
            return 1.0
        likelihoods = [math.exp(min(self.against) - each) for each in self.against]
        ours = sum(
            each
            for norm, each in zip(NORMS, likelihoods, strict=True)
            if LANGUAGE[norm] == self.language
        )
        return ours / sum(likelihoods)

    def lead(self, norms: Norm, without: str = "") -> float:
        """How much more counts against the likeliest of ``norms`` than against ours.

        ``without`` is a form whose own evidence is left out of the sum.
        """
        own = self._by_form.get(without) if without else None
        sums = self.against
        if own is not None:
            sums = tuple(a - b for a, b in zip(sums, own, strict=True))
        theirs = [each for norm, each in zip(NORMS, sums, strict=True) if norm & norms]
        return min(theirs, default=math.inf) - sums[NORMS.index(self.norm)]

    def accepts(self, word: str) -> bool:
        """Whether ``word`` (lower case) is a spelling of this dialect.

        A word that is also another word (``practice``, ``meter``) counts as one.
        """
        variant = SpellingVariants.shared().get(word)
        return variant is None or bool(variant.norms & self.norm) or has_senses(word)

    def spelled(self, word: str) -> str:
        """``word`` (lower case) as this dialect spells it."""
        variant = None if has_senses(word) else SpellingVariants.shared().get(word)
        return word if variant is None else variant.spelled(self.norm)


def dialect_of(article: AnnotatedText) -> Dialect:
    """The dialect of ``article``: as configured, or by its evidence if that is auto."""
    spellings, found = gather(article)
    by_form = _spelling_evidence(spellings)
    against = list(_PRIOR)
    for scores in (*by_form.values(), *_cue_evidence(found)):
        against = [a + b for a, b in zip(against, scores, strict=True)]
    allowed = ALLOWED.get(article.language)
    choice = [norm for norm in NORMS if allowed is None or norm & allowed]
    norm = min(choice, key=lambda each: against[NORMS.index(each)])
    return Dialect(
        norm, allowed is not None, tuple(against), tuple(spellings), tuple(found), by_form
    )


def _spelling_evidence(spellings: Sequence[SpellingEvidence]) -> dict[str, Scores]:
    counts: dict[str, list[int]] = {}
    variants: dict[str, SpellingVariant] = {}
    for each in spellings:
        form = each.variant.form
        counts.setdefault(form, [0, 0])[each.counted] += 1
        variants[form] = each.variant
    evidence: dict[str, Scores] = {}
    for form, (in_titles, counted) in counts.items():
        if counted:
            weight = _FOREIGN_SPELLING + _REPEATED * min(counted - 1, 2)
        else:
            weight = _IN_TITLE * min(in_titles, 2)
        norms = variants[form].norms
        evidence[form] = tuple(0.0 if norms & norm else weight for norm in NORMS)
    return evidence


def _cue_evidence(found: Sequence[DialectCue]) -> list[Scores]:
    """One sum for each distinct cue; a cue counts three times at most."""
    counts: dict[tuple[str, Scores], int] = {}
    for cue in found:
        # "3 March" and "9 July" are one habit, not two.
        text = cue.text if cue.text in cues.word_cues() else ""
        counts[text, cue.against] = counts.get((text, cue.against), 0) + 1
    evidence = []
    for (_, against), count in counts.items():
        factor = (1.0, 1.3, 1.5)[min(count, 3) - 1]
        evidence.append(tuple(weight * factor for weight in against))
    return evidence
