"""Turns LaTeX into blocks of prose, in one pass over the source."""

from __future__ import annotations

import re

from copylint.core.blocks import BlockKind, Comment
from copylint.core.span import SourceSpan
from copylint.formats.draft import OBJECT, PieceRole
from copylint.formats.latex import commands as c
from copylint.formats.latex import latex_tokens as p
from copylint.formats.latex.brace_groups import Groups
from copylint.formats.latex.own_environments import OwnEnvironments
from copylint.formats.latex.symbols import ESCAPES, LIGATURES, SYMBOLS, accented
from copylint.formats.prose_heuristics import is_running_text, looks_like_prose
from copylint.formats.writer import BlockWriter, Container


class LatexReader:
    """Reads a source, or parts of one, and passes their blocks to ``writer``."""

    def __init__(self, writer: BlockWriter, groups: Groups) -> None:
        self._writer = writer
        self._source = writer.source
        self._groups = groups
        # The action to take at each brace that closes an argument.
        self._at_close: dict[int, str] = {}
        # The open environments, outermost first, with how many containers each has.
        self._open: list[tuple[str, int]] = []
        self._lists = self._tables = 0
        self._notes: list[tuple[int, int]] = []
        self._in_note = False
        self._has_single_quote = False
        # The end of the part being read: a token that reaches past it is placed inside the part.
        self._limit = len(self._source)
        # Closers that were not found, each with the end of the range searched.
        self._missing: set[tuple[str, int]] = set()
        # For environments that are in no list, by name and end: whether they hold sentences.
        self._judged: dict[tuple[str, int], bool] = {}
        self._own = OwnEnvironments(self._source, groups)

    def read(self, start: int, end: int) -> None:
        """Read the source from ``start`` to ``end``."""
        self._scan(start, end)
        self._flush()

    def block(self, start: int, end: int, container: Container) -> None:
        """Read the source from ``start`` to ``end`` as one block."""
        self._writer.containers.append(container)
        self.read(start, end)
        self._writer.containers.pop()

    def _flush(self) -> None:
        self._writer.flush()
        self._has_single_quote = False
        if self._notes and not self._in_note:
            self._in_note = True
            tables, self._tables = self._tables, 0
            # A note may contain notes: they go to the end of the queue.
            while self._notes:
                self.block(*self._notes.pop(0), Container(BlockKind.FOOTNOTE))
            self._in_note, self._tables = False, tables

    def _scan(self, at: int, end: int) -> None:
        outer, self._limit = self._limit, end
        while (token := p.TOKEN.search(self._source, at, end)) is not None:
            self._literal(at, token.start())
            at = min(end, max(token.end(), self._take(token, end)))
        self._literal(at, end)
        self._limit = outer

    def _take(self, token: re.Match[str], end: int) -> int:
        """Take a token; return where to continue."""
        start, after = token.span()
        kind = token.lastgroup
        if token["name"]:
            return self._command(token["name"], start, after, end)
        if kind == "blank":
            self._flush()
        elif kind == "line":
            self._add(PieceRole.BREAK, "\n", start, after)
        elif kind == "comment":
            return self._comment(start, after)
        elif token["accent"]:
            letter = (token["braced"] or token["letter"]).strip()
            self._add(PieceRole.TEXT, accented(token["mark"], letter), start, after)
        elif kind == "display":
            return self._formula(token.group(), start, after, end)
        elif kind == "break":
            return self._row_end(start, after)
        elif kind == "escape":
            text = ESCAPES.get(token["escape"], "")
            self._add(PieceRole.TEXT if text else PieceRole.GAP, text, start, after)
        elif kind == "group":
            self._brace(start)
        elif kind == "cell":
            if self._tables:
                self._flush()
            else:
                self._add(PieceRole.TEXT, "&", start, after)
        else:
            self._ligature(token.group(), start, after)
        return after

    def _comment(self, start: int, end: int) -> int:
        if not self._writer.hidden:
            said = self._source[start + 1 : end].strip()
            self._writer.comments.append(Comment(SourceSpan(start, end), said))
        # A comment includes the end of its line, but not an empty line after it.
        rest = p.COMMENT_END.match(self._source, end)
        end = rest.end() if rest else end
        self._add(PieceRole.GAP, "", start, end)
        return end

    def _formula(self, opener: str, start: int, after: int, end: int) -> int:
        found = p.FORMULAS[opener].match(self._source, after, end)
        if found is None:
            self._add(PieceRole.GAP, "", start, after)
            return after
        self._add(PieceRole.OPAQUE, OBJECT, start, found.end())
        return found.end()

    def _row_end(self, start: int, after: int) -> int:
        size = p.SIZE.match(self._source, after)
        after = size.end() if size else after
        if self._tables:
            self._flush()
        else:
            self._add(PieceRole.BREAK, "\n", start, after)
        return after

    def _ligature(self, text: str, start: int, after: int) -> None:
        if text == "`":
            self._has_single_quote = True
        if text == "'":
            before, follows = self._source[start - 1 : start], self._source[after : after + 1]
            closes = self._has_single_quote and not (before.isalpha() and follows.isalpha())
            self._add(PieceRole.TEXT, "’" if closes else "'", start, after)
            self._has_single_quote = self._has_single_quote and not closes
        else:
            self._add(PieceRole.TEXT, LIGATURES[text], start, after)

    def _brace(self, at: int) -> None:
        action = self._at_close.pop(at, "")
        if action == "quote":
            self._add(PieceRole.TEXT, "”", at, at + 1)
        elif action == "block":
            self._flush()
            self._writer.containers.pop()
        else:
            self._writer.emphasis -= action == "emphasis"
            self._add(PieceRole.GAP, "", at, at + 1)

    def _command(self, name: str, start: int, after: int, end: int) -> int:
        groups = self._groups
        if name in SYMBOLS:
            return self._symbol(name, start, after)
        if name in ("begin", "end"):
            found = p.ENVIRONMENT.match(self._source, after)
            if found:
                if name == "begin":
                    return self._begin(found.group(1), start, found.end(), end)
                return self._end(found.group(1), found.end())
        elif name == "item":
            return self._item(after)
        elif name in c.INLINE:
            return self._inline(name, start, after)
        elif name in c.BLOCKS:
            argument = groups.argument(groups.options(after))
            if argument and argument[1] <= end:
                self._flush()
                self._writer.containers.append(c.BLOCKS[name])
                self._at_close[argument[1]] = "block"
                return argument[0] + 1
        elif name in c.NOTES:
            argument = groups.argument(groups.options(after))
            if argument and argument[1] < end:
                self._notes.append((argument[0] + 1, argument[1]))
                self._add(PieceRole.NOTE, "", start, argument[1] + 1)
                return argument[1] + 1
        elif name in ("verb", "lstinline", "mintinline"):
            return self._verb(start, after)
        elif name == "iffalse":
            close = self._find("\\fi", after, end)
            return close + 3 if close >= 0 else after
        inside = self._stands_out(name, start, after, end)
        return self._other(name, start, after) if inside is None else inside

    def _other(self, name: str, start: int, after: int) -> int:
        """Take a command that is not prose, which may hold a place in the sentence."""
        if c.DEFINING.match(name) or name in ("def", "let"):
            defined = p.DEFINED.match(self._source, after)
            after = defined.end() if defined else after
        last = self._groups.arguments(after)
        if name in ("par", "newpage", "clearpage", "maketitle", "appendix"):
            self._flush()
        elif name == "includegraphics":
            self._writer.image([], [], start, min(last, self._limit))
        elif name in c.SILENT or c.DEFINING.match(name) or name.startswith(c.INDEXING):
            # "\small text": the space belongs to the command.
            self._add(PieceRole.GAP, "", start, last)
        else:
            self._add(PieceRole.OPAQUE, OBJECT, start, last)
        return last

    def _stands_out(self, name: str, start: int, after: int, end: int) -> int | None:
        """Take a macro of the author's for words that stand out; None if it is not one."""
        if name in c.SILENT or not c.EMPHASIS.fullmatch(name):
            return None
        argument = self._groups.argument(after)
        if argument is None or argument[1] > end or not p.PLAIN.match(self._source, *argument):
            return None
        self._writer.emphasis += 1
        self._at_close[argument[1]] = "emphasis"
        self._add(PieceRole.GAP, "", start, argument[0] + 1)
        return argument[0] + 1

    def _symbol(self, name: str, start: int, after: int) -> int:
        last = after
        if self._source.startswith("{}", after):
            last = after + 2
        elif self._source[after : after + 1] in (" ", "\t") and len(name) <= 2:
            last = after + 1
        self._add(PieceRole.TEXT, SYMBOLS[name], start, last)
        return last

    def _inline(self, name: str, start: int, after: int) -> int:
        at = self._groups.options(after)
        first = True
        for kind in c.INLINE[name]:
            argument = self._groups.argument(at)
            if argument is None:
                break
            at = argument[1] + 1
            if kind == "t" and first:
                first = False
                is_quote = name in c.QUOTING
                self._writer.emphasis += not is_quote
                self._at_close[argument[1]] = "quote" if is_quote else "emphasis"
                text = "“" if is_quote else ""
                self._add(PieceRole.TEXT if text else PieceRole.GAP, text, start, argument[0] + 1)
                return argument[0] + 1
        self._add(PieceRole.GAP, "", start, after)
        return after

    def _verb(self, start: int, after: int) -> int:
        found = p.VERBATIM.match(self._source, after)
        if found is None:
            self._add(PieceRole.OPAQUE, OBJECT, start, after)
            return after
        close = "}" if found.group(1) == "{" else found.group(1)
        place = self._source.find(close, found.end(), found.end() + 500)
        last = place + 1 if place >= 0 else after
        self._add(PieceRole.OPAQUE, OBJECT, start, last)
        return last

    def _item(self, after: int) -> int:
        self._flush()
        place = self._groups.between(after)
        end = self._groups.option(place)
        if not end or end > self._limit:
            return after
        self.block(place + 1, end - 1, Container(BlockKind.LIST_ITEM, max(1, self._lists)))
        return end

    def _begin(self, name: str, start: int, after: int, end: int) -> int:
        plain = name.rstrip("*")
        plain = self._own.like.get(plain, plain)
        if plain in c.MATHEMATICS or plain in c.HIDDEN:
            return self._skip(name, start, after, end, is_formula=plain in c.MATHEMATICS)
        self._flush()
        containers = 0
        if name in c.TABLES:
            after = self._groups.arguments(after, c.TABLES[name])
            self._tables += 1
            self._writer.containers.append(Container(BlockKind.TABLE_CELL))
            containers = 1
        elif plain in c.LISTS:
            after = self._groups.options(after)
            self._lists += 1
            self._writer.containers.append(Container(BlockKind.LIST_ITEM, self._lists))
            containers = 1
        elif plain in c.KINDS:
            self._writer.containers.append(c.KINDS[plain])
            containers = 1
        elif name in c.CLEAR or plain in c.CLEAR:
            after = self._opened(name if name in c.CLEAR else plain, after)
        elif name in self._own.arguments and self._holds_words(name, after, end):
            after = self._groups.arguments(after, self._own.arguments[name])
        elif not self._is_prose(name, after, end):
            return self._skip(name, start, after, end, is_formula=False)
        else:
            after = self._groups.arguments(after)
        self._open.append((name, containers))
        return after

    def _opened(self, name: str, after: int) -> int:
        """Return where the text of a transparent environment begins; read a slide's title."""
        after = self._groups.options(after)
        if name in ("frame", "block", "exampleblock", "alertblock"):
            argument = self._groups.argument(after)
            is_inside = argument is not None and argument[1] < self._limit
            if argument and is_inside and self._groups.between(after) == after:
                self.block(argument[0] + 1, argument[1], Container(BlockKind.SUBHEAD, 2))
                after = argument[1] + 1
            return after
        return self._groups.arguments(after, c.CLEAR[name]) if c.CLEAR[name] else after

    def _is_prose(self, name: str, after: int, end: int) -> bool:
        """Whether the unknown environment that begins at ``after`` holds sentences."""
        close = self._find(f"\\end{{{name}}}", after, end)
        if (name, close) not in self._judged:
            inside = self._source[after : min(close if close >= 0 else end, after + 2_000)]
            plain = p.COMMAND.sub(" ", p.FORMULA.sub(" x ", inside))
            self._judged[name, close] = looks_like_prose(plain) or is_running_text(plain)
        return self._judged[name, close]

    def _holds_words(self, name: str, after: int, end: int) -> bool:
        """Whether an environment that the file defines holds words at all."""
        close = self._find(f"\\end{{{name}}}", after, end)
        stop = min(close if close >= 0 else end, after + 2_000)
        return p.WORDS.search(self._source, after, stop) is not None

    def _skip(self, name: str, start: int, after: int, end: int, *, is_formula: bool) -> int:
        closer = f"\\end{{{name}}}"
        place = self._find(closer, after, end)
        if place < 0:
            return after
        if is_formula:
            self._add(PieceRole.OPAQUE, OBJECT, start, place + len(closer))
        else:
            self._flush()
        return place + len(closer)

    def _find(self, closer: str, after: int, end: int) -> int:
        """The next place of ``closer``; -1 if there is none. A failed search is not repeated."""
        if (closer, end) in self._missing:
            return -1
        place = self._source.find(closer, after, end)
        if place < 0:
            self._missing.add((closer, end))
        return place

    def _end(self, name: str, after: int) -> int:
        if self._open and self._open[-1][0] == name:
            self._flush()
            _, containers = self._open.pop()
            if containers and self._writer.containers:
                self._writer.containers.pop()
            self._tables -= name in c.TABLES
            self._lists -= name.rstrip("*") in c.LISTS
        return after

    def _add(self, role: PieceRole, text: str, start: int, end: int) -> None:
        self._writer.add(role, text, start, min(end, self._limit))

    def _literal(self, start: int, end: int) -> None:
        if start < end:
            self._writer.text(self._source[start:end], start, end)
