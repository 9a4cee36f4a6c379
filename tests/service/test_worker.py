"""The thread that checks survives every job, and stops work that nobody wants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from copylint.config.enums import Deep
from copylint.config.schema import Config
from copylint.core.interruption import Interrupted, interruptible, may_end
from copylint.core.recent import Recent
from copylint.runner.baseline_check import AcceptedFindings
from copylint.runner.linter import Linter
from copylint.runner.result import Input
from copylint.service import linter_pool
from copylint.service.answer import Outdated
from copylint.service.live_document import LiveDocument
from copylint.service.service import Service

RULES = Config(deep=Deep.NEVER)
TEXT = "He recieved the the letter.\n"
PATIENCE_S = 120


@pytest.fixture
def service() -> Iterator[Service]:
    made = Service()
    yield made
    made.close()


@pytest.mark.parametrize("error", [RuntimeError("odd"), SystemExit(3), KeyboardInterrupt()])
def test_fault_is_an_answer_and_the_next_text_is_checked(
    service: Service, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fails(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(Linter, "lint", fails)
        answer = service.check(TEXT, path="a.md", config=RULES).result(PATIENCE_S)
        assert type(error).__name__ in answer.error
    assert service.check(TEXT, path="a.md", config=RULES).result(PATIENCE_S).findings


def test_check_of_a_changed_text_stops_between_its_parts(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = service.open("me", "a", TEXT, path="a.md", config=RULES)
    document.check().result(PATIENCE_S)
    went_on: list[str] = []

    def lint(_: Linter, inputs: Iterable[Input]) -> None:
        change(document)
        may_end()
        went_on.append("on")

    def change(document: LiveDocument) -> None:
        document.replace("Other words.", 2)

    document.replace(TEXT + "More.", 1)
    with monkeypatch.context() as patch:
        patch.setattr(Linter, "lint", lint)
        ended = document.check()
        assert isinstance(ended.exception(PATIENCE_S), Outdated)
    assert document.check().result(PATIENCE_S).text == "Other words."
    assert not went_on


def test_linter_stops_where_it_is_told_to() -> None:
    linter = Linter(RULES, {})
    with interruptible(lambda: True), pytest.raises(Interrupted):
        linter.lint([Input("a.md", text=TEXT)])
    assert linter.lint([Input("a.md", text=TEXT)]).files[0].findings


def test_inner_question_ends_with_its_block() -> None:
    with interruptible(lambda: False):
        with interruptible(lambda: True), pytest.raises(Interrupted):
            may_end()
        may_end()
    may_end()


def test_changed_house_rules_are_read_again(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linter_pool, "_LOOK_S", 0.0)
    pack = tmp_path / "House"
    pack.mkdir()
    rule = pack / "Never.yml"
    config = Config(deep=Deep.NEVER, packs=(str(tmp_path),), project=str(tmp_path))
    for word in ("harbour", "letter", "master"):
        rule.write_text(
            f"extends: existence\nmessage: \"Never '%s'.\"\nlevel: error\ntokens:\n  - {word}\n"
        )
        answer = service.check("The harbour master's letter.", path="a.md", config=config)
        found = [each.text for each in answer.result(PATIENCE_S).findings]
        assert word in found
        assert len([each for each in found if each in ("harbour", "letter", "master")]) == 1


def test_accepted_findings_are_left_out(service: Service, tmp_path: Path) -> None:
    baseline = tmp_path / "accepted.json"
    config = Config(deep=Deep.NEVER, baseline=str(baseline))
    path = str(tmp_path / "a.md")
    found = service.check(TEXT, path=path, config=RULES).result(PATIENCE_S).findings
    for count in (1, 2):
        accepted = AcceptedFindings(str(baseline), may_lack=True)
        accepted.accept(found[count - 1 : count])
        accepted.save()
        answer = service.check(TEXT, path=path, config=config).result(PATIENCE_S)
        assert answer.findings == found[count:]
        assert not answer.error
    baseline.unlink()
    answer = service.check(TEXT, path=path, config=config).result(PATIENCE_S)
    assert "there is no such baseline" in answer.error


def test_recent_values_stay_and_old_ones_go() -> None:
    recent: Recent[int, str] = Recent(10)
    for number in range(100):
        recent.put(number, str(number))
        assert recent.get(0 if number < 5 else number) is not None
        assert recent.get(0) == "0"  # used again and again
    assert recent.get(50) is None
    assert len(recent) <= 20
