"""``copylint init``: the files of a set-up, shown before they are written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.cli.exits import CLEAN, UsageError
from copylint.cli.option_table import CommandOption, flag, string
from copylint.cli.shared_options import ColorOptions
from copylint.cli.terminal import presentation

if TYPE_CHECKING:
    from copylint.cli.init_source import HookSource
    from copylint.report.base import Presentation
    from copylint.runner.house_proposals import Proposals

_INDENT = "  "
_UNKNOWN_SOURCE = (
    "No pre-commit hook and no CI job: nothing records which repository this copylint came",
    "from, and they would have to install it. Name it with --source URL.",
)


class InitOptions(ColorOptions):
    """The options of ``copylint init``."""

    folder = CommandOption(
        kind=Path,
        default=Path(),
        metavar="FOLDER",
        help="The folder to set up.",
        shown="the current folder",
    )
    yes = flag("--yes", "-y", help="Write without asking.")
    dry_run = flag("--dry-run", help="Show, and write nothing.")
    source = string(
        "--source",
        metavar="URL[@REV]",
        help="The git repository that the hook and the CI job install copylint from.",
        shown="the one that this copylint was installed from, if it was",
    )


def init(options: InitOptions) -> int:
    """Set up a folder: a configuration, a pre-commit hook, a CI job.

    Proposes the language, words and names that the articles in the folder keep using. Shows
    everything first and never changes an existing file. The hook and the CI job install
    copylint from a git repository; without one, neither is written.
    """
    folder = options.folder
    if not folder.is_dir():
        raise UsageError(f"'{folder}' is not a folder", "FOLDER")
    if options.yes and options.dry_run:
        raise UsageError("excludes --yes", "--dry-run")
    source = _source(options)
    found = _proposals(folder)
    look = presentation(options.color)
    files = _files(folder, found, source)
    new = {name: text for name, text in files.items() if not (folder / name).exists()}
    lines = [*_shown(found, look), *_told(folder, files, new, source, look)]
    sys.stdout.write("\n".join(lines) + "\n")
    if not new or options.dry_run:
        return CLEAN
    if not options.yes:
        import typer

        if not typer.confirm(f"Write {_listed(new)}?"):
            return CLEAN
    for name, text in new.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    sys.stdout.write(f"Wrote {_listed(new)}. Look them over, then run: copylint check\n")
    return CLEAN


def _source(options: InitOptions) -> HookSource | None:
    """Where hooks and jobs install copylint from: given, recorded, or asked for."""
    from copylint.cli.init_source import named, recorded

    if options.source:
        return named(options.source)
    known = recorded()
    if known or options.yes or options.dry_run or not _is_repository(options.folder):
        return known
    import typer

    question = (
        "Git repository to install copylint from, for the hook and the CI job (Enter: neither)"
    )
    given = typer.prompt(question, default="", show_default=False)
    return named(given) if given.strip() else None


def _is_repository(folder: Path) -> bool:
    return (folder / ".git").exists()


def _proposals(folder: Path) -> Proposals:
    from copylint.cli.progress import Progress
    from copylint.config.schema import Config
    from copylint.runner.discovery import discover
    from copylint.runner.house_proposals import proposals
    from copylint.runner.result import Input

    paths = discover([str(folder)], Config()).paths
    with Progress(2 * len(paths), wanted=True, doing="Reading") as progress:
        return proposals([Input(path) for path in paths], Config(), progress.advance)


def _files(folder: Path, found: Proposals, source: HookSource | None) -> dict[str, str]:
    """The files of the set-up, by their paths in ``folder``."""
    from copylint.cli import init_files

    words = [word for word, _ in found.words]
    names = [name for name, _ in found.names]
    files = {init_files.CONFIG: init_files.config(found.language, names, words=bool(words))}
    if words:
        files[init_files.WORDS] = init_files.words(words)
    if source and _is_repository(folder):
        files[init_files.HOOKS] = init_files.hooks(source)
        if not (folder / init_files.GITLAB).exists():
            files[init_files.GITHUB] = init_files.workflow(source)
    return files


def _shown(found: Proposals, look: Presentation) -> Iterator[str]:
    """What the articles show of the house's usage."""
    from copylint.report.visible import fit, safe
    from copylint.report.wording import counted

    agreed = found.language or "undecided; each article is judged by itself"
    yield f"{counted(found.articles, 'article')} read. Language: {agreed}."
    if found.foreign:
        yield f"{counted(found.foreign, 'article')} in other languages left out."
    for title, pairs in (("Words", found.words), ("Names", found.names)):
        if pairs:
            yield f"{title} that they keep using, to be confirmed in the file:"
            for text, count in pairs:
                yield fit(f"{_INDENT}{safe(text)}  {count:,} times", look.width)


def _told(
    folder: Path,
    files: Mapping[str, str],
    new: Mapping[str, str],
    source: HookSource | None,
    look: Presentation,
) -> Iterator[str]:
    """The whole text of the files that would be written, and what to add to existing files."""
    from copylint.cli import init_files
    from copylint.report.paint import OutputRole

    for name, text in new.items():
        yield ""
        yield look.painter.paint(name, OutputRole.STRONG)
        yield from (f"{_INDENT}{line}".rstrip() for line in text.splitlines())
    for name in files.keys() - new.keys():
        yield ""
        yield f"{name} already exists and is left as it is."
        if name == init_files.HOOKS:
            yield "For the hook, add this to its 'repos':"
            yield from (f"{_INDENT}{line}" for line in files[name].splitlines()[1:])
    if source is None and _is_repository(folder):
        yield ""
        yield from _UNKNOWN_SOURCE
    if source and (folder / init_files.GITLAB).exists():
        yield ""
        yield f"To check articles in GitLab, add this to {init_files.GITLAB}:"
        yield from (f"{_INDENT}{line}" for line in init_files.gitlab_job(source).splitlines())


def _listed(files: Mapping[str, str]) -> str:
    return ", ".join(files)
