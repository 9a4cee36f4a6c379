"""Build copylint/data/lexicon.marisa and frequent.txt from their sources.

    python tools/lexicon/build_lexicon.py [--cache FOLDER] [--report FOLDER] [--out FOLDER]

Needs pip, npm, apt-get and dpkg. Sources, versions and licences: docs/explanation/lexicon.md.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from lexicon import fetch, people_and_places, words
from lexicon.people_and_places import own_words

from copylint.language.lexicon import (
    FREQUENT_FILE,
    LEXICON_FILE,
    RECORD,
    ZIPF_STEP,
    Dialects,
    Kinds,
)

OWN = Path(__file__).parent
# A dictionary form that the frequency list does not have.
UNATTESTED = 0.5
# Forms in no dictionary are kept, marked as such, from this frequency.
SEEN = 1.1
# Frequencies from which words and names may be offered as corrections.
OFFERED, OFFERED_NAME = 1.8, 3.0
OFFERED_NAMES = Kinds.DEMONYM | Kinds.CALENDAR | Kinds.ORGANISATION | Kinds.PLACE
NEVER_OFFERED = Kinds.OFFENSIVE | Kinds.RARE | Kinds.RARE_NAME


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cache", type=Path, default=fetch.CACHE)
    parser.add_argument("--out", type=Path, default=LEXICON_FILE.parent)
    parser.add_argument("--report", type=Path, help="write lists to read into this folder")
    options = parser.parse_args()
    fetch.fetch(options.cache)
    sys.path.insert(0, str(options.cache / "python"))
    zipf = frequencies()
    found = words.words(options.cache, zipf)
    names = people_and_places.names(options.cache, OWN)
    dropped = words.doubtful(found, zipf, names)
    for form in dropped:
        del found[form]
    entries = {form: (entry.dialects, entry.kinds) for form, entry in found.items()}
    for form, kinds in names.items():
        dialects, known = entries.get(form, (Dialects.ALL, Kinds.NONE))
        if known and Kinds.RARE_NAME not in known:
            kinds &= ~Kinds.RARE_NAME
        elif known and Kinds.RARE_NAME not in kinds:
            known &= ~Kinds.RARE_NAME
        entries[form] = (dialects | Dialects.ALL, known | kinds)
    # A name that the lists have keeps its capital.
    folded = {form.lower() for form in entries}
    for form in words.terms(options.cache, found, zipf) - folded:
        entries[form] = (Dialects.ALL, Kinds.WORD | Kinds.RARE)
    for form in own_words(OWN / "words.txt"):
        dialects, known = entries.get(form, (Dialects.ALL, Kinds.NONE))
        entries[form] = (dialects, (known | Kinds.WORD) & ~Kinds.RARE)
    for form in own_words(OWN / "abbreviations.txt"):
        dialects, known = entries.get(form, (Dialects.ALL, Kinds.NONE))
        entries[form] = (dialects, known | Kinds.ABBREVIATION)
    for form in own_words(OWN / "not-words.txt"):
        entries.pop(form, None)
    for form in own_words(OWN / "offensive.txt"):
        if form in entries:
            dialects, known = entries[form]
            entries[form] = (dialects, known | Kinds.OFFENSIVE)
    write(entries, zipf, options.out / LEXICON_FILE.name)
    write_frequent(entries, zipf, options.out / FREQUENT_FILE.name)
    if options.report:
        report(options.report, entries, zipf, dropped)


def frequencies() -> dict[str, float]:
    """Zipf frequency of every form in wordfreq's large English list, in lower case."""
    from math import log10

    from wordfreq import get_frequency_dict

    table = get_frequency_dict("en", wordlist="large")
    return {form: log10(frequency) + 9 for form, frequency in table.items()}


def write(entries: dict[str, tuple[Dialects, Kinds]], zipf: dict[str, float], out: Path) -> None:
    import marisa_trie

    records = []
    for form, (dialects, kinds) in sorted(entries.items()):
        value = zipf.get(form.lower(), UNATTESTED)
        records.append((form, (int(dialects), int(kinds), steps(value))))
    for form, value in sorted(zipf.items()):
        if form not in entries and form.isalpha() and len(form) > 1 and value >= SEEN:
            records.append((form, (0, int(Kinds.UNPROVEN), steps(value))))
    trie = marisa_trie.RecordTrie(RECORD, records, order=marisa_trie.LABEL_ORDER)
    trie.save(str(out))
    print(f"{len(records)} forms, {out.stat().st_size / 1e6:.2f} MB")


def steps(zipf: float) -> int:
    return max(1, min(255, round(zipf / ZIPF_STEP)))


def write_frequent(
    entries: dict[str, tuple[Dialects, Kinds]], zipf: dict[str, float], out: Path
) -> None:
    """The words a correction may be; people's names are left to the checks of names."""
    chosen = []
    for form, (_, kinds) in entries.items():
        value = zipf.get(form.lower(), 0.0)
        lower = entries.get(form.lower(), (Dialects.NONE, Kinds.NONE))[1]
        if kinds & NEVER_OFFERED or (not form.islower() and Kinds.WORD in lower):
            continue
        is_word = Kinds.WORD in kinds and form.islower()
        is_name = bool(kinds & OFFERED_NAMES) or kinds == Kinds.NAME or Kinds.WORD in kinds
        if (is_word and value >= OFFERED) or (is_name and value >= OFFERED_NAME):
            chosen.append((-value, form))
    text = "".join(f"{form}\n" for _, form in sorted(chosen))
    out.write_text(text, encoding="utf-8")
    print(f"{len(chosen)} frequent forms, {out.stat().st_size / 1e6:.2f} MB")


def report(
    folder: Path,
    entries: dict[str, tuple[Dialects, Kinds]],
    zipf: dict[str, float],
    dropped: set[str],
) -> None:
    """Lists for a person to read: forms dropped, and frequent forms that are not in."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dropped.txt").write_text("\n".join(sorted(dropped)) + "\n", encoding="utf-8")
    folded = {form.lower() for form in entries}
    missing = [
        f"{form}\t{value:.2f}"
        for form, value in sorted(zipf.items(), key=lambda pair: -pair[1])
        if form.isalpha() and len(form) > 2 and value >= 2.5 and form not in folded
    ]
    (folder / "missing.txt").write_text("\n".join(missing) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
