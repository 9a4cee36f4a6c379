"""The options that several commands share; ``option_table`` says how they are declared."""

from __future__ import annotations

from copylint.cli.choices import FailOn, TableFormat, engine_values
from copylint.cli.completion import complete_engines, complete_format_of, complete_rules
from copylint.cli.option_table import (
    CommandOptions,
    OptionGroup,
    arguments,
    choice,
    choice_or,
    file,
    flag,
    number,
    seconds,
    string,
    strings,
    switch,
)
from copylint.cli.terminal import Colour
from copylint.config.enums import Language, TrackedChanges


class PathOptions(CommandOptions):
    """The articles to read; ``where`` are the paths, the current folder without any."""

    paths = arguments(
        "PATHS",
        help="Files and folders, '-' for standard input. Default: the current folder.",
        required=False,
    )

    @property
    def where(self) -> tuple[str, ...]:
        """The paths to read."""
        return tuple(self.paths) or (".",)


class StdinOptions(CommandOptions):
    """Standard input as an article."""

    stdin_filename = string(
        "--stdin-filename",
        metavar="NAME",
        help="The name of standard input, which decides its format and configuration.",
        more="The output shows it too.",
        group=OptionGroup.INPUT,
    )


class ConfigOptions(CommandOptions):
    """Where the configuration comes from."""

    config = file(
        "--config", help="Use this configuration file and no other.", group=OptionGroup.INPUT
    )
    isolated = flag("--isolated", help="Read no configuration file.", group=OptionGroup.INPUT)


class ReadingOptions(ConfigOptions):
    """How articles are read."""

    format_of = strings(
        "--format-of",
        metavar="GLOB=FORMAT",
        help="Read files that match the glob in this format (repeatable).",
        more="See [formats](formats.md). The first glob that matches decides, whatever the "
        "suffix, and before those of the configuration.",
        group=OptionGroup.INPUT,
        complete=complete_format_of,
    )
    tracked_changes = choice(
        "--tracked-changes",
        TrackedChanges,
        metavar="CHANGES",
        help="Read documents with tracked changes accepted, or the original text.",
        shown="accepted",
        group=OptionGroup.INPUT,
    )


class FileOptions(CommandOptions):
    """Which files are read, and for how long."""

    no_ignore_files = flag(
        "--no-ignore-files",
        help="Also check what .copylintignore and .gitignore exclude.",
        group=OptionGroup.INPUT,
    )
    follow = switch(
        "--follow",
        "--no-follow",
        help="Check articles that are links, wherever they lead, or no links at all.",
        more="Without either, a link is checked if it stays in the project: its git "
        "repository, or the folder on the command line.",
        group=OptionGroup.INPUT,
    )
    timeout = seconds(
        "--timeout",
        shown="60",
        help="Processor time that one file may take.",
        more="Overrides `timeout` in the configuration.",
        group=OptionGroup.RUN,
    )


class TrustOptions(FileOptions):
    """How far the run trusts what comes with the articles."""

    untrusted = flag(
        "--untrusted",
        help="Check copy from strangers: nothing in it decides how it is checked.",
        more="See [copy from strangers](../guides/security.md).",
        group=OptionGroup.TRUST,
    )
    config_from = string(
        "--config-from",
        metavar="REV",
        help="Read the configuration, the files it names, and ignore files from this revision.",
        more="git reads them from the tree of the revision; the working tree does not matter.",
        group=OptionGroup.TRUST,
    )
    no_inline = flag(
        "--no-inline",
        help="Ignore suppression comments and [sic] in the copy, and list them.",
        more="See [suppressing a finding](../guides/suppression.md).",
        group=OptionGroup.TRUST,
    )


class ServingOptions(CommandOptions):
    """Where the configuration of a command that answers other programs comes from."""

    config = file(
        "--config", help="Use this configuration file and no other.", group=OptionGroup.INPUT
    )
    untrusted = flag(
        "--untrusted",
        help="Let nothing that a client sends decide how it is checked.",
        more="No configuration is read but that of `--config`. "
        "See [copy from strangers](../guides/security.md).",
        group=OptionGroup.TRUST,
    )


