"""Writes a draft as a rule file, and the page of examples that is its test."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from copylint.core.document import Document
from copylint.core.record import record
from copylint.core.rule import Bad, Good
from copylint.formats.lookup import example_in
from copylint.language.lexicon import without_accents
from copylint.learn.drafting import RuleDraft
from copylint.learn.evidence import WindowExample
from copylint.packs.rule_loader import load_packs
from copylint.packs.rule_tester import examples as failing_examples

#: The pack that drafts are in: the folder of this name.
PACK = "Learned"
_MOST_BAD = 2
# So many misspellings of one word have an example.
_MOST_FORMS = 6
_EDGE = r"\b"
_SIGN = re.compile(r"([\\.^$*+?()\[\]{}|])")


@record
class DraftFiles:
    """A draft as two files: ``name`` is the rule's without its pack."""

    name: str
    rule: str
    page: str
    draft: RuleDraft

    @property
    def rule_id(self) -> str:
        """The name by which the rule is selected."""
        return f"{PACK}.{self.name}"


def draft_files(draft: RuleDraft, taken: set[str]) -> DraftFiles | None:
    """The files of a draft, under a name not in ``taken``, which it joins.

    None if no example of the draft holds, as when all that were seen are inside quotation marks.
    """
    one, other = draft.before, draft.after
    name = _name(other, one, taken) if draft.others else _name(one, other, taken)
    rule = _rule(draft)
    bad: list[WindowExample] = []
    for form in draft.forms[:_MOST_FORMS]:
        holding = [
            each for each in form.window.examples if _holds(name, rule, _page(draft, [each], []))
        ]
        bad += _distinct(holding)[: 1 if draft.others else _MOST_BAD]
    if not bad:
        return None
    good = [each.corrected for each in bad]
    if draft.sample and _holds(name, rule, _page(draft, bad, [draft.sample])):
        good.append(draft.sample)
    taken.add(name.lower())
    return DraftFiles(name, rule, _page(draft, bad, good), draft)


def _name(words: str, others: str, taken: set[str]) -> str:
    """A name for the rule that corrects ``words``, or ``others`` if they have no letter."""
    plain = (without_accents(each.replace("'", "")) for each in (words, others))
    parts = next(filter(None, (re.findall(r"[A-Za-z0-9]+", each) for each in plain)), ["Draft"])
    stem = "".join(each[:1].upper() + each[1:] for each in parts)[:40]
    if not stem[0].isalpha():
        stem = "Of" + stem
    name, number = stem, 2
    while name.lower() in taken:
        name, number = f"{stem}{number}", number + 1
    return name


def _rule(draft: RuleDraft) -> str:
    patterns = [_pattern(form.before) for form in draft.forms]
    plain = all(_is_plain(form.before) for form in draft.forms)
    lines = [
        f"# {told_in_words(draft)}",
        "extends: substitution",
        "message: \"Write '%s', not '%s'.\"",
        "status: draft",
        *([] if draft.cased else ["ignorecase: true", "capitalize: true"]),
        *([] if plain else ["nonword: true"]),
        "action:",
        "  name: replace",
        "swap:",
        *(f"  {_quoted(each)}: {_quoted(draft.after)}" for each in patterns),
    ]
    return "\n".join(lines) + "\n"


def _is_plain(words: str) -> bool:
    return words[0].isalnum() and words[-1].isalnum()


def _pattern(words: str) -> str:
    """The pattern that matches ``words``, with its own boundaries if the engine's do not fit."""
    pattern = _SIGN.sub(r"\\\1", words)
    if _is_plain(words):
        return pattern
    # The boundary of a word is no boundary beside a sign.
    before, after = (_EDGE if words[at].isalnum() else "" for at in (0, -1))
    return before + pattern + after


def told_in_words(draft: RuleDraft) -> str:
    """What the draft rests on, as a sentence."""
    times = "twice" if draft.count == 2 else f"{draft.count:,} times"
    times = "once" if draft.count == 1 else times
    where = "1 article" if draft.articles == 1 else f"{draft.articles:,} articles"
    left = f"left {draft.left:,} times" if draft.left > 1 else ("left once" * draft.left)
    return f"Corrected {times} in {where}, {left or 'never left'}."


def _page(draft: RuleDraft, bad: Sequence[WindowExample], good: Sequence[str]) -> str:
    kind = "A name" if draft.is_name else "Wording"
    parts = [
        f"# {draft.after}\n",
        f"Writes '{draft.after}' instead of {_listed(draft)}.\n",
        f"{kind} that editors corrected. {told_in_words(draft)}\n",
    ]
    for each in bad:
        parts.append(f"```bad {each.wrong}\n{each.passage}\n```\n")
        parts.append(f"```fixed\n{each.corrected}\n```\n")
    parts += (f"```good\n{each}\n```\n" for each in dict.fromkeys(good))
    return "\n".join(parts)


def _listed(draft: RuleDraft) -> str:
    quoted = [f"'{each.before}'" for each in draft.forms]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _holds(name: str, rule: str, page: str) -> bool:
    """Whether the rule can be used and every example on its page holds."""
    with TemporaryDirectory() as folder:
        pack = Path(folder, PACK)
        pack.mkdir()
        (pack / f"{name}.yml").write_text(rule, "utf-8")
        (pack / f"{name}.md").write_text(page, "utf-8")
        loaded = load_packs(Path(folder))
    if loaded.problems or PACK not in loaded.packs:
        return False
    return not any(list(failing_examples(each, _read)) for each in loaded.packs[PACK])


def _read(example: Bad | Good) -> Document:
    return example_in(example.format, example.text)


def _distinct(examples: Sequence[WindowExample]) -> list[WindowExample]:
    """One example for each passage, shorter ones first."""
    by_text = {each.passage: each for each in reversed(examples)}
    return sorted(by_text.values(), key=lambda each: (len(each.passage), each.passage))


def _quoted(text: str) -> str:
    """``text`` as a string of YAML, which reads strings of JSON."""
    return json.dumps(text, ensure_ascii=False)
