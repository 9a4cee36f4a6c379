"""Corrections in the history of a git repository of articles: before and after each commit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from copylint.config.schema import Config
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.formats.lookup import claimed_suffixes, suffix_of
from copylint.language.sentences import sentence_spans
from copylint.learn.alignment import token_line
from copylint.learn.pairs import CorrectedPair, CorrectionSource, LearnError
from copylint.runner.document_reader import Formats
from copylint.runner.git import ChangedFile, GitError, Repository

# Files whose contents are asked for at a time.
_FILES = 50
# Blocks and sentences that differ more were written anew, not corrected.
_ALIKE = 0.6
# The most passages that are compared with one another: more were not edited but replaced.
_MOST_CHANGED = 40


class GitHistory(CorrectionSource):
    """The commits that a branch has, the newest first, merges left out.

    Only text is compared: a format that is a package (a Word file) is passed over, and so is a file
    that cannot be read in one of its versions.
    """

    def __init__(self, folder: str, config: Config, commits: int) -> None:
        """The last ``commits`` commits of the repository that holds ``folder``.

        Only files inside ``folder`` count. Raises ``LearnError`` if it is in no repository.
        """
        try:
            self._repository = Repository(folder, config.timeout)
            self._within = self._repository.prefix(folder)
            self._commits = self._repository.history(commits)
        except GitError as error:
            raise LearnError(str(error)) from None
        self._formats = Formats(config)
        self._most = config.max_bytes

    def pairs(self) -> Iterator[CorrectedPair]:
        """A pair for each sentence that a commit edited."""
        for change, old, new in self._versions():
            before, after = self._document(change.old, old), self._document(change.new, new)
            if before is not None and after is not None:
                for one, other in edited_passages(_blocks(before), _blocks(after)):
                    yield CorrectedPair(one, other, change.new)

    def left(self) -> Iterator[str]:
        """Every block of the newest version of each file that a commit edited."""
        seen: set[str] = set()
        for some in self._changes():
            newest = [each for each in some if each.new not in seen]
            # Within one batch, too, the first is the newest.
            newest = list({each.new: each for each in reversed(newest)}.values())
            for change, data in zip(
                newest, self._contents([c.new_blob for c in newest]), strict=True
            ):
                seen.add(change.new)
                document = self._document(change.new, data)
                if document is not None:
                    yield from _blocks(document)

    def _versions(self) -> Iterator[tuple[ChangedFile, bytes, bytes]]:
        for some in self._changes():
            old = self._contents([each.old_blob for each in some])
            new = self._contents([each.new_blob for each in some])
            yield from zip(some, old, new, strict=True)

    def _changes(self) -> Iterator[list[ChangedFile]]:
        """The changed files of text, some at a time."""
        suffixes = claimed_suffixes()
        some: list[ChangedFile] = []
        try:
            for change in self._repository.edited_in(self._commits):
                is_ours = change.new.startswith(self._within) and change.old_blob != change.new_blob
                if is_ours and change.old and suffix_of(change.new) in suffixes:
                    some.append(change)
                if len(some) == _FILES:
                    yield some
                    some = []
        except GitError as error:
            raise LearnError(str(error)) from None
        yield some

    def _contents(self, blobs: Sequence[str]) -> list[bytes]:
        """What the blobs hold; nothing for one that is larger than is read."""
        try:
            sizes = self._repository.sizes(blobs)
            small = [blob for blob, size in zip(blobs, sizes, strict=True) if size <= self._most]
            found = dict(zip(small, self._repository.contents(small), strict=True))
        except GitError as error:
            raise LearnError(str(error)) from None
        return [found.get(blob, b"") for blob in blobs]

    def _document(self, path: str, data: bytes) -> Document | None:
        try:
            form = self._formats.of(path, data)
            return None if form.packaged else self._formats.document_in(path, data)
        except InputError:
            return None


def _blocks(document: Document) -> list[str]:
    return [" ".join(document.slice(each.span).split()) for each in document.blocks]


def edited_passages(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The sentences of two versions that were edited, each with what became of it."""
    for old, new in _replaced(before, after):
        for one, other in _alike(old, new):
            for gone, come in _replaced(_sentences(one), _sentences(other)):
                yield from _alike(gone, come)


def _replaced(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, first, last, new_first, new_last in matcher.get_opcodes():
        if what == "replace":
            yield before[first:last], after[new_first:new_last]


def _alike(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each of ``before`` with the one of ``after`` that it became, in order."""
    if max(len(before), len(after)) > _MOST_CHANGED:
        return
    at = 0
    for old in before:
        words = token_line(old).folded
        for index in range(at, len(after)):
            matcher = SequenceMatcher(None, words, token_line(after[index]).folded, autojunk=False)
            if matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
                yield old, after[index]
                at = index + 1
                break


def _sentences(block: str) -> list[str]:
    return [block[start:end] for start, end in sentence_spans(block, 0, len(block))]
