"""Sphinx's settings for the documentation; ``python tools/docs/build.py`` runs it."""

project = "copylint"
author = "the copylint contributors"
copyright = author
extensions = ["myst_parser"]
root_doc = "index"
exclude_patterns: list[str] = []
# Links may name a heading of another page: (changes.md#accepted-findings).
myst_heading_anchors = 4
html_theme = "furo"
html_title = "copylint"
html_show_sphinx = False
html_copy_source = False
# Blocks in the rules' own fences are not code of a language that Pygments knows.
highlight_language = "none"
suppress_warnings = ["misc.highlighting_failure"]
