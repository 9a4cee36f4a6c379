# ruff: noqa: E501 - the sources are clearer on one line
from __future__ import annotations

import pytest
from reading import Reading

from copylint.config.schema import Config
from copylint.core.blocks import BlockKind
from copylint.formats.latex.format import Latex
from copylint.runner.pipeline import run
from copylint.runner.result import Input

K = BlockKind
OBJECT = "\ufffc"
READING = Reading(Latex(), "a.tex")
read, blocks, text, origin = READING.read, READING.blocks, READING.text, READING.origin


ARTICLE = r"""% a remark
\documentclass[12pt]{article}
\newcommand{\teh}[1]{teh #1}
\title{The Old Harbour\thanks{For Anna.}}
\author{Jane Roe}
\begin{document}
\maketitle
\begin{abstract}
How boats come home.
\end{abstract}

\section{The \emph{tide}}\label{sec:teh}
\noindent It rose at noon,
as Roe~\cite[p.~3]{teh} says.\footnote{In \emph{May}.\footnote{Or June.}} Nobody saw it.

\begin{quote}``It was late.''\end{quote}
\begin{itemize}
  \item One boat
  \item[Two] boats
    \begin{enumerate}\item Inner.\end{enumerate}
\end{itemize}
\begin{figure}[h]
  \centering\includegraphics[width=3cm]{teh.png}
  \caption[short]{The bridge in \textbf{May}.}
\end{figure}
\begin{table}
\begin{tabular}{l|r}
  Name & What \\ \hline
  \textbf{a} & b\\[2pt]
\end{tabular}
\end{table}
\end{document}
teh end
"""


def test_article_commands_give_block_kinds() -> None:
    assert blocks(ARTICLE) == [
        (K.HEADLINE, "The Old Harbour"),
        (K.FOOTNOTE, "For Anna."),
        (K.BYLINE, "Jane Roe"),
        (K.STANDFIRST, "How boats come home."),
        (K.SUBHEAD, "The tide"),
        (K.PARAGRAPH, f"It rose at noon,\nas Roe\u00a0{OBJECT} says. Nobody saw it."),
        (K.FOOTNOTE, "In May."),
        (K.FOOTNOTE, "Or June."),
        (K.QUOTATION, "“It was late.”"),
        (K.LIST_ITEM, "One boat"),
        (K.LIST_ITEM, "Two"),
        (K.LIST_ITEM, "boats"),
        (K.LIST_ITEM, "Inner."),
        (K.CAPTION, "The bridge in May."),
        (K.TABLE_CELL, "Name"),
        (K.TABLE_CELL, "What"),
        (K.TABLE_CELL, "a"),
        (K.TABLE_CELL, "b"),
    ]
    assert len(read(ARTICLE).images) == 1


@pytest.mark.parametrize(
    "hidden",
    [
        r"\begin{verbatim}teh { code\end{verbatim}",
        "\\begin{lstlisting}[language=C]\nteh\n\nteh\n\\end{lstlisting}",
        r"\begin{tikzpicture}\node {teh};\end{tikzpicture}",
        r"\begin{thing}teh = { \foo } teh\end{thing}",
        "% teh remark",
        r"\vspace{2cm}\label{teh}\input{teh}",
        r"\newcommand*{\x}[2][teh]{teh #1}",
        r"\def\x#1{teh}",
        r"\unknown{teh}[teh]{teh}",
        r"\iffalse teh \fi",
        r"\[ teh \]",
        r"\begin{align*} teh \end{align*}",
        r"\bibliography{teh}",
    ],
)
def test_code_and_mathematics_are_not_prose(hidden: str) -> None:
    assert blocks(f"Before it.\n\n{hidden}\n\nAfter it.\n") == [
        (K.PARAGRAPH, "Before it."),
        (K.PARAGRAPH, "After it."),
    ]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"An ex\emph{clu}sive caf{\'e} na\"{\i}ve \v{S}koda \c cava stra\ss e.", "An exclusive café naïve Škoda çava straße."),
        (r"``Yes'', she said---``no''; pages 3--4.", "“Yes”, she said—“no”; pages 3–4."),
        (r"It's `the keeper's lamp', he said.", "It's ‘the keeper's lamp’, he said."),
        (r"\enquote{Yes}, 5\,\% of \$3 \& more\ldots{} z.\,B.", "“Yes”, 5\u202f% of $3 & more… z.\u202fB."),
        (r"If $x < 3$ or \(y\) then $$z$$ holds.", f"If {OBJECT} or {OBJECT} then {OBJECT} holds."),
        (r"See \ref{a}, \cite{b} and \url{http://c}.", f"See {OBJECT}, {OBJECT} and {OBJECT}."),
        (r"At \href{http://a}{the site}, \textcolor{red}{red}.", "At the site, red."),
        ("One% teh\n  two % teh\nthree.", "Onetwo three."),
        ("One line\\\\[2pt]\nand another.", "One line\nand another."),
        (r"Run \verb|git {teh| and \texttt{teh}.", f"Run {OBJECT} and {OBJECT}."),
        (r"{\bf Bold} and {\small small} text.", "Bold and small text."),
        (r"It has \teh{} words.", f"It has {OBJECT} words."),
        (r"\begin{theorem}[Teh]All is well.\end{theorem}", "All is well."),
        (r"\begin{mybox}The boats come home at noon, and leave at dusk.\end{mybox}", "The boats come home at noon, and leave at dusk."),
        (r"So $5 it is.", "So 5 it is."),
        (r"A } b { c \emph{d", "A b c d"),
    ],
)  # fmt: skip
def test_inline_commands_are_removed(source: str, shown: str) -> None:
    assert text(source) == shown


