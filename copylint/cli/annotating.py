"""``check --annotate``: the findings as comments in copies of the files they are in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from copylint.cli.exits import UsageError
from copylint.cli.targets import Targets
from copylint.core.errors import InputError

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.runner.result import Input, RunResult

_OPTION = "--annotate"


class Copies:
    """The annotated copies of a run's articles: where they go, decided before the check.

    ``value`` is that of the option, ``where`` the paths of the command line, ``found`` the
    inputs found at those paths. Raises ``UsageError`` if they do not go together.
    """

    def __init__(
        self, value: str, where: Sequence[str], found: Sequence[Input], config: Config
    ) -> None:
        from copylint.runner.word_documents import COMMENTED_SUFFIXES, takes_comments

        self._config = config
        taking = [each for each in found if takes_comments(each, config)]
        self._targets = Targets(_OPTION, value, where, taking, COMMENTED_SUFFIXES)
        self._others = len(found) - len(taking)
        if found and not taking:
            what = f"'{found[0].path}' is not" if len(found) == 1 else "none of the articles is"
            raise UsageError(
                f"{what} a Word file (.docx), an OpenDocument text (.odt), a web page (.html) or "
                "a PDF (.pdf); copylint can add comments to no other format",
                _OPTION,
            )
        if self._others and not self._targets.is_folder:
            raise UsageError(
                f"'{value}' is one file, and there are {len(found)} articles; check them one "
                "at a time, or name a folder",
                _OPTION,
            )

    def write(self, result: RunResult) -> tuple[list[str], list[InputError]]:
        """Write a copy of each checked file that takes comments, with its findings in ``result``.

        Returns the lines that report it, and what could not be written.
        """
        from copylint.report.wording import counted
        from copylint.runner.word_comments import with_comments

        files = {file.path: file for file in result.files if not file.error}
        told: list[str] = []
        errors: list[InputError] = []
        now = datetime.now()
        for each, target in self._targets.pairs:
            file = files.get(each.path)
            if file is None:
                continue  # it could not be checked, which is reported elsewhere
            try:
                new, count = with_comments(each, file.findings, self._config, now)
                self._targets.put(target, new)
            except InputError as error:
                errors.append(error)
            else:
                noun = "comment" if count == len(file.findings) else "new comment"
                told.append(f"wrote {target} with {counted(count, noun)}")
        if self._others:
            others = counted(self._others, "article")
            told.append(f"{others} not annotated: not in Word, OpenDocument, HTML or PDF format")
        return told, errors
