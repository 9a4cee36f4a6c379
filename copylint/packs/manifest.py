"""A pack's ``pack.yaml``: its name, language and defaults.

The ending is not that of a rule's file, so that Vale, reading the folder as a style,
passes over it.
"""

from __future__ import annotations

from collections.abc import Collection

from copylint.core.record import record
from copylint.packs.yaml_nodes import RuleFile, YamlNode

#: The file's name.
NAME = "pack.yaml"
_KEYS = ("about", "default", "off", "languages", "competes")
_LANGUAGES = ("en-GB", "en-US", "en-AU", "en-CA")


@record
class Manifest:
    """A pack as a whole.

    ``about`` says what it is for. Without ``default`` its rules run only if they are
    selected; so do those named in ``off``. ``languages`` are the dialects of the articles
    that it is about; empty: all. With ``competes``, a finding of its rules gives way to a
    finding of a rule that knows more about the same words (``Precedence.PHRASE``).
    """

    about: str = ""
    default: bool = True
    off: frozenset[str] = frozenset()
    languages: tuple[str, ...] = ()
    competes: bool = False

    def runs(self, rule: str) -> bool:
        """Whether the rule, named without its pack, runs unasked."""
        return self.default and rule not in self.off


PLAIN = Manifest()


def read_manifest(file: RuleFile, rules: Collection[str]) -> Manifest:
    """The manifest in ``file`` of a pack that has ``rules``. Raises ``RuleProblem``."""
    keys = file.root()
    file.known_keys(keys, _KEYS, what="a pack")
    value: dict[str, YamlNode] = {name: node for name, (_, node) in keys.items()}
    off = file.strings(value["off"], "'off'") if "off" in value else []
    for name, node in off:
        if name not in rules:
            raise file.problem(node, f"the pack has no rule '{name}'")
    languages = file.strings(value["languages"], "'languages'") if "languages" in value else []
    for name, node in languages:
        if name not in _LANGUAGES:
            raise file.problem(node, f"'{name}' is not one of {', '.join(_LANGUAGES)}")
    return Manifest(
        about=file.string(value["about"], "'about'").strip() if "about" in value else "",
        default=file.boolean(value["default"], "'default'") if "default" in value else True,
        off=frozenset(name for name, _ in off),
        languages=tuple(name for name, _ in languages),
        competes=file.boolean(value["competes"], "'competes'") if "competes" in value else False,
    )
