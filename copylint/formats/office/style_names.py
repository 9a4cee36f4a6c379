"""Block kinds by the name of a paragraph style.

Word's own styles have English names in its files whatever its language (ECMA-376, part 1,
17.7.4.9); other programs write the names that their users see.
"""

from __future__ import annotations

import re

from copylint.core.blocks import BlockKind

# The names that newsrooms and programs in several languages give styles, folded, by kind.
_KINDS = {
    BlockKind.HEADLINE: "title headline hed titel titre título titolo",
    BlockKind.STANDFIRST: (
        "subtitle standfirst dek deck sell intro untertitel sous-titre subtítulo sottotitolo "
        "ondertitel"
    ),
    BlockKind.SUBHEAD: "subhead subheading crosshead cross-head sidehead",
    BlockKind.BYLINE: "byline author autor auteur autore",
    BlockKind.DATELINE: "dateline date",
    BlockKind.CAPTION: (
        "caption photocaption picturecaption cutline figure illustration beschriftung légende "
        "legende leyenda didascalia bijschrift legenda"
    ),
    BlockKind.CREDIT: "credit picturecredit photocredit",
    BlockKind.QUOTATION: (
        "quote quotation quotations intensequote pullquote blockquote zitat citation cita "
        "citazione citaat citação"
    ),
    BlockKind.LIST_ITEM: (
        "listparagraph list listbullet listnumber listcontinue listenabsatz "
        "aufzählungszeichen paragraphedeliste párrafodelista paragrafoelenco lijstalinea"
    ),
    BlockKind.FOOTNOTE: "footnotetext endnotetext footnote endnote fußnotentext notedebasdepage",
}
_BY_NAME = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_HEADING = re.compile(
    r"(?:heading|überschrift|berschrift|titre|título|ttulo|titolo|kop|rubrik|otsikko|nagłówek)"
    r"([1-9])"
)
# Styles of code: those of Word, of pandoc and of publishers' templates.
_CODE = re.compile(
    r"(?:source|program|inline|block)?(?:code|literal|verbatim)s?"
    r"(?:block|body|char|character|inline|text|first|last|line|listing|wide|single|example|bold"
    r"|italic|gr[ae]y|label|annotated|annotation|a|b|c)*"
    r"|html(?:code|preformatted|keyboard|sample|typewriter|variable)(?:char)?"
    r"|(?:macro|preformatted|programlisting|plainpreformatted)(?:text)?(?:char)?"
    r"|(?:keyboard|screen|terminal|console)(?:input|output|text)?(?:char)?"
    r"|quelltext|quellcode|codesource|códigofuente|codice|sourcetext|teletype"
)
#: Typefaces of one width, which printers use for code, folded.
MONOSPACED = frozenset(
    (
        *("consolas", "menlo", "monaco", "couriernew", "courier", "lucidaconsole", "inconsolata"),
        *("liberationmono", "dejavusansmono", "sourcecodepro", "firacode", "firamono"),
        *("ubuntumono", "robotomono", "jetbrainsmono", "ibmplexmono", "andalemono", "notomono"),
        *("notosansmono", "cascadiacode", "cascadiamono", "sfmono", "hack", "lettergothic"),
        *("dejavusansmonobook", "thesansmono", "thesansmonocondensed", "ocraextended"),
    )
)
_CONTENTS = re.compile(r"(?:toc|verzeichnis|tm|sommario|tdc|inhopg)\d|(?:contents?|index)\d")


def kind_named(name: str) -> tuple[BlockKind | None, int]:
    """The kind and level of paragraphs in a style of that name; None if the name gives no kind."""
    folded = _folded(name)
    heading = _HEADING.fullmatch(folded)
    if heading:
        return BlockKind.SUBHEAD, int(heading[1])
    kind = _BY_NAME.get(folded)
    return kind, int(kind in (BlockKind.HEADLINE, BlockKind.LIST_ITEM))


def is_contents(name: str) -> bool:
    """Whether the style is that of a table of contents, which repeats the headings."""
    return _CONTENTS.fullmatch(_folded(name)) is not None


def is_code(name: str) -> bool:
    """Whether the style is one for code."""
    return _CODE.fullmatch(_folded(name)) is not None


def is_monospaced(font: str) -> bool:
    """Whether the typeface has letters of one width."""
    # OpenDocument numbers the declarations of a typeface.
    return _folded(font).rstrip("0123456789") in MONOSPACED


def _folded(name: str) -> str:
    return re.sub(r"[\s_]+", "", name).lower()
