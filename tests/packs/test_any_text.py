"""Any text and any rule: matches lie in it, and nothing breaks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.contract.check import Options
from copylint.core.finding import Match
from copylint.formats.markdown import Markdown
from copylint.packs.house import House
from copylint.packs.pack_check import PackCheck
from copylint.packs.rule_loader import LoadedRule, load_rule

FOLDER = Path(__file__).parent / "conformance"
KINDS = sorted(path.stem for path in FOLDER.glob("*.yml"))
TEXTS = st.text(
    st.sampled_from("ab kerbKERB'’*`#>-|\n.,()0159%$é\ud800\0\"“”<>[]:!") | st.characters(),
    max_size=120,
)


@pytest.fixture(scope="module")
def checks(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, bool], PackCheck]:
    found: dict[tuple[str, bool], PackCheck] = {}
    for kind in KINDS:
        cases: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{kind}.yml").read_text("utf-8"))
        for strict in (False, True):
            folder = tmp_path_factory.mktemp("House")
            rules: list[LoadedRule] = []
            for number, case in enumerate(cases):
                path = folder / f"Rule{number}.yml"
                path.write_text(yaml.safe_dump(case["rule"], sort_keys=False), "utf-8")
                rules.append(load_rule(path, House(vale=True, strict=strict)))
            found[kind, strict] = PackCheck(rules)
    return found


@pytest.mark.parametrize("strict", [False, True], ids=["meant", "strict"])
@pytest.mark.parametrize("kind", [each for each in KINDS if each != "readability"])
def test_packs_accept_any_text(
    checks: dict[tuple[str, bool], PackCheck], kind: str, strict: bool
) -> None:
    check = checks[kind, strict]

    @settings(deadline=None)  # the first text loads the lexicon and the tagger
    @given(TEXTS)
    def run(text: str) -> None:
        document = Markdown().read("a.md", text)
        for match in check.check(Article(document), Options()):
            if isinstance(match, Match):
                assert 0 <= match.span.start <= match.span.end <= len(document.text)
            else:
                assert 0 <= match.source.start <= match.source.end <= len(document.source)
            for related in match.related:
                assert related.span.end <= len(document.text)

    run()
