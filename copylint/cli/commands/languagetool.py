"""``copylint languagetool``: install LanguageTool, and see whether it is ready."""

from __future__ import annotations

import sys

from copylint.cli.exits import CLEAN, FAILED, complain
from copylint.cli.option_table import CommandOptions, flag, string
from copylint.cli.terminal import is_terminal


class InstallOptions(CommandOptions):
    """The options of ``copylint languagetool install``."""

    yes = flag("--yes", "-y", help="Download without asking.")


class StatusOptions(CommandOptions):
    """The options of ``copylint languagetool status``."""

    url = string("--url", metavar="URL", help="Ask a server instead of looking for jars.")


def install(options: InstallOptions) -> int:
    """Download LanguageTool, after asking."""
    from copylint.engines.languagetool.jars import DOWNLOAD_MEGABYTES, download, own_folder

    if not options.yes:
        sys.stdout.write(
            f"This downloads LanguageTool (about {DOWNLOAD_MEGABYTES} MB, from the releases that "
            f"language-tool-python uses) to\n  {own_folder()}\n"
            "It needs Java 17 or newer. Articles stay on this machine.\n"
        )
        if not is_terminal(sys.stdin):
            complain("no terminal to ask on; use --yes to download")
            return FAILED
        import typer

        if not typer.confirm("Download it now?"):
            return FAILED
    sys.stdout.write(f"LanguageTool is in {download()}\n")
    return CLEAN


def status(options: StatusOptions) -> int:
    """Say whether LanguageTool can be used; exit code 2 if it cannot."""
    from copylint.engines.languagetool.http_client import Client, normalised
    from copylint.engines.languagetool.jars import find_jars
    from copylint.engines.languagetool.local import demand_java

    if options.url:
        client = Client(normalised(options.url), timeout=10.0)
        english = sorted(code for code in client.languages() if code.startswith("en"))
        sys.stdout.write(f"server: {client.shown} checks {', '.join(english) or 'no English'}\n")
        return CLEAN if english else FAILED
    sys.stdout.write(f"jars: {find_jars()}\n")
    demand_java()
    sys.stdout.write("Java: new enough\n")
    return CLEAN
