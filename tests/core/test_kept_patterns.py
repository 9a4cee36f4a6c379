"""Patterns that are made from what an earlier run kept."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator

import pytest

from copylint.core import kept_patterns
from copylint.formats import furniture_detection
from copylint.language import picture_credits, quantities, tokens
from copylint.language.lazy_pattern import LazyPattern

# A pattern of every kind that copylint has, and all of some modules.
_PATTERNS = [
    ("", 0),
    (r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Z]\w+)|(?P=day)", 0),
    (r"(?<!\w)(?i:the) [\u3040-\u30fféß😀]+?(?=\s|\Z)", re.MULTILINE),
    (r"colou?r # a comment", re.IGNORECASE | re.VERBOSE),
    (r"[^\W\d_]{2,}+(?>a|b)*", re.ASCII),
    (r"(a)|(?P<named>b)(c)?", re.DOTALL),
] + [
    (value.pattern, value.flags)
    for module in (furniture_detection, picture_credits, quantities, tokens)
    for value in vars(module).values()
    if isinstance(value, re.Pattern)
]


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_patterns, "_known", {})
    monkeypatch.setattr(kept_patterns, "_new", set())
    monkeypatch.setattr(kept_patterns, "_recording", False)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[bytes]:
    """What a run that compiles all patterns keeps, as the next run finds it."""
    kept_patterns.use(None)
    for pattern, flags in _PATTERNS:
        kept_patterns.compiled(pattern, flags)
    data = kept_patterns.worth_keeping()
    assert data is not None
    monkeypatch.setattr(kept_patterns, "_new", set())
    yield data


def test_a_kept_pattern_is_the_compiled_one(kept: bytes) -> None:
    kept_patterns.use(kept)
    for pattern, flags in _PATTERNS:
        made, fresh = kept_patterns.compiled(pattern, flags), re.compile(pattern, flags)
        assert made == fresh  # flags, code and text
        assert (made.groups, made.groupindex) == (fresh.groups, fresh.groupindex)
        text = "On 3rd May the 😀é colours: Photo credit: A. Name/PA, 1,200 people, £3m"
        assert [m.groupdict() for m in made.finditer(text)] == [
            m.groupdict() for m in fresh.finditer(text)
        ]
        assert [m.lastgroup for m in made.finditer(text)] == [
            m.lastgroup for m in fresh.finditer(text)
        ]
    assert kept_patterns.worth_keeping() is None


def test_lazy_patterns_use_what_was_kept(kept: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_patterns.use(kept)
    monkeypatch.setattr(re, "compile", None)
    found = LazyPattern(*_PATTERNS[1]).search("on 3rd May")
    assert found is not None
    assert found["month"] == "May"


def test_what_another_python_kept_is_not_used(kept: bytes) -> None:
    _, known = marshal.loads(kept)
    kept_patterns.use(marshal.dumps(("3.0 another", known)))
    assert not kept_patterns._known


@pytest.mark.parametrize("data", [b"", b"\0", b"not kept", marshal.dumps(3), marshal.dumps((1,))])
def test_damaged_files_are_as_none(data: bytes) -> None:
    kept_patterns.use(data)
    assert kept_patterns.compiled("a|b").search("b")


@pytest.mark.parametrize("code", [b"", b"\1\2\3\4" * 20, b"\xff" * 400])
def test_damaged_code_is_compiled_anew(code: bytes) -> None:
    kept_patterns._known[("a+(b)", 0)] = (32, code, 1, {})
    assert kept_patterns.compiled("a+(b)") == re.compile("a+(b)")


def test_a_few_new_patterns_are_not_worth_a_file(kept: bytes) -> None:
    kept_patterns.use(kept)
    kept_patterns._known.update({(f"a{n}", 0): (32, b"", 0, {}) for n in range(100)})
    kept_patterns.compiled("one more")
    assert kept_patterns.worth_keeping() is None


def test_nothing_is_recorded_unless_a_command_asks() -> None:
    kept_patterns.compiled("a|b")
    assert kept_patterns.worth_keeping() is None
