"""Jupyter notebooks: the Markdown cells of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from copylint.core.errors import InputError
from copylint.formats.data.data_article import DataArticle
from copylint.formats.data.field_formats import DataFile
from copylint.formats.data.value_tree import ValueNode
from copylint.formats.draft import TextPiece


class Notebook(DataFile):
    """A Jupyter notebook. Its Markdown is read; code, output and raw cells are not."""

    name = "notebook"
    suffixes = (".ipynb",)
    signature = r'\A\s*\{\s*"(?:cells|metadata|nbformat(?:_minor)?)"\s*:'
    has_fields = False
    written = ("plain", "json")
    title = "JSON that is not a Jupyter notebook"

    def parse(self, path: str, source: str) -> ValueNode:
        """The tree of ``source``."""
        from copylint.formats.data.json import parse

        root = parse(path, source)
        if root.get("cells") is None and root.get("worksheets") is None:
            raise InputError(path, "JSON that is not a Jupyter notebook: it has no cells")
        return root

    def known(self, root: ValueNode) -> list[DataArticle]:
        """The notebook as one article."""
        article = DataArticle(())
        for cells in _cell_lists(root):
            for _, cell in cells.members:
                kind, source = cell.get("cell_type"), cell.get("source")
                if kind is None or source is None:
                    continue
                if kind.text == "heading":  # of notebooks before version 4
                    article.texts.append((_joined(source), None, "plain"))
                elif kind.text == "markdown":
                    article.texts.append((_joined(source), None, "markdown"))
        return [article]


def _cell_lists(root: ValueNode) -> list[ValueNode]:
    """The lists of cells; notebooks before version 4 have one in each worksheet."""
    cells = root.get("cells")
    if cells is not None:
        return [cells]
    sheets = root.get("worksheets")
    found = [sheet.get("cells") for _, sheet in sheets.members] if sheets else []
    return [each for each in found if each is not None]


def _joined(source: ValueNode) -> ValueNode:
    """The text of a cell, which may be in one string or in a string for each line."""
    if source.pieces is not None:
        return source
    lines = [line.pieces for _, line in source.members if line.pieces is not None]
    return ValueNode(source.start, source.end, [], partial(_all_pieces, lines), "json")


def _all_pieces(lines: list[Callable[[], list[TextPiece]]]) -> list[TextPiece]:
    return [piece for line in lines for piece in line()]
