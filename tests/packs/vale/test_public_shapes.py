"""Styles in the shape of public ones load without a warning and find what they should."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.analysis.article import Article
from copylint.contract.check import Options
from copylint.formats.markdown import Markdown
from copylint.packs.house import House
from copylint.packs.pack_check import PackCheck
from copylint.packs.rule_loader import load_rule

# Each rule with a text and what it finds there. The rules are our own; the turns that they
# take are those of public styles.
STYLES = {
    "inline flags inside a token": (
        "extends: existence\nmessage: \"Don't use '%s'.\"\nlink: https://example.org/a\n"
        "level: warning\nignorecase: true\ntokens:\n  - '(?-i)NB'\n  - e\\.?g\\.?(?=[\\s,;])\n",
        "NB and eg, nb and NB so.",
        ["NB", "eg", "NB"],
    ),
    "signs with a replacement": (
        "extends: existence\nmessage: \"No space around '%s'.\"\nnonword: true\nlevel: error\n"
        "action:\n  name: edit\n  params:\n    - trim\n    - ' '\ntokens:\n  - '\\s[—–]\\s'\n",
        "A kerb — and a lane.",
        [" — "],
    ),
    "contractions": (
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nignorecase: true\n"
        "level: suggestion\naction:\n  name: replace\nswap:\n  are not: aren't\n"
        "  (?:it|that) is(?=\\s+\\w): it's\n",
        "They are not here; that is so.",
        ["are not", "that is"],
    ),
    "sentence length": (
        "extends: occurrence\nmessage: Shorter, please (%s).\nscope: sentence\nlevel: suggestion\n"
        "max: 6\ntoken: \\b(\\w+)\\b\n",
        "The kerb is very high and the lane is long. It is so.",
        ["The"],
    ),
    "acronyms with many exceptions": (
        "extends: conditional\nmessage: \"'%s' has no definition.\"\nlevel: suggestion\n"
        "ignorecase: false\nfirst: '\\b([A-Z]{3,5})\\b'\n"
        "second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions:\n  - API\n  - HTML\n",
        "The API of the BRT and HTML.",
        ["BRT"],
    ),
    "headings": (
        "extends: capitalization\nmessage: \"'%s' should use sentence-style capitals.\"\n"
        "level: suggestion\nscope: heading\nmatch: $sentence\nindicators:\n  - ':'\n"
        "exceptions:\n  - Azure\n  - REST\n",
        "# The Kerb Of The Lane\n\n## On Azure: A kerb and REST\n",
        ["The Kerb Of The Lane"],
    ),
    "headings that end in a mark": (
        "extends: existence\nmessage: No full stop in a heading.\nnonword: true\nlevel: warning\n"
        "scope: heading\naction: {name: edit, params: [trim_right, '.']}\n"
        "tokens:\n  - '[a-z0-9][.]\\s*$'\n",
        "# A kerb.\n\nA lane.\n",
        ["b."],
    ),
    "serial comma": (
        "extends: existence\nmessage: \"A comma here: '%s'\"\nscope: sentence\nnonword: true\n"
        'raw:\n  - "(?:[^\\\\s,]+,){1,} \\\\w+ (?:and|or) \\\\w+[.?!]"\n',
        "We saw a kerb, a lane and road. So.",
        [],
    ),
    "look-around": (
        "extends: existence\nmessage: \"Spell out '%s'.\"\nnonword: true\n"
        "tokens:\n  - '(?<![\\w.])[1-9](?=\\s(?!(?:am|pm|%)\\b)[a-z])'\n",
        "It has 3 kerbs and 10 lanes at 4 pm.",
        ["3"],
    ),
    "dates": (
        "extends: existence\nmessage: Use 'July 31, 2016', not '%s'.\nignorecase: true\n"
        "level: error\nnonword: true\ntokens:\n  - '\\d{1,2}(?:\\.|/)\\d{1,2}(?:\\.|/)\\d{4}'\n"
        "  - '\\d{1,2} (?:Jan(?:uary)?|Feb(?:ruary)?) \\d{4}'\n",
        "On 3/4/2021 and 5 January 2022.",
        ["3/4/2021", "5 January 2022"],
    ),
    "anglicised swaps": (
        "extends: substitution\nmessage: \"Write '%s' rather than '%s'.\"\nlevel: warning\n"
        "ignorecase: true\nswap:\n  '(?:a )?great many': many\n  \"can not\": cannot\n"
        "  'amongst?(?! us)': among\n",
        "A great many can not go amongst them.",
        ["A great many", "can not", "amongst"],
    ),
    "a long list of weasel words": (
        "extends: existence\nmessage: \"'%s' is a weasel word!\"\nignorecase: true\n"
        "level: warning\ntokens:\n" + "".join(f"  - zw{n}ly\n" for n in range(120)),
        "It is zw7ly and Zw99ly so.",
        ["zw7ly", "Zw99ly"],
    ),
    "passive voice": (
        "extends: existence\nmessage: \"'%s' may be passive.\"\nignorecase: true\nlevel: warning\n"
        "raw:\n  - \\b(am|are|were|being|is|been|was|be)\\b\\s*\n"
        "tokens:\n  - '[\\w]+ed'\n  - built\n",
        "It was stopped and were built.",
        ["was stopped", "were built"],
    ),
    "illusions": (
        "extends: repetition\nmessage: \"'%s' is repeated!\"\nlevel: warning\nalpha: true\n"
        "action: {name: edit, params: [truncate, ' ']}\ntokens:\n  - '[^\\s]+'\n",
        "It is the the kerb.",
        ["the the"],
    ),
    "a start with so": (
        "extends: existence\nmessage: \"Don't start with '%s'.\"\nlevel: warning\nraw:\n"
        "  - '(?:[;-]\\s)so[\\s,]|\\bSo[\\s,]'\n",
        "So, it is.",
        ["So,"],
    ),
    "typography in the source": (
        "extends: existence\nmessage: Use a real sign.\nscope: raw\nnonword: true\nlevel: error\n"
        "tokens:\n  - '\\([cC]\\)'\n  - '\\d+\\s?[xX]\\s?\\d+'\n",
        "A (c) of 3 x 4.",
        ["(c)", "3 x 4"],
    ),
    "either spelling": (
        "extends: consistency\nmessage: \"Inconsistent spelling of '%s'.\"\nlevel: error\n"
        "ignorecase: true\neither:\n  advisor: adviser\n  centre: center\n",
        "An adviser, an adviser and an advisor at the centre.",
        ["advisor"],
    ),
    "a grade": (
        "extends: readability\nmessage: Grade %s is too high.\nlink: https://example.org\n"
        "grade: 40\nmetrics:\n  - Flesch-Kincaid\n  - Gunning Fog\n",
        "The kerb is high.",
        [],
    ),
    "words with their tags": (
        "extends: sequence\nmessage: \"The infinitive '%s' is split by '%[2]s'.\"\nlevel: warning\n"
        "tokens:\n  - pattern: to\n    tag: TO\n  - tag: RB\n  - tag: VB\n",
        "They want to boldly go there.",
        ["to boldly go"],
    ),
    "gendered words with options": (
        "extends: substitution\nmessage: \"Consider '%s' instead of '%s'.\"\nignorecase: true\n"
        "level: warning\naction: {name: replace}\nswap:\n  (?:alumna|alumnus): graduate\n"
        "  chairman: chair|chairperson\n",
        "The Chairman is an alumnus.",
        ["Chairman", "alumnus"],
    ),
    "a named group and a template in yaml": (
        "extends: existence\nmessage: '%s'\nlevel: error\nscope:\n  - ~heading & ~table\n"
        "tokens:\n  - &word '(?P<a>ker)b'\n  - *word\n",
        "# A kerb\n\nA kerb.\n",
        ["kerb"],
    ),
}


@pytest.mark.parametrize("strict", [False, True], ids=["meant", "strict"])
@pytest.mark.parametrize("name", STYLES)
def test_public_rule_shapes_load_and_match(tmp_path: Path, name: str, strict: bool) -> None:
    rule, text, expected = STYLES[name]
    pack = tmp_path / "House"
    pack.mkdir()
    (pack / "Rule.yml").write_text(rule, "utf-8")
    loaded = load_rule(pack / "Rule.yml", House(vale=True, strict=strict))
    assert loaded.notes == ()
    document = Markdown().read("a.md", text)
    found = []
    for match in PackCheck([loaded]).check(Article(document), Options()):
        span = match.place(document.to_source)
        found.append(document.source[span.start : span.end])
    assert sorted(found) == sorted(expected)
