"""The state that the routes of the API share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from starlette.concurrency import run_in_threadpool

from copylint.formats.lookup import entries, entry
from copylint.serve.api.folders import Folders
from copylint.serve.replies import Refusal
from copylint.serve.settings import ServeSettings
from copylint.service.answer import Busy
from copylint.service.service import Service
from copylint.service.settings import Settings

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.serve.api.body import JsonBody
    from copylint.service.kept_file import KeptFile
    from copylint.service.live_document import LiveDocument

_T = TypeVar("_T")

#: Formats that people type: the desk shows and edits their source. Of all other formats it shows
#: the prose, and writes changes back into the file.
TYPED = frozenset({"plain", "markdown", "asciidoc", "rst", "latex"})
#: The name of the only document that each owner has open here.
ARTICLE = "article"
_GONE = "this article is no longer open here; open it again"
_LONGEST_NAME = 120
# The most requests for corrections, statistics and files that may run or wait at a time.
_MOST_AT_WORK = 16


class ApiContext:
    """The service, the settings of the server, and the configurations of its folders."""

    def __init__(self, service: Service, settings: Settings, serve: ServeSettings) -> None:
        self.service, self.settings, self.serve = service, settings, serve
        self.folders = Folders(serve.folders)
        self.most_bytes = serve.bounds.body_bytes
        self._at_work = 0

    def path_of(self, name: str, form: str = "") -> str:
        """A path in the server's own folder whose suffix determines the format of an article.

        It ends in the last part of ``name``, the name of a file; without a name, ``form`` is the
        name of the format. Raises ``Refusal``.
        """
        if form and form not in {each.name for each in entries()}:
            raise Refusal(400, f"no format is called '{form}'")
        last = PurePath(name.replace("\\", "/")).name
        last = "".join(each for each in last if each.isprintable())[-_LONGEST_NAME:]
        if not last or last in (".", ".."):
            last = "article" + entry(form or "plain").suffixes[0]
        return os.path.join(os.path.abspath(self.serve.folder), last)  # noqa: PTH100, PTH118

    def place(self, body: JsonBody) -> tuple[str, Config]:
        """The path and the settings of the article that a request is about."""
        path = self.path_of(body.text("name", ""), body.text("format", ""))
        return path, self.config(path)

    def original(self, body: JsonBody) -> tuple[str, bytes]:
        """The path and the bytes of the file whose prose is changed. Raises ``Refusal``."""
        if "file" in body:
            return self.folders.read(body.text("file"), self.most_bytes)
        return self.path_of(body.text("name")), body.data("data")

    def file_of(self, body: JsonBody) -> KeptFile | None:
        """The file of the open document that a request names, if it has one."""
        if "document" not in body:
            return None
        return self.document(body.text("document")).file

    def document(self, name: str) -> LiveDocument:
        """The open document of that name. Raises ``Refusal``."""
        found = self.service.document(name, ARTICLE)
        if found is None:
            raise Refusal(404, _GONE)
        return found

    def config(self, path: str) -> Config:
        """The settings for an article. Raises ``ConfigError``."""
        return self.settings.for_path(path)

    async def work(self, task: Callable[[], _T]) -> _T:
        """The result of ``task``, run in a thread. Raises ``Busy`` if too many tasks wait."""
        if self._at_work >= _MOST_AT_WORK:
            raise Busy
        self._at_work += 1
        try:
            return await run_in_threadpool(task)
        finally:
            self._at_work -= 1
