"""From odd places to matches, the same for every rule of the family."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from copylint.analysis.majority_form import Odd, odd_ones
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Rule
from copylint.core.span import TextSpan

_Form = TypeVar("_Form")


def tell(
    rule: Rule,
    uses: Mapping[_Form, Sequence[TextSpan]],
    message: Callable[[Odd[_Form]], str],
    replacement: Callable[[Odd[_Form]], str | None],
    shown: Callable[[_Form], str] = str,
    keep: _Form | None = None,
) -> Iterator[Match]:
    """A match for each odd place of ``uses``, the usual places beside it.

    ``replacement`` may know none; ``shown`` is how a form is called in what is said of the
    other places; ``keep`` is the form to keep to, where that is not the most frequent.
    """
    for odd in odd_ones(uses, keep):
        better = replacement(odd)
        said = message(odd)
        if odd.more:
            said += f" ({odd.more} more like this.)"
        yield Match(
            odd.span,
            said,
            () if better is None else (better,),
            tuple(RelatedText(span, f"{shown(odd.usual)} here") for span in odd.others),
            rule=rule.id,
        )
