"""LanguageTool itself, if its jars are found: ``tools/fetch_languagetool.py`` gets them.

All tests of this file share one server; those about its end start one more each.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from copylint.analysis.article import Article
from copylint.config.schema import Config
from copylint.core.errors import EngineError
from copylint.core.finding import Match
from copylint.engines.harper import HarperSession
from copylint.engines.languagetool.engine import LanguageToolEngine
from copylint.engines.languagetool.jars import find_jars
from copylint.runner.pipeline import run
from copylint.runner.result import Input

Make = Callable[..., Article]
# Generous, since other work may share the machine.
PATIENCE = 240.0


def look() -> tuple[str, str]:
    """The folder of the jars, or why there is none to use."""
    if shutil.which("java") is None:
        return "", "Java is not installed"
    try:
        return str(find_jars()), ""
    except EngineError as error:
        return "", str(error)


JARS, WHY_NOT = look()
pytestmark = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)
SETTINGS = {"timeout": PATIENCE}


@pytest.fixture(autouse=True)
def jars(cache_home: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The jars may be in the user's cache folder, which tests replace with their own."""
    monkeypatch.setenv("LTP_JAR_DIR_PATH", JARS)


def servers() -> set[int]:
    """The LanguageTool servers in the process table."""
    found = set()
    for process in psutil.process_iter():
        try:
            if "org.languagetool.server.HTTPServer" in process.cmdline():
                found.add(process.pid)
        except psutil.Error:
            pass
    return found


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[LanguageToolEngine, str]]:
    before = servers()
    engine = LanguageToolEngine()
    address = engine.start(SETTINGS)
    assert len(servers() - before) == 1
    yield engine, address
    engine.stop()
    assert servers() - before == set()
    engine.stop()


def grammar(server: tuple[LanguageToolEngine, str], read: list[Article]) -> list[list[Match]]:
    engine, address = server
    return engine.connect(address, SETTINGS).check(read)


SAMPLE = (
    "😀 Each of the players have a locker.\n\n"
    "She 😀 is used to work at night, and enjoys to swim in 😀😀 the river every days.\n\n"
    "The mayor has less friends than he did had last year.\n"
)


def test_finds_errors_at_exact_places(
    server: tuple[LanguageToolEngine, str], article: Make
) -> None:
    read = article(SAMPLE)
    (theirs,) = grammar(server, [read])
    (harper,) = HarperSession().check([read])
    only = {
        (read.document.slice(match.span), match.rule.removeprefix("languagetool."))
        for match in theirs
        if not any(match.span.overlaps(other.span) for other in harper)
    }
    assert ("days", "EVERY_EACH_SINGULAR") in only
    assert len(only) >= 2
    for match in theirs:
        assert match.message
        assert len(match.replacements) <= 5
    (days,) = (match for match in theirs if match.rule.endswith("EVERY_EACH_SINGULAR"))
    assert days.span.start == read.text.index("days")
    assert days.replacements[0] == "day"


def test_noisy_rules_are_silent(server: tuple[LanguageToolEngine, str], article: Make) -> None:
    noisy = (
        'However the teh  man , from kyiv, was  "happy" and he is a honest man man. In order to '
        "be absolutely sure, he waited at the car-park."
    )
    read = article(noisy)
    assert grammar(server, [read]) == [[]]
    engine, address = server
    loud = {**SETTINGS, "enable": ("MORFOLOGIK_RULE_EN_GB",)}
    (matches,) = engine.connect(address, loud).check([read])
    assert "teh" in {read.document.slice(match.span) for match in matches}


def test_workers_share_the_server(server: tuple[LanguageToolEngine, str], tmp_path: Path) -> None:
    files = []
    for number in range(3):
        path = tmp_path / f"{number}.txt"
        path.write_text("😀 The ferry leaves every days.\n")
        files.append(Input(str(path)))
    config = Config(
        grammar=("languagetool",),
        select=("languagetool",),
        engines={"languagetool": {"url": server[1], "timeout": PATIENCE}},
    )
    before = servers()
    results = [run(files, config, jobs=jobs) for jobs in (1, 2)]
    assert servers() == before
    for result in results:
        assert [finding.text for finding in result.findings] == ["days"] * 3
        assert result.engine_errors == []


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["ctrl-c", "sigterm"]
)
def test_no_server_outlives_an_interrupted_run(
    number: signal.Signals, code: int, tmp_path: Path
) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Each of the players have a locker and wait for the whistle.\n\n" * 3000)
    before = servers()
    command = [sys.executable, "-m", "copylint", "check", "--isolated", "--grammar", "languagetool"]
    running = subprocess.Popen(
        [*command, str(article)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        # Its own child, and past its start: it has a port that listens.
        until(lambda: any(listens(pid) for pid in servers() - before) or running.poll() is not None)
        assert running.poll() is None
        time.sleep(0.5)
        running.send_signal(number)
        _, told = running.communicate(timeout=PATIENCE)
    finally:
        running.kill()
    assert running.returncode == code, told
    assert "Traceback" not in told
    assert servers() - before == set()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_no_server_outlives_an_interrupted_start(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Each of the players have a locker.\n")
    before = servers()
    command = [sys.executable, "-m", "copylint", "check", "--isolated", "--grammar", "languagetool"]
    running = subprocess.Popen([*command, str(article)], stderr=subprocess.PIPE, text=True)
    try:
        until(lambda: bool(servers() - before))
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=PATIENCE)
    finally:
        running.kill()
    assert running.returncode == 130
    assert servers() - before == set()


def test_a_whole_run_on_the_command_line_leaves_no_server(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("😀 The ferry leaves every days.\n")
    before = servers()
    command = [sys.executable, "-m", "copylint", "check", "--isolated", "--grammar", "languagetool"]
    done = subprocess.run(
        [*command, "--select", "languagetool", "--format", "jsonl", str(article)],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 1, done.stderr
    (finding,) = [json.loads(line) for line in done.stdout.splitlines() if '"rule"' in line]
    assert finding["rule"] == "languagetool.EVERY_EACH_SINGULAR"
    assert SAMPLE[:1] + " The ferry leaves every days."[: finding["end"] - 1] == (
        "😀 The ferry leaves every days"
    )
    assert servers() - before == set()


def test_jars_that_do_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "languagetool-server.jar").write_bytes(b"no jar at all")
    monkeypatch.setenv("LTP_JAR_DIR_PATH", str(tmp_path))
    before, threads = servers(), threading.active_count()
    engine = LanguageToolEngine()
    with pytest.raises(
        EngineError, match="the server exited immediately with code 1: Error: Could not"
    ):
        engine.start(SETTINGS)
    engine.stop()
    assert servers() == before
    assert threading.active_count() == threads


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def listens(pid: int) -> bool:
    try:
        connections = psutil.Process(pid).net_connections("tcp")
    except psutil.Error:
        return False
    return any(each.status == psutil.CONN_LISTEN for each in connections)
