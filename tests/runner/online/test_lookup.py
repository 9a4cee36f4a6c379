"""Pages are looked up once each, some at a time."""

from __future__ import annotations

import threading

import pytest
from local_site import Site

from copylint.runner.online.asking import Answer, Asker
from copylint.runner.online.lookup import look_up


def test_each_page_is_asked_for_once(site: Site) -> None:
    site.answers["/gone"] = 404
    pages = [f"{site.base}/{name}" for name in ("gone", "here", "gone", "here", "gone")]
    answers = look_up(pages, Asker(public_only=False).ask)
    assert answers == {pages[0]: Answer(gone="404"), pages[1]: Answer()}
    assert site.asked["HEAD", "/gone"] == site.asked["HEAD", "/here"] == 1


@pytest.mark.parametrize("per_host", [1, 2, 3])
def test_a_host_is_asked_for_few_pages_at_once(site: Site, per_host: int) -> None:
    # Each request waits until as many have come as may come together.
    site.gate = threading.Barrier(per_host)
    pages = [f"{site.base}/{number}" for number in range(2 * per_host)]
    answers = look_up(pages, Asker(public_only=False).ask, per_host=per_host)
    assert answers == dict.fromkeys(pages, Answer())
    assert site.most_together == per_host


def test_hosts_are_asked_together_up_to_the_limit() -> None:
    gate, running, most, lock = threading.Barrier(3), 0, 0, threading.Lock()

    def ask(address: str) -> Answer:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        gate.wait(10)
        with lock:
            running -= 1
        return Answer()

    pages = [f"https://{number}.org/" for number in range(6)]
    assert look_up(pages, ask, at_once=3) == dict.fromkeys(pages, Answer())
    assert most == 3


def test_a_page_that_cannot_be_asked_for_is_a_doubt() -> None:
    def ask(address: str) -> Answer:
        raise RuntimeError

    assert look_up(["https://a.org/"], ask) == {
        "https://a.org/": Answer(doubt="no answer (RuntimeError)")
    }


def test_nothing_is_asked_without_links() -> None:
    assert look_up([], Asker(public_only=False).ask) == {}
