"""The files that a house's rules are read from, and how to have them read again.

Rules are read once per process. A process that stays asks for the state of their files from
time to time, and has them forgotten once it differs.
"""

from __future__ import annotations

from pathlib import Path

from copylint.config.schema import RuleSources
from copylint.core.errors import CopylintError
from copylint.runner import rule_index, rules
from copylint.runner.cache_key import digest, lines_of


def state_of(sources: RuleSources) -> bytes:
    """A digest that differs once a rule file is added, removed or changed; costs a look at each."""
    lines = [line for place in places_of(sources) for line in sorted(lines_of(place))]
    return digest("\n".join(lines).encode("utf-8", "surrogateescape"))


def places_of(sources: RuleSources) -> list[str]:
    """The absolute paths of the files and folders that hold the rules."""
    places: list[str] = []
    if sources.vale:
        from copylint.packs.vale.vale_settings import read_settings

        places.append(sources.vale)
        try:
            read = read_settings(Path(sources.vale), strict=sources.strict, project=sources.project)
        except (CopylintError, OSError, ValueError):  # the run says what is wrong with it
            pass
        else:
            places += (str(each) for each in read.styles_paths)
    return [*places, *sources.packs]


def forget_rules() -> None:
    """Have the house's rules read again when they are next needed."""
    for known in (rules.house_rules, rules.all_checks, rules.all_rules, rule_index.rule_names):
        known.cache_clear()
    rules.forget_houses()
