"""One company with two legal forms or two stock market codes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.checks.facts.two_statements import both
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern

COMPANY = Rule(
    id="facts.company",
    summary="Flags two legal forms, or two stock market codes, of one company.",
    why=(
        "'Moonlight Foods plc' and 'Moonlight Foods Ltd' are two companies. Articles that mention "
        "a parent, a subsidiary or a change of name are left alone."
    ),
    bad=(
        Bad(
            "Moonlight Foods plc has sold the mill.\n\nShares of Moonlight Foods Ltd rose.",
            "Moonlight Foods Ltd",
        ),
        Bad(
            "Moonlight Foods (LSE: MLF) has sold the mill.\n\nMoonlight Foods (LSE: MFL) rose.",
            "MFL",
        ),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good("Moonlight Foods Limited has sold the mill.\n\nMoonlight Foods Ltd is in Leith."),
        Good("Moonlight Foods plc has a subsidiary, Moonlight Foods Ltd."),
    ),
)

_FORMS = {
    "plc": "plc", "ltd": "ltd", "limited": "ltd", "inc": "inc", "incorporated": "inc",
    "corp": "corp", "corporation": "corp", "llc": "llc", "llp": "llp", "gmbh": "gmbh", "ag": "ag",
    "nv": "nv", "sa": "sa",
}  # fmt: skip
_NAME = r"(?P<name>[A-Z][\w&'’-]+(?:\s(?:&|and|[A-Z][\w&'’-]*)){0,3}?)"
_FORM = LazyPattern(
    rf"(?<![\w'’&-]){_NAME},?\s(?P<form>plc|PLC|Plc|Ltd|Limited|LTD|Inc|Incorporated|Corp|"
    r"Corporation|LLC|LLP|GmbH|AG|NV|SA)\b"
)
_FORMED = "plc|PLC|Plc|Ltd|Limited|LTD|Inc|Corp|LLC|LLP|GmbH|AG|NV|SA"
_FORM_HINT = LazyPattern(rf"\s(?:{_FORMED})\b")
_FORM_WORDS = frozenset(_FORMED.split("|"))
_CODE = LazyPattern(
    rf"(?<![\w'’&-]){_NAME}(?:\s(?:plc|PLC|Plc|Ltd|Inc|Corp)\.?)?\s\((?P<exchange>LSE|LON|NYSE|"
    r"NASDAQ|Nasdaq|AIM|ASX|TSX|HKEX|FRA|EPA|AMS):\s?(?P<code>[A-Z][A-Z0-9.]{0,5})\)"
)
_CODE_HINT = LazyPattern(r"\((?:LSE|LON|NYSE|NASDAQ|Nasdaq|AIM|ASX|TSX|HKEX|FRA|EPA|AMS):")
_TWO = LazyPattern(
    r"\b(?:subsidiar\w+|parent|renamed|rebranded|formerly|holding\scompany|arm\sof|unit\sof|"
    r"merge[dr]?\w*|listed\sas|class\s[AB]|preference)\b"
)


class Companies(Check):
    """Compares the legal forms and codes after one company's name."""

    rules = (COMPANY,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The forms and codes that differ from the company's others."""
        text = article.text
        forms: dict[str, dict[str, list[TextSpan]]] = defaultdict(lambda: defaultdict(list))
        codes: dict[str, dict[str, list[TextSpan]]] = defaultdict(lambda: defaultdict(list))
        if not _FORM_WORDS.isdisjoint(article.written) and _FORM_HINT.search(text):
            for found in _FORM.finditer(text):
                key = _FORMS[found["form"].lower()]
                forms[found["name"].removeprefix("The ")][key].append(TextSpan(*found.span()))
        if _CODE_HINT.search(text):
            for found in _CODE.finditer(text):
                key = f"{found['name']} {found['exchange'].upper()}"
                codes[key][found["code"]].append(TextSpan(*found.span("code")))
        conflicts = [
            (name, groups)
            for by_name in (forms, codes)
            for name, groups in by_name.items()
            if len(groups) == 2
        ]
        if conflicts and not _TWO.search(text):
            for name, groups in conflicts:
                yield from _judge(article, name, groups)


def _judge(article: Article, name: str, groups: dict[str, list[TextSpan]]) -> Iterator[Match]:
    common, rare = sorted(groups.values(), key=lambda spans: (-len(spans), spans[0]))
    for span in rare:
        if not article.quotations.is_quoted(span.start):
            yield both(article, span, common[0], "It is", others=common[1:])
