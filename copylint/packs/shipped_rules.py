"""Where the rules are that come with copylint."""

from __future__ import annotations

from pathlib import Path


def shipped() -> Path:
    """The folder of packs: inside the package in a wheel, at the root of a checkout."""
    here = Path(__file__).parent
    inside = here / "rules"
    return inside if inside.is_dir() else here.parents[1] / "rules"
