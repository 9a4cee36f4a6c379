"""Cheap classes of named values, with the interface of ``dataclasses``.

``dataclass`` writes and compiles six methods for each class. That takes half a millisecond,
which for a hundred classes is a fifth of the time that one article takes. All records share
the same few methods, except those that must be fast (making, comparing and hashing
instances), which are compiled when they are first called, and that which makes instances after
a few of them. Records are frozen and slotted;
``@record(frozen=False)`` makes their values mutable, and then they cannot be hashed;
``@record(slots=False)`` leaves room for a ``cached_property``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter, ge, gt, le, lt
from typing import Any, TypeVar, dataclass_transform, overload

_T = TypeVar("_T")
_UNSET = object()
# The instances of a class that are made before its ``__init__`` is compiled. Most classes have no
# more in a short check, and compiling takes as long as making thirty.
_FEW = 16


class _Made:
    """A default that is rebuilt for every instance."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make


def field(*, default_factory: Callable[[], _T]) -> _T:
    """The default of a value that is built separately for every instance."""
    default: Any = _Made(default_factory)
    return default  # type: ignore[no-any-return]  # the type that a checker should see


@overload
def record(cls: type[_T]) -> type[_T]: ...
@overload
def record(
    *, frozen: bool = True, order: bool = False, eq: bool = True, slots: bool = True
) -> Callable[[type[_T]], type[_T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(
    cls: type[_T] | None = None,
    *,
    frozen: bool = True,
    order: bool = False,
    eq: bool = True,
    slots: bool = True,
) -> type[_T] | Callable[[type[_T]], type[_T]]:
    """A class whose annotations are its values, in order, with their defaults.

    ``__post_init__`` is called if there is one. With ``eq``, instances of one class are
    equal if all their values are, and are hashed by them if ``frozen``; with ``order`` they
    are compared as tuples of their values. Annotations must be strings (or postponed). The
    class is rebuilt, so that its methods cannot call ``super()`` without arguments.
    """
    if cls is not None:
        return _record(cls, frozen, order, eq, slots)
    return lambda cls: _record(cls, frozen, order, eq, slots)


def replace(value: _T, **changes: object) -> _T:
    """A record like ``value``, with other values for some names."""
    kind: Any = type(value)
    values = {name: getattr(value, name) for name in kind.__match_args__}
    values.update(changes)
    return kind(**values)  # type: ignore[no-any-return]  # a record as ``value`` is one


def is_record(value: object) -> bool:
    """Whether ``value`` is an instance of a record."""
    return isinstance(vars(type(value)).get("__dataclass_fields__"), _Fields)


def values_of(value: object) -> Iterator[tuple[str, Any]]:
    """The names of a record's values, in order, and the values."""
    for name in type(value).__match_args__:  # type: ignore[attr-defined]  # every record has
        yield name, getattr(value, name)


def _record(cls: type[_T], frozen: bool, order: bool, eq: bool, slots: bool) -> type[_T]:
    namespace = dict(vars(cls))
    told = namespace.get("__annotations__", {})
    own = tuple(name for name, kind in told.items() if not kind.startswith("ClassVar"))
    defaults = {name: namespace.pop(name) for name in own if name in namespace}
    names = own
    for base in cls.__bases__:
        if isinstance(fields := vars(base).get("__dataclass_fields__"), _Fields):
            names, defaults = (*fields.names, *names), fields.defaults | defaults
            told = {**fields.annotations, **told}
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    namespace["__match_args__"] = names
    if slots:
        namespace["__slots__"] = own
    namespace["__dataclass_fields__"] = _Fields(told, names, defaults)
    namespace.setdefault("__repr__", _repr)
    namespace["__reduce__"] = _reduce
    compares = eq and "__eq__" not in namespace
    if order:
        namespace |= _comparisons(attrgetter(*names))
    if frozen:
        namespace["__setattr__"] = namespace["__delattr__"] = _refuse
    kind: Any = type(cls)
    kind = kind(cls.__name__, cls.__bases__, namespace)
    kind.__qualname__ = cls.__qualname__
    _init_later(kind, names, defaults, frozen, lambda: _init(kind, names, defaults, frozen, slots))
    if compares:
        _later(kind, "__eq__", lambda: _compiled(*_eq(names)))
        if frozen:
            _later(kind, "__hash__", lambda: _compiled(*_hash(names)))
        else:
            kind.__hash__ = None
    return kind  # type: ignore[no-any-return]  # ``cls`` with slots


def _later(owner: type, name: str, make: Callable[[], Any]) -> None:
    """Arrange for the method ``name`` of a class to be made when it is first called.

    Threads that call it at the same time each make it; the results are alike.
    """

    def first(self: object, *given: object, **named: object) -> Any:
        method = make()
        setattr(owner, name, method)
        return method(self, *given, **named)

    setattr(owner, name, first)


def _init_later(
    owner: type,
    names: tuple[str, ...],
    defaults: Mapping[str, object],
    frozen: bool,
    make: Callable[[], Callable[..., None]],
) -> None:
    """Give a class an ``__init__`` for a few instances; the others are left to what is made.

    So are those whose arguments are wrong: the compiled method says what is wrong with them.
    """
    left = _FEW
    store = object.__setattr__ if frozen else setattr  # the first bypasses the refusal

    def first(self: object, *given: object, **named: object) -> None:
        nonlocal left
        left -= 1
        values = dict(zip(names, given, strict=False)) | named
        is_right = len(values) == len(given) + len(named)
        for name in names[len(given) :]:
            if name not in values and name in defaults:
                default = defaults[name]
                values[name] = default.make() if isinstance(default, _Made) else default
        if left < 0 or not is_right or values.keys() != set(names):
            method = owner.__init__ = make()  # type: ignore[misc]  # of the class, not of one
            return method(self, *given, **named)
        for name in names:
            store(self, name, values[name])
        if hasattr(owner, "__post_init__"):
            self.__post_init__()  # type: ignore[attr-defined]  # the class has it
        return None

    owner.__init__ = first  # type: ignore[misc]  # as above


def _init(
    kind: type, names: tuple[str, ...], defaults: Mapping[str, object], frozen: bool, slots: bool
) -> Callable[..., None]:
    known: dict[str, object] = {"_UNSET": _UNSET}
    parameters, lines = ["self"], []
    for name in names:
        value = name
        if name not in defaults:
            parameters.append(name)
        elif isinstance(default := defaults[name], _Made):
            known[f"_make_{name}"] = default.make
            parameters.append(f"{name}=_UNSET")
            value = f"_make_{name}() if {name} is _UNSET else {name}"
        else:
            known[f"_default_{name}"] = default
            parameters.append(f"{name}=_default_{name}")
        if frozen and not slots:
            lines.append(f" self.__dict__[{name!r}] = {value}")
        elif frozen:
            known[f"_set_{name}"] = getattr(kind, name).__set__  # bypasses the refusal
            lines.append(f" _set_{name}(self, {value})")
        else:
            lines.append(f" self.{name} = {value}")
    if hasattr(kind, "__post_init__"):
        lines.append(" self.__post_init__()")
    return _compiled("__init__", ", ".join(parameters), "\n".join(lines) or " pass", known)


def _eq(names: tuple[str, ...]) -> tuple[str, str, str]:
    mine, theirs = _tuple("self", names), _tuple("other", names)
    test = f" return {mine} == {theirs} if self.__class__ is other.__class__ else NotImplemented"
    return "__eq__", "self, other", test


def _hash(names: tuple[str, ...]) -> tuple[str, str, str]:
    return "__hash__", "self", f" return hash({_tuple('self', names)})"


def _tuple(of: str, names: tuple[str, ...]) -> str:
    return "(" + "".join(f"{of}.{name}, " for name in names) + ")"


def _compiled(
    name: str, parameters: str, body: str, known: dict[str, object] | None = None
) -> Callable[..., Any]:
    scope = known or {}
    exec(f"def {name}({parameters}):\n{body}", scope)
    method: Callable[..., Any] = scope[name]  # type: ignore[assignment]  # compiled from text
    return method


class _Fields:
    """The attribute that ``dataclasses.fields`` and ``replace`` read, computed on access."""

    __slots__ = ("_known", "annotations", "defaults", "names")

    def __init__(
        self,
        annotations: Mapping[str, str],
        names: tuple[str, ...],
        defaults: dict[str, object],
    ) -> None:
        self.annotations = annotations
        self.names = names
        self.defaults = defaults
        self._known: dict[str, Any] | None = None

    def __get__(self, _: object, __: type) -> dict[str, Any]:
        if self._known is None:
            from dataclasses import field, make_dataclass

            told: list[Any] = []
            for name in self.names:
                default: Any = self.defaults.get(name, _UNSET)
                if default is _UNSET:
                    told.append((name, self.annotations[name]))
                elif isinstance(default, _Made):
                    told.append((name, self.annotations[name], field(default_factory=default.make)))
                else:
                    told.append((name, self.annotations[name], field(default=default)))
            twin: Any = make_dataclass("Twin", told)
            self._known = twin.__dataclass_fields__
        return self._known


def _repr(self: Any) -> str:
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in type(self).__match_args__)
    return f"{type(self).__qualname__}({told})"


def _reduce(self: Any) -> tuple[Any, ...]:
    return type(self), tuple(getattr(self, name) for name in type(self).__match_args__)


def _comparisons(values: Callable[[Any], Any]) -> dict[str, Callable[[Any, Any], bool]]:
    def comparison(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
        def compared(self: object, other: object) -> Any:
            if self.__class__ is other.__class__:
                return compare(values(self), values(other))
            return NotImplemented

        return compared

    return {f"__{each.__name__}__": comparison(each) for each in (lt, le, gt, ge)}


def _refuse(self: object, name: str, *_: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change {name!r} of {type(self).__qualname__}")
