"""Half-open spans, typed by what they index."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.core.span import SourceSpan, TextSpan

ENDS = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted)


@pytest.mark.parametrize("kind", [TextSpan, SourceSpan])
@given(one=ENDS, other=ENDS)
def test_spans_overlap_if_they_share_a_code_point(
    kind: type[TextSpan] | type[SourceSpan], one: list[int], other: list[int]
) -> None:
    shared = set(range(*one)) & set(range(*other))
    left, right = kind(*one), kind(*other)
    if left and right:
        assert left.overlaps(right) == bool(shared)
    assert len(left) == one[1] - one[0]


@given(one=ENDS, other=ENDS)
def test_a_span_contains_spans_wholly_inside_it(one: list[int], other: list[int]) -> None:
    inside = one[0] <= other[0] and other[1] <= one[1]
    assert TextSpan(*one).contains(TextSpan(*other)) == inside


@pytest.mark.parametrize("kind", [TextSpan, SourceSpan])
@pytest.mark.parametrize("ends", [(-1, 2), (3, 2)])
def test_invalid_spans_raise(
    kind: type[TextSpan] | type[SourceSpan], ends: tuple[int, int]
) -> None:
    with pytest.raises(ValueError, match="not a span"):
        kind(*ends)
