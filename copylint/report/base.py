"""The interface of report formats: what they are given and what they return."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar, TextIO

from copylint.core.document import Document
from copylint.core.errors import in_a_line
from copylint.core.finding import Finding
from copylint.core.record import field, record
from copylint.core.rule import Measured, Rule, Severity
from copylint.report.paint import Painter
from copylint.report.quotation_row import QuotationRow


@record
class Provenance:
    """When, from what and with which settings a report was made, in words; empty if unknown."""

    date: str = ""
    revision: str = ""
    configuration: str = ""


class Library:
    """Where a report looks up what findings do not say themselves. This base class is empty."""

    def rule(self, rule_id: str) -> Rule | None:
        """The rule of that id, None if it is not known in advance."""
        return None

    def page(self, rule_id: str) -> str:
        """The address of the rule's page in the documentation; empty if it has none."""
        return ""

    def home(self) -> str:
        """The address of the documentation; empty while it has none."""
        return ""

    def document(self, path: str) -> Document | None:
        """The article that was checked as ``path``, None if it cannot be read again."""
        return None

    def digest(self, path: str) -> str:
        """SHA-256 of the file's bytes in hexadecimal digits, empty if it cannot be read again."""
        return ""

    def quotations(self, path: str) -> tuple[QuotationRow, ...] | None:
        """The quotations of the article beside what was said; None without a transcript."""
        return None

    def measured(self, rule_id: str) -> Measured | None:
        """How often findings of that rule are right, None if that was not measured."""
        return None

    def provenance(self) -> Provenance:
        """When, from what and with which settings the report is made."""
        return Provenance()


@record
class Failure:
    """Something that could not be done: ``subject`` is a path or an engine's name."""

    kind: str
    subject: str
    message: str

    def __str__(self) -> str:
        return f"{in_a_line(self.subject)}: {self.message}"


@record
class Fixable:
    """What ``copylint fix`` would do about the findings of a run.

    ``keys`` are path, rule, start and end of the findings that it would correct, ``count``
    is how many it would report as corrected: those, and the findings that come to light once
    they are. Unless ``is_exact``, the fixes were not tried: then these are the findings whose
    fix is safe, and fix may hold some of them back.
    """

    keys: frozenset[tuple[str, str, int, int]]
    count: int
    is_exact: bool = True

    def marks(self, finding: Finding) -> bool:
        """Whether fix would correct ``finding``."""
        key = (finding.path, finding.rule, finding.span.start, finding.span.end)
        return key in self.keys


@record(slots=False)
class Outcome:
    """Everything that a run reports.

    ``findings`` are in order of output. ``paths`` are those of the files that were checked,
    in order, and ``words`` counts their words: inputs that failed are not included.
    ``version`` is copylint's. ``headlines`` are those of articles that have one, by path.
    ``fixable`` is None if the report should not mention fixes. ``notes`` say what was left out
    of the check, and what a submission tried.
    """

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    paths: tuple[str, ...]
    words: int
    version: str
    library: Library = field(default_factory=Library)
    headlines: Mapping[str, str] = field(default_factory=dict)
    fixable: Fixable | None = None
    notes: tuple[str, ...] = ()

    @property
    def files(self) -> int:
        """How many files were checked."""
        return len(self.paths)

    @cached_property
    def by_rule(self) -> list[tuple[str, int]]:
        """How many findings each rule has, the most frequent first, ties by id."""
        counts = Counter(finding.rule for finding in self.findings)
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))

    @cached_property
    def by_severity(self) -> dict[Severity, int]:
        """How many findings each severity has, the gravest first, zeros included."""
        counts = Counter(finding.severity for finding in self.findings)
        return {severity: counts[severity] for severity in sorted(Severity, reverse=True)}


@record
class Presentation:
    """How output for people looks; formats for programs ignore it.

    ``width`` is in terminal cells. ``quiet`` leaves one line per finding and nothing else.
    ``most_of_rule`` is how many findings of one rule are shown for each file, 0 for all.
    """

    width: int = 100
    quiet: bool = False
    most_of_rule: int = 0
    painter: Painter = field(default_factory=Painter)


class Reporter(ABC):
    """Writes an outcome in one format.

    A subclass in a module of ``copylint.report.formats`` is found automatically; the module's
    name (with ``-`` for ``_``) is what ``--format`` calls it. ``for_people`` says that the
    output may hold more than findings, such as counts per rule; ``shows_fixable`` that it
    says what ``copylint fix`` would do.
    """

    for_people: ClassVar[bool] = False
    shows_fixable: ClassVar[bool] = False
    #: An environment variable; if it names a file, ``appendix`` is added to that file.
    #: Whether its lines are commands of a build server.
    is_commands: ClassVar[bool] = False
    appends_to: ClassVar[str] = ""

    @abstractmethod
    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write ``outcome`` to ``out``, a stream that takes any text."""

    def appendix(self, outcome: Outcome) -> str:
        """What to append to the file in ``appends_to``, such as a summary for a CI job."""
        return ""
