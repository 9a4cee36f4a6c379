"""Whether the deep check runs, given ``deep`` in the configuration and the amount of text.

Light to import: every run asks.
"""

from __future__ import annotations

from collections.abc import Sequence

from copylint.config.enums import Deep
from copylint.config.schema import Config
from copylint.core.record import replace
from copylint.runner.result import Input, size_of

ENGINE = "deep"
#: Bytes of copy up to which the check runs unasked: some thousand words, about a second.
MOST_BYTES = 40_000
#: Bytes up to which it does so where it reads only what its gate leaves in doubt.
MOST_GATED = 120_000
_BYTES_A_WORD = 6


def apply_deep_policy(
    config: Config, inputs: Sequence[Input], *, any_amount: bool
) -> tuple[Config, str]:
    """``config`` with the question answered, and a note for the user where there is one.

    ``auto`` means: where the check is installed, for as much copy as is read in about a
    second, the gate before it where there is too much otherwise; or for ``any_amount`` where
    the caller says that it costs little.
    """
    if config.deep != Deep.AUTO or ENGINE in config.grammar or not is_installed():
        return as_named(config), ""
    if any_amount:
        return as_named(replace(config, deep=Deep.ALWAYS)), ""
    size = 0
    for each in inputs:
        size += size_of(each)
        if size > MOST_GATED:
            return config, (
                "the deep check was left out: it runs unasked for up to about "
                f"{_words(MOST_GATED)} words; --grammar deep has it run"
            )
    if size > MOST_BYTES and not config.deep_gate:
        return as_named(replace(config, deep=Deep.ALWAYS, deep_gate=True)), (
            "the deep check read only sentences that look doubtful: it reads all of up to about "
            f"{_words(MOST_BYTES)} words unasked; --grammar deep has it read all"
        )
    return as_named(replace(config, deep=Deep.ALWAYS)), ""


def _words(size: int) -> str:
    return f"{size // _BYTES_A_WORD // 100 * 100:,}"


def as_named(config: Config) -> Config:
    """``config`` whose engines are those that ``deep`` asks for; ``auto`` asks for none."""
    named = ENGINE in config.grammar
    if config.deep == Deep.ALWAYS and not named:
        return replace(config, grammar=(*config.grammar, ENGINE))
    if config.deep == Deep.NEVER and named:
        return replace(config, grammar=tuple(name for name in config.grammar if name != ENGINE))
    return config


def is_installed() -> bool:
    """Whether the check could run."""
    from importlib.util import find_spec

    return all(map(find_spec, ("copylint_deep_model", "numpy", "onnxruntime")))
