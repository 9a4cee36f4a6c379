"""The GitHub action: its script, run as a runner would run it."""

from __future__ import annotations

import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
CHECK = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")

pytestmark = pytest.mark.skipif(
    os.name == "nt" or shutil.which("bash") is None, reason="needs bash"
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    program = tmp_path / "runner" / "copylint" / "bin" / "python"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    program.chmod(0o755)
    work = tmp_path / "work"
    work.mkdir()
    return work


def run_step(step: dict[str, Any], place: Path, given: dict[str, str]) -> Any:
    """Run a step as a runner does, with ``given`` in the place of its expressions."""
    variables = {
        name: re.sub(r"\$\{\{ (.*?) \}\}", lambda found: given[found[1]], value)
        for name, value in step["env"].items()
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=place,
        env={
            **os.environ,
            **variables,
            "RUNNER_TEMP": str(place.parent / "runner"),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(place.parent / "outputs"),
            "GITHUB_STEP_SUMMARY": str(place.parent / "summary"),
            **{name: value for name, value in given.items() if name.isupper()},
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def inputs_of(given: dict[str, str]) -> dict[str, str]:
    """The expressions that the runner replaces, defaults filled in, and plain variables."""
    found = {f"inputs.{name}": spec.get("default", "") for name, spec in ACTION["inputs"].items()}
    for name, value in given.items():
        found[name if name.isupper() else f"inputs.{name.replace('_', '-')}"] = value
    return found


def outputs_of(place: Path) -> dict[str, str]:
    """The outputs that a step has set, which are then forgotten."""
    file = place.parent / "outputs"
    text = file.read_text()
    file.unlink()
    return {
        name: value for name, _, value in re.findall(r"(\S+)<<(\w+)\n(.*?)\n\2\n", text, re.DOTALL)
    }


LAST: dict[str, str] = {}


def run(place: Path, **inputs: str) -> tuple[int, str, str]:
    given = {"runner.temp": str(place.parent / "runner"), **inputs_of(inputs)}
    done = run_step(CHECK, place, given)
    LAST.clear()
    LAST.update(outputs_of(place))
    assert LAST["exit-code"] == str(done.returncode)
    summary = place.parent / "summary"
    return done.returncode, done.stdout, summary.read_text() if summary.exists() else done.stderr


def test_every_input_is_described_and_used() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    for name, spec in ACTION["inputs"].items():
        assert spec["description"].strip()
        assert f"inputs.{name}" in text
    assert all("${{" not in step.get("run", "") for step in ACTION["runs"]["steps"])


def test_findings_are_annotations_a_summary_and_sarif(place: Path) -> None:
    (place / "a b.md").write_text("The the ferry left at noon.\n")
    code, out, summary = run(place, sarif="copylint.sarif")
    assert code == 1
    assert out.startswith("::warning file=a b.md,line=1,")
    assert "#### a b.md" in summary
    assert (place / "copylint.sarif").read_text().startswith("{")


def test_inputs_are_not_interpreted_as_commands(place: Path) -> None:
    (place / "a.md").write_text("A fair copy.\n")
    code, _, _ = run(place, paths='$(touch broken) ;touch"broken" a.md', fail_on="never")
    assert code == 2  # no such files
    assert not (place / "broken").exists()


def test_pull_request_reports_new_findings_only(place: Path) -> None:
    def git(*words: str) -> None:
        identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        subprocess.run(["git", *identity, *words], cwd=place, check=True, capture_output=True)

    (place / "old.md").write_text("The the ferry left at noon.\n")
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "before")
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    (place / "new.md").write_text("It came came back.\n")
    git("add", ".")
    git("commit", "-qm", "after")
    code, out, _ = run(place, GITHUB_BASE_REF="main")
    assert code == 1
    assert "file=new.md" in out and "old.md" not in out
    code, out, _ = run(place, GITHUB_BASE_REF="main", changed_only="false")
    assert "file=new.md" in out and "file=old.md" in out


def test_paths_are_one_a_line_or_words_with_quotes(place: Path) -> None:
    for name in ("my articles/a b.md", "letters/c.md", "-d.md"):
        path = place / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("The the ferry left at noon.\n")
    lines = "\n  my articles\n  letters\n  -d.md\n\n"
    one_line = "'my articles' \"letters\" -d.md"
    for paths in (lines, one_line):
        code, out, _ = run(place, paths=paths)
        assert code == 1
        found = re.findall(r"^::warning file=([^,]*),", out, re.MULTILINE)
        assert sorted(found) == ["-d.md", "letters/c.md", "my articles/a b.md"]


def test_args_may_be_several_lines_and_hold_quotes(place: Path) -> None:
    (place / "a.inc").write_text("<p>The the ferry left at noon.</p>\n")
    args = "--select duplicates\n--format-of '*.inc=html'\n"
    code, out, _ = run(place, paths="a.inc", args=args)
    assert (code, out.count("::warning")) == (1, 1)
    code, out, _ = run(place, paths="a.inc", args="--select 'duplicates")
    assert (code, out) == (2, "::error title=copylint::a quotation mark in 'args' is not closed\n")


def pull_request(place: Path) -> Path:
    """A shallow checkout, as a runner has it, of a branch that a stranger has sent."""
    origin = place.parent / "origin"
    origin.mkdir()

    def git(*words: str, cwd: Path = origin) -> None:
        identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        subprocess.run(["git", *identity, *words], cwd=cwd, check=True, capture_output=True)

    (origin / "old.md").write_text("The the ferry left at noon.\n")
    (origin / "copylint.toml").write_text('vocabulary.accept = ["words.txt"]\n')
    (origin / "words.txt").write_text("wierd\n")
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "before")
    for number in range(3):
        git("commit", "-qm", f"main {number}", "--allow-empty")
    git("checkout", "-qb", "pull")
    (origin / "new.md").write_text("<!-- copylint-disable-file -->\nThe wierd ferry came came.\n")
    (origin / "copylint.toml").write_text('ignore = ["all"]\n')
    (origin / ".copylintignore").write_text("*\n")
    git("add", ".")
    git("commit", "-qm", "evil")
    git("config", "uploadpack.allowAnySHA1InWant", "true")
    checkout = place.parent / "checkout"
    url = origin.as_uri()
    git("clone", "-q", "--depth=1", "--branch=pull", url, str(checkout), cwd=place)
    return checkout


def test_a_hostile_pull_request_is_checked_by_the_rules_of_its_base(place: Path) -> None:
    checkout = pull_request(place)
    pull = {"GITHUB_BASE_REF": "main", "GITHUB_REF": "refs/heads/pull"}
    code, out, _ = run(checkout, untrusted="false", **pull)
    assert (code, "::warning" in out) == (0, False)
    shutil.rmtree(checkout)
    shutil.rmtree(place.parent / "origin")
    checkout = pull_request(place)
    code, out, _ = run(checkout, **pull)
    assert code == 1
    assert re.findall(r"^::warning file=([^,]*),", out, re.MULTILINE) == ["new.md"]
    assert "'came' is doubled" in out


def test_all_of_a_hostile_pull_request_is_checked(place: Path) -> None:
    code, out, _ = run(pull_request(place), changed_only="false", GITHUB_BASE_REF="main")
    assert code == 1
    assert re.findall(r"^::warning file=([^,]*),", out, re.MULTILINE) == ["new.md", "old.md"]


def test_a_base_that_cannot_be_fetched_does_not_pass(place: Path) -> None:
    checkout = pull_request(place)
    shutil.rmtree(place.parent / "origin")
    code, out, _ = run(checkout, GITHUB_BASE_REF="main")
    assert code == 2
    assert "the base branch cannot be fetched" in out


def test_the_outputs_count_and_say_where_the_reports_are(place: Path) -> None:
    (place / "a.md").write_text("The ferry left at at noon. The reel danced qiuckly.\n")
    code, _, _ = run(place, format="html\njunit = my report.xml\n", suggest="true")
    assert code == 1
    counts = [LAST[name] for name in ("findings", "errors", "warnings", "suggestions", "fixable")]
    assert counts == ["2", "1", "1", "0", "1"]
    paths = LAST["reports"].splitlines()
    names = [Path(path).name for path in paths]
    assert names == ["copylint.html", "my report.xml", "findings.json", "review.json"]
    assert all((place / path).is_file() for path in paths)
    assert (place / "my report.xml").read_text().startswith("<?xml")
    assert LAST["sarif"] == ""


def test_a_usage_error_leaves_nothing_to_upload(place: Path) -> None:
    (place / "a.md").write_text("A fair copy.\n")
    code, _, error = run(place, args="--no-such-option", sarif="copylint.sarif", suggest="true")
    assert code == 2
    assert "there is no option '--no-such-option'" in error
    names = ("sarif", "review", "json", "reports")
    assert [LAST[name] for name in names] == ["", "", "", ""]
    upload = ACTION["runs"]["steps"][-1]
    assert "upload-sarif@v4" in upload["uses"]
    assert upload["if"] == "always() && steps.check.outputs.sarif != ''"


def test_a_report_of_an_earlier_step_is_not_taken_for_one_of_this(place: Path) -> None:
    (place / "a.md").write_text("The ferry left at at noon.\n")
    run(place, sarif="copylint.sarif")
    assert LAST["sarif"] == "copylint.sarif"
    run(place, sarif="copylint.sarif", args="--no-such-option")
    assert LAST["sarif"] == ""


def test_a_configuration_and_a_baseline_are_named(place: Path) -> None:
    (place / "a.md").write_text("The ferry left at at noon. The reel danced qiuckly.\n")
    (place / "my house.toml").write_text('ignore = ["spelling"]\n')
    code, _, _ = run(place, config="my house.toml")
    assert (code, LAST["findings"], LAST["warnings"]) == (1, "1", "1")
    command = [sys.executable, "-m", "copylint", "baseline", "--isolated", "-q", "a.md"]
    subprocess.run(command, cwd=place, check=True, capture_output=True)
    code, _, _ = run(place, paths="a.md", baseline="copylint-baseline.json")
    assert (code, LAST["findings"]) == (0, "0")


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"untrusted": "maybe"}, "'untrusted' must be auto, true or false, not 'maybe'"),
        ({"changed_only": "no", "GITHUB_BASE_REF": "main"}, "'changed-only' must be true or false"),
        ({"paths": "'a.md"}, "a quotation mark in 'paths' is not closed"),
    ],
)
def test_an_input_that_makes_no_sense_is_named(
    place: Path, inputs: dict[str, str], message: str
) -> None:
    code, out, _ = run(place, **inputs)
    assert code == 2
    assert out.startswith(f"::error title=copylint::{message}")


