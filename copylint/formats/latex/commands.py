"""Which LaTeX commands and environments hold text, and which print nothing."""

from __future__ import annotations

import re

from copylint.core.blocks import BlockKind
from copylint.formats.writer import Container
from copylint.language.word_list import listed, words

#: Commands whose arguments are part of the sentence: ``t`` is read, ``-`` is not. Arguments in
#: square brackets are never read.
INLINE = {
    **dict.fromkeys(
        words(
            "emph textbf textit textsc textsl textsf textrm textup textmd textnormal textlf",
            "underline uline uuline uwave mbox hbox text textsuperscript textsubscript",
            "MakeUppercase MakeLowercase uppercase lowercase centerline leftline rightline",
            "hl fbox hyperlink alert structure textins added highlight dotuline",
            "makebox framebox hyperref ensuretext textulc term newterm keyword",
        ),
        "t",
    ),
    "textcolor": "-t",
    "colorbox": "-t",
    "href": "-t",
    "parbox": "-t",
    "raisebox": "-t",
    "scalebox": "-t",
    "rotatebox": "-t",
    "resizebox": "--t",
    "fcolorbox": "--t",
    "hypertarget": "-t",
    "foreignquote": "-t",
    "multicolumn": "--t",
    "multirow": "--t",
    "texorpdfstring": "t-",
    "lettrine": "tt",
    "textquote": "t",
    "enquote": "t",
}
QUOTING = frozenset(("enquote", "textquote"))
#: Commands whose argument is a block of its own.
BLOCKS = {
    "title": Container(BlockKind.HEADLINE, 1),
    "subtitle": Container(BlockKind.STANDFIRST),
    "author": Container(BlockKind.BYLINE),
    "part": Container(BlockKind.SUBHEAD, 1),
    "chapter": Container(BlockKind.SUBHEAD, 1),
    "section": Container(BlockKind.SUBHEAD, 2),
    "subsection": Container(BlockKind.SUBHEAD, 3),
    "subsubsection": Container(BlockKind.SUBHEAD, 4),
    "paragraph": Container(BlockKind.SUBHEAD, 5),
    "subparagraph": Container(BlockKind.SUBHEAD, 6),
    "minisec": Container(BlockKind.SUBHEAD, 5),
    "frametitle": Container(BlockKind.SUBHEAD, 2),
    "framesubtitle": Container(BlockKind.SUBHEAD, 3),
    "caption": Container(BlockKind.CAPTION),
    "subcaption": Container(BlockKind.CAPTION),
    "abstract": Container(BlockKind.STANDFIRST),
}
#: Commands whose argument is separate from the sentence around them.
NOTES = frozenset(
    ("footnote", "footnotetext", "thanks", "endnote", "marginpar", "sidenote", "marginnote")
)
#: Commands that print nothing in the sentence; their arguments are not prose. An unknown command
#: is taken to print something there that is not prose.
SILENT = listed("latex-silent-commands")
#: Environments in which nothing is prose; the display mathematics among them is within a sentence.
MATHEMATICS = words(
    "equation align gather multline eqnarray math displaymath alignat flalign dmath subequations"
)
HIDDEN = words(
    "verbatim Verbatim lstlisting minted alltt comment filecontents tikzpicture tikzcd picture",
    "pgfpicture axis algorithm algorithmic algorithm2e thebibliography code pycode pyconsole",
    "forest circuitikz bytefield tabbing asy luacode CCSXML BVerbatim LVerbatim SaveVerbatim",
)
TABLES = {
    "tabular": 1,
    "tabular*": 2,
    "tabularx": 2,
    "tabulary": 2,
    "longtable": 1,
    "supertabular": 1,
    "longtabu": 1,
    "tabu": 1,
}
LISTS = words("itemize enumerate description compactitem compactenum inparaenum list tasks")
KINDS = {
    "abstract": Container(BlockKind.STANDFIRST),
    "quote": Container(BlockKind.QUOTATION),
    "quotation": Container(BlockKind.QUOTATION),
    "verse": Container(BlockKind.QUOTATION),
    "displayquote": Container(BlockKind.QUOTATION),
}
#: Environments that change nothing, with the number of their arguments.
CLEAR = {
    **dict.fromkeys(
        words(
            "document figure figure* table table* center flushleft flushright frame block",
            "exampleblock alertblock theorem lemma proof definition remark example corollary",
            "proposition thm lem defn dfn defi cor prop ex exs exmp eg rmk rem obs conj claim fact",
            "exercise exercises solution problem question answer conjecture notation axiom case",
            "assumption hypothesis observation keyidea summary construction convention warning",
            "questions parts subparts objective motivation",
            "note titlepage appendices spacing landscape sideways subfigure subtable",
            "samepage small footnotesize large columns sloppypar singlespace doublespace",
            "acknowledgments acks acknowledgements mdframed framed quotebox",
        ),
        0,
    ),
    "minipage": 1,
    "column": 1,
    "multicols": 1,
    "wrapfigure": 2,
    "wraptable": 2,
    "adjustwidth": 2,
}
#: Commands that define others: what they print is not known here.
DEFINING = re.compile(
    r"(?:re|provide)?new(?!line|page|term)|[Dd]ef(?!n|ini)(?!ine$)|[Dd]eclare|[sS]et[A-Z]?|use"
)
#: Names that authors give macros for words that stand out and are part of the sentence.
EMPHASIS = re.compile(
    r"(?i)(?!.*(?:index|idx|ref|cite|label|math|symbol|name|style|set))"
    r".*(?:emph|bold|ital|strong|highlight|define|defn|term|concept|keyword).*"
)
#: How the names of macros for entries of an index begin; they print nothing.
INDEXING = ("index", "idx")
#: How a file names environments of its own: theorems and the like, and those of code.
THEOREMS = re.compile(
    r"\\(?:newtheorem\*?|newtcbtheorem|newmdtheoremenv|spnewtheorem\*?|declaretheorem(?:\[[^\]]*\])?"
    r"|newtcolorbox(?:\[[^\]]*\])?|newmdenv(?:\[[^\]]*\])?)\s*\{(?P<name>[^{}\s]+)\}"
)
CODES = re.compile(
    r"\\(?:lstnewenvironment|DefineVerbatimEnvironment|newminted|newverbatim|NewTCBListing"
    r"|newtcblisting(?:\[[^\]]*\])?)\s*\{(?P<name>[^{}\s]+)\}"
)
ENVIRONMENTS = re.compile(
    r"\\(?:re)?newenvironment\*?\s*\{(?P<name>[^{}\s]+)\}(?:\s*\[(?P<arguments>\d)\])?(?:\s*\[[^\]]*\])?"
)
