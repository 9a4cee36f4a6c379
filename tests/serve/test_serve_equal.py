"""The server finds what ``copylint check`` finds, whoever else asks at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from copylint import Config, Language, lint_text

LIBREOFFICE = {"User-Agent": "LibreOffice 24.8"}
SENTENCES = st.sampled_from(
    [
        "She go to teh market.",
        "Ms Wojciechowska opened the bridge.",
        "Ms Wojciechowksa said it was late.",
        "The the end of it.",
        "\N{GRINNING FACE} An house burned down .",
        "“It was late, he said.",
        "The colour was grey; the color was not.",
        "Der Hund ist nicht hier und die Katze auch nicht.",
        "# A heading",
    ]
)
TEXTS = st.lists(st.tuples(SENTENCES, st.sampled_from([" ", "\n", "\n\n", "\r\n\r\n"]))).map(
    lambda parts: "".join(sentence + gap for sentence, gap in parts)
)
RELAXED = settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


def found(client: TestClient, text: str) -> list[tuple[str, str, str]]:
    reply = client.post("/v2/check", data={"text": text, "language": "en-GB"})
    assert reply.status_code == 200, reply.text
    units = text.encode("utf-16-le")
    return [
        (
            match["rule"]["id"],
            units[match["offset"] * 2 : (match["offset"] + match["length"]) * 2].decode(
                "utf-16-le"
            ),
            match["message"],
        )
        for match in reply.json()["matches"]
    ]


def expected(text: str) -> list[tuple[str, str, str]]:
    findings = lint_text(text, config=Config(language=Language.BRITISH))
    ordered = sorted(findings, key=lambda each: (each.span.start, each.span.end, each.rule))
    return [(f.rule, text[f.span.start : f.span.end], f.message) for f in ordered]


@RELAXED
@given(text=TEXTS)
def test_findings_are_those_of_the_command(client: TestClient, text: str) -> None:
    assert found(client, text) == expected(text)


def test_interleaved_clients_get_their_own_text_only(client: TestClient) -> None:
    names = ["Quillfeather", "Brackenbury", "Thistlewood", "Marchbanks", "Pennyworth", "Oxenford"]
    texts = {
        name: f"Ms {name} opened the bridge. Ms {name} was late.\n\nMs {name[:-2]}{name[-1]}"
        f"{name[-2]} cut the ribbon; teh crowd left."
        for name in names
    }
    whole = {name: expected(text) for name, text in texts.items()}
    assert all(whole.values())

    def ask(name: str) -> tuple[str, Any]:
        reply = client.post("/v2/check", data={"text": texts[name], "language": "en-GB"})
        for other in names:
            assert other == name or other not in reply.text
        return name, reply.json()

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(ask, names * 8))
    for name, answer in answers:
        got = [(m["rule"]["id"], m["message"]) for m in answer["matches"]]
        assert got == [(rule, message) for rule, _, message in whole[name]]


def test_interleaved_paragraphs_get_their_own_article_only(client: TestClient) -> None:
    """Word processors of two people on one machine, told apart by their user names."""
    people = {"ann": "Quillfeather", "ben": "Brackenbury"}
    for number in range(6):
        for person, name in people.items():
            (other,) = {*people.values()} - {name}
            text = f"Paragraph {number} is about Ms {name}, who opened a bridge in the rain."
            fields = {"text": text, "language": "en-GB", "username": person, "apiKey": "none"}
            reply = client.post("/v2/check", data=fields, headers=LIBREOFFICE)
            assert reply.status_code == 200 and other not in reply.text
    clients = client.app.state.copylint.memory._paragraphs._clients  # type: ignore[attr-defined]
    for owner, articles in clients.items():
        name = people["ann"] if owner.endswith("ann") else people["ben"]
        assert all(name in each for article in articles for each in article.paragraphs)


def test_the_houses_configuration_holds(client: TestClient, tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_text('ignore = ["spelling.unknown"]\n')
    assert found(client, "It was teh end.") == []
    (tmp_path / "copylint.toml").write_text('ignore = ["duplicates"]\n')
    assert [rule for rule, _, _ in found(client, "It was teh end.")] == ["spelling.unknown"]
