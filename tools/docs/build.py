"""Build the documentation as a site, with a page for every rule.

    python tools/docs/build.py [--out build/site]

The pages of ``docs/`` are copied, adapted and joined by pages of the rules, which are made from
the rules themselves, as ``copylint explain`` is, so that they cannot fall behind; then Sphinx
builds the site. A warning, such as a link that leads nowhere, fails the build. Needs the extra
``docs``.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from copylint.core.rule import Measured, Rule
from copylint.core.rule_groups import GROUPS, RuleGroup, group_of
from copylint.runner.rule_metrics import figures
from copylint.runner.rules import all_rules

ROOT = Path(__file__).resolve().parents[2]
_FOLDER = "reference/rules"
#: Fences that carry a file's name or a case's place: shown as plain blocks with a title.
_FENCE = re.compile(r"^(````?)file (\S+)$", re.MULTILINE)
_CONSOLE = re.compile(r"^\? (\d+)$", re.MULTILINE)
#: Links to files of the repository that are not pages of the site.
_OUTSIDE = re.compile(
    r"\[([^\]]*)\]\((?:\.\./)+((?:rules|training|benchmarks|tools|tests)/[^)]*|[A-Z]+\.md)\)"
)
_SAFETY = {
    "safe": "Fixes that are certain are safe: copylint applies them without asking.",
    "unsafe": "Fixes are applied only on request.",
    "none": "There are no fixes: the correction needs a person.",
}


def write_source(folder: Path) -> None:
    """Write all pages of the site, as Sphinx is to read them, to an empty ``folder``."""
    shutil.copytree(ROOT / "docs", folder)
    for page in folder.rglob("*.md"):
        page.write_text(adapted(page.read_text(encoding="utf-8")), encoding="utf-8")
    for path, text in pages():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def adapted(markdown: str) -> str:
    """A page without what only a checkout has: names of files in fences, links out of ``docs/``."""
    markdown = _FENCE.sub(r"`\2`:\n\n\1text", markdown)
    markdown = _CONSOLE.sub(r"(exit code \1)", markdown)
    return _OUTSIDE.sub(r"\1 (`\2`)", markdown)


def pages() -> Iterator[tuple[str, str]]:
    """The path and the Markdown of every generated page."""
    rules, measured = all_rules(), figures()
    yield f"{_FOLDER}/index.md", _index(rules.values(), measured)
    for rule in rules.values():
        yield f"{_FOLDER}/{rule.id}.md", _page(rule, measured.get(rule.id))
    for group in GROUPS.values():
        members = [rules[each] for each in group.rules]
        yield f"{_FOLDER}/{group.id}.md", _group_page(group, members, measured)


def _index(rules: Iterable[Rule], measured: dict[str, Measured]) -> str:
    families: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        families[rule.family].append(rule)
    lines = [
        "# Rules",
        "",
        "Every rule, by family. `copylint explain RULE` prints the same page. "
        "Precision is the share of findings that an editor would act on, where it was measured.",
    ]
    for family, members in sorted(families.items()):
        lines += ["", f"## {family}", "", *_table(members, measured)]
    lines += ["", "```{toctree}", ":hidden:", ":glob:", "", "*", "```"]
    return "\n".join(lines) + "\n"


def _table(rules: Iterable[Rule], measured: dict[str, Measured]) -> Iterator[str]:
    yield "| rule | default | severity | precision | finds |"
    yield "| --- | --- | --- | --- | --- |"
    for rule in rules:
        figure = measured.get(rule.id)
        precision = f"{figure.precision:.2f}" if figure else ""
        state = "on" if rule.default else "off"
        yield (
            f"| [{rule.id}]({rule.id}.md) | {state} | {rule.severity.label} | {precision} "
            f"| {_cell(rule.summary)} |"
        )


def _group_page(group: RuleGroup, rules: Iterable[Rule], measured: dict[str, Measured]) -> str:
    lines = [f"# {group.id}", "", group.summary, "", group.why, ""]
    lines += [f"`{group.id}` may be written wherever a rule may, and covers these rules:", ""]
    lines += _table(rules, measured)
    if figure := measured.get(group.id):
        lines += ["", "## Measured", "", f"All of them together: {_measured(figure)}"]
    return "\n".join(lines) + "\n"


_UNMEASURED = (
    "No figure: in the copy that rules are measured on it found nothing, or too little to judge."
)


def _measured(figure: Measured) -> str:
    return (
        f"{figure.precision:.0%} of findings are errors, {figure.per_1000:.3g} findings "
        f"per 1,000 words, on {figure.on} ({figure.when})."
    )


def _page(rule: Rule, measured: Measured | None) -> str:
    state = "On by default" if rule.default else "Off by default"
    lines = [f"# {rule.id}", "", rule.summary, ""]
    lines.append(f"{state}; severity {rule.severity.label}. {_SAFETY[rule.safety.value]}")
    if rule.languages:
        lines += ["", f"Only in articles in {', '.join(rule.languages)}."]
    if group_of(rule.id) != rule.id:
        group = group_of(rule.id)
        lines += ["", f"One of the rules of [{group}]({group}.md)."]
    if rule.why:
        lines += ["", "## Why", "", rule.why]
    for said in dict.fromkeys(bad.said for bad in rule.bad if bad.said):
        lines += ["", "## If this was said", "", *_block(said)]
    if rule.bad:
        lines += ["", "## Reported", ""]
        for bad in rule.bad:
            lines += [*_block(bad.text), f"Found: {_code(bad.found)}", ""]
            if bad.fixed is not None:
                lines += ["Corrected:", "", *_block(bad.fixed)]
    if rule.good:
        lines += ["", "## Left alone", ""]
        for good in rule.good:
            lines += _block(good.text)
    if rule.options:
        lines += ["", "## Options", "", f'Set in `[rules."{rule.id}"]`:', ""]
        lines += ["| option | default | |", "| --- | --- | --- |"]
        lines += [f"| `{o.name}` | `{o.default}` | {_cell(o.help)} |" for o in rule.options]
    lines += ["", "## Measured", "", _measured(measured) if measured else _UNMEASURED]
    lines += ["", "## Switch it off", ""]
    lines += [f'In the configuration: `ignore = ["{rule.id}"]`. For one place, see']
    lines += ["[suppressing a finding](../../guides/suppression.md)."]
    return "\n".join(lines) + "\n"


def _block(text: str) -> list[str]:
    fence = "`" * max(4, *(len(run) + 1 for run in re.findall("`+", text)), 4)
    return [f"{fence}text", *text.splitlines(), fence, ""]


def _code(text: str) -> str:
    shown = text.replace("\n", "⏎")
    ticks = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    space = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{ticks}{space}{shown}{space}{ticks}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "site")
    out = parser.parse_args().out
    from sphinx.cmd.build import build_main

    source = out.with_name(out.name + "-source")
    for folder in (source, out):
        shutil.rmtree(folder, ignore_errors=True)
    write_source(source)
    return build_main(["-W", "--keep-going", "-q", "-b", "dirhtml", str(source), str(out)])


if __name__ == "__main__":
    sys.exit(main())
