"""The bounded memory that look-ups of words share."""

from __future__ import annotations

from copylint.core.memo import Memo


def test_a_value_is_made_once() -> None:
    asked: list[str] = []

    def make(key: str) -> int:
        asked.append(key)
        return len(key)

    memo = Memo(make)
    assert [memo["ab"], memo["ab"], memo["c"]] == [2, 2, 1]
    assert asked == ["ab", "c"]


def test_a_full_memo_starts_over_and_stays_bounded() -> None:
    memo = Memo[int, int](lambda key: key * 2, limit=3)
    for key in range(10):
        assert memo[key] == key * 2
        assert len(memo) <= 3
    assert 9 in memo
    assert 0 not in memo


def test_a_make_that_fails_leaves_nothing_behind() -> None:
    memo = Memo[str, int](int)
    try:
        memo["x"]
    except ValueError:
        pass
    else:
        raise AssertionError("int('x') did not raise")
    assert "x" not in memo
    assert memo["7"] == 7


def test_a_lookup_without_brackets_makes_nothing() -> None:
    memo = Memo[str, int](len)
    assert memo.get("word") is None
    assert not memo
