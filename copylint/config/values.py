"""Reads simple TOML values, noting those of the wrong type with their place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from copylint.config.problems import Problems
from copylint.config.toml_locations import KeyPath
from copylint.core.selector import nearest

_Item = TypeVar("_Item")

Settings = dict[str, Any]  # by Config's field names; the readers vouch for the types


class InvalidValue(Exception):
    """A value that cannot be used. ``of_key``: the key is wrong, not the value."""

    def __init__(self, key: KeyPath, message: str, *, of_key: bool = False) -> None:
        super().__init__(message)
        self.key = key
        self.message = message
        self.of_key = of_key


def wrong(key: KeyPath, value: object, wanted: str) -> InvalidValue:
    """The error of a value of the wrong kind."""
    what = f"'{dotted(key)}'" if key and isinstance(key[-1], str) else f"an item of '{dotted(key)}'"
    return InvalidValue(key, f"{what} must be {wanted}, not {_kind(value)}")


def dotted(key: KeyPath) -> str:
    """A key as a message shows it; an item of a list has the list's name."""
    return ".".join(part for part in key if isinstance(part, str))


class Values:
    """Readers of simple values. Each takes the value's place and raises ``InvalidValue``.

    Readers of lists and tables note what is wrong inside them and go on.
    """

    def __init__(self, problems: Problems) -> None:
        self.problems = problems

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Note an invalid value inside the ``with`` block, which it ends."""
        try:
            yield
        except InvalidValue as error:
            note = self.problems.at_key if error.of_key else self.problems.at_value
            note(error.key, error.message)

    def boolean(self, key: KeyPath, value: object) -> bool:
        """True or false."""
        if not isinstance(value, bool):
            raise wrong(key, value, "true or false")
        return value

    def string(self, key: KeyPath, value: object) -> str:
        """A string."""
        if not isinstance(value, str):
            raise wrong(key, value, "a string")
        return value

    def whole_number(self, key: KeyPath, value: object) -> int:
        """An integer."""
        if isinstance(value, bool) or not isinstance(value, int):
            raise wrong(key, value, "a whole number")
        return value

    def number(self, key: KeyPath, value: object) -> float:
        """A finite number."""
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            try:
                number = float(value)
            except OverflowError:
                number = float("inf")
            if abs(number) < float("inf"):
                return number
        raise wrong(key, value, "a number")

    def choice(
        self,
        key: KeyPath,
        value: object,
        choices: Collection[str],
        typos: Mapping[str, str] | None = None,
    ) -> str:
        """One of ``choices``; ``typos`` say which is meant if similarity would mislead."""
        if isinstance(value, str) and value in choices:
            return value
        listed = ", ".join(f"'{choice}'" for choice in choices)
        if not isinstance(value, str):
            raise wrong(key, value, f"one of {listed}")
        meant = (typos or {}).get(value.lower()) or nearest(value, choices)
        hint = f"did you mean '{meant}'?" if meant else f"it must be one of {listed}"
        raise InvalidValue(key, f"'{value}' is not a value of '{dotted(key)}'; {hint}")

    def items(
        self,
        key: KeyPath,
        value: object,
        reader: Callable[[KeyPath, object], _Item],
        wanted: str = "a list of strings",
    ) -> tuple[_Item, ...]:
        """The items of a list, without those that ``reader`` finds invalid."""
        if not isinstance(value, list):
            raise wrong(key, value, wanted)
        items = []
        for index, item in enumerate(value):
            with self.noting():
                items.append(reader((*key, index), item))
        return tuple(items)

    def strings(self, key: KeyPath, value: object) -> tuple[str, ...]:
        """A list of strings."""
        return self.items(key, value, self.string)

    def like(self, key: KeyPath, value: object, default: object) -> object:
        """A value of the same type as ``default``, for an option or a setting."""
        if isinstance(default, bool):
            return self.boolean(key, value)
        if isinstance(default, int):
            return self.whole_number(key, value)
        if isinstance(default, float):
            return self.number(key, value)
        return self.string(key, value) if isinstance(default, str) else self.strings(key, value)

    def table(
        self,
        key: KeyPath,
        value: object,
        readers: Mapping[str, Callable[[KeyPath, object], object]],
    ) -> Settings:
        """A table whose keys are known; ``some-key`` becomes ``some_key``."""
        settings: Settings = {}
        for name, item in self.mapping(key, value, "a table").items():
            reader = readers.get(name)
            with self.noting():
                if reader is None:
                    meant = nearest(name.replace("_", "-"), readers)
                    hint = (
                        f"did you mean '{meant}'?" if meant else f"there are {', '.join(readers)}"
                    )
                    raise InvalidValue(
                        (*key, name), f"'{name}' is not a setting; {hint}", of_key=True
                    )
                settings[name.replace("-", "_")] = reader((*key, name), item)
        return settings

    def mapping(self, key: KeyPath, value: object, wanted: str) -> dict[str, object]:
        """A table of any keys."""
        if not isinstance(value, dict):
            raise wrong(key, value, wanted)
        return value


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "a string" if value else "an empty string"
    if isinstance(value, (int, float)):
        return "this number"
    if isinstance(value, list):
        return "a list"
    return "a table" if isinstance(value, dict) else "a date or time"
