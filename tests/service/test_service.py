"""The service gives each client the findings in its own text, and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from copylint.config.enums import Deep
from copylint.config.schema import Config
from copylint.runner.pipeline import run
from copylint.runner.result import Input
from copylint.service.answer import Busy, Outdated, Stage
from copylint.service.job import Job
from copylint.service.job_queue import JobQueue
from copylint.service.limits import Limits
from copylint.service.service import Service
from copylint.service.text_edit import TextEdit

RULES = Config(deep=Deep.NEVER)
TEXT = "He recieved the the letter.\n"
PATIENCE_S = 120


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    made = Service()
    yield made
    made.close()


def test_text_is_checked_as_a_run_would_check_it(service: Service) -> None:
    answer = service.check(TEXT, path="a.md", config=RULES).result(PATIENCE_S)
    (file,) = run([Input("a.md", text=TEXT)], RULES, jobs=1).files
    assert answer.findings == file.findings
    assert answer.words == file.words
    assert answer.is_complete
    assert [each.text for each in answer.findings] == ["recieved", "the the"]


def test_rules_stage_says_that_it_is_not_complete(service: Service) -> None:
    answer = service.check(TEXT, path="a.md", config=RULES, stage=Stage.RULES).result(PATIENCE_S)
    assert not answer.is_complete
    assert answer.findings


def test_text_that_cannot_be_read_is_an_error(service: Service) -> None:
    answer = service.check_bytes(b"\0\1\2", path="a.docx", config=RULES).result(PATIENCE_S)
    assert answer.error
    assert not answer.findings


def test_text_over_the_limit_is_an_error() -> None:
    service = Service(Limits(document_bytes=10))
    try:
        answer = service.check("é" * 6, path="", config=RULES).result(PATIENCE_S)
        assert "larger than" in answer.error
    finally:
        service.close()


def test_edits_are_made_in_turn(service: Service) -> None:
    document = service.open("me", "a", "one two", path="a.txt", config=RULES)
    document.change([TextEdit(0, 3, "three"), TextEdit(6, 9, "2")], version=1)
    assert document.text == "three 2"
    assert document.version == 1
    with pytest.raises(ValueError, match="no such place"):
        document.change([TextEdit(0, 0, "x"), TextEdit(0, 99, "")], version=2)
    assert document.text == "three 2"
    document.close()


def test_answer_is_about_the_version_that_was_checked(service: Service) -> None:
    document = service.open("me", "a", "It is fine.", path="a.txt", config=RULES, version=3)
    document.replace(TEXT, version=4)
    answer = document.check().result(PATIENCE_S)
    assert (answer.version, answer.text) == (4, TEXT)
    document.close()


def test_change_outdates_unfinished_checks() -> None:
    queue: list[Job] = []
    service = Service()
    try:
        document = service.open("me", "a", TEXT, path="a.txt", config=RULES)
        document._put = queue.append  # nothing is checked
        old = document.check()
        also = document.check()
        assert len(queue) == 1
        document.change([TextEdit(0, 0, "x")], version=1)
        for each in (old, also):
            assert isinstance(each.exception(PATIENCE_S), Outdated)
        new = document.check()
        document.configure(Config(deep=Deep.NEVER, ignore=("spelling",)))
        assert isinstance(new.exception(PATIENCE_S), Outdated)
        last = document.check()
        document.close()
        assert isinstance(last.exception(PATIENCE_S), Outdated)
        assert isinstance(document.check().exception(PATIENCE_S), Outdated)
    finally:
        service.close()


def test_both_stages_of_a_version_are_answered(service: Service) -> None:
    document = service.open("me", "stages", TEXT, path="a.txt", config=RULES)
    rules, complete = document.check(Stage.RULES), document.check()
    assert not rules.result(PATIENCE_S).is_complete
    assert complete.result(PATIENCE_S).is_complete
    document.close()


def test_document_is_seen_by_its_owner_alone(service: Service) -> None:
    document = service.open("me", "a", TEXT, path="a.txt", config=RULES)
    assert service.document("me", "a") is document
    assert service.document("you", "a") is None
    service.forget("you")
    assert service.document("me", "a") is document
    service.forget("me")
    assert service.document("me", "a") is None
    assert document.is_closed


def test_owner_who_holds_most_makes_room() -> None:
    service = Service(Limits(documents=3))
    try:
        for name in "abc":
            service.open("much", name, "", path="", config=RULES)
        service.open("little", "a", "", path="", config=RULES)
        assert service.document("much", "a") is None
        assert service.document("little", "a") is not None
        assert service.document("much", "c") is not None
    finally:
        service.close()


def test_bytes_of_all_documents_are_bounded() -> None:
    service = Service(Limits(total_bytes=100))
    try:
        small = service.open("a", "small", "x" * 20, path="", config=RULES)
        large = service.open("b", "large", "x" * 30, path="", config=RULES)
        large.replace("x" * 70, 1)
        assert not small.is_closed
        other = service.open("a", "other", "x" * 30, path="", config=RULES)
        assert large.is_closed
        assert not small.is_closed
        assert not other.is_closed
    finally:
        service.close()


def _job(owner: str, name: str, stage: Stage = Stage.COMPLETE) -> Job:
    job = Job(owner, name, Input("a.txt", text=""), RULES, stage)
    job.future()
    return job


def test_owners_take_turns_and_rules_go_first() -> None:
    queue = JobQueue(10)
    for job in (_job("a", "1"), _job("a", "2"), _job("b", "3"), _job("b", "4", Stage.RULES)):
        queue.put(job)
    taken = [queue.take() for _ in range(4)]
    assert [job and job.document for job in taken] == ["4", "1", "3", "2"]


def test_full_queue_is_busy_until_unwanted_checks_are_dropped() -> None:
    queue = JobQueue(1)
    first, second, third = _job("a", "1"), _job("a", "2"), _job("a", "3")
    queue.put(first)
    queue.put(second)
    assert isinstance(second.future().exception(0), Busy)
    first.fail(Outdated())
    queue.put(third)
    assert queue.take() is third


def test_closed_queue_gives_out_nothing() -> None:
    queue = JobQueue(10)
    job = _job("a", "1")
    queue.put(job)
    queue.close()
    assert queue.take() is None
    assert isinstance(job.future().exception(0), Outdated)


def test_close_ends_the_thread() -> None:
    service = Service()
    service.close()
    assert isinstance(service.check(TEXT, path="", config=RULES).exception(PATIENCE_S), Outdated)
    assert not any(
        thread.name == "copylint-service" and thread is service._worker._thread
        for thread in threading.enumerate()
    )


def test_a_check_that_was_given_up_can_be_asked_for_again(service: Service) -> None:
    other = service.check(TEXT * 50, path="", config=RULES)
    document = service.open("me", "again", TEXT, path="a.md", config=RULES)
    document.check().cancel()
    other.result(PATIENCE_S)
    service.check(TEXT, path="", config=RULES).result(PATIENCE_S)  # the queue has passed it by
    assert document.check().result(PATIENCE_S).findings
    document.close()
