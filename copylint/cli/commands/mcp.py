"""``copylint mcp``: tools for assistants."""

from __future__ import annotations

from pathlib import Path

from copylint.cli.exits import CLEAN, UsageError
from copylint.cli.option_table import arguments
from copylint.cli.shared_options import ServingOptions
from copylint.core.errors import CopylintError

# What the extra installs, the command's own package aside.
_NEEDED = ("mcp", "mcp_types", "pydantic", "anyio")


class McpOptions(ServingOptions):
    """The options of ``copylint mcp``."""

    folders = arguments(
        "FOLDERS",
        help="Folders whose files the assistant may have checked; the first one's configuration "
        "holds for text. Default: the current folder's configuration, and no files.",
        required=False,
    )


def mcp(options: McpOptions) -> int:
    """Offer checks to an assistant over the Model Context Protocol.

    Reads requests from standard input and answers on standard output, until the assistant ends
    it. Uses no network and writes no file.
    """
    for each in options.folders:
        if not Path(each).is_dir():
            raise UsageError(f"'{each}' is not a folder", "FOLDERS")
    try:
        from copylint.mcp import server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _NEEDED:
            raise
        raise CopylintError(
            "'copylint mcp' needs the extra 'mcp'; in a checkout run: pip install '.[mcp]'"
        ) from None
    from copylint.service.settings import Settings

    settings = Settings(untrusted=options.untrusted, config_path=str(options.config or ""))
    server.serve(settings, options.folders)
    return CLEAN
