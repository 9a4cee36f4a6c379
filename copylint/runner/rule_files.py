"""What rule files come to; light to import, for most runs that need none of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from copylint.core.record import field, record

if TYPE_CHECKING:
    from copylint.contract.check import Check
    from copylint.core.rule import Rule
    from copylint.packs.manifest import Manifest


@record
class HouseRules:
    """Checks made of rule files, and what is wrong with files.

    ``problems`` name rules that cannot run, each with its place; ``notes`` of what is
    passed over in others. ``idle`` are the rules that the run cannot need, known by name
    and default alone. ``manifests`` are what packs say of themselves, by name.
    """

    checks: tuple[Check, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    idle: tuple[Rule, ...] = ()
    manifests: Mapping[str, Manifest] = field(default_factory=dict)
