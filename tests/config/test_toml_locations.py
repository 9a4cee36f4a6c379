from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.config.toml_locations import KeyPath, locate

TEXT = '''\
# a comment with [brackets] and "quotes"
language = "en-GB" # trailing
select = [
  "a.b", # [not a table]
  'c, d',
  """e
] f""",
]
nested = [[1, 2], [], [3]]
when = 1979-05-27 07:32:00 # a date
"quo\\u0074ed key".'in ner' = { x = 1, "y z" = [ {w = "}"} ] }

[tool.copylint]
dotted . key = true
multi = """"quoted" and ""\\" more"""""

[tool."copylint".rules."spelling.word"]
min-length = 3
[[names]]
name = 'A'
[[names]]
name = 'B'
[names.inner]
deep = -1.5e3
'''


def key(*path: str | int) -> str:
    spot = locate(TEXT).keys[path]
    return TEXT[spot.start : spot.start + spot.length]


def value(*path: str | int) -> str:
    spot = locate(TEXT).values[path]
    return TEXT[spot.start : spot.start + spot.length]


def test_keys_are_located() -> None:
    assert key("language") == "language"
    assert key("quoted key", "in ner") == "'in ner'"
    assert key("quoted key", "in ner", "y z", 0, "w") == "w"
    assert key("tool", "copylint", "dotted", "key") == "key"
    assert key("tool", "copylint", "rules", "spelling.word") == '"spelling.word"'
    assert key("tool", "copylint", "rules", "spelling.word", "min-length") == "min-length"
    assert TEXT[locate(TEXT).keys["names", 1, "name"].start :].startswith("name = 'B'")
    assert key("names", 1, "inner", "deep") == "deep"


def test_values_are_located() -> None:
    assert value("language") == '"en-GB"'
    assert value("select", 1) == "'c, d'"
    assert value("select", 2) == '"""e\n] f"""'
    assert value("nested", 2, 0) == "3"
    assert value("when") == "1979-05-27 07:32:00"
    assert value("quoted key", "in ner", "y z", 0, "w") == '"}"'
    assert value("tool", "copylint", "multi").startswith('""""quoted"')
    assert value("tool", "copylint", "multi").endswith('more"""""')
    assert value("names", 0, "name") == "'A'"
    assert value("names", 1, "inner", "deep") == "-1.5e3"


def paths(table: object, path: KeyPath = ()) -> list[KeyPath]:
    found: list[KeyPath] = [path] if path else []
    items: list[tuple[str | int, object]] = []
    if isinstance(table, dict):
        items = list(table.items())
    elif isinstance(table, list):
        items = list(enumerate(table))
    for name, item in items:
        found += paths(item, (*path, name))
    return found


def test_every_key_and_every_value_of_a_file_has_a_place() -> None:
    places = locate(TEXT)
    for path in paths(tomllib.loads(TEXT)):
        assert path in places.keys or path in places.values, path


@pytest.mark.parametrize(
    "text", ["", "a", "a =", "[", "[[a", 'a = "', "a = [1,", "\x00", "= 1", "a = {"]
)
def test_invalid_toml_is_located_as_far_as_it_parses(text: str) -> None:
    locate(text)


@given(st.text("ab=\"'[]{},.#\n \\1", max_size=40))
def test_everything_tomllib_reads_is_located(text: str) -> None:
    places = locate(text)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    for path in paths(table):
        assert path in places.keys or path in places.values


_STRING = st.text(st.characters(codec="utf-8", exclude_characters="\x7f"), max_size=8)


@given(st.dictionaries(_STRING, st.one_of(_STRING, st.lists(_STRING, max_size=3)), max_size=4))
def test_located_values_are_the_values(table: dict[str, object]) -> None:
    def quoted(text: str) -> str:
        escaped = "".join(
            c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in text
        )
        return f'"{escaped}"'

    lines = []
    for name, item in table.items():
        shown = quoted(item) if isinstance(item, str) else ""
        if isinstance(item, list):
            shown = "[\n" + ",\n".join(quoted(each) for each in item) + "\n]"
        lines.append(f"{quoted(name)} = {shown}")
    text = "\n".join(lines)
    places = locate(text)
    for path in paths(table):
        spot = places.values[path]
        part: object = table
        for step in path:
            part = part[step]  # type: ignore[index]
        assert tomllib.loads("v = " + text[spot.start : spot.start + spot.length])["v"] == part
