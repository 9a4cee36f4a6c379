"""LanguageTool (https://languagetool.org), a grammar checker in Java: its own server."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, build_opener

from copylint.core.errors import EngineError
from copylint.engines.languagetool.jars import JAR, find_jars, own_folder
from copylint.engines.languagetool.session import Utf16
from peers.base import Alarm, Located, Peer, PeerError

_FETCH = Path(__file__).parents[2] / "tools" / "fetch_languagetool.py"
_START_SECONDS = 120.0
_ANSWER_SECONDS = 600.0


class LanguageTool(Peer):
    """The whole file in one request; its offsets count units of UTF-16.

    ``arguments`` are those of the server, which reads no files: ``check`` starts one, asks
    it, and ends it.
    """

    name = "languagetool"
    settings = "defaults, en-US"
    #: Rules that it is asked to leave out.
    without: ClassVar[tuple[str, ...]] = ()

    def locate(self) -> Located:
        java = shutil.which("java")
        if java is None:
            return Located(None, "Java is not installed")
        try:
            jar = find_jars() / JAR
        except EngineError as error:
            return Located(None, str(error))
        return Located((java, "-cp", str(jar), "org.languagetool.server.HTTPServer"))

    def install(self, folder: Path) -> None:
        # It is shared with copylint itself, so not in ``folder``.
        fetch = [sys.executable, str(_FETCH), str(own_folder())]
        if subprocess.run(fetch, check=False).returncode:
            raise PeerError("LanguageTool's jars could not be fetched")

    def arguments(self, paths: Sequence[Path]) -> list[str]:
        return []

    def check(self, paths: Sequence[Path]) -> list[Alarm]:
        found = self.locate()
        if found.command is None:
            raise PeerError(found.reason)
        texts = {path: path.read_bytes().decode() for path in paths}
        # The server answers as many requests at a time as there are cores.
        with server(found.command) as (address, _), ThreadPoolExecutor(os.cpu_count()) as pool:
            answers = pool.map(lambda path: _ask(address, texts[path], self.without), paths)
            return [
                alarm
                for path, answer in zip(paths, answers, strict=True)
                for alarm in self.parse(answer, {path: texts[path]})
            ]

    def parse(self, output: str, texts: Mapping[Path, str]) -> Iterator[Alarm]:
        """The alarms of one answer, on the one text."""
        ((path, text),) = texts.items()
        units = Utf16(text)
        for match in json.loads(output)["matches"]:
            start = units.code_point(match["offset"])
            end = units.code_point(match["offset"] + match["length"])
            better = tuple(each["value"] for each in match["replacements"][:5])
            yield Alarm(path, start, end, match["rule"]["id"], better)


class LanguageToolGrammar(LanguageTool):
    """The same without its speller."""

    name = "languagetool-grammar"
    settings = "en-US, without its spelling rule"
    without = ("MORFOLOGIK_RULE_EN_US",)


def _ask(address: str, text: str, without: Sequence[str]) -> str:
    fields = {"text": text, "language": "en-US", "disabledRules": ",".join(without)}
    form = urlencode(fields).encode()
    try:
        answer = _opener().open(f"{address}/v2/check", form, timeout=_ANSWER_SECONDS)
        return str(answer.read(), "utf-8")
    except OSError as error:
        raise PeerError(f"languagetool: {error}") from None


def _opener() -> Any:
    return build_opener(ProxyHandler({}))


@contextmanager
def server(command: Sequence[str]) -> Iterator[tuple[str, int]]:
    """A server while the block runs: its address and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    quiet = subprocess.DEVNULL
    with subprocess.Popen([*command, "--port", str(port)], stdout=quiet, stderr=quiet) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(address, process)
            yield address, process.pid
        finally:
            process.kill()


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            _opener().open(f"{address}/v2/healthcheck", timeout=5).read()
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise PeerError("languagetool: the server did not come up")
