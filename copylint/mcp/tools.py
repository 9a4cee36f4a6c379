"""The tools with which an assistant checks copy."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import Annotated

from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult
from pydantic import Field

from copylint.config.schema import Config
from copylint.core.errors import CopylintError, InputError, in_a_line
from copylint.mcp.readable import ReadableFolders
from copylint.mcp.replies import (
    MOST,
    CheckReply,
    FixReply,
    HouseReply,
    RuleReply,
    RulesReply,
    checked,
    explained,
    listed,
    reply,
    reported,
    short,
)
from copylint.runner.rule_index import rules_of
from copylint.runner.rule_selection import Selection
from copylint.service.answer import Answer, Busy
from copylint.service.corrections import safe_fixes
from copylint.service.explanations import explanation
from copylint.service.service import Service
from copylint.service.settings import Settings

#: The most characters of an article that is passed as text.
LONGEST = 500_000
_OWNER = "mcp"
_Ask = Callable[[Config], Awaitable[Answer]]

_Text = Annotated[str, Field(description="the article", max_length=LONGEST)]
_Name = Annotated[
    str,
    Field(
        description="a file name; its suffix says what format the text is in: .md, .txt, .html, "
        ".tex, .adoc, .rst …",
        max_length=200,
    ),
]


class Tools:
    """The tools over one service. Each raises ``ToolError`` with one line.

    The tools may read the files in ``folders``. Text that is not in a file is checked under the
    settings of the first folder.
    """

    def __init__(self, service: Service, settings: Settings, folders: Sequence[str]) -> None:
        self._service, self._settings = service, settings
        self._readable = ReadableFolders(folders)
        self._home = self._readable.folders[0] if folders else str(Path.cwd())

    async def check_text(
        self, text: _Text, name: _Name = "article.md"
    ) -> Annotated[CallToolResult, CheckReply]:
        """Find errors in a news article or other English copy: spelling, grammar, names, dates.

        Findings come with suggestions. Offline and the same for the same text.
        """
        path = self._path(name)
        return await self._checked(
            lambda config: asyncio.wrap_future(
                self._service.check(text, path=path, config=config, owner=_OWNER)
            ),
            path,
        )

    async def check_file(
        self, path: Annotated[str, Field(description="the file's path", max_length=4000)]
    ) -> Annotated[CallToolResult, CheckReply]:
        """Find errors in a file (Markdown, HTML, Word …) below the folders of this server."""
        most = self._service.limits.document_bytes
        try:
            real, data = await asyncio.to_thread(self._readable.read, path, most)
        except InputError as error:
            raise ToolError(str(error)) from None
        return await self._checked(
            lambda config: asyncio.wrap_future(
                self._service.check_bytes(data, path=real, config=config, owner=_OWNER)
            ),
            real,
        )

    async def fix_safe(
        self, text: _Text, name: _Name = "article.md"
    ) -> Annotated[CallToolResult, FixReply]:
        """Correct what is certain in an article and return its text; nothing is written."""
        path = self._path(name)
        config = self._config(path)
        try:
            fix = partial(safe_fixes, text, path=path, config=config)
            fixed = await asyncio.to_thread(fix)
        except CopylintError as error:
            raise ToolError(in_a_line(str(error))) from None
        more = max(0, len(fixed.fixed) - MOST) + max(0, len(fixed.remaining) - MOST)
        answer = FixReply(
            text=fixed.text,
            fixed=[reported(each) for each in fixed.fixed[:MOST]],
            remaining=[reported(each) for each in fixed.remaining[:MOST]],
            more=more,
        )
        return reply(answer, fixed.text)

    async def explain_rule(
        self, rule: Annotated[str, Field(description="a rule's id", max_length=200)]
    ) -> Annotated[CallToolResult, RuleReply]:
        """Explain a rule: what it finds, why, with examples."""
        found = await asyncio.to_thread(explanation, rule, self._config(self._path("")))
        if found is None:
            raise ToolError(f"there is no rule '{short(rule)}'; list_rules lists them")
        return reply(explained(found))

    async def list_rules(
        self,
        family: Annotated[
            str, Field(description="the part of the ids before the dot; empty: all", max_length=200)
        ] = "",
    ) -> Annotated[CallToolResult, RulesReply]:
        """List rules, and whether each runs under the house's settings."""
        config = self._config(self._path(""))
        rules = await asyncio.to_thread(rules_of, config.rule_sources)
        selection = Selection(config, rules.values())
        chosen = [each for each in rules.values() if not family or each.family == family]
        return reply(
            RulesReply(
                rules=[listed(each, runs=selection.runs(each.id)) for each in chosen[:MOST]],
                more=max(0, len(chosen) - MOST),
            )
        )

    async def house_style(self) -> Annotated[CallToolResult, HouseReply]:
        """The house's settings: language, names, vocabulary, rejected words, rules switched off."""
        path = self._path("")
        config = self._config(path)
        lists = {
            "names": [short(each.name) for each in config.names],
            "vocabulary": [short(each) for each in sorted(config.vocabulary.accept)],
            "rejected": [short(each) for each in sorted(config.vocabulary.reject)],
            "ignored_rules": list(config.ignore),
            "packs": [PurePath(each).name for each in config.packs],
            "files": [in_a_line(each) for each in self._settings.files(path)],
        }
        return reply(
            HouseReply(
                language=config.language.value,
                **{name: each[:MOST] for name, each in lists.items()},
                more=sum(max(0, len(each) - MOST) for each in lists.values()),
            )
        )

    async def _checked(self, ask: _Ask, path: str) -> CallToolResult:
        try:
            answer = await ask(self._config(path))
        except Busy:
            raise ToolError("too many checks are waiting; try again in a moment") from None
        return reply(checked(answer))

    def _config(self, path: str) -> Config:
        try:
            return self._settings.for_path(path)
        except CopylintError as error:
            raise ToolError(in_a_line(str(error))) from None

    def _path(self, name: str) -> str:
        """A path for text that is not in a file: only the name's last part counts."""
        return str(Path(self._home) / (PurePath(name.replace("\0", "")).name or "article.md"))
