"""Ten real Word files: comments at their words, changes that can be taken back, nothing else."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from word_files import check_order, part, read

from copylint.config.schema import Config
from copylint.core.finding import Finding
from copylint.formats.lookup import named
from copylint.runner.fixed_file import FixedFile
from copylint.runner.fixer import Fixer, Plan
from copylint.runner.pipeline import run
from copylint.runner.result import Input
from copylint.runner.track_changes import with_tracked_changes
from copylint.runner.word_comments import with_comments

docx = pytest.importorskip("docx")
word_articles = pytest.importorskip("word_articles")

_WHEN = datetime(2026, 3, 1, 9, 30)
_CONFIG = Config()
#: By article: planted errors as they are written, with their place if not in the main text.
_PLANTED = {
    "flood": {
        *("recieving", "untill", "of", "the the", "Lindkvist", "Temporery", "a"),
        *("In the header: “seperate”",),
    },
    "council": {"libary", "goverment", "untill", "adjurned", "and and", "the the"},
    "harbour": {
        *("ofical", "websitte", "untill"),
        *("In a text box: “wellcome”", "In a text box: “seasson”"),
        *("In footnote 1: “anounced”", "In endnote 1: “penallty”"),
    },
    "museum": {"figuers", "Archaelogists", "elevan", "untill"},
    "festival": {"dispite", "Vagra"},
    "strike": {"Northen", "togehter", "shifs", "lifebotes", "In the header: “speling”"},
    "transport": {"operater", "bougth", "modren", "untill", "In a text box: “wiat”"},
    "match": {"botom", "seasson", "Okonyo", "beleive"},
    "election": {"incluiding", "majorty", "untill"},
    "obituary": {"remmember", "noone", "Moreua", "funneral"},
}
_CHANGED = re.compile(r"word/(document|comments\w*)\.xml|\[Content_Types\]\.xml|word/_rels/.*")


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile")


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory, profile: Path) -> dict[str, Path]:
    paths = word_articles.write_all(tmp_path_factory.mktemp("articles"), profile)
    return {path.stem: path for path in paths}


@pytest.fixture(scope="module")
def findings(articles: dict[str, Path]) -> dict[str, tuple[Finding, ...]]:
    result = run([Input(str(path)) for path in articles.values()], _CONFIG, jobs=1)
    assert not result.errors
    return {Path(file.path).stem: file.findings for file in result.files}


@pytest.fixture(scope="module")
def annotated(
    articles: dict[str, Path], findings: dict[str, tuple[Finding, ...]]
) -> dict[str, bytes]:
    return {
        name: with_comments(Input(str(path)), findings[name], _CONFIG, _WHEN)[0]
        for name, path in articles.items()
    }


def _there(articles: dict[str, Path], name: str) -> bytes:
    if name not in articles:
        pytest.skip("LibreOffice is not here")
    return articles[name].read_bytes()


@pytest.mark.parametrize("name", _PLANTED)
def test_each_finding_is_a_comment_at_its_words(
    name: str,
    articles: dict[str, Path],
    findings: dict[str, tuple[Finding, ...]],
    annotated: dict[str, bytes],
) -> None:
    old = _there(articles, name)
    new = annotated[name]
    document = docx.Document(io.BytesIO(new))
    comments = [each for each in document.comments if each.author == "copylint"]
    anchors = read(part(new)).words
    expected = findings[name]
    assert len(comments) == len(expected) > 3
    where = set()
    for comment, finding in zip(comments, expected, strict=True):
        lines = comment.text.split("\n")
        assert comment.initials == "cl"
        assert comment.timestamp is not None
        assert finding.message in lines
        assert lines[-1].startswith(f"{finding.rule} (")
        shown = [each for each in finding.replacements[:5] if each.strip()]
        assert all(any(each in line for line in lines) for each in shown)
        if lines[0].startswith("In "):
            where.add(lines[0])
            words = " ".join(finding.text.split())
            assert words in lines[0]
        else:
            assert anchors[str(comment.comment_id)] == finding.text.replace("\n", "")
            where.add(finding.text)
    assert _PLANTED[name] <= where
    before = docx.Document(io.BytesIO(old))
    others = [(each.comment_id, each.author, each.text) for each in before.comments]
    kept = [each for each in document.comments if each.author != "copylint"]
    assert [(each.comment_id, each.author, each.text) for each in kept] == others


@pytest.mark.parametrize("name", _PLANTED)
def test_everything_else_is_unchanged(
    name: str, articles: dict[str, Path], annotated: dict[str, bytes]
) -> None:
    old, new = _there(articles, name), annotated[name]
    assert read(part(new)).letters == read(part(old)).letters
    check_order(part(new))
    with zipfile.ZipFile(io.BytesIO(old)) as before, zipfile.ZipFile(io.BytesIO(new)) as after:
        assert after.testzip() is None
        assert after.namelist()[: len(before.namelist())] == before.namelist()
        for file in before.namelist():
            if not _CHANGED.fullmatch(file):
                assert after.read(file) == before.read(file)
        assert set(after.namelist()) - set(before.namelist()) <= {"word/comments.xml"}


def test_a_thread_of_comments_stays_whole(annotated: dict[str, bytes]) -> None:
    new = annotated["festival"]
    comments = re.findall(r'w14:paraId="(\w+)"', part(new, "word/comments.xml"))
    assert len(set(comments)) == len(comments)
    extended = re.findall(r'w15:paraId="(\w+)"', part(new, "word/commentsExtended.xml"))
    ids = dict(
        re.findall(r'paraId="(\w+)" \w+:durableId="(\w+)"', part(new, "word/commentsIds.xml"))
    )
    dated = re.findall(r'durableId="(\w+)"', part(new, "word/commentsExtensible.xml"))
    assert extended == comments == list(ids)
    assert list(ids.values()) == dated
    assert all(int(each, 16) < 0x80000000 for each in (*comments, *dated))
    assert 'w15:paraIdParent="1A2B3C01"' in part(new, "word/commentsExtended.xml")


@pytest.fixture(scope="module")
def fixed(articles: dict[str, Path]) -> dict[str, FixedFile]:
    fixer = Fixer(_CONFIG, {}, Plan(track=True))
    return {name: fixer.fix(Input(str(path))) for name, path in articles.items()}


@pytest.mark.parametrize("name", _PLANTED)
def test_tracked_changes_are_the_fixes_and_can_be_taken_back(
    name: str, articles: dict[str, Path], fixed: dict[str, FixedFile]
) -> None:
    old = _there(articles, name)
    done = fixed[name]
    new = with_tracked_changes(done, _WHEN)
    assert done.applied or name in ("museum", "obituary", "harbour")
    form = named("docx")

    def text(data: bytes) -> str:
        return form.read("x.docx", form.decode("x.docx", data)).text

    assert text(new) == text(done.new)
    with zipfile.ZipFile(io.BytesIO(old)) as before, zipfile.ZipFile(io.BytesIO(new)) as after:
        assert after.namelist() == before.namelist()
        for file in before.namelist():
            if after.read(file) == before.read(file):
                continue
            source, was = part(new, file), part(old, file)
            check_order(source)
            assert read(source, without=("ins",)).letters == read(was).letters
            assert 'w:author="copylint"' in source


def test_a_fix_in_a_locked_control_is_left(fixed: dict[str, FixedFile]) -> None:
    assert fixed["museum"].untracked == 1
    assert any(each.text == "the the" for each in fixed["museum"].result.findings)


def test_another_authors_insertion_is_corrected_inside(fixed: dict[str, FixedFile]) -> None:
    source = part(with_tracked_changes(fixed["council"], _WHEN))
    assert re.search(
        r"<w:ins [^>]*Ann Other[^>]*>(?:(?!</w:ins>).)*<w:del [^>]*copylint[^>]*><w:r><w:rPr><w:b/>"
        r"</w:rPr><w:delText[^>]*>untill</w:delText></w:r></w:del></w:ins>"
        r"<w:ins [^>]*copylint[^>]*><w:r><w:rPr><w:b/></w:rPr><w:t>until</w:t></w:r></w:ins>",
        source,
    )


@pytest.mark.skipif(not word_articles.has_office(), reason="LibreOffice is not here")
def test_libreoffice_opens_them_and_sees_every_comment_and_change(
    tmp_path: Path,
    profile: Path,
    findings: dict[str, tuple[Finding, ...]],
    articles: dict[str, Path],
    annotated: dict[str, bytes],
    fixed: dict[str, FixedFile],
) -> None:
    for name, data in annotated.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
        (tmp_path / f"{name}-tracked.docx").write_bytes(with_tracked_changes(fixed[name], _WHEN))
    out = tmp_path / "out"
    word_articles.convert(sorted(tmp_path.glob("*.docx")), "odt", out, profile)
    word_articles.convert(sorted(tmp_path.glob("*.docx")), "pdf", out, profile)
    word_articles.convert(sorted(tmp_path.glob("*.docx")), "txt:Text", out, profile)
    word_articles.convert(list(articles.values()), "txt:Text", out / "old", profile)
    for name in annotated:
        assert (out / f"{name}.pdf").stat().st_size > 5_000
        assert (out / f"{name}.txt").read_bytes() == (out / "old" / f"{name}.txt").read_bytes()
        comments = re.findall(
            r"<office:annotation [^>]*>.*?<dc:creator>copylint</dc:creator>.*?</office:annotation>",
            _content(out / f"{name}.odt"),
        )
        assert len(comments) == len(findings[name])
        said = re.sub("<[^>]+>", " ", " ".join(comments))
        assert all(finding.rule in said for finding in findings[name])
        changes = _content(out / f"{name}-tracked.odt")
        assert ("<dc:creator>copylint</dc:creator>" in changes) == bool(fixed[name].applied)


def _content(odt: Path) -> str:
    with zipfile.ZipFile(odt) as archive:
        return archive.read("content.xml").decode()
