"""copylint: a copy-editing and text-quality linter for news and editorial text.

``lint_text``, ``fix_text`` and ``lint_paths`` are the programming interface; ``read_config``
finds the configuration files of paths. The names in ``__all__`` are stable, as
``docs/reference/python.md`` says; what is in the packages below is not.
Importing the package is cheap: what a call needs is imported by the call.
"""

from __future__ import annotations

# What typing.TYPE_CHECKING is to type checkers, which know it by its name; importing typing
# would take a fifth of the time that a check by a worker that stays may take.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from copylint.config.enums import Deep, Language, TrackedChanges, ValeCompat
    from copylint.config.schema import Config
    from copylint.core.errors import ConfigError, CopylintError, EngineError, InputError
    from copylint.core.finding import Finding
    from copylint.core.fix import Edit, Fix, Safety
    from copylint.core.rule import Rule, Severity
    from copylint.runner.fixed_file import FixedText
    from copylint.runner.result import FileResult, RunResult

__version__ = "0.1.0"

__all__ = [
    "Config",
    "ConfigError",
    "CopylintError",
    "Deep",
    "Edit",
    "EngineError",
    "FileResult",
    "Finding",
    "Fix",
    "FixedText",
    "InputError",
    "Language",
    "Rule",
    "RunResult",
    "Safety",
    "Severity",
    "TrackedChanges",
    "ValeCompat",
    "__version__",
    "fix_text",
    "lint_paths",
    "lint_text",
    "read_config",
]

_HOMES = {
    "Config": "copylint.config.schema",
    "ConfigError": "copylint.core.errors",
    "CopylintError": "copylint.core.errors",
    "Deep": "copylint.config.enums",
    "Edit": "copylint.core.fix",
    "EngineError": "copylint.core.errors",
    "FileResult": "copylint.runner.result",
    "Finding": "copylint.core.finding",
    "Fix": "copylint.core.fix",
    "FixedText": "copylint.runner.fixed_file",
    "InputError": "copylint.core.errors",
    "Language": "copylint.config.enums",
    "Rule": "copylint.core.rule",
    "RunResult": "copylint.runner.result",
    "Safety": "copylint.core.fix",
    "Severity": "copylint.core.rule",
    "TrackedChanges": "copylint.config.enums",
    "ValeCompat": "copylint.config.enums",
}


def lint_text(text: str, *, path: str = "", config: Config | None = None) -> list[Finding]:
    """The findings in ``text``, in order; their spans are code points of ``text``.

    ``path`` says by its suffix which format to read the text in (plain text without one)
    and to which ``per-file-ignores`` it is subject; it need not exist and is not read.
    Without ``config`` the defaults hold: no configuration file is read (see
    ``read_config``), and no engine runs but the deep check, with its gate, if it is installed.
    Nothing is written.

    An engine that fails is a ``RuntimeWarning``, or raises ``EngineError`` where
    ``config.strict_engines`` is set; a rule file that cannot be used is a warning too.
    Raises ``InputError`` if the text cannot be read.
    """
    import warnings

    from copylint.config.schema import Config
    from copylint.core.errors import InputError
    from copylint.runner.pipeline import run
    from copylint.runner.result import Input

    result = run([Input(path, text=text)], config or Config(), jobs=1)
    for failed in result.errors:
        raise InputError(path, failed.error)
    for message in (*result.rule_errors, *result.engine_errors):
        warnings.warn(message, RuntimeWarning, stacklevel=2)
    return list(result.findings)


def fix_text(
    text: str, *, path: str = "", config: Config | None = None, unsafe: bool = False
) -> FixedText:
    """``text`` with what is certain corrected, as ``copylint fix`` corrects a file.

    ``path`` and ``config`` are as for ``lint_text``. Only safe fixes are applied, unless
    ``unsafe`` asks for the first suggestion of the other findings as well. A fix that would
    bring in another finding is not applied. Nothing is written.

    An engine that fails is a ``RuntimeWarning``, or raises ``EngineError`` where
    ``config.strict_engines`` is set; a rule file that cannot be used is a warning too.
    Raises ``InputError`` if the text cannot be read.
    """
    import warnings
    from contextlib import closing

    from copylint.config.schema import Config
    from copylint.core.errors import EngineError
    from copylint.runner.deep_policy import apply_deep_policy
    from copylint.runner.engine_sessions import running
    from copylint.runner.fixer import Fixer, Plan
    from copylint.runner.pipeline import rule_file_notes

    chosen = apply_deep_policy(config or Config())
    problems: list[str] = []
    with (
        running(chosen, problems) as addresses,
        closing(Fixer(chosen, addresses, Plan(unsafe))) as fixer,
    ):
        fixed = fixer.fix_text(path, text)
        problems += fixer.engine_errors
    if chosen.strict_engines and problems:
        raise EngineError(*problems[0].split(": ", 1))
    for message in (*rule_file_notes(chosen)[0], *problems):
        warnings.warn(message, RuntimeWarning, stacklevel=2)
    return fixed


def lint_paths(
    paths: Sequence[str | PathLike[str]], *, config: Config | None = None, jobs: int = 0
) -> RunResult:
    """What a run over files and folders finds, as ``copylint check`` would report it.

    Without ``config`` the defaults hold; ``read_config(paths)`` gives the configuration
    that the command would use. Paths that cannot be checked are in ``RunResult.errors``;
    engines that failed are in ``RunResult.engine_errors``, or raise ``EngineError`` where
    ``config.strict_engines`` is set. ``jobs`` is the number of processes, 0 for all cores;
    a script that calls this with another number than 1 needs the usual ``__main__`` guard
    where the platform spawns processes.
    """
    import os

    from copylint.config.schema import Config
    from copylint.runner.discovery import discover
    from copylint.runner.pipeline import run
    from copylint.runner.result import FileResult, Input

    chosen = config or Config()
    found = discover([os.fspath(path) for path in paths], chosen)
    result = run([Input(path) for path in found.paths], chosen, jobs=jobs)
    result.files += [FileResult(error.path, error=error.message) for error in found.errors]
    return result


def read_config(paths: Sequence[str | PathLike[str]] = ()) -> Config:
    """The configuration that ``copylint check`` would use for these paths.

    Without paths the search begins in the current folder. Raises ``ConfigError``.
    """
    import os

    from copylint.config.files import start_folder
    from copylint.config.load import load_config
    from copylint.inventory.index import inventory
    from copylint.runner.listed_rules import engine_names
    from copylint.runner.rule_index import engine_tables, rules_of

    return load_config(
        start_folder([os.fspath(path) for path in paths]),
        rules=rules_of,
        engines=engine_names,
        formats=inventory().formats,
        tables=engine_tables(),
    ).config


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'copylint' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(home), name)
