"""``copylint serve``: findings over HTTP."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from copylint.cli.exits import CLEAN, UsageError
from copylint.cli.option_table import (
    CommandOption,
    OptionGroup,
    arguments,
    file,
    flag,
    number,
    string,
    strings,
    switch,
)
from copylint.cli.shared_options import ServingOptions
from copylint.core.errors import ConfigError, CopylintError

if TYPE_CHECKING:
    from pathlib import Path

    from copylint.serve.settings import AccessToken, ServeSettings

_PORT = 8484
_HIGHEST_PORT = 65_535
# Anyone who can reach the server can try tokens.
_SHORTEST_TOKEN = 16
_RATE_ELSEWHERE = 1_200


class ServeOptions(ServingOptions):
    """The options of ``copylint serve``."""

    folders = arguments(
        "FOLDERS",
        help="Folders whose files the desk may open; the first one's configuration holds. "
        "Default: the current folder's configuration, and no files.",
        required=False,
    )
    port = number("--port", default=_PORT, help="The port; 0 means any that is free.")
    host = string(
        "--host",
        metavar="ADDRESS",
        help="The address to answer at; one that other machines can reach needs a token.",
        shown="127.0.0.1",
    )
    token = strings(
        "--token",
        metavar="TOKEN",
        help="Answer only requests with this token (repeatable).",
        more="Other users of the machine can see it in the list of processes; `--token-file` "
        "hides it.",
        group=OptionGroup.TRUST,
    )
    token_file = file(
        "--token-file",
        help="Read tokens from this file, one a line, each with a name after it if you like.",
        group=OptionGroup.TRUST,
    )
    allow_origin = strings(
        "--allow-origin",
        metavar="ORIGIN",
        help="Let web pages and browser add-ons from this origin use the server (repeatable).",
        more="`*` means any, and needs a token.",
        group=OptionGroup.TRUST,
    )
    remember = switch(
        "--remember",
        "--no-remember",
        help="Keep the paragraphs that LibreOffice sends one at a time, so that each is checked "
        "as part of its article, or do not.",
        more="Without either they are kept for clients on this machine if no token is set. See "
        "[the server](../guides/server.md#libreoffice).",
        group=OptionGroup.TRUST,
    )
    rate = CommandOption[int | None](
        "--rate",
        kind=int,
        default=None,
        least=1,
        metavar="N",
        help="Requests a minute that each client may make.",
        shown=f"no limit, or {_RATE_ELSEWHERE:,} with --host",
        group=OptionGroup.RUN,
    )
    upstream = string(
        "--upstream",
        metavar="URL",
        help="Ask this LanguageTool server about other languages.",
        group=OptionGroup.RULES,
    )
    upstream_english = flag(
        "--upstream-english",
        help="With --upstream: ask it about English too, and add what copylint does not report.",
        group=OptionGroup.RULES,
    )


def serve(options: ServeOptions) -> int:
    """Check text for editors and word processors over HTTP.

    Speaks LanguageTool's API, version 2, at http://127.0.0.1:8484, until it is stopped with
    Ctrl-C.
    """
    try:
        from copylint.serve import server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn", "h11"):
            raise
        raise CopylintError(
            "'copylint serve' needs the extra 'serve'; in a checkout run: pip install '.[serve]'"
        ) from None
    settings = _settings(options)
    server.serve(settings, _announce)
    return CLEAN


def _announce(address: str) -> None:
    sys.stdout.write(f"copylint answers at {address} (LanguageTool's API: {address}/v2)\n")
    sys.stdout.write("Stop it with Ctrl-C.\n")
    sys.stdout.flush()


def _settings(options: ServeOptions) -> ServeSettings:
    """The settings of the server. Raises ``UsageError`` or ``ConfigError``."""
    from copylint.core.record import replace
    from copylint.serve.origins import ANY
    from copylint.serve.settings import ServeSettings

    if options.port > _HIGHEST_PORT:
        raise UsageError(f"ports end at {_HIGHEST_PORT}", "--port")
    tokens = _tokens(options)
    settings = ServeSettings(
        port=options.port,
        folders=_folders(options.folders),
        config_path=str(options.config or ""),
        untrusted=options.untrusted,
        tokens=tokens,
        origins=tuple(each.rstrip("/") for each in options.allow_origin),
        upstream=_upstream(options),
        upstream_english=options.upstream_english,
        remembers=options.remember,
    )
    if options.host:
        settings = replace(settings, host=options.host)
    if not settings.is_local and not tokens:
        raise UsageError(
            "an address that other machines can reach needs --token or --token-file", "--host"
        )
    if ANY in settings.origins and not tokens:
        raise UsageError("any origin needs --token or --token-file", "--allow-origin")
    rate = 0 if settings.is_local else _RATE_ELSEWHERE
    if options.rate is not None:
        rate = options.rate
    return replace(settings, bounds=replace(settings.bounds, rate=rate))


def _folders(given: tuple[str, ...]) -> tuple[str, ...]:
    from pathlib import Path

    for each in given:
        if not Path(each).is_dir():
            raise UsageError(f"'{each}' is not a folder", "FOLDERS")
    return tuple(str(Path(each).resolve()) for each in given)


def _upstream(options: ServeOptions) -> str:
    url = options.upstream.rstrip("/")
    if options.upstream_english and not url:
        raise UsageError("needs --upstream", "--upstream-english")
    if url and not url.startswith(("http://", "https://")):
        raise UsageError("must begin with http:// or https://", "--upstream")
    return url


def _tokens(options: ServeOptions) -> tuple[AccessToken, ...]:
    from copylint.serve.settings import AccessToken

    given = [(AccessToken(each), "--token") for each in options.token]
    if options.token_file is not None:
        given += [(token, "--token-file") for token in _read_tokens(options.token_file)]
    for token, option in given:
        if len(token.secret) < _SHORTEST_TOKEN:
            raise UsageError(f"a token has at least {_SHORTEST_TOKEN} characters", option)
        if not all(each.isascii() and (each.isalnum() or each in "-._~") for each in token.secret):
            raise UsageError("a token has only letters, digits, '-', '.', '_' and '~'", option)
    return tuple(token for token, _ in given)


def _read_tokens(path: Path) -> list[AccessToken]:
    from copylint.core.safe_read import SETTINGS, read_file
    from copylint.serve.settings import AccessToken

    try:
        text = read_file(str(path), SETTINGS).decode("utf-8")
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: {error}") from None
    lines = [line.split(maxsplit=1) for line in text.splitlines()]
    found = [
        AccessToken(parts[0], parts[1].strip() if len(parts) > 1 else "")
        for parts in lines
        if parts and not parts[0].startswith("#")
    ]
    if not found:
        raise ConfigError(f"{path}: holds no token")
    return found
