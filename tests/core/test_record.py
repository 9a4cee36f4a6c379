"""Records behave like the dataclasses that they replace."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from abc import ABC
from functools import cached_property
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.core.record import field, is_record, record, replace, values_of


@record(order=True)
class Mine:
    one: int
    two: str = "b"
    many: tuple[int, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Theirs:
    one: int
    two: str = "b"
    many: tuple[int, ...] = ()


@record(frozen=False)
class Open:
    names: list[str] = field(default_factory=list)
    count: int = 0


@record(slots=False)
class Base(ABC):
    kind: ClassVar[str] = "base"
    first: int
    second: list[int] = field(default_factory=list)


@record(slots=False)
class Derived(Base):
    third: str = "c"

    def __post_init__(self) -> None:
        if self.first < 0:
            raise ValueError("negative")

    @cached_property
    def twice(self) -> int:
        return 2 * self.first


@record
class Point:
    x: int
    y: int = 0


@record
class Place(Point):
    name: str = ""


@record(eq=False)
class Thing:
    number: int = 0


VALUES = st.tuples(
    st.integers(0, 2), st.sampled_from("ab"), st.lists(st.integers(0, 1), max_size=2).map(tuple)
)


@given(VALUES, VALUES)
def test_frozen_records_compare_and_hash_by_value(a: Any, b: Any) -> None:
    mine, other, theirs, another = Mine(*a), Mine(*b), Theirs(*a), Theirs(*b)
    assert (mine == other) == (theirs == another)
    assert (mine < other, mine <= other) == (theirs < another, theirs <= another)
    assert (mine > other, mine >= other) == (theirs > another, theirs >= another)
    assert (hash(mine) == hash(other)) == (hash(theirs) == hash(another))
    assert repr(mine) == repr(theirs).replace("Theirs", "Mine")
    assert pickle.loads(pickle.dumps(mine)) == mine == copy.deepcopy(mine)


def test_frozen_record_refuses_assignment() -> None:
    mine = Mine(1)
    for change in ("mine.one = 2", "mine.new = 2", "del mine.one"):
        with pytest.raises(AttributeError):
            exec(change)
    assert mine == Mine(1, "b", ())
    assert mine != Theirs(1)  # type: ignore[comparison-overlap]
    with pytest.raises(TypeError):
        Mine()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Mine(1, three=3)  # type: ignore[call-arg]


def test_default_factory_values_are_not_shared() -> None:
    one, other = Open(), Open()
    one.names.append("x")
    one.count += 1
    assert other == Open() != one
    with pytest.raises(TypeError):
        hash(one)
    assert pickle.loads(pickle.dumps(one)) == one


def test_inheritance_and_computed_values() -> None:
    derived = Derived(1, third="d")
    assert (derived.first, derived.second, derived.third, derived.kind) == (1, [], "d", "base")
    assert derived.twice == 2
    assert derived == Derived(1, [], "d")
    with pytest.raises(dataclasses.FrozenInstanceError):
        derived.first = 2  # type: ignore[misc]
    with pytest.raises(ValueError, match="negative"):
        Derived(-1)
    assert Base(3) != Derived(3)


def test_dataclasses_functions_accept_records() -> None:
    assert [each.name for each in dataclasses.fields(Mine)] == ["one", "two", "many"]
    assert dataclasses.replace(Mine(1), two="x") == Mine(1, "x") == replace(Mine(1), two="x")
    assert dataclasses.asdict(Derived(1)) == {"first": 1, "second": [], "third": "c"}
    with pytest.raises(TypeError):
        replace(Mine(1), three=3)
    assert is_record(Derived(1))
    assert not is_record(Theirs(1))
    assert dict(values_of(Mine(4))) == {"one": 4, "two": "b", "many": ()}


def test_slotted_records_inherit_and_refuse_new_attributes() -> None:
    place = Place(1, name="here")
    assert (place.x, place.y, place.name) == (1, 0, "here")
    assert place == Place(1, 0, "here") != Point(1)
    assert not hasattr(place, "__dict__")
    with pytest.raises(AttributeError):
        Open().other = 1  # type: ignore[attr-defined]


def test_records_without_eq_compare_by_identity() -> None:
    thing = Thing()
    assert thing == thing
    assert thing != Thing()
    assert len({thing, Thing()}) == 2


def test_records_of_different_classes_do_not_order() -> None:
    with pytest.raises(TypeError):
        assert Mine(1) < Theirs(1)  # type: ignore[operator]


def test_concurrent_first_calls_build_the_method_once() -> None:
    @record
    class Fresh:
        one: int

    first_init, first_eq, first_hash = Fresh.__init__, Fresh.__eq__, Fresh.__hash__
    one, other = Fresh(1), Fresh.__new__(Fresh)
    first_init(other, 1)
    assert first_eq(one, other)
    assert first_eq(one, other)
    assert first_hash(one) == first_hash(other) == hash(one)


def test_the_first_instances_are_made_like_all_others() -> None:
    @record
    class Fresh:
        one: int
        two: str = "b"
        many: list[int] = field(default_factory=list)

    made: Any = Fresh
    for _ in range(40):  # the method is compiled on the way
        mine = made(1, many=[2])
        assert (mine.one, mine.two, mine.many) == (1, "b", [2])
        assert made(two="x", one=3) == made(3, "x")
        assert made(1).many is not made(1).many


@pytest.mark.parametrize("count", [0, 40])
def test_wrong_arguments_are_refused_at_any_time(count: int) -> None:
    for values, named, reason in (
        ((), {}, "missing 1 required positional argument: 'one'"),
        ((1, "b", 3), {}, "takes from 2 to 3 positional arguments but 4 were given"),
        ((1,), {"one": 2}, "multiple values for argument 'one'"),
        ((1,), {"three": 2}, "unexpected keyword argument 'three'"),
    ):

        @record
        class Fresh:
            one: int
            two: str = "b"

        made: Any = Fresh
        for _ in range(count):
            made(1)
        with pytest.raises(TypeError, match=reason):
            made(*values, **named)
