"""Routes for safe corrections, statistics, rules and the house's words."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request

from copylint import __version__
from copylint.core.rule import Bad, Rule
from copylint.formats.lookup import entries
from copylint.runner.carried_changes import text_changes
from copylint.serve.api.body import json_body
from copylint.serve.api.context import TYPED, ApiContext
from copylint.serve.replies import Refusal

_LONGEST_WORD = 200


class HelpRoutes:
    """Answers about the server, its rules and its words, and about a text as a whole."""

    def __init__(self, context: ApiContext) -> None:
        self._context = context

    async def about(self, request: Request) -> dict[str, Any]:
        """The server: its version, its folders, and the formats that it reads."""
        return {
            "version": __version__,
            "folders": list(self._context.folders.names),
            "formats": [
                {
                    "name": each.name,
                    "suffixes": list(each.suffixes),
                    "edited": "source" if each.name in TYPED else "prose",
                }
                for each in entries()
            ],
            "most_bytes": self._context.most_bytes,
        }

    async def fixes(self, request: Request) -> dict[str, Any]:
        """The text with its safe corrections, and the edits that lead there."""
        from copylint.service.corrections import safe_fixes, safe_fixes_of_prose

        body = await json_body(request, self._context.most_bytes)
        text, file = body.text("text"), self._context.file_of(body)
        if file is not None:
            config = self._context.config(file.path)
            found = await self._context.work(lambda: safe_fixes_of_prose(file, text, config))
        else:
            path, config = self._context.place(body)
            found = await self._context.work(lambda: safe_fixes(text, path=path, config=config))
        edits = await self._context.work(lambda: text_changes(text, found.text))
        return {
            "text": found.text,
            "fixed": len(found.fixed),
            "edits": [{"start": e.start, "end": e.end, "text": e.text} for e in edits],
        }

    async def statistics(self, request: Request) -> dict[str, Any]:
        """Counts and readability of a text."""
        from copylint.runner.article_stats import statistics
        from copylint.runner.result import Input

        body = await json_body(request, self._context.most_bytes)
        text, file = body.text("text"), self._context.file_of(body)
        if file is not None:
            config = self._context.config(file.path)
            document = await self._context.work(lambda: file.edited(text, config).as_text())
            given = Input(file.path, documents=(document,))
        else:
            path, config = self._context.place(body)
            given = Input(path, text=text)
        result = await self._context.work(lambda: statistics([given], config))
        for failed in result.errors:
            raise Refusal(422, failed.error)
        (article,) = result.files
        scores = article.readability
        return {
            "words": article.words,
            "sentences": article.sentences,
            "paragraphs": article.paragraphs,
            "quoted_words": article.quoted,
            "flesch_reading_ease": round(scores.reading_ease, 1),
            "flesch_kincaid_grade": round(scores.grade, 1),
            "gunning_fog": round(scores.fog, 1),
            "smog": round(scores.smog, 1),
            "coleman_liau": round(scores.coleman_liau, 1),
            "automated_readability": round(scores.automated, 1),
            "reading_seconds": round(scores.seconds, 1),
            "longest_sentences": [
                {"line": e.place.line, "column": e.place.column, "words": e.words, "text": e.text}
                for e in article.longest
            ],
            "names": [{"name": e.name, "mentions": e.mentions} for e in article.names],
        }

    async def words(self, request: Request) -> dict[str, Any]:
        """The words and names that the house accepts."""
        path = self._context.path_of("")
        return {"words": await self._context.work(lambda: self._context.settings.words(path))}

    async def add_word(self, request: Request) -> dict[str, Any]:
        """Accept a word or a name from now on."""
        body = await json_body(request, self._context.most_bytes)
        word = _word(body.text("word"))
        path = self._context.path_of("")
        settings = self._context.settings
        file = await self._context.work(lambda: settings.accept_word(path, word))
        return {"word": word, "file": file.replace("\\", "/").rpartition("/")[2]}

    async def remove_word(self, request: Request) -> dict[str, Any]:
        """Accept a word or a name no longer."""
        body = await json_body(request, self._context.most_bytes)
        word = _word(body.text("word"))
        path = self._context.path_of("")
        settings = self._context.settings
        done = await self._context.work(lambda: settings.remove_word(path, word))
        return {"word": word, "removed": done}

    async def rules(self, request: Request) -> dict[str, Any]:
        """All rules that are known in advance."""
        rules = await self._context.work(self._known)
        return {
            "rules": [
                {
                    "id": each.id,
                    "summary": each.summary,
                    "severity": each.severity.label,
                    "default": each.default,
                }
                for each in rules.values()
            ]
        }

    async def rule(self, request: Request) -> dict[str, Any]:
        """What a rule finds, and why."""
        from copylint.service.explanations import explanation

        name = request.path_params["rule"]
        config = self._context.config(self._context.path_of(""))
        rules = await self._context.work(self._known)
        rule, told = rules.get(name), explanation(name, config)
        if rule is None or told is None:
            raise Refusal(404, "there is no such rule")
        return {
            "id": rule.id,
            "name": told.name,
            "summary": rule.summary,
            "why": rule.why,
            "severity": rule.severity.label,
            "default": rule.default,
            "url": told.url,
            "markdown": told.markdown,
            "bad": [_bad(each) for each in rule.bad[:4]],
            "good": [each.text for each in rule.good[:4]],
        }

    def _known(self) -> dict[str, Rule]:
        from copylint.runner.rules import all_rules

        config = self._context.config(self._context.path_of(""))
        return dict(all_rules(config.rule_sources))


def _bad(example: Bad) -> dict[str, Any]:
    return {"text": example.text, "found": example.found, "fixed": example.fixed}


def _word(text: str) -> str:
    word = " ".join(text.split())
    if not word or len(word) > _LONGEST_WORD or "#" in word or not word.isprintable():
        raise Refusal(400, "this cannot be a word of the house: it is empty, too long or holds '#'")
    return word
