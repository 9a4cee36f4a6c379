"""Declares the options of a command once, as a table that every reader of options uses.

A command's table is a class whose attributes are its options::

    class CheckOptions(SharedOptions):
        quiet = flag("--quiet", "-q", help="Print one line per finding.", group=Group.OUTPUT)
        fail_on = choice("--fail-on", FailOn, help="...", group=Group.EXIT)

An instance holds the values of one command line, each with the type of its option:
``options.quiet`` is a ``bool``. The same records make typer's signature (``typer_command``),
the reader of everyday command lines (``quick``) and the tables in ``docs/reference/cli.md``
(``tools/write_cli_tables.py``), so that adding an option touches its table and the code
that acts on it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, Self, TypeVar, overload

_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)


class OptionGroup(StrEnum):
    """The purpose of an option: the heading that help and documentation put it under."""

    INPUT = "What to check"
    TRUST = "Copy from strangers"
    RULES = "Rules and engines"
    NEW = "Only new findings"
    FIXES = "Corrections"
    OUTPUT = "Output"
    RUN = "Exit code and speed"
    OTHER = "Options"


class CommandOption(Generic[_T]):
    """One option or argument of a command line.

    ``argument`` is the attribute that declares it. ``names`` are how it is written, the long
    form first; an argument, which has a place instead, has none. ``off`` is the name that
    sets a switch to False. ``kind`` is the type of one value, and ``many`` says whether the
    option may be repeated. ``default`` holds if the option is not given; ``shown`` is what
    help shows as the default if that is not the value itself, and None shows nothing.
    ``least`` is the smallest number allowed. ``help`` is for the terminal and the
    documentation, ``more`` (Markdown) for the documentation only. ``metavar`` is the
    placeholder for a value; help lists the choices instead, if there are any. ``complete``
    offers values to a shell. ``listed`` returns the values that exist in this installation,
    which help for the terminal lists.
    """

    argument = ""

    def __init__(
        self,
        *names: str,
        kind: type,
        default: _T,
        help: str,
        more: str = "",
        metavar: str = "",
        group: OptionGroup = OptionGroup.OTHER,
        off: str = "",
        many: bool = False,
        required: bool = False,
        shown: str | None = None,
        least: int | None = None,
        complete: Callable[[str], list[str]] | None = None,
        listed: Callable[[], Sequence[str]] | None = None,
    ) -> None:
        self.names, self.off, self.kind, self.many = names, off, kind, many
        self.default, self.shown, self.required = default, shown, required
        self.help, self.more, self.metavar, self.group = help, more, metavar, group
        self.least, self.complete, self.listed = least, complete, listed

    def __set_name__(self, owner: type, name: str) -> None:
        self.argument = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> _T: ...
    def __get__(self, instance: object | None, owner: type) -> Self | _T:
        # A value that was given is found in the instance before this is called.
        return self if instance is None else self.default

    @property
    def is_flag(self) -> bool:
        """Whether the option takes no value."""
        return self.kind is bool

    @property
    def choices(self) -> tuple[str, ...]:
        """The values allowed, if they are a closed set."""
        return tuple(map(str, self.kind)) if issubclass(self.kind, StrEnum) else ()

    def read(self, value: str) -> object:
        """``value`` converted to the option's type. Raises ``ValueError`` if it cannot be."""
        if self.kind is not int:
            return self.kind(value)
        if not (value.isascii() and value.isdecimal()) or int(value) < (self.least or 0):
            raise ValueError(value)
        return int(value)


class CommandOptions:
    """The values of a command line; a subclass is the table of a command's options."""

    def __init__(self, **given: Any) -> None:
        unknown = given.keys() - {option.argument for option in self.table()}
        if unknown:
            raise TypeError(f"{type(self).__name__} has no option {', '.join(sorted(unknown))}")
        for name, value in given.items():
            self.__dict__[name] = tuple(value) if isinstance(value, list) else value

    @classmethod
    def table(cls) -> list[CommandOption[Any]]:
        """The options of the command: arguments first, then by group, as declared."""
        found: dict[str, CommandOption[Any]] = {}

        def collect(table: type) -> None:
            for base in table.__bases__:
                collect(base)
            found.update(
                (n, each) for n, each in vars(table).items() if isinstance(each, CommandOption)
            )

        collect(cls)
        order = list(OptionGroup)
        return sorted(found.values(), key=lambda each: (bool(each.names), order.index(each.group)))

    @classmethod
    def by_name(cls) -> dict[str, CommandOption[Any]]:
        """The options by each of the names that a command line may use."""
        return {name: each for each in cls.table() for name in (*each.names, each.off) if name}


def flag(
    *names: str, help: str, more: str = "", group: OptionGroup = OptionGroup.OTHER
) -> CommandOption[bool]:
    """An option without a value, False if it is not given."""
    return CommandOption(*names, kind=bool, default=False, help=help, more=more, group=group)


