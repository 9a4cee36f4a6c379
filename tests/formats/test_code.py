# ruff: noqa: E501 - the sources are clearer on one line
from __future__ import annotations

import sys

import pytest

from copylint.config.schema import Config
from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.fix import Edit
from copylint.core.span import TextSpan
from copylint.fix.apply import Patch
from copylint.formats.code import grammars
from copylint.formats.code.format import JavaScript, PythonCode, TypeScript
from copylint.runner.pipeline import run
from copylint.runner.result import Input

K = BlockKind
OBJECT = "\ufffc"


def python(source: str) -> list[str]:
    return texts(PythonCode().read("a.py", source))


def script(source: str) -> list[str]:
    return texts(JavaScript().read("a.js", source))


def texts(document: Document) -> list[str]:
    return [document.slice(block.span) for block in document.blocks]


def found(source: str, name: str = "a.py", **settings: tuple[str, ...]) -> list[tuple[str, str]]:
    (result,) = run([Input(name, source.encode())], Config(**settings)).files
    assert not result.error
    return [(finding.rule, finding.text) for finding in result.findings]


PROGRAM = '''#!/usr/bin/env python
# -*- coding: utf-8 -*-
# Copyright 2024 Jane Roe. Licensed under the terms of the licence.
"""How boats come home.

They wait for the tide,
and for ``the_tide`` to turn.

    >>> teh()
    1

As in this::

    teh code

- one boat
- two boats
"""

import teh  # noqa: F401

TEH = "teh teh"  #: Where the boat is kept.


class Boat:
    """A boat.

    Args:
        name (str): The name of
            the boat.
        *sails: Its sails.

    Returns:
        int: How many there are.

    :param teh: The harbour.
    :type teh: int
    """

    # The tide turns
    # twice a day.
    #
    # teh = rise(1)
    # return teh
    def sail(self):  # type: ignore
        """Sail.

        Parameters
        ----------
        wind : float
            How strong it is.
        """
        # TODO(jane): Find the other harbour.
        x = 1  # as it was
        "teh" + b"teh"
        f"teh {x}"
'''


def test_comments_and_docstrings_of_a_program_are_blocks() -> None:
    assert python(PROGRAM) == [
        "How boats come home.",
        f"They wait for the tide,\nand for {OBJECT} to turn.",
        "As in this::",
        "one boat",
        "two boats",
        "Where the boat is kept.",
        "A boat.",
        "The name of\nthe boat.",
        "Its sails.",
        "How many there are.",
        "The harbour.",
        "The tide turns\ntwice a day.",
        "Sail.",
        "How strong it is.",
        "Find the other harbour.",
        "as it was",
    ]


def test_comments_of_a_script_are_blocks() -> None:
    source = (
        "/*! @license teh */\n/**\n * How boats come home,\n * one by one.\n *\n"
        " * @param {string} [teh=1] - The harbour.\n * @returns {Promise<teh>} Nothing at all.\n"
        " * @example\n * teh(1);\n */\n// eslint-disable-next-line teh\n// The tide turns\n"
        "// twice a day.\n// const teh = 1;\nconst url = '// teh'; /* at noon */\n"
    )
    assert script(source) == [
        "How boats come home,\none by one.",
        "The harbour.",
        "Nothing at all.",
        "The tide turns\ntwice a day.",
        "at noon",
    ]
    assert texts(TypeScript().read("a.tsx", "// At dusk.\nlet x: A = <B<C>>teh</B>;")) == [
        "At dusk."
    ]
    assert texts(TypeScript().read("a.ts", "let x = <A>teh; // At dusk.")) == ["At dusk."]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            "# Call boat_name, boatName or boat.name() on /a/b with --teh.",
            f"Call {OBJECT}, {OBJECT} or {OBJECT} on {OBJECT} with {OBJECT}.",
        ),
        ("# It says 'teh' or \"teh teh\", e.g. here.", f"It says {OBJECT} or {OBJECT}, e.g. here."),
        ("# The vorrel is here.\nvorrel = 1", f"The {OBJECT} is here."),
        ("# The kwargs of the frobnicator.", f"The {OBJECT} of the {OBJECT}."),
        ("# boats is a list.\nboats = []", f"{OBJECT} is a list."),
        ('"""It says \\"yes\\" \\u2014 caf\\xe9."""', 'It says "yes" — café.'),
        ('"""It is \\u12 or \\ud800 or so."""', f"It is {OBJECT}12 or {OBJECT} or so."),
    ],
)
def test_program_names_are_not_words(source: str, shown: str) -> None:
    assert python(source) == [shown]


