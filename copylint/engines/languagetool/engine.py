"""LanguageTool as an engine: one server for the whole run, local or elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from copylint.contract.engine import Engine, EngineSession, Setting
from copylint.core.errors import EngineError
from copylint.core.rule import Precedence
from copylint.engines.languagetool.http_client import Client, normalised
from copylint.engines.languagetool.jars import JAR, find_jars
from copylint.engines.languagetool.local import LocalServer
from copylint.engines.languagetool.session import LanguageToolSession, Switches

_DEFAULT_TIMEOUT = 60.0


def _url_problem(url: str) -> str:
    if url and not url.startswith(("http://", "https://")):
        return f"'{url}' must begin with http:// or https://"
    return ""


def _timeout_problem(seconds: float) -> str:
    if seconds <= 0:
        return "'languagetool.timeout' must be a number of seconds above 0"
    return ""


class LanguageToolEngine(Engine):
    """Starts a server of the local jars, or uses the one at ``languagetool.url``.

    Its rules are known only as they speak; their ids are ``languagetool.`` and
    LanguageTool's own.
    """

    name = "languagetool"
    settings = (
        Setting("url", "", "The address of a server to use instead of a local one.", _url_problem),
        Setting(
            "timeout",
            _DEFAULT_TIMEOUT,
            "The most seconds that a request may take.",
            _timeout_problem,
        ),
        Setting(
            "disable", (), "LanguageTool rules to turn off besides those that copylint turns off."
        ),
        Setting("enable", (), "LanguageTool rules to turn on even if copylint turns them off."),
    )
    precedence = Precedence.ENGINE + 20

    def __init__(self) -> None:
        self._local: LocalServer | None = None

    def start(self, settings: Mapping[str, object]) -> str:
        """Start a server or see that the configured one answers; give its address."""
        url = str(settings.get("url") or "")
        if not url:
            self._local = LocalServer()
            return self._local.start()
        client = Client(normalised(url), _timeout(settings))
        if not any(code.lower().startswith("en") for code in client.languages()):
            raise EngineError(
                "languagetool", f"the server at {client.shown} does not support English"
            )
        return client.address

    def connect(self, address: str, settings: Mapping[str, object]) -> EngineSession:
        """A session with the server at ``address``."""
        switches = Switches(_ids(settings, "enable"), _ids(settings, "disable"))
        return LanguageToolSession(Client(address, _timeout(settings)), switches)

    def edition(self, settings: Mapping[str, object]) -> str | None:
        """The jars that a local server would run; a server elsewhere may change unseen."""
        if settings.get("url"):
            return None
        try:
            jar = find_jars() / JAR
            stat = jar.stat()
        except (EngineError, OSError):
            return None
        return f"{jar} {stat.st_size} {stat.st_mtime_ns}"

    def stop(self) -> None:
        """End the local server, if there is one."""
        local, self._local = self._local, None
        if local is not None:
            local.stop()


def _timeout(settings: Mapping[str, object]) -> float:
    value = settings.get("timeout")
    return float(value) if isinstance(value, int | float) and value > 0 else _DEFAULT_TIMEOUT


def _ids(settings: Mapping[str, object], key: str) -> frozenset[str]:
    """The rule ids of a setting, with or without the family's name before them."""
    value = settings.get(key)
    ids = value if isinstance(value, list | tuple) else ()
    return frozenset(str(each).removeprefix("languagetool.") for each in ids)
