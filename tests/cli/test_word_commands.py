"""``check --annotate``, ``fix --track-changes`` and ``fix --output`` as a user types them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "office"))
from word_files import part, read, word_file

_RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
_TEXT = "Nobody knew untill Friday that the the bridge would close."
_BODY = f"<w:p>{_RUN.format(_TEXT)}</w:p>"


def _copylint(*arguments: str, cwd: Path, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "copylint", *arguments],
        cwd=cwd,
        input=data,
        capture_output=True,
        env={**os.environ, "COLUMNS": "300", "TERM": "dumb"},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.docx").write_bytes(word_file(_BODY))
    (tmp_path / "story.md").write_text("Nobody knew untill Friday.\n")
    return tmp_path


def _comments(path: Path) -> dict[str, str]:
    return read(part(path.read_bytes())).words


def test_annotate_writes_a_copy_and_leaves_the_article(folder: Path) -> None:
    before = (folder / "story.docx").read_bytes()
    done = _copylint("check", "story.docx", "--annotate", "reviewed.docx", cwd=folder)
    assert done.returncode == 1
    assert b"wrote reviewed.docx with 2 comments" in done.stdout
    assert (folder / "story.docx").read_bytes() == before
    assert sorted(_comments(folder / "reviewed.docx").values()) == ["the the", "untill"]
    assert sorted(each.name for each in folder.iterdir()) == [
        *("reviewed.docx", "story.docx", "story.md"),
    ]


def test_annotate_follows_what_is_reported(folder: Path) -> None:
    done = _copylint(
        *("check", "story.docx", "--annotate", "reviewed.docx", "--ignore", "duplicates"),
        *("--format", "json", "--fail-on", "never", "--grammar", "off"),
        cwd=folder,
    )
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["findings"]) == 1
    assert b"wrote reviewed.docx with 1 comment" in done.stderr
    assert list(_comments(folder / "reviewed.docx").values()) == ["untill"]


def test_without_findings_the_copy_is_the_same(folder: Path) -> None:
    clean = word_file(f"<w:p>{_RUN.format('Nobody knew that the bridge would close.')}</w:p>")
    (folder / "story.docx").write_bytes(clean)
    done = _copylint("check", "story.docx", "--annotate", "reviewed.docx", cwd=folder)
    assert done.returncode == 0
    assert (folder / "reviewed.docx").read_bytes() == clean


def test_findings_that_remain_after_a_fix_are_annotated(folder: Path) -> None:
    (folder / "story.docx").write_bytes(word_file(_BODY.replace("close", "clowse")))
    done = _copylint("check", "story.docx", "--fix", "--annotate", "reviewed.docx", cwd=folder)
    assert done.returncode == 1
    assert list(_comments(folder / "reviewed.docx").values()) == ["clowse"]
    assert (
        "until Friday that the bridge" in read(part((folder / "reviewed.docx").read_bytes())).text
    )


def test_several_articles_go_to_a_folder(folder: Path) -> None:
    (folder / "desk").mkdir()
    (folder / "desk" / "story.docx").write_bytes(word_file(_BODY))
    for _ in range(2):  # the second run leaves the copies of the first alone
        done = _copylint("check", ".", "--annotate", "reviewed/", cwd=folder)
        assert done.returncode == 1
        assert (
            b"1 article not annotated: not in Word, OpenDocument, HTML or PDF format" in done.stdout
        )
    copies = sorted(str(each.relative_to(folder)) for each in folder.glob("reviewed/**/*.docx"))
    assert copies == ["reviewed/desk/story.docx", "reviewed/story.docx"]


def test_annotate_of_standard_input(folder: Path) -> None:
    data = (folder / "story.docx").read_bytes()
    done = _copylint("check", "-", "--annotate", "reviewed.docx", cwd=folder, data=data)
    assert done.returncode == 1
    assert len(_comments(folder / "reviewed.docx")) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "story.docx", "--annotate", "story.docx"), "is the article itself"),
        (("check", "story.md", "--annotate", "x.docx"), "'story.md' is not a Word file (.docx)"),
        (("check", ".", "--annotate", "x.docx"), "name a folder"),
        (("check", "story.docx", "--annotate", "x.pdf"), "must end in .docx"),
        (("check", "story.docx", "--annotate", "no/x.docx"), "there is no folder 'no'"),
        (("fix", "story.md", "--track-changes"), "'story.md' is not a Word file (.docx)"),
        (("fix", "story.docx", "--track-changes", "--diff"), "cannot be used with --diff"),
        (("fix", "story.docx", "--output", "story.docx"), "is the article itself"),
        (("fix", "story.docx", "story.md", "--output", "x.docx"), "there are 2 articles"),
        (("fix", "story.docx", "--output", "x.docx", "--diff"), "cannot be used with --diff"),
    ],
)
def test_contradictory_options_are_refused_with_a_remedy(
    folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    done = _copylint(*arguments, cwd=folder)
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before


def test_unwritable_target_is_reported(folder: Path) -> None:
    (folder / "reviewed.docx").write_bytes(b"kept")
    (folder / "reviewed.docx").chmod(0o444)
    done = _copylint("check", "story.docx", "--annotate", "reviewed.docx", cwd=folder)
    assert done.returncode == 2
    assert b"reviewed.docx: read-only" in done.stderr
    assert (folder / "reviewed.docx").read_bytes() == b"kept"


def test_track_changes_in_place(folder: Path) -> None:
    done = _copylint("fix", "story.docx", "--track-changes", cwd=folder)
    assert done.returncode == 0
    assert b"fixed 2 findings in 1 file" in done.stdout
    source = part((folder / "story.docx").read_bytes())
    assert read(source, without=("ins",)).text == f"¶{_TEXT}"
    assert "until Friday that the bridge" in read(source, without=("del",)).text
    again = _copylint("fix", "story.docx", "--track-changes", cwd=folder)
    assert part((folder / "story.docx").read_bytes()) == source
    assert again.returncode == 0


def test_a_correction_that_cannot_be_tracked_is_left_and_the_others_are_made(folder: Path) -> None:
    control = f"<w:sdt><w:sdtContent>{_RUN.format('They recieved it.')}</w:sdtContent></w:sdt>"
    inserted = f'<w:ins w:id="7" w:author="A" w:date="2026-01-02T03:04:05Z">{control}</w:ins>'
    (folder / "story.docx").write_bytes(word_file(f"{_BODY}<w:p>{inserted}</w:p>"))
    done = _copylint("fix", "story.docx", "--track-changes", cwd=folder)
    assert done.returncode == 1
    assert b"fixed 2 findings in 1 file" in done.stdout
    assert b"left 1 finding unfixed: in a locked or bound content control" in done.stdout
    assert b"recieved" in done.stdout
    text = read(part((folder / "story.docx").read_bytes()), without=("del",)).text
    assert "until Friday that the bridge" in text
    assert "They recieved it." in text


def test_a_space_at_the_end_of_a_run_is_tracked(folder: Path) -> None:
    runs = "<w:r><w:t>We read the type\u00a0</w:t></w:r><w:r><w:t>of the ship.</w:t></w:r>"
    (folder / "story.docx").write_bytes(word_file(f"<w:p>{runs}</w:p>"))
    _copylint("fix", "story.docx", "--unsafe", "--track-changes", cwd=folder)
    source = part((folder / "story.docx").read_bytes())
    assert read(source, without=("del",)).text == "¶We read the type of the ship."


def test_track_changes_to_another_file(folder: Path) -> None:
    before = (folder / "story.docx").read_bytes()
    done = _copylint("fix", "story.docx", "--track-changes", "--output", "new.docx", cwd=folder)
    assert done.returncode == 0
    assert (folder / "story.docx").read_bytes() == before
    assert "w:del " in part((folder / "new.docx").read_bytes())


def test_track_changes_in_a_folder_leaves_other_files(folder: Path) -> None:
    done = _copylint("fix", ".", "--track-changes", cwd=folder)
    assert done.returncode == 2
    assert b"story.md: not a Word file (.docx), so it cannot hold tracked changes" in done.stderr
    assert (folder / "story.md").read_text() == "Nobody knew untill Friday.\n"
    assert "w:del " in part((folder / "story.docx").read_bytes())


def test_output_gets_fixed_articles_and_clean_ones(folder: Path) -> None:
    (folder / "good.md").write_text("Nobody knew.\n")
    done = _copylint("fix", "story.md", "good.md", "--output", "fixed/", cwd=folder)
    assert done.returncode == 0
    assert (folder / "story.md").read_text() == "Nobody knew untill Friday.\n"
    assert (folder / "fixed" / "story.md").read_text() == "Nobody knew until Friday.\n"
    assert (folder / "fixed" / "good.md").read_text() == "Nobody knew.\n"


def test_annotate_goes_with_since(folder: Path) -> None:
    """With ``--since`` two versions of an article are checked, and one is copied."""

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=Orla Quist", "-c", "user.email=orla@example.org")
        subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "old")
    new = f"<w:p>{_RUN.format(_TEXT)}</w:p><w:p>{_RUN.format('It was an grey day.')}</w:p>"
    (folder / "story.docx").write_bytes(word_file(new))
    before = (folder / "story.docx").read_bytes()
    since = ("--since", "HEAD", "--grammar", "off")
    done = _copylint("check", "story.docx", *since, "--annotate", "reviewed.docx", cwd=folder)
    assert done.returncode == 1, done.stderr
    assert list(_comments(folder / "reviewed.docx").values()) == ["an"]
    done = _copylint("check", ".", *since, "--annotate", "reviewed/", cwd=folder)
    assert done.returncode == 1, done.stderr
    assert list(_comments(folder / "reviewed" / "story.docx").values()) == ["an"]
    done = _copylint("check", "story.docx", *since, "--annotate", "story.docx", cwd=folder)
    assert done.returncode == 2
    assert b"is the article itself" in done.stderr
    assert (folder / "story.docx").read_bytes() == before
