"""Namespaces, relationships and content types of Word files (ECMA-376, and [MS-DOCX])."""

from __future__ import annotations

_MICROSOFT = "http://schemas.microsoft.com/office/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"

#: The prefixes that names in a document are given; the second ``w`` is that of the strict
#: variant of the standard.
PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    _MICROSOFT + "word/2010/wordml": "w14",
    _MICROSOFT + "word/2012/wordml": "w15",
    _MICROSOFT + "word/2016/wordml/cid": "w16cid",
    _MICROSOFT + "word/2018/wordml/cex": "w16cex",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
}

DOCUMENT, COMMENTS, STYLES = "officeDocument", "comments", "styles"
FOOTNOTES, ENDNOTES, HEADER, FOOTER = "footnotes", "endnotes", "header", "footer"
COMMENTS_EXTENDED = _MICROSOFT + "2011/relationships/commentsExtended"
COMMENTS_IDS = _MICROSOFT + "2016/09/relationships/commentsIds"
COMMENTS_EXTENSIBLE = _MICROSOFT + "2018/08/relationships/commentsExtensible"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def kind_of(relationship: str) -> str:
    """The short name of a relationship's type: the standard's name without its prefix."""
    return relationship.removeprefix(_OFFICE).removeprefix(_STRICT)


def relationship(kind: str, like: str) -> str:
    """The type of one of the standard's relationships, in the same variant as ``like``."""
    return (_STRICT if like.startswith(_STRICT) else _OFFICE) + kind
