"""The batch core: what it finds is what a check of the same bytes as a file finds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from copylint.archive.batch_checker import BatchChecker
from copylint.archive.schema import ARTICLES, FINDINGS, SCHEMA_VERSION, VERSION_KEY
from copylint.config.schema import Config, FieldSetting
from copylint.core.field_paths import Field
from copylint.report.finding_record import finding_record
from copylint.runner.pipeline import run
from copylint.runner.result import Input

MARKDOWN = "# Minsiter resigns\n\nThe the *minister* will recieve it.\n\n![Teh bridge](a.png)\n"
HTML = (
    "<html><body><h1>Minsiter resigns</h1><p>He said &amp; wrote teh the the law.</p></body></html>"
)
FORMATS = {"plain": ".txt", "markdown": ".md", "html": ".html"}


def checked(checker: BatchChecker, *articles: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = checker(
        pa.RecordBatch.from_pylist(list(articles), schema=ARTICLES)
    ).to_pylist()
    return rows


def findings(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The findings of rows as ``--format json`` has them, without their path."""
    names = [each.name for each in FINDINGS if each.name not in ("kind", "path")]
    about = {"article_id", "date", "content_sha", "config_sha", "copylint_version"}
    about |= {"words", "findings", "language", "notes", "error"}
    found = [
        {name: row[name] for name in names if name not in about}
        for row in rows
        if row["kind"] == "finding"
    ]
    for each in found:
        for edit in [*(edit for fix in each["fixes"] for edit in fix["edits"]), *each["related"]]:
            if edit.get("part", "") is None:
                del edit["part"]
    return found


def of_file(path: Path, data: bytes, config: Config) -> list[dict[str, Any]]:
    path.write_bytes(data)
    found = [finding_record(each) for each in run([Input(str(path))], config, jobs=1).findings]
    return [{name: value for name, value in each.items() if name != "path"} for each in found]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("source", [MARKDOWN, HTML, "Teh end", ""])
def test_findings_are_those_of_a_file_with_the_same_bytes(
    tmp_path: Path, form: str, source: str
) -> None:
    checker = BatchChecker(Config())
    path = tmp_path / f"a{FORMATS[form]}"

    as_text = checked(checker, {"id": "1", "text": source, "format": form})
    as_data = checked(checker, {"id": "1", "data": source.encode(), "format": form})

    expected = of_file(path, source.encode(), Config())
    assert findings(as_text) == findings(as_data) == expected
    assert as_text == as_data
    if source == MARKDOWN:
        assert expected


def test_bytes_in_another_encoding_are_decoded_as_a_file_is(tmp_path: Path) -> None:
    data = "The café will recieve it.".encode("utf-16")
    checker = BatchChecker(Config())

    rows = checked(checker, {"id": "1", "data": data, "format": "plain"})

    assert findings(rows) == of_file(tmp_path / "a.txt", data, Config()) != []


def test_the_path_and_the_content_decide_the_format_if_none_is_given(tmp_path: Path) -> None:
    path = tmp_path / "a.md"

    rows = checked(BatchChecker(Config()), {"id": "1", "path": str(path), "text": MARKDOWN})

    assert findings(rows) == of_file(path, MARKDOWN.encode(), Config())


def test_an_article_of_fields_is_a_json_file_with_these_fields(tmp_path: Path) -> None:
    fields = (Field("title", "headline"), Field("body"))
    values = {"title": "Minsiter resigns", "body": 'He will "recieve" it.\n\nThe the end.'}
    config = Config(fields=tuple(FieldSetting(("*",), each, str(tmp_path)) for each in fields))
    data = json.dumps(values, ensure_ascii=False, indent=1).encode()

    rows = checked(
        BatchChecker(Config(), fields=fields), {"id": "1", "fields": list(values.items())}
    )

    assert findings(rows) == of_file(tmp_path / "a.json", data, config)
    assert {each["text"] for each in findings(rows)} >= {"Minsiter", "recieve"}


def test_every_article_has_a_row_before_its_findings() -> None:
    rows = checked(
        BatchChecker(Config()),
        {"id": "1", "text": "Teh end. Teh end.", "format": "plain"},
        {"id": "2", "text": None},
        {"id": "3", "text": "The end is here.", "format": "plain"},
    )

    kinds = [(row["kind"], row["article_id"]) for row in rows]
    assert kinds[0] == ("article", "1")
    assert kinds[-2:] == [("error", "2"), ("article", "3")]
    assert rows[0]["findings"] == sum(kind == ("finding", "1") for kind in kinds)
    assert rows[-2]["error"] == "has no text"
    assert rows[-1]["words"] == 4


def test_an_article_that_cannot_be_read_is_a_row() -> None:
    rows = checked(BatchChecker(Config()), {"id": "1", "text": "{", "format": "json"})

    assert [row["kind"] for row in rows] == ["error"]
    assert rows[0]["error"]


def test_a_fault_in_one_article_leaves_the_others_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    checker = BatchChecker(Config())
    lint = checker._lint

    def faulty(inputs: Any) -> Any:
        if any(each.data and b"fault" in each.data for each in inputs):
            raise RuntimeError("broken")
        return lint(inputs)

    monkeypatch.setattr(checker, "_lint", faulty)
    rows = checked(
        checker,
        {"id": "1", "text": "Teh end.", "format": "plain"},
        {"id": "2", "text": "A fault.", "format": "plain"},
    )

    assert [row["kind"] for row in rows] == ["article", "finding", "error"]
    assert "RuntimeError: broken" in rows[-1]["error"]


def test_what_unicode_cannot_write_is_replaced() -> None:
    data = b'{"body": "The recieve \\ud800 x."}'
    checker = BatchChecker(Config(), fields=(Field("body"),))

    rows = checked(checker, {"id": "1", "data": data, "format": "json"})

    assert "recieve" in [row["text"] for row in rows]


def test_the_digest_of_a_configuration_is_that_of_what_matters() -> None:
    def sha(config: Config) -> str:
        rows = checked(BatchChecker(config), {"id": "1", "text": "End.", "format": "plain"})
        return str(rows[0]["config_sha"])

    assert sha(Config()) == sha(Config(timeout=5.0, cache=False, baseline="/elsewhere"))
    assert sha(Config()) != sha(Config(ignore=("spelling",)))


def test_the_schema_says_its_version() -> None:
    batch = BatchChecker(Config())(pa.RecordBatch.from_pylist([], schema=ARTICLES))

    assert batch.schema.metadata[VERSION_KEY] == str(SCHEMA_VERSION).encode()
    assert batch.schema.equals(FINDINGS)
