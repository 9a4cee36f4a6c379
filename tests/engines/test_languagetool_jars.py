"""Finding the jars, and the one way by which they are downloaded."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from copylint.core.errors import EngineError
from copylint.engines.languagetool import local
from copylint.engines.languagetool.jars import JAR, find_jars, own_folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("LTP_JAR_DIR_PATH", raising=False)
    monkeypatch.delenv("LTP_PATH", raising=False)
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def put(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / JAR).write_bytes(b"")
    return folder


def test_nothing_installed_says_what_to_do(home: Path) -> None:
    with pytest.raises(EngineError, match="not installed; run 'copylint languagetool install'"):
        find_jars()


def test_environment_variable_overrides_the_jar_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(own_folder())
    monkeypatch.setenv("LTP_JAR_DIR_PATH", str(home / "elsewhere"))
    with pytest.raises(EngineError, match=f"a folder without {JAR}"):
        find_jars()
    assert put(home / "elsewhere") == find_jars()


def test_newest_release_is_chosen(home: Path) -> None:
    theirs = put(own_folder().parents[1] / "language_tool_python" / "LanguageTool-9.9")
    assert find_jars() == theirs
    put(own_folder() / "LanguageTool-6.8")
    newest = put(own_folder() / "LanguageTool-6.10")
    put(own_folder() / "LanguageTool-latest-snapshot")
    assert find_jars() == newest
    (own_folder() / JAR).write_bytes(b"")
    assert find_jars() == own_folder()


def copylint(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "copylint", *arguments],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_missing_java_is_reported_with_a_remedy(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(own_folder())
    monkeypatch.setenv("PATH", str(home))
    with pytest.raises(EngineError, match="Java is not installed; install Java 17 or newer"):
        local.LocalServer().start()


def test_old_java_is_reported_with_a_remedy(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(own_folder())
    java = home / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", f"{home}{os.pathsep}/bin")
    with pytest.raises(EngineError, match=r"Detected java 11.*Java >= 17.*install Java 17"):
        local.LocalServer().start()


@pytest.fixture
def releases() -> Iterator[tuple[str, str, list[str]]]:
    """A server that offers a tiny release: its address, the checksum, the requests it got."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(f"LanguageTool-6.8/{JAR}", b"jar")
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(content.getvalue())

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    checksum = hashlib.sha256(content.getvalue()).hexdigest()
    yield f"http://127.0.0.1:{server.server_port}/", checksum, asked
    server.shutdown()
    thread.join()
    server.server_close()


def test_only_an_explicit_yes_downloads(
    home: Path, releases: tuple[str, str, list[str]], tmp_path: Path
) -> None:
    url, checksum, asked = releases
    place = {
        "LTP_DOWNLOAD_HOST_NEW_RELEASES": url,
        "LTP_DOWNLOAD_SHA256": checksum,
        "NO_PROXY": "127.0.0.1",
    }
    article = tmp_path / "a.txt"
    article.write_text("All is well in this town.\n")
    checked = copylint("check", "--grammar", "languagetool", str(article), **place)
    assert checked.returncode == 0
    assert "copylint languagetool install" in checked.stderr
    unasked = copylint("languagetool", "install", **place)
    assert unasked.returncode == 2
    assert "259 MB" in unasked.stdout and "--yes" in unasked.stderr
    assert copylint("languagetool", "status", **place).returncode == 2
    assert asked == []

    spoiled = copylint(
        "languagetool", "install", "--yes", **{**place, "LTP_DOWNLOAD_SHA256": "0" * 64}
    )
    assert spoiled.returncode == 2
    assert "checksum" in spoiled.stderr and "Traceback" not in spoiled.stderr
    done = copylint("languagetool", "install", "--yes", **place)
    assert done.returncode == 0, done.stderr
    assert find_jars() == own_folder() / "LanguageTool-6.8"
    assert asked == ["/LanguageTool-6.8.zip"] * 2