def switch(
    on: str,
    off: str,
    *,
    help: str,
    more: str = "",
    group: OptionGroup = OptionGroup.OTHER,
    shown: str = "",
) -> CommandOption[bool | None]:
    """Two opposite options without a value; None if neither is given."""
    return CommandOption[bool | None](
        on, off=off, kind=bool, default=None, help=help, more=more, group=group, shown=shown or None
    )


def string(
    *names: str,
    metavar: str,
    help: str,
    more: str = "",
    group: OptionGroup = OptionGroup.OTHER,
    shown: str | None = None,
    complete: Callable[[str], list[str]] | None = None,
    listed: Callable[[], Sequence[str]] | None = None,
) -> CommandOption[str]:
    """An option whose value is any text, empty if it is not given."""
    return CommandOption(
        *names,
        kind=str,
        default="",
        metavar=metavar,
        help=help,
        more=more,
        group=group,
        shown=shown,
        complete=complete,
        listed=listed,
    )


def strings(
    *names: str,
    metavar: str,
    help: str,
    more: str = "",
    group: OptionGroup = OptionGroup.OTHER,
    shown: str | None = None,
    complete: Callable[[str], list[str]] | None = None,
    listed: Callable[[], Sequence[str]] | None = None,
) -> CommandOption[tuple[str, ...]]:
    """An option that may be repeated; its values in order."""
    return CommandOption[tuple[str, ...]](
        *names,
        kind=str,
        default=(),
        many=True,
        metavar=metavar,
        help=help,
        more=more,
        group=group,
        shown=shown,
        complete=complete,
        listed=listed,
    )


def destination(
    *names: str, help: str, more: str = "", group: OptionGroup = OptionGroup.OTHER
) -> CommandOption[str | None]:
    """An option that says where to write; None if it is not given."""
    return CommandOption[str | None](
        *names, kind=str, default=None, metavar="FILE", help=help, more=more, group=group
    )


def file(
    *names: str, help: str, more: str = "", group: OptionGroup = OptionGroup.OTHER
) -> CommandOption[Path | None]:
    """An option that names a file; None if it is not given."""
    return CommandOption[Path | None](
        *names, kind=Path, default=None, metavar="FILE", help=help, more=more, group=group
    )


def number(
    *names: str,
    default: int,
    help: str,
    more: str = "",
    metavar: str = "N",
    group: OptionGroup = OptionGroup.OTHER,
) -> CommandOption[int]:
    """An option whose value is a number from 0."""
    return CommandOption(
        *names,
        kind=int,
        default=default,
        least=0,
        metavar=metavar,
        help=help,
        more=more,
        group=group,
        shown=str(default),
    )


def seconds(
    *names: str, shown: str, help: str, more: str = "", group: OptionGroup = OptionGroup.OTHER
) -> CommandOption[int | None]:
    """An option whose value is a number of seconds from 1; None if it is not given."""
    return CommandOption[int | None](
        *names,
        kind=int,
        default=None,
        least=1,
        metavar="SECONDS",
        help=help,
        more=more,
        group=group,
        shown=shown,
    )


def choice(
    name: str,
    kind: type[_E],
    *,
    metavar: str,
    help: str,
    shown: str,
    more: str = "",
    group: OptionGroup = OptionGroup.OTHER,
) -> CommandOption[_E | None]:
    """One of the values of ``kind``; None if it is not given, which ``shown`` explains."""
    return CommandOption[_E | None](
        name,
        kind=kind,
        default=None,
        metavar=metavar,
        help=help,
        more=more,
        group=group,
        shown=shown,
    )


def choice_or(
    name: str,
    default: _E,
    *,
    metavar: str,
    help: str,
    more: str = "",
    group: OptionGroup = OptionGroup.OTHER,
) -> CommandOption[_E]:
    """One of the values of the enum of ``default``."""
    return CommandOption(
        name,
        kind=type(default),
        default=default,
        metavar=metavar,
        help=help,
        more=more,
        group=group,
        shown=str(default),
    )


def arguments(
    metavar: str,
    *,
    help: str,
    required: bool = True,
    complete: Callable[[str], list[str]] | None = None,
) -> CommandOption[tuple[str, ...]]:
    """The arguments that the command line gives without a name: all that remain."""
    return CommandOption[tuple[str, ...]](
        kind=str,
        default=(),
        many=True,
        required=required,
        metavar=metavar,
        help=help,
        complete=complete,
    )


def argument(
    metavar: str, *, help: str, complete: Callable[[str], list[str]] | None = None
) -> CommandOption[str]:
    """An argument that the command line must give in this place."""
    return CommandOption(
        kind=str, default="", required=True, metavar=metavar, help=help, complete=complete
    )


def path_argument(metavar: str, default: Path | None, *, help: str) -> CommandOption[Path | None]:
    """A path that the command line may give in this place."""
    return CommandOption[Path | None](kind=Path, default=default, metavar=metavar, help=help)
