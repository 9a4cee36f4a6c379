from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from copylint.language.disguised_letters import INVISIBLE
from copylint.language.tokens import tokenise

_SIGNS = st.sampled_from([*"aZé'’ʼ.-,: \n5²½£%\u0301\u00ad…“”", "U.S.", "...", "--", "3rd", "a.m."])


def without_invisible(text: str) -> str:
    return re.sub(f"[{INVISIBLE}]", "", text)


@given(st.lists(_SIGNS, max_size=14).map("".join), st.integers(0, 3))
def test_prose_beside_an_address_is_read_as_prose_alone(text: str, start: int) -> None:
    alone = tokenise(text, min(start, len(text)))
    assert tokenise(f"{text} @town", min(start, len(text)))[:-1] == alone
    assert all(text[token.start : token.end] == token.text for token in alone)
    read = "".join(token.text for token in tokenise(text))
    assert without_invisible(read) == without_invisible("".join(text.split()))
