"""``check --annotate``: the findings as comments in copies of the Word files they are in."""

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
        from copylint.runner.word_documents import SUFFIXES, is_word

        self._config = config
        words = [each for each in found if is_word(each, config)]
        self._targets = Targets(_OPTION, value, where, words, SUFFIXES)
        self._others = len(found) - len(words)
        if found and not words:
            what = f"'{found[0].path}' is not" if len(found) == 1 else "none of the articles is"
            raise UsageError(
                f"{what} a Word file (.docx); copylint can add comments to no other format",
                _OPTION,
            )
        if self._others and not self._targets.is_folder:
            raise UsageError(
                f"'{value}' is one file, and there are {len(found)} articles; check them one "
                "at a time, or name a folder",
                _OPTION,
            )

    def write(self, result: RunResult) -> tuple[list[str], list[InputError]]:
        """Write a copy of each Word file that was checked, with its findings in ``result``.

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
                told.append(f"wrote {target} with {counted(count, 'comment')}")
        if self._others:
            told.append(f"{counted(self._others, 'article')} not annotated: not in Word format")
        return told, errors
