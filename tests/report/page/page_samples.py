"""Pages to look at: articles, their findings, and the page that a report makes of them."""

from __future__ import annotations

import io
from hashlib import sha256

from copylint import Config
from copylint.core.document import Document
from copylint.core.rule import Measured, Rule
from copylint.report.base import Library, Outcome, Presentation, Provenance
from copylint.report.lookup import reporter
from copylint.runner.document_reader import read_document
from copylint.runner.pipeline import run
from copylint.runner.result import Input
from copylint.runner.rules import all_rules

FERRY = """---
title: The night ferry
---

# The night ferry

The the *ferry* left at noon &amp; the crew slept.

It was ful of lorries ,and the the crew **said** it was ful.

- a harbour
- a pier and <script>alert("pier")</script> the the quay
"""
TIDE = "Tide tables\n\nThey waited for for the tide. It came at the the hour.\n"
CLEAN = "The harbour\n\nThe ferry left at noon.\n"
#: An article of scripts that must not run: a name that one of them sets in a page is a failure.
HOSTILE = """# </template></script><script>window.caught = 1</script>

The the <!-- <script> </template><img src=x onerror="window.caught = 2"> --> ferry.

The the </script><script>window.caught = 3</script> quay \\u003c/script> <!--<script> and
and `${window.caught = 4}` "];window.caught = 5;[" ful\u2028 of \u202e lorries.
"""


class Shelf(Library):
    """A library of articles, by path."""

    def __init__(self, texts: dict[str, str], provenance: Provenance | None = None) -> None:
        self._texts = texts
        self._provenance = provenance or Provenance()

    def document(self, path: str) -> Document | None:
        text = self._texts.get(path)
        return None if text is None else read_document(path, text)

    def digest(self, path: str) -> str:
        text = self._texts.get(path)
        return "" if text is None else sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def rule(self, rule_id: str) -> Rule | None:
        return all_rules(Config().rule_sources).get(rule_id)

    def measured(self, rule_id: str) -> Measured | None:
        return Measured(0.97, 0.5, "a shelf", "2026-11") if rule_id == "duplicates.word" else None

    def provenance(self) -> Provenance:
        return self._provenance


def outcome(texts: dict[str, str], provenance: Provenance | None = None) -> Outcome:
    inputs = [Input(path, text=text) for path, text in texts.items()]
    result = run(inputs, Config(), jobs=1)
    shelf = Shelf(texts, provenance)
    return Outcome(
        tuple(sorted(result.findings, key=lambda each: each.sort_key)),
        (),
        tuple(texts),
        result.words,
        "1.2.3",
        shelf,
    )


def page_of(what: Outcome) -> str:
    out = io.StringIO()
    reporter("html").write(what, out, Presentation())
    return out.getvalue()
