"""``copylint languagetool``: install LanguageTool, and see whether it is ready."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from copylint.cli.exits import CLEAN, FAILED, complain, ends_the_run
from copylint.cli.terminal import is_terminal

languagetool = typer.Typer(
    name="languagetool",
    help="Install LanguageTool, or see whether it is ready.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@languagetool.command()
@ends_the_run
def install(
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Download without asking.")] = False,
) -> int:
    """Download LanguageTool for grammar = ["languagetool"]. Asks first."""
    from copylint.engines.languagetool.jars import DOWNLOAD_MEGABYTES, download, own_folder

    if not yes:
        sys.stdout.write(
            f"This downloads LanguageTool (about {DOWNLOAD_MEGABYTES} MB, from where the package "
            f"language-tool-python keeps its releases) to\n  {own_folder()}\n"
            "It needs Java 17 or newer. Articles stay on this machine.\n"
        )
        if not is_terminal(sys.stdin):
            complain("nobody to ask; give --yes to download")
            return FAILED
        if not typer.confirm("Download it now?"):
            return FAILED
    sys.stdout.write(f"LanguageTool is in {download()}\n")
    return CLEAN


@languagetool.command()
@ends_the_run
def status(
    url: Annotated[str, typer.Option(help="Ask a server instead of looking for jars.")] = "",
) -> int:
    """Say whether LanguageTool can be used; exit with 2 where it cannot."""
    from copylint.engines.languagetool.client import Client, normalised
    from copylint.engines.languagetool.jars import find_jars
    from copylint.engines.languagetool.local import demand_java

    if url:
        client = Client(normalised(url), timeout=10.0)
        english = sorted(code for code in client.languages() if code.startswith("en"))
        sys.stdout.write(f"server: {client.shown} checks {', '.join(english) or 'no English'}\n")
        return CLEAN if english else FAILED
    sys.stdout.write(f"jars: {find_jars()}\n")
    demand_java()
    sys.stdout.write("Java: new enough\n")
    return CLEAN
