"""Writes a folder of drafts: the pack, and a list of it sorted by worth."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from copylint.core.record import field, record
from copylint.learn.desk_decisions import DeskDecisions
from copylint.learn.pairs import LearnError
from copylint.learn.rule_files import PACK, DraftFiles
from copylint.learn.trials import DraftTrial
from copylint.learn.vocabulary_drafts import WORDS, words_file
from copylint.runner.safe_write import put

#: The list of drafts.
LIST = "README.md"


@record
class DraftReport:
    """What is written about a run: ``source`` as it was named, and what was read of it.

    ``known`` counts corrections that rules make already, by rule; ``trials`` are by rule id.
    ``words`` may be wanted in the vocabulary, ``decided`` is what the desk did with findings.
    """

    source: str
    pairs: int
    corrections: int
    known: Counter[str]
    trials: dict[str, DraftTrial]
    archive: str = ""
    words: Counter[str] = field(default_factory=Counter)
    decided: DeskDecisions = field(default_factory=DeskDecisions)


def demand_empty(folder: str) -> None:
    """Raise ``LearnError`` if there is anything at ``folder`` but an empty folder."""
    path = Path(folder)
    try:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise LearnError(f"{folder}: is there already; name a folder that is new or empty")
    except OSError as error:
        raise LearnError(f"{folder}: cannot write: {error.strerror}") from None


def write_drafts(folder: str, drafts: Sequence[DraftFiles], report: DraftReport) -> None:
    """Write the drafts, most worthwhile first, and their list. Raises ``CopylintError``."""
    pack = Path(folder, PACK)
    try:
        pack.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LearnError(f"{folder}: cannot write: {error.strerror}") from None
    for each in drafts:
        _put(pack / f"{each.name}.yml", each.rule)
        trial = report.trials.get(each.rule_id)
        _put(pack / f"{each.name}.md", each.page + (f"\n{trial.section}" if trial else ""))
    if report.words:
        _put(Path(folder, WORDS), words_file(report.words))
    _put(Path(folder, LIST), _list(drafts, report))


def _put(path: Path, text: str) -> None:
    put(os.fspath(path), None, text.encode("utf-8", "replace"))


def _list(drafts: Sequence[DraftFiles], report: DraftReport) -> str:
    known = sum(report.known.values())
    tried = bool(report.archive)
    lines = [
        "# Drafts of rules",
        "",
        f"Learnt from {report.source}: {report.corrections:,} corrections in {report.pairs:,} "
        f"edited passages gave {len(drafts):,} drafts, sorted by worth.",
        f"Rules that run already make {known:,} others.",
        "",
        "A draft runs only if it is selected by its full name. Read its page, move its two files",
        "to a pack of the house, and take out `status: draft`. Delete the others.",
        "",
        "| rule | write | not | corrected | articles | left |" + (" in the archive |" * tried),
        "| --- | --- | --- | --: | --: | --: |" + (" --: |" * tried),
    ]
    for each in drafts:
        draft = each.draft
        wrong = ", ".join(form.before for form in draft.forms)
        row = (
            f"| [{each.name}]({PACK}/{each.name}.md) | {draft.after} | {wrong} "
            f"| {draft.count:,} | {draft.articles:,} | {draft.left:,} |"
        )
        if tried:
            trial = report.trials.get(each.rule_id)
            row += f" {trial.count if trial else 0:,} |"
        lines.append(row)
    if report.known:
        lines += ["", "Corrections that a rule makes already, by rule:", ""]
        lines += [f"- `{rule}`: {count:,}" for rule, count in report.known.most_common(20)]
    if report.words:
        lines += ["", f"`{WORDS}` has {len(report.words):,} words for the vocabulary, to confirm."]
    lines += _decided(report.decided)
    return "\n".join(lines) + "\n"


def _decided(decided: DeskDecisions) -> list[str]:
    """The rules that the desk decided on, as a table."""
    if not decided.total:
        return []
    lines = [
        "",
        f"The desk decided on {decided.total:,} findings. A rule that it mostly dismisses is to be",
        "mended, or named in `ignore`.",
        "",
        "| rule | accepted | dismissed |",
        "| --- | --: | --: |",
    ]
    for rule in decided.rules():
        lines.append(f"| `{rule}` | {decided.accepted[rule]:,} | {decided.dismissed[rule]:,} |")
    return lines
