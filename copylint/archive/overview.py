"""The overview page of an archive: one HTML file without scripts, which loads nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from copylint.archive.summary import Period, Summary, per_1000

_MOST_RULES = 60
_STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --faint: #5c5c5c; --line: #d8d8d8;
  --bar: #7a9cc6; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --faint: #a5a5a5; --line: #444;
  --bar: #5878a0; --paper: #161616; } }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: .2rem .7rem; border-bottom: 1px solid var(--line); text-align: right; }
th:first-child, td:first-child { text-align: left; overflow-wrap: anywhere; }
td.bar { width: 16rem; text-align: left; }
td.bar span { display: block; height: .8rem; background: var(--bar); }
.about { color: var(--faint); }
"""


def overview(total: Summary, title: str, about: str) -> str:
    """The page; ``title`` is the archive's name and ``about`` a line on how it was checked."""
    return "".join(_page(total, title, about))


def _page(total: Summary, title: str, about: str) -> Iterator[str]:
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}: findings</title>\n<style>{_STYLE}</style>\n"
        f"<h1>{escape(title)}</h1>\n"
        f"<p>{total.findings:,} findings in {total.articles:,} articles of {total.words:,} words: "
        f"{per_1000(total.findings, total.words):g} per 1,000 words. "
        f"{total.errors:,} could not be checked.</p>\n"
        f'<p class="about">{escape(about)}</p>\n'
    )
    yield from _over_time(total.months if len(total.months) <= 36 else total.years)
    yield from _rules(total)
    yield "<h2>Articles with the most findings</h2>\n"
    yield from _table(
        ("article", "findings", "words", "per 1,000 words"),
        [
            (escape(name), f"{count:,}", f"{words:,}", f"{per_1000(count, words):g}")
            for count, name, words in total.worst
        ],
    )
    if total.failed:
        yield "<h2>Articles that could not be checked</h2>\n"
        yield from _table(
            ("article", "reason"), [(escape(name), escape(why)) for name, why in total.failed]
        )


def _over_time(periods: dict[str, Period]) -> Iterator[str]:
    yield "<h2>Findings per 1,000 words over time</h2>\n"
    rates = {name: per_1000(each.findings, each.words) for name, each in periods.items()}
    most = max(rates.values(), default=0.0) or 1.0
    yield from _table(
        ("time", "articles", "words", "findings", "per 1,000 words", ""),
        [
            (
                name,
                f"{each.articles:,}",
                f"{each.words:,}",
                f"{each.findings:,}",
                f"{rates[name]:.2f}",
                f'<span style="width:{100 * rates[name] / most:.0f}%"></span>',
            )
            for name, each in periods.items()
        ],
        has_bar=True,
    )


def _rules(total: Summary) -> Iterator[str]:
    """The rules that fired most, by year."""
    yield "<h2>Rules by year</h2>\n"
    years = list(total.years)
    rules = sorted(total.by_rule.items(), key=lambda pair: (-pair[1].total(), pair[0]))
    yield from _table(
        ("rule", "findings", *years),
        [
            (escape(rule), f"{counts.total():,}", *(f"{counts[year]:,}" for year in years))
            for rule, counts in rules[:_MOST_RULES]
        ],
    )
    if len(rules) > _MOST_RULES:
        left = sum(counts.total() for _, counts in rules[_MOST_RULES:])
        yield f"<p>{len(rules) - _MOST_RULES:,} other rules fired {left:,} times.</p>\n"


def _table(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, has_bar: bool = False
) -> Iterator[str]:
    if not rows:
        yield "<p>None.</p>\n"
        return
    yield '<div class="scroll"><table>\n<tr>'
    yield from (f'<th scope="col">{each}</th>' for each in head)
    yield "</tr>\n"
    for row in rows:
        *cells, last = row
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells)
        yield f'<td class="bar">{last}</td></tr>\n' if has_bar else f"<td>{last}</td></tr>\n"
    yield "</table></div>\n"
