"""Every setting, its type and its default."""

# ruff: noqa: PTH109

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from copylint.config.enums import Deep, Language, TrackedChanges, ValeCompat
from copylint.config.trust import Mirror, Trust
from copylint.core.record import field, record
from copylint.core.rule import Severity

if TYPE_CHECKING:
    from copylint.core.field_paths import Field
    from copylint.core.transcript import Transcript


@record
class NameSetting:
    """One entry of ``names``: the house's spelling and the spellings it rejects."""

    name: str
    rejected: tuple[str, ...] = ()


@record
class VocabularySettings:
    """The table ``[vocabulary]``: the words of the files it names, read and merged.

    ``accept_file`` is the absolute path of the first file of ``accept``, where words are added.
    """

    accept: frozenset[str] = frozenset()
    accept_file: str = ""
    reject: frozenset[str] = frozenset()


@record
class PathRules:
    """Rules ignored in the files that ``glob`` matches.

    ``glob`` is written like a line of a .gitignore in the folder ``base`` (an absolute path;
    empty: the current folder).
    """

    glob: str
    ignore: tuple[str, ...]
    base: str = ""


@record
class PathFormat:
    """The files that ``glob`` matches are in the format called ``format``.

    ``glob`` and ``base`` are as those of ``PathRules``.
    """

    glob: str
    format: str
    base: str = ""


@record
class FieldSetting:
    """In the files that ``globs`` match, ``field`` is prose.

    ``globs`` and ``base`` are as those of ``PathRules``.
    """

    globs: tuple[str, ...]
    field: Field
    base: str = ""


@record
class RuleSources:
    """Where rules come from besides copylint's own.

    ``packs`` are folders of rule files, ``vale`` is a ``.vale.ini``; all are absolute paths.
    ``strict``: rules of Vale's styles do exactly what they do in Vale. ``project`` is the real
    path of the folder of the configuration that names them: the content of files outside it is
    not quoted in messages; empty: all content may be quoted.
    ``here`` is the absolute path of a folder, besides its own, from which a rule may name
    files; empty: the current folder. ``controls``: comments in an article switch Vale's rules
    off.
    """

    packs: tuple[str, ...] = ()
    vale: str = ""
    strict: bool = False
    project: str = ""
    here: str = ""
    controls: bool = True


@record
class Config:
    """All settings of a run, defaults filled in.

    A setting that may change a finding is automatically part of the key of cached results:
    see ``copylint.runner.cache_key``. ``cache`` allows results to be kept, ``warm`` keeps a
    worker running between runs.

    ``select`` and ``ignore`` hold rule ids, family names or globs over rule ids; an empty
    ``select`` means the rules that are on by default. ``extend_select`` adds to either.
    ``grammar`` holds names of engines; ``deep`` says whether the
    engine of that name is among them (see ``copylint.runner.deep_policy``), ``deep_gate``
    whether it reads only sentences that its gate leaves in doubt. ``engines`` has, by an
    engine's name, what its own table says: see ``Engine.settings``. ``exclude`` holds lines
    like those of a .gitignore in the folder ``exclude_base`` (an absolute path; empty: the
    current folder). ``max_file_size`` is in megabytes (of 1,000,000 bytes), ``timeout`` in
    seconds of processor time that one file may take.
    ``packs``, ``vale``, ``memory`` (the file of names that the house has printed), ``against``
    (the index of what it has printed) and ``baseline`` (the file of accepted findings) are
    absolute paths;
    ``project`` is the folder (a real path) of the configuration that names packs or styles.
    ``trust`` says how far the run trusts what comes with the articles; ``mirror`` is the
    revision that the configuration comes from, if it comes from one. ``transcripts`` are what
    quotations are compared with, ``gone`` the web addresses that were asked for and lead nowhere.
    """

    language: Language = Language.AUTO
    tracked_changes: TrackedChanges = TrackedChanges.ACCEPTED
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[PathRules, ...] = ()
    format_of: tuple[PathFormat, ...] = ()
    fields: tuple[FieldSetting, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    vocabulary: VocabularySettings = field(default_factory=VocabularySettings)
    names: tuple[NameSetting, ...] = ()
    memory: str = ""
    against: str = ""
    grammar: tuple[str, ...] = ()
    deep: Deep = Deep.AUTO
    deep_gate: bool = False
    engines: Mapping[str, Mapping[str, bool | int | float | str | tuple[str, ...]]] = field(
        default_factory=dict
    )
    rules: Mapping[str, Mapping[str, bool | int | float | str | tuple[str, ...]]] = field(
        default_factory=dict
    )
    exclude: tuple[str, ...] = ()
    exclude_base: str = ""
    fail_on: Severity = Severity.WARNING
    timeout: float = 60.0
    max_file_size: float = 16.0
    strict_engines: bool = False
    baseline: str = ""
    cache: bool = True
    warm: bool = False
    packs: tuple[str, ...] = ()
    vale: str = ""
    vale_compat: ValeCompat = ValeCompat.MEANT
    project: str = ""
    trust: Trust = Trust()
    mirror: Mirror | None = None
    transcripts: tuple[Transcript, ...] = ()
    gone: Mapping[str, str] = field(default_factory=dict)

    @property
    def max_bytes(self) -> int:
        """The most bytes that a file may hold to be read."""
        return round(self.max_file_size * 1_000_000)

    @property
    def rule_sources(self) -> RuleSources:
        """Where the run's rules come from besides copylint's own."""
        strict = self.vale_compat == ValeCompat.STRICT
        here = ""
        if self.mirror is not None:
            here = self.mirror.copied(os.getcwd()) or self.mirror.copy
        elif self.trust.strangers:
            here = self.project
        controls = self.trust.inline or not self.vale
        return RuleSources(self.packs, self.vale, strict, self.project, here, controls)
