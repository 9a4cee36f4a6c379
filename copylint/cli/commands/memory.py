"""``copylint memory``: what the archive printed of people and how it writes terms, in a file."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from copylint.cli.archive_source import ArchiveSourceOptions, columns_of, config_paths
from copylint.cli.choices import ArchiveEngine
from copylint.cli.exits import CLEAN, FAILED, FINDINGS, UsageError, complain, stdout_may_close
from copylint.cli.option_table import CommandOptions, OptionGroup, argument, choice_or, string
from copylint.cli.settings import settings_for
from copylint.cli.shared_options import JobsOptions

if TYPE_CHECKING:
    from copylint.analysis.names.memory_facts import PrintedFact
    from copylint.analysis.names.memory_file import Memory, PrintedName
    from copylint.analysis.names.memory_terms import PrintedTerm
    from copylint.archive.memory_build import ShardMemory


# A term that fewer articles have is not kept by a build. An update keeps all, since a day has few.
_FEWEST = 3


class MemoryBuildOptions(ArchiveSourceOptions, JobsOptions):
    """The options of ``copylint memory build`` and ``update``."""

    output = string(
        "--output",
        metavar="FILE",
        help="The file of the memory; its index is written beside it.",
        group=OptionGroup.OUTPUT,
    )
    engine = choice_or(
        "--engine",
        ArchiveEngine.LOCAL,
        metavar="ENGINE",
        help="Read with the processors of this machine, or with Ray.",
        group=OptionGroup.RUN,
    )
    address = string(
        "--address",
        metavar="ADDRESS",
        help="With --engine ray: the cluster to use, or 'auto'.",
        more="Without it Ray runs on this machine as long as the archive is read.",
        group=OptionGroup.RUN,
    )


class MemoryFileOptions(CommandOptions):
    """The file of a memory."""

    file = argument("FILE", help="The file of a memory.")


class MemoryNameOptions(MemoryFileOptions):
    """The file of a memory, and a name or a term in it."""

    name = argument("NAME", help="A name or a part of one, or the beginning of a term.")


class MemoryForgetOptions(MemoryFileOptions):
    """The options of ``copylint memory forget``."""

    name = argument("NAME", help="A name as the memory spells it, or a term in any of its forms.")


class MemoryDiffOptions(CommandOptions):
    """The options of ``copylint memory diff``."""

    old = argument("OLD", help="The file of an earlier memory.")
    new = argument("NEW", help="The file of a later memory.")


def build(options: MemoryBuildOptions) -> int:
    """Note how an archive spells the names of people, their offices and ages, and its terms.

    The file is text, sorted, for git: each name, office, year of birth and form of a term with the
    number of articles, the first day and the last, and the last articles. Set 'memory' in the
    configuration to have articles compared with it. Exit code 2: some articles could not be read
    and are not in it.
    """
    from copylint.analysis.names.memory_terms import frequent
    from copylint.archive.memory_store import save
    from copylint.core.record import replace

    read = _read(options)
    memory = replace(read.memory, terms=frequent(read.memory.terms.values(), _FEWEST))
    save(options.output, memory)
    return _told(options, read, memory)


def update(options: MemoryBuildOptions) -> int:
    """Add the articles that are later than those of a memory.

    Only articles dated after the last day of the memory are added, so the same command can run
    every day over the whole archive.
    """
    from copylint.analysis.names.memory_file import merged
    from copylint.archive.memory_store import load, save

    if not options.output:
        raise UsageError("is needed: the memory to update", "--output")
    old = load(options.output)
    if not old.last:
        raise UsageError("has no dates, so nothing can be later: build it again", "--output")
    read = _read(options, old.last)
    new = merged((old, read.memory))
    save(options.output, new)
    if read.undated:
        complain(f"{read.undated} without a date: not added")
    return _told(options, read, new)


def _read(options: MemoryBuildOptions, after: str = "") -> ShardMemory:
    from copylint.archive.extras import needed_for

    if not options.output:
        raise UsageError("is needed: the file of the memory", "--output")
    if options.address and options.engine != ArchiveEngine.RAY:
        raise UsageError("needs --engine ray", "--address")
    with needed_for("'copylint memory'"):
        from copylint.archive.memory_build import MemoryPlan, archive_memory
    from copylint.archive.storage import is_address
    from copylint.cli.rate_progress import RateProgress

    if is_address(options.output):
        raise UsageError("must be a local file", "--output")
    config = settings_for(options, config_paths(options.source))
    columns, fields = columns_of(options)
    plan = MemoryPlan(config, columns, fields, after)
    with RateProgress("articles", wanted=not options.quiet) as progress:
        return archive_memory(
            options.source,
            plan,
            options.jobs,
            ray=options.address if options.engine == ArchiveEngine.RAY else None,
            begin=progress.begin,
            advance=progress.advance,
        )


def _told(options: MemoryBuildOptions, read: ShardMemory, memory: Memory) -> int:
    from copylint.report.wording import counted

    for error in read.errors:
        complain(error)
    if not options.quiet:
        added = counted(read.memory.articles, "article")
        _print([f"{added} read: {counted(len(memory.names), 'name')} in {options.output}"])
    return FAILED if read.errors else CLEAN


def show(options: MemoryNameOptions) -> int:
    """Show how a name was printed, with the offices and ages of its bearer, or how a term was.

    The exit code is 1 if the memory has no such name or term.
    """
    from copylint.analysis.names.name_typos import folded
    from copylint.archive.memory_store import load

    wanted = folded(options.name)
    memory = load(options.file)
    found: list[PrintedName | PrintedFact | PrintedTerm] = []
    found += (each for each in memory.names.values() if wanted in folded(each.name))
    found += (each for each in memory.facts.values() if wanted in folded(each.name))
    for each in memory.terms.values():
        if any(folded(form).startswith(wanted) for form in (each.term, each.form)):
            found.append(each)
    _print(map(_line, sorted(found, key=lambda each: each.key)))
    return CLEAN if found else FINDINGS


def diff(options: MemoryDiffOptions) -> int:
    """Show the lines that were added to a memory, or are gone, and the counts that changed.

    The exit code is 1 if the memories differ.
    """
    from copylint.archive.memory_store import load

    old, new = load(options.old).lines, load(options.new).lines
    lines = []
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name), new.get(name)
        if after is None and before is not None:
            lines.append(f"- {_line(before)}")
        elif before is None and after is not None:
            lines.append(f"+ {_line(after)}")
        elif before is not None and after is not None and before.count != after.count:
            lines.append(f"~ {_line(after)} (was {before.count:,})")
    _print(lines)
    return FINDINGS if lines else CLEAN


def forget(options: MemoryForgetOptions) -> int:
    """Take a name out of a memory, with the offices and ages of its bearer, or a term.

    The next build from the same archive has it again.
    """
    from copylint.archive.memory_store import load, save
    from copylint.core.record import replace

    memory, name = load(options.file), options.name
    gone = {each.term for each in memory.terms.values() if name in (each.term, each.form)}
    if name not in memory.names and not gone:
        raise UsageError(f"the memory has no '{name}'", "NAME")
    names = {key: each for key, each in memory.names.items() if key != name}
    facts = {key: each for key, each in memory.facts.items() if each.name != name}
    terms = {key: each for key, each in memory.terms.items() if each.term not in gone}
    save(options.file, replace(memory, names=names, facts=facts, terms=terms))
    return CLEAN


def index(options: MemoryFileOptions) -> int:
    """Write the index of a memory that git or an editor has changed.

    Without a current index every process of a check makes one for itself.
    """
    from copylint.archive.memory_store import write_index

    write_index(options.file)
    return CLEAN


def _line(each: PrintedName | PrintedFact | PrintedTerm) -> str:
    """As in: Alice Hartley: 37, 2016-01-05 to 2025-12-10 (a0011, a0012)."""
    from copylint.report.visible import safe

    days = f", {each.first} to {each.last}" if each.last else ""
    cited = f" ({', '.join(each.articles)})" if each.articles else ""
    return safe(f"{each.key}: {each.count:,}{days}{cited}")


def _print(lines: Iterable[str]) -> None:
    with stdout_may_close():
        sys.stdout.writelines(f"{line}\n" for line in lines)
