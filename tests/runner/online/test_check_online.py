"""``check --online`` from the command line, against a site on this computer."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from local_site import Site

from copylint.cli.main import main


@pytest.fixture
def folder(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("copylint.runner.online.asking._CONTROL", "127.0.0.1")
    return tmp_path


class Run:
    """The command in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self._capsys, self._patch = capsys, patch

    def __call__(self, *options: str) -> tuple[int, list[str], str]:
        """The exit code, the texts that links.dead found, and standard error."""
        arguments = ["copylint", "check", *options, "--select", "links", "--format", "json"]
        self._patch.setattr(sys, "argv", arguments)
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = self._capsys.readouterr()
        report: dict[str, Any] = json.loads(out) if out else {"findings": []}
        code = ended.value.code
        assert isinstance(code, int)
        found = [each["text"] for each in report["findings"] if each["rule"] == "links.dead"]
        return code, found, err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return Run(capsys, monkeypatch)


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, "utf-8")


def test_without_the_option_nothing_is_asked(site: Site, folder: Path, run: Run) -> None:
    site.answers["/gone"] = 404
    write(folder, "a.md", f"See the [list]({site.base}/gone) of names.\n")
    assert run("a.md") == (0, [], "")
    assert not site.asked


def test_dead_links_are_findings_and_doubts_are_notes(site: Site, folder: Path, run: Run) -> None:
    site.answers |= {"/gone": 404, "/locked": 403}
    write(
        folder,
        "a.md",
        f"See the [list]({site.base}/gone#names) of names, the [plan]({site.base}/locked), and "
        f"{site.base}/here for the rest.\n",
    )
    code, found, err = run("--online", "a.md")
    assert (code, found) == (1, [f"{site.base}/gone#names"])
    assert f"not looked up: {site.base}/locked: the server answers 403" in err
    assert "/here" not in err


def test_one_page_that_two_articles_link_to_is_asked_for_once(
    site: Site, folder: Path, run: Run
) -> None:
    site.answers["/gone"] = 410
    for name in ("a.md", "b.txt"):
        write(folder, name, f"The list is at {site.base}/gone, they said.\n")
    code, found, _ = run("--online", "a.md", "b.txt", "--jobs", "2")
    assert (code, found) == (1, [f"{site.base}/gone"] * 2)
    assert site.asked == {("HEAD", "/gone"): 1, ("GET", "/gone"): 1}


def test_kept_results_are_never_those_of_other_answers(site: Site, folder: Path, run: Run) -> None:
    write(folder, "a.md", f"See the [list]({site.base}/page) of names.\n")
    assert run("--online", "a.md")[1] == []
    site.answers["/page"] = 404
    assert run("--online", "a.md")[1] == [f"{site.base}/page"]
    assert run("a.md")[1] == []
    site.answers["/page"] = 200
    assert run("--online", "a.md")[1] == []


def test_a_submission_cannot_make_us_ask_inside(site: Site, folder: Path, run: Run) -> None:
    site.answers["/gone"] = 404
    write(folder, "a.md", f"See the [list]({site.base}/gone) of names.\n")
    _, found, err = run("--online", "--submission", "a.md")
    assert found == []
    assert "it is not on the public network, so it was not asked" in err
    assert not site.asked


def test_untrusted_copy_is_not_asked_about(site: Site, folder: Path, run: Run) -> None:
    write(folder, "a.md", f"See the [list]({site.base}/gone) of names.\n")
    code, _, err = run("--online", "--untrusted", "a.md")
    assert code == 2
    assert "--online" in err
    assert "cannot be used with --untrusted" in err
    assert not site.asked


def test_with_a_proxy_nothing_is_asked(
    site: Site, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", site.base)
    write(folder, "a.md", f"See the [list]({site.base}/gone) of names.\n")
    _, found, err = run("--online", "a.md")
    assert found == []
    assert "not by a proxy" in err
    assert not site.asked


def test_an_article_with_many_links_has_the_first_of_them_looked_up(
    site: Site, folder: Path, run: Run
) -> None:
    links = "\n".join(
        f"- See [page {number}]({site.base}/{number}) of the list." for number in range(230)
    )
    write(folder, "a.md", f"{links}\n")
    _, _, err = run("--online", "a.md")
    assert "only the first 200 of 230 links are looked up" in err
    assert len(site.asked) == 200


def test_hosts_of_examples_and_files_that_cannot_be_read_are_passed_over(
    site: Site, folder: Path, run: Run
) -> None:
    write(folder, "a.md", "See https://fair.example/ and https://www.example.com/list.\n")
    (folder / "b.md").write_bytes(b"\x00\xff\xfe\x00\x81 http://x")
    code, found, err = run("--online", "a.md", "b.md")
    assert found == []
    assert code in (0, 2)
    assert "not looked up" not in err


def test_a_suppression_counts(site: Site, folder: Path, run: Run) -> None:
    site.answers["/gone"] = 404
    comment = "<!-- copylint-disable-next-line links.dead -->"
    write(folder, "a.md", f"{comment}\nSee the [list]({site.base}/gone) there.\n")
    assert run("--online", "a.md")[:2] == (0, [])
