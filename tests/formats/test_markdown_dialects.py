"""MDX, Quarto and Jupyter notebooks: Markdown with programs in it."""

from __future__ import annotations

import json

import pytest
from reading import Reading
from test_conformance import check_laws

from copylint.core.errors import InputError
from copylint.formats.data.notebook import Notebook
from copylint.formats.markdown_dialects import Mdx, Quarto

MDX = Reading(Mdx(), "a.mdx")
QUARTO = Reading(Quarto(), "a.qmd")
NOTEBOOK = Reading(Notebook(), "a.ipynb")


def test_mdx_is_markdown_with_components() -> None:
    source = (
        "---\ntitle: The tide\n---\nimport Chart from '../chart'\nimport {\n  a,\n} from 'b'\n\n"
        "export const year = 2024\n\n# The tide\n\nIt rose in {year} by a metre.\n\n"
        '<Chart data={[1, 2]} label="teh > label" />\n\n<Note>\n\nTake a **coat**.\n\n</Note>\n\n'
        "{/* a remark */}\n\n```js\nimport teh from x\n```\n\nThe end came.\n"
    )
    assert MDX.blocks(source) == [
        ("headline", "The tide"),
        ("headline", "The tide"),
        ("paragraph", "It rose in \ufffc by a metre."),
        ("paragraph", "Take a coat."),
        ("paragraph", "The end came."),
    ]
    check_laws(MDX.read(source))


def test_quarto_is_markdown_with_chunks_and_divisions() -> None:
    source = (
        "---\ntitle: The tide\n---\n\n## The tide {#sec-tide}\n\n"
        "::: {.callout-note}\nTake a coat.\n:::\n\n"
        "As @fig-tide shows, it rose [@roe2020, p. 3].\n\n{{< include a.qmd >}}\n\n"
        "```{r}\nteh <- 1\n```\n"
    )
    assert QUARTO.blocks(source) == [
        ("headline", "The tide"),
        ("subhead", "The tide"),
        ("paragraph", "Take a coat."),
        ("paragraph", "As \ufffc shows, it rose \ufffc."),
    ]
    check_laws(QUARTO.read(source))


def test_a_notebook_is_its_markdown_cells() -> None:
    cells = [
        {"cell_type": "markdown", "source": ["# The tide\n", "\n", 'It "rose" by teh\n', "metre."]},
        {"cell_type": "code", "source": ["teh = 1"], "outputs": []},
        {"cell_type": "raw", "source": "teh"},
        {"cell_type": "markdown", "source": "The end came."},
    ]
    source = json.dumps({"cells": cells, "nbformat": 4}, indent=1)
    assert NOTEBOOK.blocks(source) == [
        ("subhead", "The tide"),
        ("paragraph", 'It "rose" by teh\nmetre.'),
        ("paragraph", "The end came."),
    ]
    check_laws(NOTEBOOK.read(source))
    fixed = NOTEBOOK.fixed(source, "teh", "the")
    assert fixed is not None
    assert fixed == source.replace("by teh", "by the")


def test_other_json_is_no_notebook() -> None:
    with pytest.raises(InputError, match="no cells"):
        NOTEBOOK.read('{"a": 1}')


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"The x\{}y of Vantry.", "The x{}y of Vantry."),
        (r"The x\{a\}y of Vantry.", "The x{a}y of Vantry."),
    ],
)
def test_an_escaped_brace_opens_no_expression(source: str, text: str) -> None:
    assert Mdx().read("a.mdx", f"{source}\n").text.strip() == text
