"""Build ``copylint/data/variants.txt``, the table of spellings that differ by dialect.

    python tools/lexicon/build_variants.py [--cache FOLDER] [--out FILE]

The four Hunspell dictionaries (from SCOWL; see docs/explanation/dialect.md for the licences) are
expanded and compared: a word that American English lacks and that one regular change
(our/or, re/er, ise/ize …) turns into an American word is a pair. ``tools/lexicon/variants.txt``
adds, drops and softens.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import fetch

HERE = Path(__file__).parent
HAND = HERE / "variants.txt"
TABLE = HERE.parents[1] / "copylint" / "data" / "variants.txt"

PACKAGES = {
    "G": "dictionary-en-gb",
    "U": "dictionary-en",
    "A": "dictionary-en-au",
    "C": "dictionary-en-ca",
}
ORDER = "GXUAC"

# What a British spelling has, what the American one has in its place. The order is that of
# trust: the first change that gives a word decides.
CHANGES = (
    "our or|yse yze|ysi yzi|ysa yza|is iz|re er|ogue og|ence ense|enc ens|ll l|l ll|ae e|oe e"
    "|que ck|grey gray|ough ow|ou o|sc sk|gei gi|oeuvre euver|oeuvr euver|ium um|tt t|cos coz"
    "|aught aft|yja aja|sulph sulf|ellery elry|pp p|ogu og|red ered|ring ering"
)
_CHANGES = [tuple(change.split()) for change in CHANGES.split("|")]

Cluster = dict[str, str]  # form: dialects


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cache", type=Path, default=fetch.CACHE)
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    fetch.dictionaries(options.cache)
    words = {letter: expand(options.cache / name) for letter, name in PACKAGES.items()}
    added, dropped, softened, verbs = read_hand()
    clusters = list(added)
    taken = {form for cluster in added for form in cluster}
    for cluster in [*compared(words), *verbs]:
        if taken.isdisjoint(cluster) and not any(
            fnmatchcase(form, pattern) for form in cluster for pattern in dropped
        ):
            taken.update(cluster)
            clusters.append(cluster)
    clusters = [c for c in clusters if soften(c, softened)]
    clusters.sort(key=lambda cluster: next(iter(cluster)))
    lines = [
        " ".join(f"{form}:{spell(mask)}" for form, mask in cluster.items()) for cluster in clusters
    ]
    options.out.write_text("\n".join(lines) + "\n", encoding="ascii")
    print(f"{len(lines)} clusters, {options.out.stat().st_size} bytes")


def spell(mask: str) -> str:
    return "*" if set(mask) == set(ORDER) else "".join(d for d in ORDER if d in mask)


def soften(cluster: Cluster, softened: dict[str, str]) -> bool:
    """Add accepted dialects; False if no form is then foreign anywhere."""
    for form in cluster:
        for pattern, dialects in softened.items():
            if fnmatchcase(form, pattern):
                cluster[form] += dialects
    return any(spell(mask) != "*" for mask in cluster.values())


def compared(words: dict[str, set[str]]) -> Iterator[Cluster]:
    """Pairs that the comparison of the dictionaries gives."""
    british_only = sorted((words["G"] | words["A"] | words["C"]) - words["U"])
    for word in british_only:
        mask = "".join(letter for letter in PACKAGES if word in words[letter])
        if "G" not in mask:
            continue
        found = american(word, words["U"])
        if found is None:
            continue
        other, change = found
        theirs = "".join(letter for letter in PACKAGES if other in words[letter])
        oxford = change == "is"
        cluster = {word: mask if oxford else mask + "X"}
        if oxford or "G" in theirs:
            theirs += "X"
        cluster[other] = theirs
        if not any("C" in each for each in cluster.values()):
            cluster |= {
                form: "C" + ("X" if oxford else "")
                for form in changed(word)
                if form in words["C"] and form not in cluster
            }
        yield cluster


def american(word: str, words: set[str]) -> tuple[str, str] | None:
    """The American word that ``word`` becomes by the most trusted change."""
    for old, new in _CHANGES:
        forms = [form for form in replaced(word, old, new) if form in words]
        if forms:
            return forms[-1], old
    # Two changes at once: colourise, tranquillise.
    for old, new in _CHANGES[:12]:
        for form in replaced(word, old, new):
            for second in changed(form):
                if second in words:
                    return second, "is" if "iz" in second else old
    return None


def changed(word: str) -> Iterator[str]:
    return (form for old, new in _CHANGES for form in replaced(word, old, new))


def replaced(word: str, old: str, new: str) -> list[str]:
    return [
        word[: at.start()] + new + word[at.start() + len(old) :]
        for at in re.finditer(f"(?={old})", word)
    ]


def read_hand() -> tuple[list[Cluster], list[str], dict[str, str], list[Cluster]]:
    added: list[Cluster] = []
    dropped: list[str] = []
    softened: dict[str, str] = {}
    verbs: list[Cluster] = []
    for number, line in enumerate(HAND.read_text(encoding="ascii").splitlines(), 1):
        sign, *rest = line.split() or ["#"]
        if sign == "+":
            pairs = (form.split(":") for form in rest)
            added.append({form: mask.replace("*", ORDER) for form, mask in pairs})
        elif sign == "-":
            dropped += rest
        elif sign == "~":
            softened[rest[0]] = rest[1].replace("*", ORDER)
        elif sign == "z":
            stem = rest[0].removesuffix("ise")
            for tail in ("e", "es", "ed", "ing", "er", "ers", "ation", "ations", "able"):
                verbs.append({f"{stem}is{tail}": "GA", f"{stem}iz{tail}": "XUC"})
        elif not sign.startswith("#"):
            raise SystemExit(f"{HAND}:{number}: {line!r} is not an entry")
    return added, dropped, softened, verbs


def expand(folder: Path) -> set[str]:
    """All lower-case words of a Hunspell dictionary, affixes applied."""
    rules: dict[str, list[tuple[bool, str, str, re.Pattern[str]]]] = defaultdict(list)
    for line in (folder / "index.aff").read_text(encoding="utf-8").splitlines():
        match line.split():
            case ["PFX" | "SFX" as kind, flag, strip, affix, condition]:
                prefix = kind == "PFX"
                pattern = f"^{condition}" if prefix else f"{condition}$"
                affix = "" if affix == "0" else affix.partition("/")[0]
                strip = "" if strip == "0" else strip
                rules[flag].append((prefix, strip, affix, re.compile(pattern)))
    words: set[str] = set()
    for line in (folder / "index.dic").read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.strip().partition("/")
        forms = [word]
        for prefix, strip, affix, condition in (r for f in flags for r in rules.get(f, ())):
            if not prefix and condition.search(word) and word.endswith(strip):
                forms.append(word[: len(word) - len(strip)] + affix)
        for prefix, strip, affix, condition in (r for f in flags for r in rules.get(f, ())):
            if prefix:
                forms += [affix + f[len(strip) :] for f in forms if condition.search(f)]
        words.update(form for form in forms if form.isascii() and form.isalpha())
    return {word for word in words if word.islower()}


if __name__ == "__main__":
    main()
