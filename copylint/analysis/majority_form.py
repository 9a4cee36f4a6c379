"""Of several forms of one thing, finds the one that the article prefers and the exceptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from copylint.core.span import TextSpan

_Form = TypeVar("_Form")


class MinorityForm(NamedTuple, Generic[_Form]):
    """A place with a form other than the usual one.

    ``others`` are places of the usual form; ``more`` counts the places of ``form`` that are
    not reported one by one.
    """

    form: _Form
    span: TextSpan
    usual: _Form
    others: tuple[TextSpan, ...]
    more: int = 0


# An article with more odd places than this has two habits: one finding says so.
_MOST = 3
# More places than this do not help anyone to decide.
_SHOWN = 5


def minority_forms(
    uses: Mapping[_Form, Sequence[TextSpan]], keep: _Form | None = None
) -> list[MinorityForm[_Form]]:
    """The places of every form except ``keep``, or else except the most frequent.

    Of equally frequent forms the one used first is kept. ``uses`` holds the places of each form
    in order. The result is empty with fewer than two forms.
    """
    used = {form: places for form, places in uses.items() if places}
    if len(used) < 2:
        return []
    usual = (
        keep
        if keep in used and keep is not None
        else min(used, key=lambda form: (-len(used[form]), used[form][0]))
    )
    others = tuple(used[usual][:_SHOWN])
    found: list[MinorityForm[_Form]] = []
    for form, places in used.items():
        if form == usual:
            continue
        told = places if len(places) <= _MOST else places[:1]
        found += [MinorityForm(form, span, usual, others, len(places) - len(told)) for span in told]
    return sorted(found, key=lambda minority: minority.span)