def test_what_an_item_leaves_open_is_closed_elsewhere() -> None:
    source = r"\item[\begin{verbatim}] One. \begin{verbatim}teh\end{verbatim} Two."
    assert [shown for _, shown in blocks(source)] == ["One.", "Two."]


def test_spans_and_directives_map_to_the_source() -> None:
    source = "An ex\\emph{clu}sive ``it''.\n\n% copylint-disable-next-line spelling\nThe teh.\n"
    assert origin(source, "exclusive “") == "ex\\emph{clu}sive ``"
    (result,) = run([Input("a.tex", source.encode())], Config(select=("spelling",))).files
    assert [finding.text for finding in result.findings] == []


@pytest.mark.parametrize(
    ("source", "old", "new", "after"),
    [
        ("The old gate.", "old", "olden & “new”", "The olden \\& ``new'' gate."),
        ("The old gate.", "old", "50% off", "The 50\\% off gate."),
        ("The old gate.", "old", "a’b", "The a’b gate."),
        ("The old\\emph{en} gate.", "old", "gold", "The gold\\emph{en} gate."),
        ("A \\emph{old} gate.", "old", "gold", "A \\emph{gold} gate."),
        ("A \\small old gate.", "old", "gold", "A \\small gold gate."),
    ],
)
def test_fixes_are_written_as_latex(source: str, old: str, new: str, after: str) -> None:
    assert READING.fixed(source, old, new) == after


@pytest.mark.parametrize(
    "source",
    [
        "\\emph{" * 10_000 + "x" + "}" * 10_000,
        "{" * 10_000,
        "\\begin{quote}" * 10_000 + "x",
        "\\footnote{" * 3_000 + "x" + "}" * 3_000,
        "\\[" * 10_000,
        "\\begin{verbatim}" * 5_000,
        "\\footnote{" + "\\begin{verbatim}" * 30_000 + "}",
        "\\a[" * 5_000,
        "\\title{a\n\\begin{document}b}c",
        "\\item[\\title{\n\n\\footnote{a\\'}{\\sectionteh x\\verb\\[]'*&\\b c",
        "\\footnote{\\footnote{a\\item[}b]{c\\footnote{d%\n}\n",
    ],
)
def test_deep_nesting_is_read(source: str) -> None:
    assert read(source).source == source


def test_environments_are_judged_one_by_one() -> None:
    source = (
        "\\begin{zork}\n  x = 1; y = 2;\n\\end{zork}\n\n"
        "\\begin{zork}\nA boat is a thing that leaves the quay at dawn. It comes back.\n\\end{zork}\n\n"
        "\\begin{zork}\nWe call it a boat if it leaves the quay \\[ a = b \\] at dawn\n\\end{zork}\n"
    )
    assert [text for _, text in blocks(source)] == [
        "A boat is a thing that leaves the quay at dawn. It comes back.",
        "We call it a boat if it leaves the quay \ufffc at dawn",
    ]


def test_environments_that_a_file_defines() -> None:
    source = (
        "\\newtheorem{rule1}{Rule}\n"
        "\\newenvironment{aside}[1]{\\begin{center}}{\\end{center}}\n"
        "\\newenvironment{shout}{\\begin{quote}}{\\end{quote}}\n"
        "\\lstnewenvironment{prog}{}{}\n"
        "\\newenvironment{sums}{\\begin{align*}}{\\end{align*}}\n"
        "\\begin{rule1}Boats leave.\\end{rule1}\n"
        "\\begin{aside}{red}Boats return.\\end{aside}\n"
        "\\begin{shout}Ahoy there.\\end{shout}\n"
        "\\begin{prog}print the tide of the day and be gone.\\end{prog}\n"
        "\\begin{sums}a boat is all\\end{sums}\n"
    )
    assert blocks(source)[-2:] == [
        (K.PARAGRAPH, "Boats return."),
        (K.QUOTATION, "Ahoy there."),
    ]
    assert (K.PARAGRAPH, "Boats leave.") in blocks(source)
    assert "print" not in read(source).text
    assert "boat is all" not in read(source).text


@pytest.mark.parametrize(
    ("source", "whole"),
    [
        (r"The \define{tide table} of the day.", "The tide table of the day."),
        (r"The \mybold{tide} is out.", "The tide is out."),
        (r"The tide\indexdef{tide} is out.", "The tide is out."),
        (r"The \termref{tide} is out.", "The \ufffc is out."),
        (r"\def\tide{x}The tide is out.", "The tide is out."),
    ],
)
def test_macros_are_judged_by_name_and_argument(source: str, whole: str) -> None:
    assert text(source) == whole
