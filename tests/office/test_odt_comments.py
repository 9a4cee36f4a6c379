"""Comments that ``check --annotate`` puts into OpenDocument texts."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from copylint.config.schema import Config
from copylint.core.errors import InputError
from copylint.office.annotate import Annotation
from copylint.office.odt_annotate import annotated_odt
from copylint.office.places import PartSpan
from copylint.runner.pipeline import run
from copylint.runner.result import Input
from copylint.runner.word_comments import with_comments

WHEN = datetime(2026, 3, 2, 9, 30)
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = {
    **{each: each for each in ("office", "text", "style", "manifest")},
    "draw": "drawing",
    "svg": "svg-compatible",
    "fo": "xsl-fo-compatible",
}
SPACES = " ".join(f'xmlns:{prefix}="{OASIS}:{name}:1.0"' for prefix, name in NAMES.items())
KIND = "application/vnd.oasis.opendocument.text"
MANIFEST = (
    f'<manifest:manifest {SPACES} manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
TWO = "<text:p>Nobody knew untill Friday that the the bridge was shut.</text:p>"
NOTE = (
    '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>The council was anounced late.</text:p></text:note-body></text:note>"
)
BOX = (
    '<draw:frame text:anchor-type="as-char" svg:width="5cm" svg:height="2cm"><draw:text-box>'
    "<text:p>A wellcome to all readers.</text:p></draw:text-box></draw:frame>"
)
BODY = (
    "<text:p>Nobody knew untill Friday that the <text:span>the</text:span> bridge &amp; the road "
    f"were shut.{NOTE}</text:p><text:p>It was full of of people.{BOX}</text:p>"
    "<text:p>The <text:s/>crew went home seperately.</text:p>"
)
HEADER = "<style:header><text:p>The seperate news</text:p></style:header>"
COMMENT = re.compile(r"<office:annotation[ >].*?</office:annotation>", re.DOTALL)
MARK = re.compile(rf"{COMMENT.pattern}|<office:annotation-end[^>]*/>", re.DOTALL)


def odt(body: str, header: str = "") -> bytes:
    content = (
        f'<office:document-content {SPACES} office:version="1.3"><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>"
    )
    styles = (
        f'<office:document-styles {SPACES} office:version="1.3"><office:automatic-styles>'
        '<style:page-layout style:name="L"/></office:automatic-styles><office:master-styles>'
        f'<style:master-page style:name="Standard" style:page-layout-name="L">{header}'
        "</style:master-page></office:master-styles></office:document-styles>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", KIND, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", styles)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    return out.getvalue()


def reviewed(data: bytes, folder: Path) -> tuple[bytes, int]:
    """The file with its findings as comments, and how many comments are new."""
    path = folder / "story.odt"
    path.write_bytes(data)
    result = run([Input(str(path))], Config(), jobs=1)
    assert not result.errors
    return with_comments(Input(str(path)), result.files[0].findings, Config(), WHEN)


def content(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("content.xml").decode()


def comments(source: str) -> dict[str, str]:
    """The words that each comment of a name encloses, and what it says."""
    found: dict[str, str] = {}
    for each in re.finditer(
        r'<office:annotation office:name="(\w+)".*?</office:annotation>', source
    ):
        end = source.index(f'<office:annotation-end office:name="{each[1]}"/>')
        inside = re.sub("<[^>]*>", "", MARK.sub("", source[each.end() : end]))
        found[inside] = "|".join(re.findall(r"<text:p>(.*?)</text:p>", each[0]))
    return found


def test_each_finding_is_a_comment_around_its_words(tmp_path: Path) -> None:
    new, count = reviewed(odt(BODY), tmp_path)
    source = content(new)
    told = comments(source)
    assert {"untill", "the the", "of of", "wellcome", "seperately"} <= set(told)
    assert "Suggestion: “until”" in told["untill"]
    assert count == len(COMMENT.findall(source))
    assert source.count(">2026-03-02T09:30:00</dc:date>") == count
    assert source.count(">copylint</dc:creator>") == count


def test_without_the_comments_every_character_is_as_it_was(tmp_path: Path) -> None:
    old = odt(BODY, HEADER)
    new, _ = reviewed(old, tmp_path)
    assert MARK.sub("", content(new)) == content(old)
    with zipfile.ZipFile(io.BytesIO(old)) as before, zipfile.ZipFile(io.BytesIO(new)) as after:
        assert before.namelist() == after.namelist()
        for name in set(before.namelist()) - {"content.xml"}:
            assert before.read(name) == after.read(name)


def test_the_command_writes_a_copy_and_counts_what_is_new(tmp_path: Path) -> None:
    def told(*arguments: str) -> str:
        command = [sys.executable, "-m", "copylint", "check", "--isolated", *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 1, done.stderr
        return done.stdout

    article, copies = tmp_path / "one.odt", [tmp_path / "two.odt", tmp_path / "three.odt"]
    original = odt(TWO)
    article.write_bytes(original)
    assert "wrote two.odt with 2 comments" in told("one.odt", "--annotate", "two.odt")
    assert article.read_bytes() == original
    assert "wrote three.odt with 0 new comments" in told("two.odt", "--annotate", "three.odt")
    assert copies[0].read_bytes() == copies[1].read_bytes()


def test_a_finding_in_a_note_or_a_header_is_told_where_a_comment_can_stand(tmp_path: Path) -> None:
    source = content(reviewed(odt(BODY, HEADER), tmp_path)[0])
    said = COMMENT.findall(source)
    (note,) = (each for each in said if "In a note: “anounced”" in each)
    assert source.index(note) < source.index("<text:note ")
    (header,) = (each for each in said if "In the header: “seperate”" in each)
    assert source.index(header) < source.index("Nobody")
    inside = source[source.index("<text:note ") : source.index("</text:note>")]
    assert "office:annotation" not in inside


def test_annotating_again_adds_nothing(tmp_path: Path) -> None:
    once, count = reviewed(odt(BODY, HEADER), tmp_path)
    assert count > 5
    assert reviewed(once, tmp_path) == (once, 0)


def test_annotating_again_adds_what_is_new(tmp_path: Path) -> None:
    once, count = reviewed(odt(BODY), tmp_path)
    source = content(once).replace("went home", "whent home")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(once)) as old, zipfile.ZipFile(out, "w") as archive:
        for name in old.namelist():
            archive.writestr(name, source if name == "content.xml" else old.read(name))
    twice, added = reviewed(out.getvalue(), tmp_path)
    assert added == 1
    assert len(COMMENT.findall(content(twice))) == count + 1
    assert "whent" in comments(content(twice))


def test_comments_of_others_stay_and_names_do_not_clash(tmp_path: Path) -> None:
    theirs = (
        '<office:annotation office:name="copylint1"><text:p>Who says so?</text:p>'
        '</office:annotation>Nobody<office:annotation-end office:name="copylint1"/>'
    )
    new, _ = reviewed(odt(f"<text:p>{theirs} knew untill Friday.</text:p>"), tmp_path)
    source = content(new)
    assert theirs in source
    assert source.count('"copylint1"') == 2
    assert "untill" in comments(source)


def test_a_comment_on_a_point_has_no_end() -> None:
    data = odt("<text:p>It was late</text:p>")
    at = content(data).index("late") + 4
    said = [Annotation(PartSpan("content.xml", at, at), ("Write a full stop.",))]
    new, count = annotated_odt("a.odt", data, said, WHEN)
    assert count == 1
    assert "annotation-end" not in content(new)
    assert "It was late<office:annotation" in content(new)
    assert annotated_odt("a.odt", new, said, WHEN) == (new, 0)


def test_a_file_without_paragraphs_is_refused() -> None:
    said = [Annotation(PartSpan("content.xml", 0, 1), ("Write more.",))]
    with pytest.raises(InputError, match="no paragraph that a comment could be attached to"):
        annotated_odt("a.odt", odt(""), said, WHEN)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_libreoffice_keeps_the_comments(tmp_path: Path) -> None:
    new, count = reviewed(odt(BODY, HEADER), tmp_path)
    (tmp_path / "story.odt").write_bytes(new)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "odt"),
            *("--outdir", str(tmp_path / "out"), str(tmp_path / "story.odt")),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    saved = (tmp_path / "out" / "story.odt").read_bytes()
    assert content(saved).count(">copylint</dc:creator>") == count
    assert reviewed(saved, tmp_path)[1] == 0
