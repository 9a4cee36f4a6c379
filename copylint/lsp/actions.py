"""What an editor can do about the findings at a place."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lsprotocol.types import (
    ClientCapabilities,
    CodeAction,
    CodeActionKind,
    Command,
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from copylint.core.errors import CopylintError
from copylint.core.finding import Finding
from copylint.core.fix import Edit, Safety
from copylint.core.record import record
from copylint.lsp.diagnostics import Shown, diagnostic
from copylint.lsp.documents import OpenDocument
from copylint.lsp.text_changes import changes
from copylint.runner.suppression_edits import suppressing_edits
from copylint.service.corrections import safe_fixes

#: The kind of the action that makes every safe correction in a document.
FIX_ALL = "source.fixAll.copylint"
#: The kinds of actions that the server offers.
KINDS = (CodeActionKind.QuickFix, FIX_ALL)
ACCEPT, IGNORE, EXPLAIN = "copylint.acceptWord", "copylint.ignoreRule", "copylint.explain"

_ABOUT_WORDS = ("spelling.", "names.")
_LONGEST = 30


@record
class CanDo:
    """What the editor can do with actions.

    ``resolves``: it asks for the edit of an action only when the action is chosen.
    ``versions``: it takes edits for one version of a document.
    """

    resolves: bool = False
    versions: bool = False

    @staticmethod
    def by(client: ClientCapabilities) -> CanDo:
        """What an editor with these capabilities can do."""
        text, workspace = client.text_document, client.workspace
        action = text.code_action if text else None
        resolve = action.resolve_support if action else None
        edit = workspace.workspace_edit if workspace else None
        return CanDo(
            bool(resolve and "edit" in resolve.properties and action and action.data_support),
            bool(edit and edit.document_changes),
        )


class Actions:
    """Offers the actions at a place in a document, and makes their edits."""

    def __init__(self, client: ClientCapabilities) -> None:
        self._can = CanDo.by(client)
        self._can_show = Shown.by(client)

    async def at(
        self, document: OpenDocument, start: int, end: int, only: Sequence[str] | None
    ) -> list[CodeAction]:
        """The actions for the code points from ``start`` to ``end``, the best first.

        ``only`` are the kinds that the editor asks for; None means all.
        """
        found: list[CodeAction] = []
        if _asked_for(CodeActionKind.QuickFix, only):
            here = [each for each in document.findings if _touches(each, start, end)]
            for finding in here:
                found += self._corrections(document, finding)
            for finding in here:
                found += self._acceptances(document, finding)
        if _asked_for(FIX_ALL, only):
            # Without a kind the request comes at every move of the cursor.
            fix_all = await self._fix_all(document, is_chosen=only is not None)
            found += [fix_all] if fix_all is not None else []
        return found

    async def resolve(self, action: CodeAction, document: OpenDocument) -> CodeAction:
        """``action`` with the edit that was left out when it was offered."""
        data: Any = action.data
        if isinstance(data, Mapping) and data.get("version") == document.live.version:
            if data.get("what") == "fix-all":
                action.edit = await self._safe_edit(document)
            else:
                wanted = (data.get("rule"), data.get("start"), data.get("end"))
                for finding in document.findings:
                    if (finding.rule, finding.span.start, finding.span.end) == wanted:
                        action.edit = self._suppression(document, finding)
                        break
        return action

    def _corrections(self, document: OpenDocument, finding: Finding) -> Iterator[CodeAction]:
        shown = diagnostic(finding, document, self._can_show)
        for number, fix in enumerate(finding.fixes):
            yield CodeAction(
                fix.title,
                CodeActionKind.QuickFix,
                [shown],
                is_preferred=True if number == 0 and fix.safety is Safety.SAFE else None,
                edit=self._edit(document, fix.edits),
            )

    def _acceptances(self, document: OpenDocument, finding: Finding) -> Iterator[CodeAction]:
        shown = diagnostic(finding, document, self._can_show)
        if finding.rule.startswith(_ABOUT_WORDS) and _is_entry(finding.text):
            word = finding.text
            yield self._command(
                f"Accept '{word}' as a house word", ACCEPT, shown, document.uri, word
            )
        title = f"Switch off {finding.rule} here with a comment"
        if self._can.resolves:
            data = {
                "uri": document.uri,
                "version": document.live.version,
                "what": "suppress",
                "rule": finding.rule,
                "start": finding.span.start,
                "end": finding.span.end,
            }
            yield CodeAction(title, CodeActionKind.QuickFix, [shown], data=data)
        else:
            edit = self._suppression(document, finding)
            if edit is not None:
                yield CodeAction(title, CodeActionKind.QuickFix, [shown], edit=edit)
        rule = finding.rule
        yield self._command(
            f"Switch off {rule} in the configuration", IGNORE, shown, document.uri, rule
        )
        yield self._command(f"Explain {rule}", EXPLAIN, shown, document.uri, rule)

    def _command(self, title: str, command: str, shown: Any, *arguments: str) -> CodeAction:
        return CodeAction(
            title,
            CodeActionKind.QuickFix,
            [shown],
            command=Command(title, command, arguments=list(arguments)),
        )

    async def _fix_all(self, document: OpenDocument, *, is_chosen: bool) -> CodeAction | None:
        if all(each.safety is not Safety.SAFE for each in document.findings):
            return None
        action = CodeAction("Make all safe corrections", FIX_ALL)
        if self._can.resolves:
            version = document.live.version
            action.data = {"uri": document.uri, "version": version, "what": "fix-all"}
        elif is_chosen:
            action.edit = await self._safe_edit(document)
        return action if action.edit or action.data else None

    async def _safe_edit(self, document: OpenDocument) -> WorkspaceEdit | None:
        """The edit that makes every safe correction; None if the text changes meanwhile."""
        live = document.live
        version, text, path, config = live.version, live.text, live.path, live.config
        try:
            # This takes as long as several checks, and the editor needs its answers meanwhile.
            fixed = await asyncio.to_thread(safe_fixes, text, path=path, config=config)
        except CopylintError:
            return None
        if document.is_closed or live.version != version:
            return None
        return self._edit(document, changes(text, fixed.text))

    def _suppression(self, document: OpenDocument, finding: Finding) -> WorkspaceEdit | None:
        live = document.live
        try:
            edits = suppressing_edits(live.text, finding, live.config)
        except CopylintError:
            return None
        return self._edit(document, edits) if edits else None

    def _edit(self, document: OpenDocument, edits: Sequence[Edit]) -> WorkspaceEdit:
        places = document.places
        made = [TextEdit(places.range(each.span.start, each.span.end), each.text) for each in edits]
        if self._can.versions:
            about = OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
            return WorkspaceEdit(document_changes=[TextDocumentEdit(about, made)])
        return WorkspaceEdit(changes={document.uri: made})


def _asked_for(kind: str, only: Sequence[str] | None) -> bool:
    """Whether an editor that asks for the kinds ``only`` wants actions of ``kind``."""
    return only is None or any(kind == each or kind.startswith(f"{each}.") for each in only)


def _touches(finding: Finding, start: int, end: int) -> bool:
    return finding.span.start <= end and start <= finding.span.end


def _is_entry(text: str) -> bool:
    """Whether ``text`` can be an entry of a vocabulary file."""
    return bool(text) and "#" not in text and len(text.split()) == 1 and text.isprintable()
