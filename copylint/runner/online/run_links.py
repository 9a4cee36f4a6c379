"""The links of a run's articles, looked up before the articles are checked.

What the servers answer goes into the configuration, so findings depend on the article and
the configuration alone, as all do, and a result that is kept holds for these answers only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit
from urllib.request import getproxies

from copylint.analysis.web_links import web_links
from copylint.config.schema import Config
from copylint.core.errors import InputError
from copylint.core.record import replace
from copylint.runner.document_reader import Formats
from copylint.runner.online.asking import Asker
from copylint.runner.online.lookup import look_up
from copylint.runner.online.public import is_example
from copylint.runner.result import Input
from copylint.runner.time_limit import OutOfTime, time_limit

# An article that links to more pages than this is no reason to ask a host for all of them.
_MOST = 200
_MOST_TOLD = 20


def with_answers(
    config: Config, inputs: Sequence[Input], *, public_only: bool
) -> tuple[Config, list[str]]:
    """``config`` with the links of ``inputs`` that are gone, and notes about the others.

    ``public_only``: addresses that are not on the public network are not asked.
    """
    if {"http", "https", "all"} & getproxies().keys():
        return config, ["links were not looked up: servers are asked directly, not by a proxy"]
    notes: list[str] = []
    addresses: dict[str, None] = {}
    for each in inputs:
        found = dict.fromkeys(_addresses(each, config))
        if len(found) > _MOST:
            notes.append(f"{each.path}: only the first {_MOST} of {len(found)} links are looked up")
        addresses |= dict.fromkeys(list(found)[:_MOST])
    answers = look_up(addresses, Asker(public_only=public_only).ask)
    doubts = [f"{at}: {answers[at].doubt}" for at in addresses if answers[at].doubt]
    notes += [f"not looked up: {each}" for each in doubts[:_MOST_TOLD]]
    if len(doubts) > _MOST_TOLD:
        notes.append(f"{len(doubts) - _MOST_TOLD} more links could not be looked up")
    gone = {at: answers[at].gone for at in addresses if answers[at].gone}
    return replace(config, gone=gone), notes


def _addresses(each: Input, config: Config) -> Iterator[str]:
    """The links of an input; none if it cannot be read, which the check itself will say."""
    try:
        with time_limit(config.timeout):
            documents = Formats(config).read_all(each)
            links = [link.address for document in documents for link in web_links(document)]
    except (InputError, OutOfTime):
        return
    except Exception:  # noqa: BLE001 - as for a check: one file that a format fails on is not the run
        return
    for address in links:
        try:
            host = urlsplit(address).hostname or ""
        except ValueError:
            continue
        if host and not is_example(host):
            yield address
