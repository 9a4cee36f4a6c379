"""``copylint lsp``: the language server for editors."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from copylint.cli.exits import CLEAN, FAILED, FINDINGS, complain
from copylint.cli.shared_options import ServingOptions

_MISSING = "'copylint lsp' needs the extra 'lsp'; in a checkout run: pip install '.[lsp]'"


class LspOptions(ServingOptions):
    """The options of ``copylint lsp``."""


def lsp(options: LspOptions) -> int:
    """Serve an editor over standard input and output (the language server protocol).

    The editor starts it; docs/guides/editors.md says how.
    """
    try:
        import pygls  # noqa: F401
    except ImportError:
        complain(_MISSING)
        return FAILED
    from copylint.lsp.features import create_server
    from copylint.runner.garbage import collect_while_staying
    from copylint.service.settings import Settings

    config = os.path.abspath(options.config) if options.config else ""  # noqa: PTH100
    settings = Settings(untrusted=options.untrusted, config_path=config)
    if config:
        settings.for_path("")  # one that cannot be used is an error now, not at each document
    collect_while_staying()
    server = create_server(settings)
    with own_output() as output:
        try:
            server.start_io(sys.stdin.buffer, output)
        finally:
            server.desk.close()
    return CLEAN if server.protocol.has_shut_down else FINDINGS


def own_output() -> BinaryIO:
    """Standard output for the protocol alone: whatever else is printed goes to standard error."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return output