def test_no_module_of_the_checkout_is_imported(place: Path) -> None:
    (place / "a.md").write_text("A fair copy.\n")
    for name in ("json.py", "copylint.py", "typer.py", "shlex.py"):
        (place / name).write_text("raise SystemExit('taken over')\n")
    code, _, _ = run(place, paths="a.md")
    assert code == 0


def test_an_output_cannot_be_forged(place: Path) -> None:
    (place / "a.md").write_text("A fair copy.\n")
    run(place, paths="a.md", format="json=x\nfindings<<A\n99\nA")
    assert LAST["findings"] == "0"


class GitHub:
    """As much of GitHub's API as posting a review takes, on this machine."""

    def __init__(self, refusal: int = 0) -> None:
        self.reviews: list[dict[str, Any]] = []
        self.tokens: set[str] = set()
        github = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self, code: int, body: object) -> None:
                data = json.dumps(body).encode()
                self.send_response(code)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def do_GET(self) -> None:
                github.tokens.add(self.headers["Authorization"])
                assert self.path == "/repos/desk/news/pulls/7/comments?per_page=100&page=1"
                self.answer(200, [each for review in github.reviews for each in review["comments"]])

            def do_POST(self) -> None:
                assert self.path == "/repos/desk/news/pulls/7/reviews"
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                if not refusal:
                    github.reviews.append(body)
                self.answer(refusal or 200, {})

            def log_message(self, *_: object) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def suggested(place: Path, github: GitHub, times: int) -> Any:
    """Run the step that suggests changes, in a pull request that changes one line of forty."""

    def git(*words: str) -> str:
        identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        done = subprocess.run(
            ["git", *identity, *words], cwd=place, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    lines = [f"Line {number} is fair copy.\n\n" for number in range(20)]
    lines[15] = "The the gulls of old are loud.\n\n"
    (place / "a ü.md").write_text("".join(lines), encoding="utf-8")
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "before")
    base = git("rev-parse", "HEAD")
    lines[2] = "The ferry left at at noon.\n\n"
    (place / "a ü.md").write_text("".join(lines), encoding="utf-8")
    git("commit", "-qam", "after")
    run(place, suggest="true")
    request = {"number": 7, "base": {"sha": base}, "head": {"sha": git("rev-parse", "HEAD")}}
    event = place.parent / "event.json"
    event.write_text(json.dumps({"pull_request": request}))
    step = next(each for each in ACTION["runs"]["steps"] if each.get("name") == "Suggest changes")
    given = {
        "inputs.token": "secret",
        "steps.check.outputs.review": LAST["review"],
        "GITHUB_API_URL": github.address,
        "GITHUB_EVENT_PATH": str(event),
        "GITHUB_REPOSITORY": "desk/news",
    }
    return [run_step(step, place, given) for _ in range(times)]


def test_corrections_are_suggested_at_the_lines_that_the_request_shows(place: Path) -> None:
    github = GitHub()
    first, second = suggested(place, github, 2)
    github.close()
    assert first.stdout == "::notice title=copylint::suggested 1 of 2 corrections\n", first.stderr
    assert github.tokens == {"Bearer secret"}
    assert len(github.reviews) == 1, "what is suggested already is not suggested again"
    review = github.reviews
    assert (review[0]["event"], len(review[0]["commit_id"])) == ("COMMENT", 40)
    (comment,) = review[0]["comments"]
    assert (comment["path"], comment["line"], comment["side"]) == ("a ü.md", 5, "RIGHT")
    assert comment["body"].endswith("```suggestion\nThe ferry left at noon.\n```")
    assert "no new changes to suggest" in second.stdout


@pytest.mark.parametrize("code", [403, 500])
def test_a_token_that_may_not_write_is_a_notice(place: Path, code: int) -> None:
    github = GitHub(refusal=code)
    (first,) = suggested(place, github, 1)
    github.close()
    assert first.returncode == 0
    assert "::notice title=copylint::changes are not suggested" in first.stdout
    assert str(code) in first.stdout
