"""Reads settings about rules: selectors, severities, and rule options."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from copylint.config.known import KnownNames
from copylint.config.problems import Problems
from copylint.config.toml_locations import KeyPath
from copylint.config.values import InvalidValue, Settings, Values
from copylint.core.rule import Rule, Severity
from copylint.core.rule_groups import GROUPS
from copylint.core.selector import nearest

_SEVERITIES = {severity.label: severity for severity in Severity}


class RuleValues(Values):
    """Readers of values that name rules, which must be among the ``known`` ones."""

    def __init__(self, problems: Problems, known: KnownNames) -> None:
        super().__init__(problems)
        self._known = known

    def _severity(self, key: KeyPath, value: object) -> Severity:
        return _SEVERITIES[self.choice(key, value, _SEVERITIES)]

    def _selector(self, key: KeyPath, value: object) -> str:
        selector = self.string(key, value)
        if not self._known.names.is_known(selector):
            raise InvalidValue(key, self._known.names.describe_unknown(selector))
        return selector

    def _selectors(self, key: KeyPath, value: object) -> tuple[str, ...]:
        return self.items(key, value, self._selector)

    def _severities(self, key: KeyPath, value: object) -> dict[str, Severity]:
        table = self.mapping(key, value, "a table of rules or families, each with a severity")
        names = self._known.names
        found: dict[str, Severity] = {}
        for path, item in _leaves(table, lambda _: False):
            at, rule = (*key, *path), ".".join(path)
            with self.noting():
                if not any(
                    rule in names_of
                    for names_of in (self._known.rules, GROUPS, self._known.families)
                ):
                    if not names.is_known(rule):
                        raise InvalidValue(at, names.describe_unknown(rule), of_key=True)
                    if not names.is_open(rule):
                        raise InvalidValue(
                            at, "this must be a rule or a family, not a glob", of_key=True
                        )
                found[rule] = self._severity(at, item)
        return found

    def _rules_options(self, key: KeyPath, value: object) -> dict[str, Settings]:
        table = self.mapping(key, value, "a table of rules, each with a table of options")
        rules = self._known.rules
        found: dict[str, Settings] = {}
        misnamed: set[KeyPath] = set()
        for path, item in _leaves(table, rules.__contains__):
            rule = rules.get(".".join(path))
            if ".".join(path) in GROUPS and item == {}:
                continue
            if rule is None:
                # The last part is an option, if the one before it is a table.
                named = path if isinstance(item, dict) or len(path) == 1 else path[:-1]
                if named not in misnamed:
                    misnamed.add(named)
                    self.problems.at_key((*key, *named), self._rule_error(".".join(named)))
                continue
            with self.noting():
                found[rule.id] = self._options((*key, *path), item, rule)
        return found

    def _rule_error(self, name: str) -> str:
        if name in GROUPS or name in self._known.families:
            return f"'{name}' is a family: options belong to one rule"
        if self._known.names.is_open(name):
            return f"'{name}' has no options"
        return self._known.names.describe_unknown(name)

    def _options(self, key: KeyPath, value: object, rule: Rule) -> Settings:
        options = {option.name: option for option in rule.options}
        values: Settings = {}
        for name, setting in self.mapping(key, value, "a table of options").items():
            at = (*key, name)
            with self.noting():
                if name not in options:
                    raise InvalidValue(at, _unknown_option(rule, name, options), of_key=True)
                values[name] = self.like(at, setting, options[name].default)
        return values


def _unknown_option(rule: Rule, name: str, options: Collection[str]) -> str:
    if not options:
        return f"'{rule.id}' has no options"
    meant = nearest(name.replace("_", "-"), options)
    hint = f"did you mean '{meant}'?" if meant else f"it has {', '.join(options)}"
    return f"'{name}' is not an option of '{rule.id}'; {hint}"


def _leaves(
    table: Mapping[str, object], is_leaf: Callable[[str], bool]
) -> Iterator[tuple[tuple[str, ...], object]]:
    """The values in a table, by path; ``a.b = 1`` is the same as ``"a.b" = 1``.

    A table whose dotted path ``is_leaf`` counts as a value itself, as does an empty one.
    """
    stack: list[tuple[tuple[str, ...], object]] = [
        ((name,), item) for name, item in reversed(list(table.items()))
    ]
    while stack:
        path, item = stack.pop()
        if isinstance(item, dict) and item and not is_leaf(".".join(path)):
            stack += [((*path, name), inner) for name, inner in reversed(list(item.items()))]
        else:
            yield path, item
