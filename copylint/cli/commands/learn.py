"""``copylint learn``: drafts of rules from the corrections that a house has made."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.cli.exits import CLEAN, FAILED, UsageError, complain, stdout_may_close
from copylint.cli.inputs import gather, load
from copylint.cli.option_table import OptionGroup, arguments, number, string, strings
from copylint.cli.shared_options import ConfigOptions, JobsOptions, QuietOptions

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.learn.desk_decisions import DeskDecisions
    from copylint.learn.draft_folder import DraftReport
    from copylint.learn.pairs import CorrectionSource
    from copylint.learn.rule_files import DraftFiles
    from copylint.learn.trials import DraftTrial


class LearnOptions(ConfigOptions, QuietOptions, JobsOptions):
    """The options of ``copylint learn``."""

    sources = arguments(
        "SOURCE",
        help="Folders of articles in git, corrections (JSON lines), decisions (JSON).",
        required=False,
    )
    notices = strings(
        "--notices",
        metavar="ARCHIVE",
        help="Articles whose printed corrections of names are read (repeatable).",
        more="As in *An earlier version of this article misspelled … as …*.",
        group=OptionGroup.INPUT,
    )
    output = string(
        "--output",
        metavar="FOLDER",
        help="Where the drafts go: a folder that is new or empty.",
        group=OptionGroup.OUTPUT,
    )
    trial = string(
        "--trial",
        metavar="ARCHIVE",
        help="Try each draft on these articles: how often it would fire, and ten samples.",
        group=OptionGroup.OUTPUT,
    )
    most = number(
        "--most",
        default=100,
        help="The most drafts to write, the most worthwhile first.",
        group=OptionGroup.OUTPUT,
    )
    least = number(
        "--least",
        default=2,
        help="How often a correction must have been made.",
        more="With two or more it must have been made in two articles as well.",
        group=OptionGroup.INPUT,
    )
    commits = number(
        "--commits",
        default=5000,
        help="How many commits of a git history to read, the newest first.",
        group=OptionGroup.INPUT,
    )


def learn(options: LearnOptions) -> int:
    """Draft rules from corrections that editors have made.

    Each draft is a rule with its page of examples, and none runs until someone has read it. Exit
    code 0: the drafts are written. 2: the corrections cannot be read, or nothing can be written.
    """
    from copylint.learn.already_found import unknown_drafts
    from copylint.learn.draft_folder import DraftReport, demand_empty, write_drafts
    from copylint.learn.drafting import best_of, drafts_from, merged
    from copylint.learn.evidence import MOST_CORRECTIONS, count_what_was_left, gather_evidence
    from copylint.learn.rule_files import draft_files
    from copylint.learn.vocabulary_drafts import unknown_words

    if not options.output:
        raise UsageError("is needed: the folder for the drafts", "--output")
    if not (options.sources or options.notices):
        raise UsageError("is needed: where corrections are, unless --notices says", "SOURCE")
    least = max(1, options.least)
    demand_empty(options.output)
    named = (*options.sources, *options.notices)
    config = load(named, options)
    sources, decided = _read(options, config)
    evidence = gather_evidence(lambda: chain.from_iterable(each.pairs() for each in sources), least)
    if evidence.unread:
        complain(f"only the first {MOST_CORRECTIONS:,} corrections were read")
    count_what_was_left(evidence, chain.from_iterable(each.left() for each in sources))
    whole = all(each.whole for each in sources)
    found = drafts_from(evidence, least, whole=whole)
    wanted = best_of(each for each in found if decided.kept[each.before.lower()] < each.count)
    known: Counter[str] = Counter()
    fresh = islice(unknown_drafts(wanted, config, known, jobs=options.jobs), options.most)
    taken: set[str] = set()
    made = (draft_files(draft, taken) for draft in merged(fresh))
    written = [files for files in made if files is not None]
    trials, failed = _trials(options, config, written)
    dismissed = Counter({word: n for word, n in decided.words.items() if n >= least})
    report = DraftReport(
        ", ".join(named),
        evidence.pairs,
        len(evidence.cores),
        known,
        trials,
        options.trial,
        unknown_words(found, dismissed),
        decided,
    )
    write_drafts(options.output, written, report)
    if not options.quiet:
        with stdout_may_close():
            sys.stdout.write(_told(options.output, report, written))
    return FAILED if failed else CLEAN


def _read(options: LearnOptions, config: Config) -> tuple[list[CorrectionSource], DeskDecisions]:
    """The sources of corrections, and the decisions of the desk."""
    from copylint.core.errors import InputError
    from copylint.learn.desk_decisions import SUFFIX, read_decisions

    sources: list[CorrectionSource] = []
    decisions: list[str] = []
    for each in options.sources:
        if Path(each).suffix.lower() == SUFFIX and Path(each).is_file():
            decisions.append(each)
        else:
            sources.append(_source(each, options, config))
    if options.notices:
        from copylint.learn.notices import CorrectionNotices

        inputs = gather(options.notices, config)
        for error in inputs.errors:
            raise InputError(error.path, error.message)
        sources.append(CorrectionNotices(inputs.found, config))
    return sources, read_decisions(decisions)


def _source(given: str, options: LearnOptions, config: Config) -> CorrectionSource:
    from copylint.learn.jsonl_pairs import SUFFIXES, JsonLinesPairs

    path = Path(given)
    if path.is_dir():
        from copylint.learn.git_history import GitHistory

        return GitHistory(given, config, options.commits)
    if not path.exists():
        raise UsageError(f"there is no file or folder '{given}'", "SOURCE")
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(
            f"'{given}' is neither a folder in a git repository nor a file that ends in "
            f"{', '.join(SUFFIXES)} or .json",
            "SOURCE",
        )
    return JsonLinesPairs(given)


def _trials(
    options: LearnOptions, config: Config, drafts: list[DraftFiles]
) -> tuple[dict[str, DraftTrial], bool]:
    """The drafts' trials by rule id, and whether part of the archive could not be read."""
    if not options.trial:
        return {}, False
    from copylint.learn.trials import try_drafts

    inputs = gather([options.trial], config)
    for error in inputs.errors:
        complain(str(error))
    return try_drafts(drafts, inputs.found, config, jobs=options.jobs), bool(inputs.errors)


def _told(folder: str, report: DraftReport, drafts: list[DraftFiles]) -> str:
    from copylint.learn.draft_folder import LIST
    from copylint.report.wording import counted

    read = f"{counted(report.corrections, 'correction')} in {counted(report.pairs, 'passage')}"
    known = counted(report.known.total(), "other")
    return (
        f"{read}: {counted(len(drafts), 'draft')}; rules that run already make {known}\n"
        f"Read {folder}/{LIST}: no draft runs before it is taken into a pack\n"
    )
