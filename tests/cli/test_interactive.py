"""``fix --interactive`` beyond what a case file can show: interrupts and stored answers."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from copylint.cache.store import Store
from copylint.cli.decisions import Decisions, FindingAction, FindingDecision
from copylint.cli.main import main
from copylint.cli.resuming import Skipped
from copylint.config.schema import Config
from copylint.core.finding import Finding
from copylint.core.span import SourceSpan
from copylint.runner.document_reader import Formats
from copylint.runner.linter import Linter
from copylint.runner.own_wording import own_fix
from copylint.runner.result import Input

TEXT = "They were at the the gate. It was on on time. It left left at noon.\n"
ONE = ("duplicates.word", SourceSpan(3, 7))


class Answers(io.StringIO):
    """Lines of standard input; after the last comes Ctrl-C."""

    def readline(self, *_: object) -> str:
        line = super().readline()
        if not line:
            raise KeyboardInterrupt
        return line


@pytest.fixture
def fix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, "utf-8")

    def run(answers: io.StringIO, *options: str) -> str:
        command = ["copylint", "fix", "-i", "--isolated", "--select", "duplicates", "a.txt"]
        monkeypatch.setattr(sys, "argv", [*command, *options])
        monkeypatch.setattr(sys, "stdin", answers)
        with pytest.raises(SystemExit):
            main()
        return capsys.readouterr().out

    return run


def test_an_interrupt_leaves_the_file_whole_and_what_was_skipped_is_kept(
    fix: Callable[..., str],
) -> None:
    assert "(3/3)" in fix(Answers("s\na\n"))
    assert Path("a.txt").read_text("utf-8") == TEXT
    again = fix(Answers("a\n"))
    assert "1 finding that you skipped" in again
    assert "(1/2)" in again
    assert "'the' is doubled" not in again


def test_a_file_that_has_changed_is_asked_about_again(fix: Callable[..., str]) -> None:
    fix(Answers("s\n"))
    Path("a.txt").write_text(TEXT + "\nMore.\n", "utf-8")
    assert "(1/3)" in fix(Answers())


def test_without_a_cache_nothing_is_remembered(fix: Callable[..., str]) -> None:
    told = fix(io.StringIO("s\nq\n"), "--no-cache")
    assert "does not ask again" not in told
    assert "(1/3)" in fix(io.StringIO("q\n"), "--no-cache")


def test_what_was_skipped_is_kept_until_the_walk_is_finished(tmp_path: Path) -> None:
    def skipped() -> Skipped:
        return Skipped(Store(tmp_path))

    first = skipped()
    first.note("a.txt", b"x", {ONE})
    assert skipped().of("a.txt", b"x") == frozenset(), "not before it is kept"
    first.keep()
    assert skipped().of("a.txt", b"x") == {ONE}
    assert skipped().of("a.txt", b"y") == skipped().of("b.txt", b"x") == frozenset()
    second = skipped()
    second.of("a.txt", b"x")
    second.forget()
    assert skipped().of("a.txt", b"x") == frozenset()


@pytest.mark.parametrize("value", [b"", b"no json", b"[1]", b'[["a", "b", null]]', b"{}"])
def test_a_broken_entry_is_ignored(value: bytes) -> None:
    class Broken(Store):
        def __init__(self) -> None:
            pass

        def get(self, keys: object) -> dict[bytes, bytes]:
            return dict.fromkeys(keys, value)  # type: ignore[call-overload,no-any-return]

    assert Skipped(Broken()).of("a.txt", b"x") == frozenset()


def finding_in(path: str, text: str, rule: str = "duplicates.word") -> Finding:
    linter = Linter(Config(select=(rule,), grammar=()), {})
    (file,) = linter.lint([Input(path, text.encode())]).files
    return file.findings[0]


def test_going_back_takes_what_followed_along() -> None:
    decisions = Decisions()
    finding = finding_in("a.txt", TEXT)
    decisions.add(FindingDecision(0, finding, FindingAction.SKIP))
    decisions.add(FindingDecision(1, finding, FindingAction.FIX, finding.fixes[0], whole=True))
    decisions.add(FindingDecision(2, finding, FindingAction.FIX, is_asked=False))
    assert decisions.waits(finding, ())
    last = decisions.take_back()
    assert (last.index, last.whole) == (1, True)
    assert [each.index for each in decisions.made] == [0]
    assert not decisions.waits(finding, ())
    decisions.take_back()
    assert not decisions.may_go_back


@pytest.mark.parametrize(
    ("path", "text", "words", "written"),
    [
        ("a.txt", "At the the gate.", "that & this", "At that & this gate."),
        ("a.html", "<p>At the the gate.</p>", "that & this", "<p>At that &amp; this gate.</p>"),
        ("a.md", "At the the gate.", "that *", "At that \\* gate."),
        ("a.html", "<p>R&amp;D at&nbsp;at noon.</p>", "by", "<p>R&amp;D by noon.</p>"),
    ],
)
def test_own_words_are_written_as_the_format_has_it(
    path: str, text: str, words: str, written: str
) -> None:
    finding = finding_in(path, text)
    fix = own_fix(Formats(), text, finding, words)
    assert fix is not None
    made = text
    for edit in reversed(fix.edits):
        made = made[: edit.span.start] + edit.text + made[edit.span.end :]
    assert made == written
