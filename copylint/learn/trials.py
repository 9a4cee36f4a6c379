"""Tries drafts on articles: how often each would fire, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from copylint.config.schema import Config
from copylint.core.finding import Finding
from copylint.core.record import record, replace
from copylint.learn.rule_files import PACK, DraftFiles
from copylint.runner.pipeline import run
from copylint.runner.result import Input

_SAMPLES = 10
_AROUND = 60


@record
class DraftTrial:
    """What a draft finds: ``count`` places in ``articles``, of ``words`` words; samples of them."""

    count: int
    articles: int
    words: int
    samples: tuple[str, ...]

    @property
    def section(self) -> str:
        """The trial as a section of the draft's page."""
        findings = "1 finding" if self.count == 1 else f"{self.count:,} findings"
        articles = "1 article" if self.articles == 1 else f"{self.articles:,} articles"
        lines = ["## Trial", "", f"{findings} in {articles} ({self.words:,} words)."]
        if self.samples:
            lines += ["", *(f"- {each}" for each in self.samples)]
        return "\n".join(lines) + "\n"


def try_drafts(
    drafts: Sequence[DraftFiles], inputs: Sequence[Input], config: Config, *, jobs: int = 0
) -> dict[str, DraftTrial]:
    """A trial of each draft over ``inputs``, by rule id."""
    if not drafts:
        return {}
    with TemporaryDirectory() as folder:
        pack = Path(folder, PACK)
        pack.mkdir()
        for each in drafts:
            (pack / f"{each.name}.yml").write_text(each.rule, "utf-8")
        config = replace(
            config,
            packs=(folder,),
            select=tuple(each.rule_id for each in drafts),
            extend_select=(),
            ignore=(),
            per_file_ignores=(),
            grammar=(),
            baseline="",
            cache=False,
        )
        result = run(inputs, config, jobs=jobs)
    by_rule: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in result.findings:
        by_rule[finding.rule].append(finding)
    return {each.rule_id: _trial(by_rule[each.rule_id], result.words) for each in drafts}


def _trial(findings: Sequence[Finding], words: int) -> DraftTrial:
    chosen = (
        [findings[at * len(findings) // _SAMPLES] for at in range(_SAMPLES)]
        if len(findings) > _SAMPLES
        else findings
    )
    samples = tuple(map(_sample, chosen))
    return DraftTrial(len(findings), len({each.path for each in findings}), words, samples)


def _sample(finding: Finding) -> str:
    """The words around a finding, as a line of Markdown that holds no markup of its own."""
    line = finding.line_text
    start = finding.start.column - 1 - finding.line_cut
    end = start + len(finding.text)
    before, after = line[max(0, start - _AROUND) : start], line[end : end + _AROUND]
    shown = f"{before}[{finding.text}]{after}".replace("`", "'")
    return f"{finding.path}:{finding.start.line}: `{' '.join(shown.split())}`"
