"""A LanguageTool server on this machine, started for one run and always stopped.

language-tool-python builds the command, checks Java's version, keeps the list of its
processes and kills them when the interpreter exits. Four things are done otherwise here,
since its way (version 3.4) does not serve a command-line tool: it ignores the folder in
``LTP_JAR_DIR_PATH`` when it starts the server, downloads jars if there are none, tries 900
ports in turn if Java fails, and waits only 15 seconds, through a proxy if one is set.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from copylint.core.errors import EngineError
from copylint.engines.languagetool.http_client import Client
from copylint.engines.languagetool.jars import JAR, find_jars

if TYPE_CHECKING:
    from subprocess import Popen

    from language_tool_python import LanguageTool

_HOST = "127.0.0.1"
_POLL_SECONDS = 0.1
# A JVM with all languages' jars takes 2 seconds to start, 10 on a busy small machine.
_START_SECONDS = 90.0
_SERVER_OPTIONS = {
    # Set-up work is kept between requests of the same settings.
    "pipelineCaching": True,
    "maxPipelinePoolSize": 20,
    "pipelineExpireTimeInSeconds": 3600,
}
# For a server that lives for one run: half the processor time of the defaults to start and
# to warm up, the same afterwards, and half the memory.
_JVM_OPTIONS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_JAVA = "install Java 17 or newer and put it on the PATH, or set languagetool.url to a server"


class LocalServer:
    """The server process. ``start`` once, ``stop`` as often as you like."""

    def __init__(self) -> None:
        self._tool: LanguageTool | None = None
        self._signals = _Signals(self.kill)

    def start(self) -> str:
        """Start the server, wait until it answers, and return its base address.

        Raises ``EngineError`` if Java or the jars are missing or the server does not
        come up. From here to ``stop``, SIGTERM and SIGHUP end the server before they end
        the program.
        """
        jars = find_jars()
        demand_java()
        self._signals.catch()
        tool = self._tool = _tool_class().__new__(_tool_class())
        # Known to stop() before it runs, in case it is interrupted on the way.
        tool.__init__(jars)
        return f"http://{_HOST}:{tool.port}/v2"

    def stop(self) -> None:
        """End the server; it is gone when this returns."""
        tool, self._tool = self._tool, None
        try:
            if tool is not None:
                tool.close()
        finally:
            self._signals.release()

    def kill(self) -> None:
        """End the server from a signal handler."""
        process = getattr(self._tool, "_server", None)
        if process is not None:
            process.kill()


class _Signals:
    """Ends the server when the program is asked to end.

    Python's own reaction to these signals is to die without a word, and the server would
    live on.
    """

    _caught = tuple(
        getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)
    )

    def __init__(self, before: Callable[[], None]) -> None:
        self._before = before
        self._mine: list[int] = []
        self._owner = os.getpid()

    def catch(self) -> None:
        """Take over those signals that the program leaves to the system."""
        if threading.current_thread() is not threading.main_thread():
            return
        self._owner = os.getpid()
        for number in self._caught:
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, self._handle)
                self._mine.append(number)

    def release(self) -> None:
        """Leave them to the system again."""
        while self._mine:
            signal.signal(self._mine.pop(), signal.SIG_DFL)

    def _handle(self, number: int, _frame: FrameType | None) -> None:
        if os.getpid() != self._owner:  # a forked worker: the server is not its own
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
            return
        self._before()
        raise SystemExit(128 + number)


def demand_java() -> None:
    """Raise ``EngineError`` unless a Java is there that can run the server."""
    from subprocess import SubprocessError

    from language_tool_python.download_lt import confirm_java_compatibility

    try:
        confirm_java_compatibility()
    except ModuleNotFoundError:
        raise EngineError("languagetool", f"Java is not installed; {_JAVA}") from None
    except SystemError as error:
        raise EngineError("languagetool", f"{str(error).rstrip('.')}; {_JAVA}") from None
    except (SystemExit, OSError, SubprocessError) as error:
        raise EngineError("languagetool", f"Java does not run ({error}); {_JAVA}") from None


def _free_port() -> int:
    from socket import socket

    with socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])


@cache
def _tool_class() -> Any:
    """The server class; made on demand, since its base takes 0.2 seconds to import."""
    import subprocess
    import tempfile

    from language_tool_python import LanguageTool
    from language_tool_python.download_lt import LTP_DOWNLOAD_VERSION, ReleaseLocalLanguageTool
    from language_tool_python.server import RUNNING_SERVER_PROCESSES

    class Jars(ReleaseLocalLanguageTool):
        """The jars of one folder, which are never downloaded."""

        def __init__(self, folder: Path) -> None:
            super().__init__(LTP_DOWNLOAD_VERSION)
            self._folder = folder

        def download(self) -> None:
            """Download nothing."""

        def get_jar_path(self) -> Path:
            """The jar that starts the server."""
            return self._folder / JAR

    class Server(LanguageTool):
        """A server of one folder's jars, on a free port of the loopback."""

        # What close() looks at, for a server that is interrupted before it has begun.
        _server = None
        _remote = False
        _new_spellings_persist = True

        def __init__(self, folder: Path) -> None:
            self._jars = Jars(folder)
            super().__init__(language="en-GB", host=_HOST, config=dict(_SERVER_OPTIONS))

        def _get_languages(self) -> set[str]:
            return {"en-GB"}  # asked for needs of its own that copylint does not have

        def _start_server_on_free_port(self) -> None:
            self._port = _free_port()
            self._url = f"http://{_HOST}:{self._port}/v2/"
            self._start_local_server()

        def _start_local_server(self) -> None:
            self._local_language_tool = self._jars
            java, *command = self._jars.get_server_cmd(self._port, self._config)
            with tempfile.TemporaryFile() as told:
                self._server = subprocess.Popen(
                    [java, *_JVM_OPTIONS, *command],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    stderr=told,
                    text=True,
                )
                RUNNING_SERVER_PROCESSES.append(self._server)
                try:
                    _await(self._server, self._url.rstrip("/"))
                except EngineError as error:
                    self._terminate_server()
                    told.seek(0)
                    raise _with_reason(error, told.read().decode(errors="replace")) from None

    return Server


def _await(process: Popen[str], address: str) -> None:
    client = Client(address, timeout=5.0)
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise EngineError(
                "languagetool", f"the server exited immediately with code {process.returncode}"
            )
        if client.healthy():
            return
        time.sleep(_POLL_SECONDS)
    raise EngineError("languagetool", f"the server did not start within {_START_SECONDS:g} seconds")


def _with_reason(error: EngineError, told: str) -> EngineError:
    """The error with the first line of Java's complaint, if it made one."""
    for line in told.splitlines():
        if "rror" in line or "xception" in line:
            return EngineError(error.engine, f"{error.message}: {line.strip()[:200]}")
    return error
