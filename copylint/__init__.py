"""copylint: a copy-editing and text-quality linter for news and editorial text.

``lint_text`` and ``lint_paths`` are the programming interface, with the types ``Config``,
``Finding`` and ``RunResult``; ``read_config`` finds the configuration files of paths.
Importing the package is cheap: what a call needs is imported by the call.
"""

from __future__ import annotations

# What typing.TYPE_CHECKING is to type checkers, which know it by its name; importing typing
# would take a fifth of the time that a check by a worker that stays may take.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from copylint.config.schema import Config
    from copylint.core.errors import ConfigError, CopylintError, EngineError, InputError
    from copylint.core.finding import Finding
    from copylint.runner.result import RunResult

__version__ = "0.1.0"

__all__ = [
    "Config",
    "ConfigError",
    "CopylintError",
    "EngineError",
    "Finding",
    "InputError",
    "RunResult",
    "__version__",
    "lint_paths",
    "lint_text",
    "read_config",
]

_HOMES = {
    "Config": "copylint.config.schema",
    "ConfigError": "copylint.core.errors",
    "CopylintError": "copylint.core.errors",
    "EngineError": "copylint.core.errors",
    "Finding": "copylint.core.finding",
    "InputError": "copylint.core.errors",
    "RunResult": "copylint.runner.result",
}


def lint_text(text: str, *, path: str = "", config: Config | None = None) -> list[Finding]:
    """The findings in ``text``, in order; their spans are code points of ``text``.

    ``path`` says by its suffix which format to read the text in (plain text without one)
    and to which ``per-file-ignores`` it is subject; it need not exist and is not read.
    Without ``config`` the defaults hold: no configuration file is read (see
    ``read_config``), and no engine runs. Nothing is written.

    An engine that fails is a ``RuntimeWarning``, or raises ``EngineError`` where
    ``config.strict_engines`` is set; a rule file that cannot be used is a warning too.
    Raises ``InputError`` where the text cannot be read.
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
    from copylint.runner.directory import Directory

    start = start_folder([os.fspath(path) for path in paths])
    known = Directory()
    return load_config(start, rules=known.rules, engines=lambda: known.engines).config


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'copylint' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(home), name)
