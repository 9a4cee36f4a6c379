"""Whether the deep check runs, and whether with its gate, given ``deep`` in the configuration.

Light to import: every run asks. The answer depends on the configuration and on what is
installed, never on what is checked: an article has the same findings alone and among others.
"""

from __future__ import annotations

from copylint.config.enums import Deep
from copylint.config.schema import Config
from copylint.core.record import replace

ENGINE = "deep"


def apply_deep_policy(config: Config) -> Config:
    """``config`` with the engines that ``deep`` asks for.

    ``auto`` asks for the check with its gate if the check is installed. Applied again, it
    changes nothing.
    """
    named = ENGINE in config.grammar
    if config.deep == Deep.NEVER:
        return replace(config, grammar=tuple(n for n in config.grammar if n != ENGINE))
    if named:
        return config
    if config.deep == Deep.FULL:
        return replace(config, grammar=(*config.grammar, ENGINE))
    if is_installed():
        return replace(config, grammar=(*config.grammar, ENGINE), deep_gate=True)
    return config


def is_installed() -> bool:
    """Whether the deep check is installed and can run."""
    from importlib.util import find_spec

    return all(map(find_spec, ("copylint_deep_model", "numpy", "onnxruntime")))
