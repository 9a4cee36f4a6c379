"""Maps record batches of articles to record batches of findings; built once for each worker.

The rules and models are loaded when it is built. It knows no engine: a process, an actor of Ray and
a Spark executor all call it with the same batches and get the same rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

import pyarrow as pa

from copylint.archive.finding_rows import FindingRows, finding_batch
from copylint.archive.identity import config_sha, content_sha
from copylint.archive.schema import ARTICLES
from copylint.config.schema import Config
from copylint.core.field_paths import Field
from copylint.runner.deep_policy import apply_deep_policy
from copylint.runner.engine_sessions import fault, running
from copylint.runner.linter import Linter
from copylint.runner.result import FileResult, Input

#: The format of an article that is given as ``fields``.
_OF_FIELDS = "json"


class BatchChecker:
    """Checks batches of articles whose columns are those of ``ARTICLES``, as far as they are there.

    ``fields`` say what in an article given as ``fields``, or in a JSON, YAML or CSV one, is prose.
    ``addresses`` are those of engines that run already; without them the configured engines start
    here, and ``close`` stops them. ``sha`` is the configuration's digest if it is known.

    A finding is the one that ``copylint check`` reports in a file with the same bytes and format.
    """

    def __init__(
        self,
        config: Config | None = None,
        *,
        fields: Sequence[Field] = (),
        addresses: Mapping[str, str] | None = None,
        sha: str = "",
    ) -> None:
        self._fields = tuple(fields)
        self._open = ExitStack()
        #: What kept an engine from answering; findings may be missing because of it.
        self.engine_errors: list[str] = []
        config = config or Config()
        if addresses is None:
            config = apply_deep_policy(config)
            addresses = self._open.enter_context(running(config, self.engine_errors))
        self._linter = Linter(config, dict(addresses))
        self._open.callback(self._linter.close)
        self._rows = FindingRows(sha or config_sha(config, self._fields))

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The findings in the articles of ``batch``, as a batch with the schema ``FINDINGS``."""
        articles = list(articles_of(batch))
        rows: list[dict[str, Any]] = []
        ready: list[tuple[dict[str, Any], str, Input]] = []
        for article in articles:
            if not article["error"]:
                data = article_bytes(article)
                ready.append((article, content_sha(data), self._input(article, data)))
        results = iter(self._check([each for *_, each in ready]))
        shas = iter([sha for _, sha, _ in ready])
        for article in articles:
            if article["error"]:
                rows.append(self._rows.failed(article, None, article["error"]))
                continue
            result, sha = next(results), next(shas)
            if result.error:
                rows.append(self._rows.failed(article, sha, result.error))
            else:
                rows += self._rows.checked(article, sha, result)
        return finding_batch(rows)

    def check(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The findings of each batch in turn, as an iterator."""
        return map(self, batches)

    def lost(self, batch: pa.RecordBatch, reason: str) -> pa.RecordBatch:
        """What is said of articles that could not be checked because of ``reason``."""
        rows = []
        for article in articles_of(batch):
            sha = None if article["error"] else content_sha(article_bytes(article))
            rows.append(self._rows.failed(article, sha, article["error"] or reason))
        return finding_batch(rows)

    def close(self) -> None:
        """Stop what was started."""
        self._open.close()

    def _input(self, article: dict[str, Any], data: bytes) -> Input:
        given = article["format"] or ("" if article["fields"] is None else _OF_FIELDS)
        return Input(article["path"], data, format=given, fields=self._fields)

    def _check(self, inputs: Sequence[Input]) -> list[FileResult]:
        try:
            return self._lint(inputs)
        except Exception as error:  # noqa: BLE001 - a failing article is a row, never the end
            if len(inputs) == 1:
                return [FileResult(inputs[0].path, error=f"internal error: {fault(error)}")]
        return [result for each in inputs for result in self._check([each])]

    def _lint(self, inputs: Sequence[Input]) -> list[FileResult]:
        result = self._linter.lint(inputs)
        self.engine_errors += (
            each for each in result.engine_errors if each not in self.engine_errors
        )
        return result.files


def articles_of(batch: pa.RecordBatch) -> Iterator[dict[str, Any]]:
    """The articles of a batch, each with every column of ``ARTICLES``.

    An article without content has an ``error`` that says so. Without a path it is called by its id.
    """
    columns = set(batch.schema.names)
    for row in batch.select([name for name in ARTICLES.names if name in columns]).to_pylist():
        article = dict.fromkeys(ARTICLES.names) | row
        article["path"] = article["path"] or article["id"] or ""
        if not article["error"] and all(article[key] is None for key in ("text", "data", "fields")):
            article["error"] = "has no text"
        yield article


def article_bytes(article: Mapping[str, Any]) -> bytes:
    """The bytes that the article would have as a file."""
    if article["data"] is not None:
        data: bytes = article["data"]
        return data
    text = article["text"]
    if text is None:
        text = json.dumps(dict(article["fields"]), ensure_ascii=False, indent=1)
    return str(text).encode("utf-8")
