"""Clean news and web copy, in which every finding is an alarm or an error that was left."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from labelled import CACHE, LabelledSet, Real, Score, in_sample
from rows import Row

#: The repositories of the real set that hold news and blogs, not books.
_NEWS = re.compile(r"(wtfjht|18f)-[0-9a-f]{8}-(?P<path>.*)")
#: The sources of the corpus that are news and blogs.
_SOURCES = ("fnc-1", "GSA/", "windwild/", "reuters", "nltk_data/abc", "BenjaminDHorne/")
_SENTENCES = 25
#: Rules that need whole articles, their layout or every sentence, which the corpus lacks.
_OF_ARTICLES = (
    "consistency.",
    "dialect.",
    "facts.",
    "names.variant",
    "typography.missing-full-stop",
    "typography.unbalanced-",
    "News.Debris",
)
_OPENING = frozenset({"(", "[", "$", "£", "€", "#"})
_JOINING = frozenset({"-", "/"})
_CLOSING = re.compile(r"[,.;:?!)\]%]|\.\.\.|['’](s|re|ve|ll|d|m|t)?|n't", re.IGNORECASE)


class News(LabelledSet):
    """The clean articles of the seeded set, one version of each page of the real set's news
    letter and blog, and the news of a corpus kept aside from training.

    The corpus has neither layout nor whole articles: sentences are put together again from
    their words, one a paragraph, 25 a document, and rules about articles do not count there.
    ``sample`` N takes every Nth document by the hash of its name.
    """

    def __init__(self, data: Path, sample: int = 1) -> None:
        clean = sorted((data / "seeded" / "clean_dev").glob("*.txt"))
        self.paths = {f"clean/{path.stem}": path for path in clean}
        self.paths |= {f"real/{path.name}": path for path in _versions(Real(data).paths.values())}
        corpus = data.parent / "corpora" / "heldaside.txt.xz"
        self.paths |= {f"corpus/{path.stem}": path for path in _articles(corpus, CACHE / "news")}
        self.paths = {name: path for name, path in self.paths.items() if in_sample(name, sample)}

    def score(self, findings: Iterable[Row]) -> Score:
        rows = tuple(
            row
            for row in findings
            if not (row["doc_id"].startswith("corpus/") and row["rule"].startswith(_OF_ARTICLES))
        )
        words = sum(len(self.text(name).split()) for name in self.paths)
        return Score(
            findings=len(rows),
            words=words,
            classes={},
            unmatched=(),
            missed=(),
            precision=0.0,
            recall=0.0,
            f05=0.0,
            first=0.0,
            clean=rows,
            clean_words=words,
        )


def _versions(paths: Iterable[Path]) -> list[Path]:
    """One version of each page, the last by name."""
    pages = {}
    for path in sorted(paths):
        match = _NEWS.fullmatch(path.name)
        if match:
            pages[match[1], match["path"]] = path
    return list(pages.values())


def _articles(corpus: Path, folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, sentences in enumerate(_documents(corpus)):
        path = folder / f"{number:05}.txt"
        path.write_text("\n\n".join(sentences) + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def _documents(corpus: Path) -> Iterator[list[str]]:
    source, sentences = "", list[str]()
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            name, _, tokens = line.rstrip("\n").rpartition("\t")
            if not name.startswith(_SOURCES):
                continue
            if sentences and (name != source or len(sentences) == _SENTENCES):
                yield sentences
                sentences = []
            source = name
            sentence = joined(tokens.split())
            if sentence:
                sentences.append(sentence)
    if sentences:
        yield sentences


def joined(tokens: Iterable[str]) -> str:
    """A sentence of words and marks apart; empty if its quotation marks do not pair off."""
    text, quoted, glued = "", False, True
    for token in tokens:
        if token == '"':
            text += token if quoted or glued else " " + token
            quoted = glued = not quoted
        elif token in _OPENING:
            text += token if glued else " " + token
            glued = True
        elif token in _JOINING:
            text += token
            glued = True
        else:
            text += token if glued or _CLOSING.fullmatch(token) else " " + token
            glued = False
    return "" if quoted else text
