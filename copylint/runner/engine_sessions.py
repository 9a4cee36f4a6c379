"""Starts engines once for each run and stops them whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import PurePath

from copylint.config.schema import Config
from copylint.contract.engine import Engine
from copylint.core.errors import EngineError
from copylint.runner.rules import engine as engine_called


@contextmanager
def running(config: Config, errors: list[str]) -> Iterator[dict[str, str]]:
    """The addresses, by name, of the configured engines while the block runs.

    An engine that cannot start is reported in ``errors``; with ``strict_engines`` it raises
    ``EngineError``.
    """
    addresses: dict[str, str] = {}
    with ExitStack() as stack:
        for name in config.grammar:
            engine = engine_called(name)
            stack.callback(_stop, engine, errors)
            try:
                addresses[name] = engine.start(engine_settings(config, name))
            except EngineError as error:
                if config.strict_engines:
                    raise
                errors.append(str(error))
        yield addresses


def _stop(engine: Engine, errors: list[str]) -> None:
    """Stop the engine; a fault in doing so must not hide what ended the run (a Ctrl-C, say)."""
    try:
        engine.stop()
    except Exception as error:  # noqa: BLE001 - any fault of a foreign library
        errors.append(f"{engine.name}: could not be stopped cleanly: {fault(error)}")


def engine_settings(config: Config, name: str) -> dict[str, object]:
    """An engine's settings: its own table in the configuration, and what it needs from the run."""
    engine = engine_called(name)
    settings: dict[str, object] = {"language": config.language}
    settings |= {field: getattr(config, field) for field in engine.run_settings}
    settings |= {setting.name: setting.default for setting in engine.settings}
    return {**settings, **config.engines.get(name, {})}


def fault(error: BaseException) -> str:
    """What failed and where, in one line."""
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({PurePath(frame.filename).name}:{frame.lineno})"
