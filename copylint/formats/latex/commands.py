"""Which commands and environments of LaTeX hold text, which print nothing."""

from __future__ import annotations

import re

from copylint.core.blocks import BlockKind
from copylint.formats.name_sets import names
from copylint.formats.writer import Container

#: Commands whose arguments stand in the sentence: ``t`` is read, ``-`` is not. Those in square
#: brackets are never read.
INLINE = {
    **dict.fromkeys(
        names(
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
#: Commands whose argument stands apart from the sentence in which they are.
NOTES = frozenset(
    ("footnote", "footnotetext", "thanks", "endnote", "marginpar", "sidenote", "marginnote")
)
#: Commands that print nothing in the sentence; their arguments are no prose. What is not known
#: is taken to print something there that is no prose.
SILENT = names(
    "label index glossary vspace hspace vskip hskip input include includeonly usepackage",
    "documentclass bibliography bibliographystyle addbibresource printbibliography nocite",
    "setlength addtolength setcounter addtocounter stepcounter refstepcounter pagestyle",
    "thispagestyle pagenumbering hypersetup geometry graphicspath captionsetup lstset",
    "selectlanguage setmainfont setlist definecolor color bookmark phantomsection date",
    "markboth markright addcontentsline tableofcontents listoffigures listoftables maketitle",
    "noindent indent centering raggedright raggedleft small footnotesize scriptsize tiny large",
    "Large LARGE huge Huge normalsize bfseries itshape scshape slshape ttfamily sffamily",
    "rmfamily mdseries upshape normalfont bf it sc sl tt rm sf em par newpage clearpage",
    "cleardoublepage pagebreak nopagebreak linebreak nolinebreak newline smallskip medskip",
    "bigskip hfill vfill hline cline toprule midrule bottomrule cmidrule addlinespace appendix",
    "frontmatter mainmatter backmatter protect footnotemark allowbreak hyphenation sloppy",
    "fussy flushbottom raggedbottom onehalfspacing doublespacing singlespacing begingroup",
    "endgroup relax ignorespaces unskip null strut phantom hphantom vphantom and institute",
    "email affiliation keywords pause only uncover visible includegraphics sout st",
    "newcommand renewcommand providecommand newenvironment renewenvironment newtheorem def",
    "DeclareMathOperator newcounter newlength newif let makeatletter makeatother setbeamertemplate",
    "usetheme usecolortheme titleformat titlespacing fancyhead fancyfoot fancyhf lhead rhead chead",
    "lfoot rfoot cfoot theoremstyle todo missingfigure centerline linewidth textwidth columnwidth",
    "textheight rule hrulefill dotfill columnbreak balance IEEEpeerreviewmaketitle ccsdesc",
)
#: Environments in which nothing is prose; the display mathematics among them stands in a sentence.
MATHEMATICS = names(
    "equation align gather multline eqnarray math displaymath alignat flalign dmath subequations"
)
HIDDEN = names(
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
LISTS = names("itemize enumerate description compactitem compactenum inparaenum list tasks")
KINDS = {
    "abstract": Container(BlockKind.STANDFIRST),
    "quote": Container(BlockKind.QUOTATION),
    "quotation": Container(BlockKind.QUOTATION),
    "verse": Container(BlockKind.QUOTATION),
    "displayquote": Container(BlockKind.QUOTATION),
}
#: Environments that change nothing, by how many arguments they have.
CLEAR = {
    **dict.fromkeys(
        names(
            "document figure figure* table table* center flushleft flushright frame block",
            "exampleblock alertblock theorem lemma proof definition remark example corollary",
            "proposition note titlepage appendices spacing landscape sideways subfigure subtable",
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
    r"(?:re|provide)?new(?!line|page|term)|[Dd]ef(?:ine)?|[Dd]eclare|[sS]et[A-Z]?|use"
)
