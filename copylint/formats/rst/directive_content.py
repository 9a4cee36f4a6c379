"""The content of directives of docutils and Sphinx: prose, titles, code."""

from __future__ import annotations

from copylint.core.blocks import BlockKind
from copylint.language.word_list import words

#: Their content is text, including that on their first line.
TEXTS = words(
    "attention caution danger error hint important note tip warning seealso epigraph highlights",
    "pull-quote compound header footer abstract dedication centered glossary hlist",
    "line-block replace",
)
#: Their argument is a title or the like, of this kind; their content is text.
TITLED = {
    "admonition": BlockKind.SUBHEAD,
    "topic": BlockKind.SUBHEAD,
    "sidebar": BlockKind.SUBHEAD,
    "rubric": BlockKind.SUBHEAD,
    "dropdown": BlockKind.SUBHEAD,
    "card": BlockKind.SUBHEAD,
    "table": BlockKind.CAPTION,
    "list-table": BlockKind.CAPTION,
    "csv-table": BlockKind.CAPTION,
}
#: Their argument is a name or a number; their content is text.
NAMED = words(
    "container class figure only todo tab tabs tab-set tab-item grid grid-item collapse details",
    "versionadded versionchanged deprecated deprecated-removed versionremoved",
    "function method classmethod staticmethod attribute property data exception decorator module",
    "option cmdoption envvar confval describe object program type enum struct macro var member",
    "note-group",
)
#: What follows the version is text too.
VERSIONS = frozenset(("versionadded", "versionchanged", "deprecated", "versionremoved"))
QUOTING = frozenset(("epigraph", "highlights", "pull-quote"))
IMAGES = frozenset(("image", "figure", "thumbnail"))
#: None of their content is prose.
HIDDEN = words(
    "code code-block sourcecode highlight parsed-literal math raw literalinclude include",
    "productionlist graphviz graph digraph plantuml uml mermaid doctest testcode testoutput",
    "testsetup testcleanup prompt ipython jupyter-execute plot toctree contents sectnum index",
    "meta csv-table currentmodule currentlibrary role default-role unicode date target-notes",
    "tabularcolumns bibliography acks sectionauthor codeauthor automodule autoclass autofunction",
    "autosummary exec eval eval-rst click argparse command-output program-output youtube video",
    "audio iframe bokeh-plot altair-plot nbinput nboutput swagger openapi http_request",
)