def test_uncertain_rules_are_off_in_code() -> None:
    source = '"""It will recieve the  boats, at at noon. It will recieve an boat."""\n# It was a grey grey day.\n'
    assert ("spelling.unknown", "recieve") in found(source)
    assert ("duplicates.word", "at at") in found(source)
    assert not [rule for rule, _ in found(source) if rule.startswith("typography")]
    assert [rule for rule, _ in found(source, select=("typography.double-space",))]


def test_directives_in_comments_are_read() -> None:
    source = (
        "# copylint-disable-next-line spelling\n# It will recieve boats.\n\n# It did recieve it.\n"
    )
    assert found(source, select=("spelling.unknown",)) == [("spelling.unknown", "recieve")]


def test_spans_map_to_the_source() -> None:
    source = '# é\n"""An ex``x``.\n\n    The old\n    gate."""\n'
    document = PythonCode().read("a.py", source)
    at = document.text.index("old\ngate")
    where = document.to_source(TextSpan(at, at + 8))
    assert source[where.start : where.end] == "old\n    gate"


@pytest.mark.parametrize(
    ("source", "new", "after"),
    [
        ("# The old gate.", "new", "# The new gate."),
        ("# The old gate.", "new\nx", None),
        ("'''The old gate.'''", "new'''", None),
        ("'''The old gate.'''", "isn't", "'''The isn't gate.'''"),
        ("'The old gate.'", "isn't", None),
        ("'''The old gate.'''", "a\\n", None),
        ("# The old gate.", "x_y", None),
    ],
)
def test_fixes_are_written_as_comments(source: str, new: str, after: str | None) -> None:
    form = PythonCode()
    document = form.read("a.py", source)
    at = document.text.index("old")
    span = TextSpan(at, at + 3)
    escaped = form.escape(document, span, new)
    if after is None:
        assert escaped is None
    else:
        assert escaped is not None
        assert Patch([Edit(document.to_source(span), escaped)]).apply(source) == after


def test_missing_parser_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tree_sitter_python", None)
    grammars._parser.cache_clear()
    with pytest.raises(InputError) as refusal:
        PythonCode().read("a.py", "# teh")
    assert "tree_sitter_python, which reads source code, is not installed" in refusal.value.message
    assert "-m pip install 'tree-sitter-python>=0.23'" in refusal.value.message
    grammars._parser.cache_clear()


@pytest.mark.parametrize(
    "source",
    [
        "(" * 20_000,
        "if x:\n " * 3_000,
        "'''a " * 5_000,
        "#a\n" * 5_000,
        "# with " + "()" * 20_000,
        "# if " + "=" * 50_000,
        "# " + "xzqw" * 20_000,
        "'''Args:\n  x(" + "a " * 50_000 + "\n'''",
    ],
)
def test_deep_and_long_programs_are_read(source: str) -> None:
    assert PythonCode().read("a.py", source).source == source


def test_unparsable_source_is_refused() -> None:
    with pytest.raises(InputError) as refusal:
        PythonCode().read("a.py", "<div>\n" + "<!-- " * 2_000)
    assert refusal.value.message.startswith("too many errors to be python")
    assert python("# The next one is read from its beginning.") == [
        "The next one is read from its beginning."
    ]


def test_a_comment_ends_before_a_windows_line_end() -> None:
    assert python("# if ready {\r\nx = 1\r\n") == python("# if ready {\nx = 1\n") == []
