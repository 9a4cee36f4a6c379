"""Our answers have the shape of LanguageTool's own: one strict schema holds for both."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from jsonschema import Draft7Validator
from starlette.testclient import TestClient

from copylint.runner.rules import all_rules

SCHEMA = json.loads(Path(__file__).with_name("languagetool.schema.json").read_text("utf-8"))
VALIDATOR = Draft7Validator(SCHEMA)
JARS = "LTP_JAR_DIR_PATH"
FIELDS = {"language": "en-GB", "level": "picky"}


def examples(step: int) -> Iterator[str]:
    """Texts with errors: every ``step``-th example of a rule."""
    texts = (bad.text for rule in all_rules().values() for bad in rule.bad)
    return islice(dict.fromkeys(texts), 0, None, step)


def faults(answer: Any) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(answer)]


def agrees(answer: Any, text: str) -> bool:
    """Whether contexts, sentences and ranges are what they say, in UTF-16 code units."""
    units = text.encode("utf-16-le")
    for match in answer["matches"]:
        start, end = match["offset"] * 2, (match["offset"] + match["length"]) * 2
        shown = match["context"]["text"].encode("utf-16-le")
        first = match["context"]["offset"] * 2
        last = first + match["context"]["length"] * 2
        found = units[start:end].decode("utf-16-le")
        if shown[first:last].decode("utf-16-le").split() != found.split():
            return False
    ends = [place for each in answer["sentenceRanges"] for place in each]
    return ends == sorted(ends) and all(place * 2 <= len(units) for place in ends)


def test_answers_to_examples_of_rules(client: TestClient) -> None:
    matches = 0
    for text in examples(8):
        answer = client.post("/v2/check", data={"text": text, **FIELDS}).json()
        assert faults(answer) == [], text
        assert agrees(answer, text), text
        matches += len(answer["matches"])
    assert matches > 30


@pytest.mark.parametrize("path", ["languages", "info", "configinfo?language=en-GB"])
def test_information(client: TestClient, path: str) -> None:
    answer = client.get(f"/v2/{path}").json()
    if path == "languages":
        assert all(each.keys() == {"name", "code", "longCode"} for each in answer)
    else:
        software = answer["software"]
        assert {"name", "version", "buildDate", "premium"} <= software.keys()


def test_ids_of_rules_are_those_of_the_configuration_info(client: TestClient) -> None:
    listed = client.get("/v2/configinfo?language=en-US").json()["rules"]
    assert {each["ruleId"] for each in listed} == set(all_rules())
    needed = {"ruleId", "description", "categoryId", "categoryName", "locQualityIssueType"}
    for each in listed:
        assert needed <= each.keys()
        assert each["description"]


@pytest.mark.skipif(JARS not in os.environ, reason=f"needs LanguageTool's jars in {JARS}")
def test_languagetool_itself_agrees_with_the_schema(run_server: Callable[..., str]) -> None:
    from copylint.engines.languagetool.local import LocalServer

    def ask(address: str, text: str) -> Any:
        form = urlencode({"text": text, **FIELDS}).encode()
        with urlopen(f"{address}/check", form, timeout=120) as reply:
            return json.load(reply)

    theirs = LocalServer()
    try:
        addresses = {"theirs": theirs.start(), "ours": f"{run_server()}/v2"}
        compared = 0
        matches = dict.fromkeys(addresses, 0)
        for text in islice(examples(1), 200):
            for name, address in addresses.items():
                answer = ask(address, text)
                assert faults(answer) == [], (name, text)
                assert agrees(answer, text), (name, text)
                matches[name] += len(answer["matches"])
            compared += 1
        assert compared == 200 and min(matches.values()) > 50, matches
        print(f"{compared} texts, matches: {matches}")  # noqa: T201
    finally:
        theirs.stop()
