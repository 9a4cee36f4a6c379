"""Turns minority forms into matches, alike for every consistency rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from copylint.analysis.majority_form import MinorityForm, minority_forms
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Rule
from copylint.core.span import TextSpan

_Form = TypeVar("_Form")


def tell(
    rule: Rule,
    uses: Mapping[_Form, Sequence[TextSpan]],
    message: Callable[[MinorityForm[_Form]], str],
    replacement: Callable[[MinorityForm[_Form]], str | None],
    shown: Callable[[_Form], str] = str,
    keep: _Form | None = None,
) -> Iterator[Match]:
    """A match for each odd place of ``uses``, with the usual places as related text.

    ``replacement`` may return None; ``shown`` gives the name of a form in the notes on the
    other places; ``keep`` is the form to keep to if that is not the most frequent.
    """
    for minority in minority_forms(uses, keep):
        better = replacement(minority)
        said = message(minority)
        if minority.more:
            said += f" ({minority.more} more like this.)"
        yield Match(
            minority.span,
            said,
            () if better is None else (better,),
            tuple(RelatedText(span, f"{shown(minority.usual)} here") for span in minority.others),
            rule=rule.id,
        )
