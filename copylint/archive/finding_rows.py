"""Results of articles as rows of the schema ``FINDINGS``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from copylint import __version__
from copylint.archive.schema import FINDINGS, RowKind
from copylint.core.errors import in_a_line
from copylint.report.finding_record import finding_record
from copylint.runner.result import FileResult


class FindingRows:
    """Makes rows, all of them with one digest of the configuration."""

    def __init__(self, config_sha: str) -> None:
        self._always = {"config_sha": config_sha, "copylint_version": __version__}

    def failed(self, article: dict[str, Any], sha: str | None, reason: str) -> dict[str, Any]:
        """The row of an article that could not be checked."""
        about = {"kind": RowKind.ERROR.value, "error": in_a_line(reason)}
        return {**self._about(article, sha), **about}

    def checked(
        self, article: dict[str, Any], sha: str, result: FileResult
    ) -> Iterator[dict[str, Any]]:
        """The row of an article that was checked, and one for each finding."""
        about = self._about(article, sha)
        yield {
            **about,
            "kind": RowKind.ARTICLE.value,
            "words": result.words,
            "findings": len(result.findings),
            "language": result.language or None,
            "notes": list(result.notes),
        }
        for finding in result.findings:
            yield {**finding_record(finding), **about, "kind": RowKind.FINDING.value}

    def _about(self, article: dict[str, Any], sha: str | None) -> dict[str, Any]:
        return {
            **self._always,
            "article_id": article["id"],
            "path": article["path"],
            "date": article["date"],
            "content_sha": sha,
        }


def finding_batch(rows: list[dict[str, Any]]) -> pa.RecordBatch:
    """``rows`` as a batch, with what Unicode cannot write (in damaged articles) replaced."""
    try:
        return pa.RecordBatch.from_pylist(rows, schema=FINDINGS)
    except UnicodeEncodeError:
        return pa.RecordBatch.from_pylist(_writable(rows), schema=FINDINGS)


def _writable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [_writable(each) for each in value]
    if isinstance(value, dict):
        return {key: _writable(each) for key, each in value.items()}
    return value
