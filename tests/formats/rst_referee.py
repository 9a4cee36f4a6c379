"""The blocks that docutils finds in a source, in our own terms, to compare our reader with."""

from __future__ import annotations

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Parser

OBJECT = "\ufffc"
_HIDDEN = (
    nodes.literal_block,
    nodes.doctest_block,
    nodes.comment,
    nodes.system_message,
    nodes.raw,
    nodes.math_block,
    nodes.substitution_definition,
    nodes.attribution,
    nodes.field_name,
    nodes.classifier,
    nodes.option_group,
    nodes.label,
    nodes.target,
    nodes.pending,
    nodes.meta,
)
_BLOCKS = (nodes.paragraph, nodes.title, nodes.subtitle, nodes.term, nodes.caption, nodes.rubric)


def judged(source: str) -> list[str] | None:
    """The texts of the blocks that docutils finds, with runs of spaces as one.

    None if the levels of the titles are out of order: docutils then drops a title, we read it.
    """
    settings = {
        "report_level": 5,
        "halt_level": 6,
        "warning_stream": False,
        "doctitle_xform": False,
        "docinfo_xform": False,
        "file_insertion_enabled": False,
        "raw_enabled": False,
        "_disable_config": True,
        "smart_quotes": False,
    }
    tree = publish_doctree(source, parser=Parser(), settings_overrides=settings)
    if any(
        "itle" in each.astext() and each["level"] >= 3
        for each in tree.findall(nodes.system_message)
    ):
        return None
    found: list[str] = []
    _walk(tree, found)
    return [text for text in found if text.replace(OBJECT, "").strip()]


def _walk(node: nodes.Node, found: list[str]) -> None:
    if isinstance(node, _HIDDEN) or "contents" in node.get("classes", ()):
        return
    if isinstance(node, nodes.line_block):
        _lines(node, found)
    elif isinstance(node, nodes.image):
        if node.get("alt"):
            found.append(" ".join(node["alt"].split()))
    elif isinstance(node, _BLOCKS):
        found.append(" ".join(_text(node).split()))
        found += [
            " ".join(image["alt"].split())
            for image in node.findall(nodes.image)
            if image.get("alt")
        ]
    else:
        for child in node.children:
            _walk(child, found)


def _lines(block: nodes.line_block, found: list[str]) -> None:
    joined: list[str] = []
    for line in block.findall(nodes.line):
        text = " ".join(_text(line).split())
        if text:
            joined.append(text)
        elif joined:
            found.append(" ".join(joined))
            joined = []
    if joined:
        found.append(" ".join(joined))


def _text(node: nodes.Node) -> str:
    if isinstance(node, nodes.Text):
        return node.astext()
    if isinstance(node, nodes.footnote_reference | nodes.target | nodes.image) and not (
        isinstance(node, nodes.target) and node.children
    ):
        return ""
    if isinstance(
        node,
        nodes.literal
        | nodes.math
        | nodes.citation_reference
        | nodes.substitution_reference
        | nodes.problematic,
    ):
        return OBJECT
    if isinstance(node, nodes.title_reference) and " " not in node.astext():
        return OBJECT
    return "".join(_text(child) for child in node.children)