class RuleOptions(CommandOptions):
    """Which rules and engines run, and in which English."""

    language = choice(
        "--language",
        Language,
        metavar="LANGUAGE",
        help="The dialect of the articles.",
        more="`auto` decides for each article.",
        shown="auto",
        group=OptionGroup.RULES,
    )
    select = strings(
        "--select",
        metavar="RULES",
        help="Run only these rules, families or globs, whatever the configuration says "
        "(commas or repeated).",
        more="Overrides `select`, `extend-select` and `ignore` in the configuration.",
        group=OptionGroup.RULES,
        complete=complete_rules,
    )
    extend_select = strings(
        "--extend-select",
        metavar="RULES",
        help="Also run these rules.",
        group=OptionGroup.RULES,
        complete=complete_rules,
    )
    ignore = strings(
        "--ignore",
        metavar="RULES",
        help="Do not run these rules.",
        more="Wins over `--select` and `--extend-select`.",
        group=OptionGroup.RULES,
        complete=complete_rules,
    )
    grammar = strings(
        "--grammar",
        metavar="ENGINES",
        help="Grammar engines.",
        listed=engine_values,
        more="Separate several with commas; `none` means `off`. See [engines](engines.md).",
        shown="deep if it is installed",
        group=OptionGroup.RULES,
        complete=complete_engines,
    )


class BaselineOptions(CommandOptions):
    """Findings that a baseline accepts."""

    baseline = file(
        "--baseline",
        help="Leave out the findings that this file accepts.",
        more="Overrides `baseline` in the configuration: see "
        "[only new findings](../guides/changes.md#accepted-findings).",
        group=OptionGroup.NEW,
    )
    no_baseline = flag("--no-baseline", help="Use no baseline.", group=OptionGroup.NEW)


class FailOptions(CommandOptions):
    """What makes the exit code 1."""

    fail_on = choice(
        "--fail-on",
        FailOn,
        metavar="SEVERITY",
        help="The lowest severity that makes the exit code 1.",
        shown="warning",
        group=OptionGroup.RUN,
    )


class QuietOptions(CommandOptions):
    """How much is printed."""

    quiet = flag(
        "--quiet",
        "-q",
        help="Print one line per finding, without excerpts and summary.",
        more="Suggestions and the progress bar are left out too.",
        group=OptionGroup.OUTPUT,
    )


class LimitOptions(CommandOptions):
    """How much is printed of many findings."""

    show_all = flag(
        "--all",
        help="Show every finding, not only the first ten of a rule in a file.",
        more="Only `--format text` leaves any out.",
        group=OptionGroup.OUTPUT,
    )


class ColorOptions(CommandOptions):
    """Colour."""

    color = choice_or(
        "--color",
        Colour.AUTO,
        metavar="WHEN",
        help="Colour the output.",
        more="See [below](#colour-and-width).",
        group=OptionGroup.OUTPUT,
    )


class JobsOptions(CommandOptions):
    """How many processes."""

    jobs = number(
        "--jobs",
        "-j",
        default=0,
        help="Processes to use; 0 means one per core.",
        more="The output is the same for any number.",
        group=OptionGroup.RUN,
    )


class CacheOptions(CommandOptions):
    """Whether results of earlier runs count."""

    no_cache = flag(
        "--no-cache",
        help="Neither use nor store cached results.",
        more="See [speed](../explanation/speed.md).",
        group=OptionGroup.RUN,
    )


class RunOptions(PathOptions, ReadingOptions, RuleOptions, QuietOptions, JobsOptions, CacheOptions):
    """What every command shares that runs the rules over articles."""


class TableOptions(CommandOptions):
    """The format of a command that prints a table."""

    output_format = choice_or(
        "--format",
        TableFormat.TEXT,
        metavar="FORMAT",
        help="Print text or JSON.",
        group=OptionGroup.OUTPUT,
    )
