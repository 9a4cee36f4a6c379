"""Re-run the known attacks of a hostile submission on installed commands, and print a table.

    python tools/attacks.py copylint [OTHER-COPYLINT]

runs every attack with each command as it is, and where the command knows ``--untrusted`` with
that and the base's configuration. A cell says whether the attack HELD off or FELL through, with
seconds on the clock and the peak of memory.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

_SECONDS, _MEMORY = 20, 3 << 30
_STORY = "They recieved the the letter on Monday.\n"
_SECRET = "token-abc123"


class Ran(NamedTuple):
    """What a command did."""

    code: int
    text: str
    seconds: float
    megabytes: float
    place: Path

    @property
    def is_found(self) -> bool:
        """Whether the mistakes of the story were reported and the job is red."""
        return "recieved" in self.text and self.code in (1, 2)


class Attack(NamedTuple):
    """An attack: what a submission holds, how the command is called, when it has been held off."""

    name: str
    make: Callable[[Path], None]
    held: Callable[[Ran], bool]
    words: tuple[str, ...] = ("articles",)
    variables: tuple[tuple[str, str], ...] = ()
    command: str = "check"


def _write(name: str, text: str) -> Callable[[Path], None]:
    def make(place: Path) -> None:
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return make


def _link(name: str, to: str) -> Callable[[Path], None]:
    return lambda place: (place / name).symlink_to(to.replace("OUTSIDE", str(place.parent)))


def _all(*makers: Callable[[Path], None]) -> Callable[[Path], None]:
    def make(place: Path) -> None:
        for each in makers:
            each(place)

    return make


def _fifo(name: str) -> Callable[[Path], None]:
    return lambda place: os.mkfifo(place / name)


def _pack(pattern: str, text: str) -> Callable[[Path], None]:
    rule = f"extends: existence\nmessage: x\nlevel: error\nraw:\n  - '{pattern}'\n"
    config = _write("articles/copylint.toml", 'packs = ["p"]\n')
    return _all(config, _write("articles/p/R.yml", rule), _write("articles/b.md", text))


def _unread(place: Path) -> None:
    (place / "articles/bad\n::error::pwn.md").write_bytes(b"\xff\xfe\xff")


def _monitor(place: Path) -> None:
    program = place.parent / "pay.sh"
    program.write_text(f'#!/bin/sh\ntouch "{place.parent}/was-run"\n')
    program.chmod(0o755)
    _git(place, "config", "core.fsmonitor", str(program))


def _no_secret(ran: Ran) -> bool:
    return _SECRET not in ran.text


def _no_command(ran: Ran) -> bool:
    lines = ran.text.splitlines()
    return not any(line.lstrip().startswith(("::add-mask", "::error::pwn")) for line in lines)


def _left_over(place: Path) -> None:
    (place / "articles/.a.md.copylint-0123abcd").write_bytes(b"")


def _cache(place: Path) -> None:
    folder = place.parent / "cache" / "copylint"
    folder.mkdir(parents=True)
    folder.chmod(0o777)


_TREE = "articles"
_ACTIONS = (("GITHUB_ACTIONS", "true"),)
ATTACKS = (
    Attack("1 configuration", _write("articles/copylint.toml", 'ignore = ["all"]\n'), lambda r: r.is_found),  # noqa: E501
    Attack("2 ignore file", _write("articles/.copylintignore", "*\n"), lambda r: r.is_found),
    Attack("3 suppression", _write("articles/a.md", "<!-- copylint-disable-file -->\n" + _STORY), lambda r: r.is_found),  # noqa: E501
    Attack("4 ignore file /dev/zero", _link("articles/.copylintignore", "/dev/zero"), lambda r: r.is_found),  # noqa: E501
    Attack("4 ignore file FIFO", _fifo("articles/.copylintignore"), lambda r: r.is_found),
    Attack("5 pattern", _pack("(?:a|a){40}b", "They met " + "a" * 60 + "! bbb.\n"), lambda r: r.is_found),  # noqa: E501
    Attack("6 compilation", _pack("(?:(?:(?:a{1000}){1000}){1000}){1000}", "aaa\n"), lambda r: r.is_found),  # noqa: E501
    Attack("7 server", lambda place: None, lambda r: "was asked" not in r.text),
    Attack("8 configuration link", _link("articles/copylint.toml", "OUTSIDE/secret"), _no_secret),
    Attack("9 article link", _link("articles/leak.txt", "OUTSIDE/secret"), _no_secret),
    Attack("9 /proc/kmsg", _link("articles/k.md", "/proc/kmsg"), lambda r: r.is_found),
    Attack("10 name on stderr", _unread, _no_command),
    Attack("11 ##[ in a name", _write("articles/##[stop-commands]t.md", _STORY * 9), lambda r: "##[" not in r.text, ("--format", "github", "articles"), _ACTIONS),  # noqa: E501
    Attack("12 :: in a line", _write("articles/b.md", "::add-mask::Quist They recieved it.\n"), _no_command, ("articles",), _ACTIONS),  # noqa: E501
    Attack("13 report link", _link("copylint.sarif", "OUTSIDE/precious"), lambda r: (r.place.parent / "precious").read_text() == "precious", ("articles", "--output", "sarif=copylint.sarif")),  # noqa: E501
    Attack("14 names like options", _all(_write("--config=evil.md", "x\n"), _write("evil.md", 'ignore = ["all"]\n')), lambda r: r.code != 0, ("--config=evil.md", "evil.md", "articles/a.md")),  # noqa: E501
    Attack("15 fsmonitor", _monitor, lambda r: not (r.place.parent / "was-run").exists(), ("--since", "base", "articles")),  # noqa: E501
    Attack("16 homoglyph", _write("articles/b.md", "The re\u0441ieved post is here.\n"), lambda r: "b.md" in r.text),  # noqa: E501
    Attack("17 unread text", _write("articles/b.html", '<p translate="no">Teh teh pier was teh shut.</p>\n'), lambda r: "b.html" in r.text),  # noqa: E501
    Attack("18 glob", _all(_write("articles/.copylintignore", "*a" * 20 + "*b\n"), _write("articles/" + "a" * 200 + ".md", "x\n")), lambda r: r.is_found),  # noqa: E501
    Attack("19 cache of others", _cache, lambda r: not list((r.place.parent / "cache/copylint").iterdir()), ("articles",), (("XDG_CACHE_HOME", "CACHE"),)),  # noqa: E501
    Attack("21 mention", _write("articles/@octocat.md", _STORY), lambda r: "&#64;octocat" not in r.text and "@octocat" not in r.text, ("--format", "markdown", "articles")),  # noqa: E501
    Attack("22 FIFO of words", _all(_write("articles/copylint.toml", 'vocabulary.accept = ["w"]\n'), _fifo("articles/w")), lambda r: r.code in (1, 2)),  # noqa: E501
    Attack("23 bidi in JSON", _write("articles/\u202eb.md", _STORY), lambda r: "\u202e" not in r.text, ("--format", "json", "articles")),  # noqa: E501
    Attack("24 left-over file", _left_over, lambda r: not (r.place / "articles/.a.md.copylint-0123abcd").exists(), ("articles",), (), "fix"),  # noqa: E501
)  # fmt: skip


def _git(place: Path, *words: str) -> None:
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    subprocess.run(["git", *identity, *words], cwd=place, check=True, capture_output=True)


def _placed(attack: Attack, folder: Path) -> Path:
    place = folder / "place"
    (place / _TREE).mkdir(parents=True)
    (place / "copylint.toml").write_text('deep = "never"\n')
    _git(place, "init", "-q", "-b", "main")
    _git(place, "add", ".")
    _git(place, "commit", "-qm", "base")
    _git(place, "branch", "base")
    (folder / "secret").write_text(f"The mayor with {_SECRET} met the the council on Monday.\n")
    (folder / "precious").write_text("precious")
    (place / _TREE / "a.md").write_text(_STORY)
    attack.make(place)
    return place


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def run(command: str, attack: Attack, *, untrusted: bool) -> Ran:
    """Run one attack on a command."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        place = _placed(attack, folder)
        server = _Server() if attack.name.startswith("7") else None
        if server:
            config = f'grammar = ["languagetool"]\n[languagetool]\nurl = "{server.url}"\n'
            (place / _TREE / "copylint.toml").write_text(config)
        words = [command, attack.command, *attack.words]
        if untrusted:
            words[2:2] = ["--untrusted", "--config-from", "base"]
        cache = str(folder / "cache")
        variables = {key: value.replace("CACHE", cache) for key, value in attack.variables}
        environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "own"), **variables}
        began = time.monotonic()
        process = subprocess.Popen(
            words, cwd=place, env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            preexec_fn=_limit, start_new_session=True,
        )  # fmt: skip
        timer = threading.Timer(_SECONDS, os.killpg, (process.pid, 9))
        timer.start()
        assert process.stdout is not None
        text = process.stdout.read().decode("utf-8", "surrogateescape")
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = code = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - began
        if server:
            text += "was asked" if server.asked else ""
        ran = Ran(code, text, seconds, usage.ru_maxrss / 1000, place)
        held = code >= 0 and "Traceback" not in text and attack.held(ran)
        return ran._replace(text="HELD" if held else "FELL")


