"""Locates the documentation of a rule: every rule that ships with copylint has a page."""

from __future__ import annotations

from functools import cache

from copylint.core.rule import Rule

_FOLDER = "reference/rules"
_LABEL = "documentation"


def page_path(rule: Rule) -> str:
    """The path of the rule's page within the documentation, as in ``reference/rules/ID``.

    Empty for a rule of the house's own or of a plug-in, which the documentation does not cover.
    """
    return f"{_FOLDER}/{rule.id}" if _shipped().get(rule.id) == rule else ""


def page_address(rule: Rule) -> str:
    """The address of the rule's page; empty if it has none, or the documentation has none."""
    path, base = page_path(rule), documentation()
    return f"{base}/{path}/" if path and base else ""


@cache
def documentation() -> str:
    """The address of the documentation without a final slash, empty while it has none.

    It is the URL that the project's metadata calls "Documentation".
    """
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        listed = metadata("copylint").get_all("Project-URL") or ()
    except PackageNotFoundError:
        return ""
    for entry in listed:
        label, _, url = str(entry).partition(",")
        if label.strip().lower() == _LABEL:
            return url.strip().rstrip("/")
    return ""


@cache
def _shipped() -> dict[str, Rule]:
    from copylint.inventory.index import inventory
    from copylint.runner.rules import all_rules

    plugged = {each.id for check in inventory().checks if check.origin for each in check.rules}
    for engine in inventory().engines.values():
        plugged |= {each.id for each in engine.rules if engine.origin}
    return {name: rule for name, rule in all_rules().items() if name not in plugged}
