"""The GitHub action's check: from its inputs to a command line, and from reports to outputs.

Inputs come as variables ``INPUT_…``, so that none can be a command. Only the standard library is
used, and nothing is passed to a shell. Exits with copylint's code: 0 without findings, 1 with, 2 if
something could not be checked.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from secrets import token_hex
from typing import Any, NoReturn

COPYLINT = [sys.executable, "-P", "-m", "copylint"]
REPORTS = "copylint-reports"


def main() -> int:
    """Check, write the outputs, and return the exit code."""
    base = base_branch()
    untrusted = choice("untrusted", auto=bool(base))
    since = bool(base) and choice("changed-only")
    fetch_base(base, needs_history=since, needs_tree=untrusted)
    reports = report_files()
    options = [
        *words("args"),
        *value("config", "--config"),
        *value("baseline", "--baseline"),
        *("--format", "github", "--fail-on", given("fail-on")),
        *(part for form, path in reports for part in ("--output", f"{form}={path}")),
    ]
    if since:
        options += ["--since", base]
    if untrusted:
        named = any(each == "--isolated" or each.startswith("--config") for each in options)
        options += ["--untrusted"] if named or not base else ["--untrusted", "--config-from", base]
    code = run([*COPYLINT, "check", *options, "--", *paths()])
    output("exit-code", str(code))
    tell(reports)
    return code


def given(name: str) -> str:
    """The value of an input."""
    return os.environ.get("INPUT_" + name.upper().replace("-", "_"), "").strip()


def lines(name: str) -> list[str]:
    """The lines of an input that hold anything."""
    return [line.strip() for line in given(name).splitlines() if line.strip()]


def words(name: str) -> list[str]:
    """The words of an input; quotation marks keep spaces, and nothing else is special."""
    found: list[str] = []
    for line in lines(name):
        lexer = shlex.shlex(line, posix=True, punctuation_chars=False)
        lexer.whitespace_split = True
        lexer.commenters = ""
        # A backslash is a letter of a path in Windows.
        lexer.escape = ""
        try:
            found += lexer
        except ValueError:
            fail(f"a quotation mark in '{name}' is not closed")
    return found


def paths() -> list[str]:
    """One path a line; a single line may hold several."""
    listed = lines("paths")
    return (listed if len(listed) > 1 else words("paths")) or ["."]


def choice(name: str, *, auto: bool | None = None) -> bool:
    """An input that is true or false, or ``auto`` if that means something."""
    text = given(name).lower()
    if text == "auto" and auto is not None:
        return auto
    if text not in ("true", "false"):
        allowed = "auto, true or false" if auto is not None else "true or false"
        fail(f"'{name}' must be {allowed}, not '{text}'")
    return text == "true"


def value(name: str, option: str) -> list[str]:
    """``option`` with the value of an input, if it has one."""
    return [option, given(name)] if given(name) else []


def report_files() -> list[tuple[str, Path]]:
    """The formats to write and their files: what was asked for, and what the outputs need."""
    folder = Path(os.environ["RUNNER_TEMP"]) / REPORTS
    folder.mkdir(exist_ok=True)
    found: list[tuple[str, Path]] = []
    for line in lines("format"):
        form, named, path = line.partition("=")
        form = form.strip()
        found.append((form, Path(path.strip()) if named else folder / f"copylint.{form}"))
    if given("sarif"):
        found.append(("sarif", Path(given("sarif"))))
    found.append(("json", folder / "findings.json"))
    if choice("suggest"):
        found.append(("review", folder / "review.json"))
    for _, file in found:
        file.unlink(missing_ok=True)  # of an earlier step
    return found


def base_branch() -> str:
    """The branch that a pull request is for, as git names it; empty outside pull requests."""
    name = os.environ.get("GITHUB_BASE_REF", "")
    return f"refs/remotes/origin/{name}" if name else ""


def fetch_base(base: str, *, needs_history: bool, needs_tree: bool) -> None:
    """Fetch what a shallow checkout lacks of the base branch."""
    if not base:
        return
    branch = base.removeprefix("refs/remotes/origin/")
    wanted = [f"+refs/heads/{branch}:{base}"]
    if needs_history and not git("merge-base", base, "HEAD"):
        shallow = git("rev-parse", "--is-shallow-repository") == "true"
        depth = ["--unshallow"] if shallow else []
        head = os.environ.get("GITHUB_REF", "")
        fetch(*depth, "origin", *wanted, *([head] if head else []))
    elif needs_tree and not git("rev-parse", "--quiet", "--verify", f"{base}^{{commit}}"):
        fetch("--depth=1", "origin", *wanted)


def fetch(*arguments: str) -> None:
    """Have git fetch, or fail."""
    if run(["git", "fetch", "--quiet", "--no-tags", *arguments]):
        fail("the base branch cannot be fetched; check out with fetch-depth: 0")


def git(*arguments: str) -> str:
    """What git answers; empty if it fails."""
    done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def run(command: list[str]) -> int:
    """The exit code of a command, which prints where this does."""
    sys.stdout.flush()
    return subprocess.run(command, check=False).returncode


def tell(reports: list[tuple[str, Path]]) -> None:
    """The outputs that say what was found and where the reports are."""
    written = {form: str(path) for form, path in reports if path.is_file()}
    for form in ("json", "sarif", "review"):
        output(form, written.get(form, ""))
    output("reports", "\n".join(str(path) for _, path in reports if path.is_file()))
    findings: list[dict[str, Any]] = []
    if "json" in written:
        findings = json.loads(Path(written["json"]).read_text("utf-8"))["findings"]
    output("findings", str(len(findings)))
    for severity in ("error", "warning", "suggestion"):
        count = sum(finding["severity"] == severity for finding in findings)
        output(f"{severity}s", str(count))
    output("fixable", str(sum(finding["fix"] == "safe" for finding in findings)))


def output(name: str, text: str) -> None:
    """Set an output of the step; no text can end it early or begin another."""
    mark = token_hex(16)
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as file:
        file.write(f"{name}<<{mark}\n{text}\n{mark}\n")


def fail(message: str) -> NoReturn:
    """End the step with a message at its top."""
    shown = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    print(f"::error title=copylint::{shown}", flush=True)
    output("exit-code", "2")
    raise SystemExit(2)


if __name__ == "__main__":
    raise SystemExit(main())