class _Server:
    """A listener on the loopback interface that notes whether anybody asks it."""

    def __init__(self) -> None:
        self.asked = False
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            self.asked = True
            connection.close()


def main() -> None:
    """Print the table."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    columns = []
    for command in sys.argv[1:]:
        path = shutil.which(command) or command
        told = subprocess.run([path, "check", "--help"], capture_output=True, text=True, check=True)
        columns.append((path, False))
        if "--untrusted" in told.stdout:
            columns.append((path, True))
    titles = [f"{Path(path).parents[1].name}{' --untrusted' if u else ''}" for path, u in columns]
    sys.stdout.write(f"| attack | {' | '.join(titles)} |\n|{' --- |' * (len(titles) + 1)}\n")
    rows = []
    for attack in ATTACKS:
        cells = []
        for path, untrusted in columns:
            if untrusted and attack.command != "check":
                cells.append("")
                continue
            ran = run(path, attack, untrusted=untrusted)
            cells.append(f"{ran.text} {ran.seconds:.1f} s {ran.megabytes:.0f} MB")
            rows.append({"attack": attack.name, "command": path, "untrusted": untrusted, "held": ran.text == "HELD", "seconds": ran.seconds, "megabytes": ran.megabytes})  # fmt: skip  # noqa: E501
        sys.stdout.write(f"| {attack.name} | {' | '.join(cells)} |\n")
        sys.stdout.flush()
    if os.environ.get("ATTACKS_JSON"):
        Path(os.environ["ATTACKS_JSON"]).write_text(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
