"""Checks articles in one process: from bytes to findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from copylint.analysis.article import Article
from copylint.analysis.block_tokens import KnownBlocks
from copylint.config.schema import Config
from copylint.contract.check import Options
from copylint.contract.engine import EngineSession, RuleMatch
from copylint.core.errors import EngineError, InputError
from copylint.core.finding import AnyMatch, Finding, Match
from copylint.core.interruption import may_end
from copylint.core.record import replace
from copylint.core.rule import Rule
from copylint.core.rule_groups import group_of
from copylint.language.vocabulary import HouseName, Vocabulary
from copylint.runner.begun_check import BegunCheck
from copylint.runner.cache_key import digest
from copylint.runner.document_reader import Formats
from copylint.runner.engine_sessions import engine_settings, fault
from copylint.runner.finding_judge import OF_TASTE, believed
from copylint.runner.garbage import collecting_seldom
from copylint.runner.guarded_check import guarded
from copylint.runner.house_files import memory, printed
from copylint.runner.inline_suppressions import unsuppressed
from copylint.runner.internal_rules import INTERNAL_ERROR
from copylint.runner.match_placement import to_finding
from copylint.runner.overlaps import arbitrate
from copylint.runner.result import ChunkResult, FileResult, Input
from copylint.runner.rule_selection import Selection, chosen
from copylint.runner.rules import all_checks, all_rules, engine
from copylint.runner.time_limit import OutOfTime, time_limit, too_slow
from copylint.runner.unread import unread_words


class Linter:
    """Checks inputs in this process. Built once per process; costly parts start on use.

    ``addresses`` gives, by engine name, what ``Engine.start`` returned in the parent.
    ``remembers``: versions of the same texts are checked one after the other, so what was
    worked out about their parts is kept.
    """

    def __init__(
        self, config: Config, addresses: dict[str, str], *, remembers: bool = False
    ) -> None:
        self._config = config
        sources, asked = config.rule_sources, chosen(config)
        self._selection = Selection(config, all_rules(sources, asked).values())
        self._checks = [
            check.narrowed(self._selection.runs)
            for check in all_checks(sources, asked)
            if any(self._selection.runs(r.id) for r in check.rules)
        ]
        if remembers:
            self._checks = [check.remembering() for check in self._checks]
        self._remembers = remembers
        self._known_blocks = KnownBlocks() if remembers else None
        asked_for = (*config.select, *config.extend_select)
        self._wanted = frozenset(name for name in asked_for if group_of(name) in OF_TASTE)
        self._options = Options(
            config.rules,
            config.transcripts,
            memory(config.memory),
            printed(config.against),
            config.gone,
        )
        self._formats = Formats(config)
        self._addresses: dict[str, str] = {}
        self._engine_rules: dict[str, Rule] = {}
        self.add_engines(addresses)
        self._sessions: dict[str, EngineSession] = {}
        self._failed_engines: set[str] = set()
        self._vocabulary = Vocabulary(
            config.vocabulary.accept,
            config.vocabulary.reject,
            tuple(HouseName(entry.name, entry.rejected) for entry in config.names),
        )

    def add_engines(self, addresses: dict[str, str]) -> None:
        """Ask engines, too, from here on; ``addresses`` as for a new linter."""
        self._addresses |= addresses
        self._engine_rules |= {
            rule.id: replace(rule, precedence=engine(name).precedence)
            for name in addresses
            for rule in engine(name).rules
        }

    def lint(self, inputs: Sequence[Input]) -> ChunkResult:
        """Check every input; an unreadable one is an error in its result."""
        with collecting_seldom():
            return self._lint(inputs)

    def begin(self, each: Input) -> tuple[ChunkResult, BegunCheck | None]:
        """Check an input by all rules but those of engines.

        The result is what a linter without engines would answer. ``complete`` goes on with
        what is returned beside it; that is None if the check is over.
        """
        result = ChunkResult()
        with collecting_seldom():
            try:
                with time_limit(self._config.timeout):
                    begun = self._begun([each], result.engine_errors)
                    self._finish(begun, result, ask=False)
            except OutOfTime:
                return self._out_of_time(each), None
        return result, begun if begun.articles else None

    def complete(self, each: Input, begun: BegunCheck) -> ChunkResult:
        """What ``lint`` would answer for the input that was begun."""
        result = ChunkResult()
        with collecting_seldom():
            try:
                with time_limit(self._config.timeout):
                    self._prepare_engines(begun.articles, result.engine_errors)
                    self._finish(begun, result)
            except OutOfTime:
                return self._out_of_time(each)
        return result

    def _out_of_time(self, each: Input) -> ChunkResult:
        self.close()  # a session may be in the middle of a question
        reason = too_slow(self._config.timeout)
        return ChunkResult([FileResult(each.path, error=reason)], [b""])

    def _lint(self, inputs: Sequence[Input]) -> ChunkResult:
        result = ChunkResult()
        # Engines are asked about many articles at once. Without an engine, each article is freed
        # before the next is read: its tokens are a hundred times its size.
        size = len(inputs) if self._addresses else 1
        for at in range(0, len(inputs), size or 1):
            self._in_time(inputs[at : at + size], result)
        return result

    def _in_time(self, inputs: Sequence[Input], result: ChunkResult) -> None:
        """Check some inputs into ``result``; one that takes too long is reported as that alone."""
        some = ChunkResult()
        is_ours = False
        try:
            with time_limit(self._config.timeout * len(inputs)) as is_ours:
                self._together(inputs, some)
        except OutOfTime:
            if not is_ours:
                raise
            some = self._out_of_time(inputs[0])
            if len(inputs) > 1:
                for each in inputs:
                    self._in_time([each], result)
                return
        result.files += some.files
        result.digests += some.digests
        result.engine_errors += some.engine_errors

    def _together(self, inputs: Sequence[Input], result: ChunkResult) -> None:
        """Check some inputs, all of them held in memory, into ``result``."""
        self._finish(self._begun(inputs, result.engine_errors), result)

    def _begun(self, inputs: Sequence[Input], errors: list[str]) -> BegunCheck:
        """Some inputs, checked by all rules but those of engines."""
        read = [self._read(each) for each in inputs]
        begun = BegunCheck(read)
        self._prepare_engines(begun.articles, errors)
        for article in begun.articles:
            own = believed(article, [*self._own_matches(article)], self._wanted)
            begun.matches[id(article)] = own
        return begun

    def _finish(self, begun: BegunCheck, result: ChunkResult, *, ask: bool = True) -> None:
        """Have engines check what was begun, if they are to be asked, into ``result``."""
        articles, matches = begun.articles, begun.matches
        if ask:
            self._review(articles, matches, result.engine_errors)
            for article, match in self._engine_matches(articles, result.engine_errors):
                matches[id(article)].append(match)
        answered = self._addresses.keys() - self._failed_engines if ask else set[str]()
        for each, read_digest in begun.read:
            if not isinstance(each, FileResult):
                own = [self._result(one, matches[id(one)], answered) for one in each]
                if ask:
                    begun.forget(each)
                each = _joined(own)
            result.files.append(each)
            result.digests.append(read_digest if self._is_whole(each) else b"")

    def close(self) -> None:
        """Close engine sessions."""
        for session in self._sessions.values():
            session.close()
        self._sessions.clear()

    def _read(self, each: Input) -> tuple[list[Article] | FileResult, bytes]:
        """The articles, or why there are none, and the digest of the bytes, if they are bytes."""
        try:
            if each.documents or each.text is not None:
                read = b""
                documents = self._formats.read_all(each)
            else:
                data = self._formats.bytes_of(each)
                read = digest(data)
                documents = self._formats.documents_in(each.path, data, each.format, each.fields)
        except InputError as error:
            return FileResult(each.path, error=error.message), b""
        except Exception as error:  # noqa: BLE001 - one file that a format fails on is not the run
            return FileResult(each.path, error=f"could not be read: {fault(error)}"), b""
        rest = self._vocabulary, self._config.language, self._known_blocks
        return [Article(document, *rest) for document in documents], read

    def _is_whole(self, result: FileResult) -> bool:
        """Whether every check and engine that was asked has answered."""
        answered = self._addresses.keys() - self._failed_engines
        return (
            not result.error
            and answered.issuperset(self._config.grammar)
            and all(finding.rule != INTERNAL_ERROR.id for finding in result.findings)
        )

    def _own_matches(self, article: Article) -> Iterator[tuple[Rule, AnyMatch]]:
        for check in self._checks:
            may_end()
            yield from guarded(check, article, self._options)

    def _prepare_engines(self, articles: Sequence[Article], errors: list[str]) -> None:
        for name, address in self._asked(articles):
            try:
                self._session(name, address).prepare(articles)
            except EngineError as error:
                self._failed_engines.add(name)
                errors.append(str(error))

    def _wants(self, name: str) -> bool:
        """Whether any rule of the engine runs; rules that it does not name in advance may."""
        rules = engine(name).rules
        return not rules or any(self._selection.runs(rule.id) for rule in rules)

    def _review(
        self,
        articles: Sequence[Article],
        matches: dict[int, list[RuleMatch]],
        errors: list[str],
    ) -> None:
        """Remove from ``matches``, which are by the article's id, those that an engine refutes."""
        for name, address in self._asked(articles):
            try:
                session = self._session(name, address)
                stand = session.review(articles, [matches[id(each)] for each in articles])
            except EngineError as error:
                self._failed_engines.add(name)
                errors.append(str(error))
                continue
            for article, left in zip(articles, stand, strict=True):
                matches[id(article)] = left

    def _asked(self, articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
        """The engines that must check the articles, with their addresses."""
        for name, address in self._addresses.items():
            if name not in self._failed_engines and articles and self._wants(name):
                yield name, address

    def _engine_matches(
        self, articles: Sequence[Article], errors: list[str]
    ) -> Iterator[tuple[Article, tuple[Rule, AnyMatch]]]:
        for name, address in self._asked(articles):
            try:
                session = self._session(name, address)
                answers = session.check(articles)
            except EngineError as error:
                self._failed_engines.add(name)
                errors.append(str(error))
                continue
            for article, matches in zip(articles, answers, strict=True):
                for match in matches:
                    rule = self._engine_rules.get(match.rule)
                    if rule is None:
                        rule = _engine_rule(match, engine(name).precedence)
                    yield article, (rule, match)

    def _session(self, name: str, address: str) -> EngineSession:
        session = self._sessions.get(name)
        if session is None:
            settings = engine_settings(self._config, name)
            session = engine(name).connect(address, settings)
            if self._remembers:
                session.remember()
            self._sessions[name] = session
        return session

    def _result(
        self, article: Article, matches: Iterable[tuple[Rule, AnyMatch]], answered: Set[str]
    ) -> FileResult:
        document = article.document
        runs = self._selection.in_document(document)
        precedence: dict[str, int | None] = {}
        findings: list[Finding] = []
        for rule, match in matches:
            if runs(rule.id):
                precedence[rule.id] = rule.precedence
                findings.append(to_finding(article, match, rule, self._config.severity))
        best = arbitrate(findings, precedence.get)
        kept, told = unsuppressed(document, best, self._config, self._selection, answered)
        kept.sort(key=lambda finding: finding.sort_key)
        words, notes = len(article.words), (*document.notes, *told)
        if self._config.trust.strangers:
            notes = (*notes, *unread_words(document))
        language = "" if document.blocks or not document.foreign else document.foreign[0][1]
        return FileResult(
            document.path,
            tuple(kept),
            words,
            notes=notes,
            language=language,
            headline=document.headline,
        )


def _joined(results: Sequence[FileResult]) -> FileResult:
    """The result for a file, from the results for its articles."""
    if len(results) == 1:
        return results[0]
    return FileResult(
        results[0].path,
        tuple(finding for each in results for finding in each.findings),
        words=sum(each.words for each in results),
        notes=tuple(note for each in results for note in each.notes),
        language=results[0].language if all(each.language for each in results) else "",
        headline=next((each.headline for each in results if each.headline), ""),
    )


def _engine_rule(match: Match, precedence: int) -> Rule:
    """A rule for an engine's match whose rule is not known in advance."""
    return Rule(match.rule, match.message, "", (), (), precedence=precedence)
