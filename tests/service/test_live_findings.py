"""However a text came about, its findings are those of a run over the whole of it.

Documents of several clients are edited in turn, so that what the service remembers of one
would show in the answers about another.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from copylint.config.enums import Deep
from copylint.config.schema import Config, NameSetting
from copylint.runner.deep_policy import is_installed
from copylint.runner.pipeline import run
from copylint.runner.result import FileResult, Input
from copylint.service.answer import Answer, Stage
from copylint.service.live_document import LiveDocument
from copylint.service.service import Service
from copylint.service.text_edit import TextEdit

PATIENCE_S = 300
CONFIGS = (
    Config(deep=Deep.NEVER),
    Config(deep=Deep.NEVER, extend_select=("context", "readability", "consistency")),
    Config(deep=Deep.NEVER, ignore=("spelling",), names=(NameSetting("Orla Quist"),)),
)
PATHS = ("a.txt", "news/b.md", "c.html", "d.tex")
PIECES = (
    "The harbour master, Bram Tolvane, recieved the the letter on Monday.",
    "“Their is no reason,” Mr Tolvan said, “it's a question of defence.”",
    "He can addresses the problem , and they was told about it at same time.",
    "The councils decision were made by the comittee.",
    "Orla Quist has 3 dogs and two cat. The Quists' boat is call’d Marlin.",
    "The `code` is good, it's *best* practise — the end…",
    "It was bigger then the old one. the rest came form the council.",
    "<!-- copylint: ignore spelling -->",
    "# A Headline Without End",
    "By Ada Quist",
    "\n\n",
    "\n",
    " ",
    "'",
    "”",
    ". ",
    "the ",
    "Tolvane",
    "😀",
)
# A sentence whose findings depend on the rest of the article, and what changes them.
ELSEWHERE = (
    ("The firm has went bust.", " It ended.”", ["grammar.participle"], []),
    ("He is consider a move.", " It ended.”", ["grammar.progressive"], []),
    ("Prices was higher.", "\n\nHis Price's Prices.", ["grammar.subject-verb"], []),
)


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    made = Service()
    yield made
    made.close()


class Client:
    """A client that types at random and knows what its text should be."""

    def __init__(self, service: Service, number: int, config: Config, random_: random.Random):
        self.random, self.config = random_, config
        self.text = "\n\n".join(random_.sample(PIECES[:8], 4)) + "\n"
        self.path, self.version = PATHS[number % len(PATHS)], 0
        self.document: LiveDocument = service.open(
            f"client {number}", "article", self.text, path=self.path, config=config
        )

    def type(self) -> None:
        """Change the text at one to three places."""
        edits = []
        for _ in range(self.random.randint(1, 3)):
            start = self.random.randint(0, len(self.text))
            end = min(len(self.text), start + self.random.choice((0, 0, 0, 1, 5, 40)))
            put = self.random.choice((*PIECES, ""))
            edits.append(TextEdit(start, end, put))
            self.text = self.text[:start] + put + self.text[end:]
        self.version += 1
        self.document.change(edits, self.version)

    def expected(self) -> FileResult:
        (file,) = run([Input(self.path, text=self.text)], self.config, jobs=1).files
        return file


def agrees(answer: Answer, client: Client) -> None:
    expected = client.expected()
    assert answer.text == client.text
    assert answer.version == client.version
    assert answer.findings == expected.findings
    assert answer.notes == expected.notes
    assert (answer.words, answer.headline) == (expected.words, expected.headline)


@pytest.mark.parametrize("seed", range(4))
def test_edited_documents_of_several_clients(service: Service, seed: int) -> None:
    random_ = random.Random(seed)
    clients = [Client(service, number, CONFIGS[number % 3], random_) for number in range(4)]
    for _ in range(12):
        typing = random_.sample(clients, 2)
        for client in typing:
            client.type()
        early = [client.document.check(Stage.RULES) for client in typing]
        late = [client.document.check() for client in typing]
        for client, rules, complete in zip(typing, early, late, strict=True):
            agrees(rules.result(PATIENCE_S), client)
            agrees(complete.result(PATIENCE_S), client)
    for client in clients:
        client.document.close()


@pytest.mark.parametrize(("sentence", "rest", "alone", "together"), ELSEWHERE)
def test_sentence_that_stays_while_the_rest_changes(
    service: Service, sentence: str, rest: str, alone: list[str], together: list[str]
) -> None:
    document = service.open("me", "a", "", path="a.md", config=CONFIGS[0])
    opening = "“It grew. " if rest.endswith("”") else "It grew. "
    before = f"It grew. {sentence}{rest.rstrip('”') if rest.endswith('”') else ''}"
    for text, expected in ((before, alone), (f"{opening}{sentence}{rest}", together)):
        document.replace(text, 1)
        findings = document.check().result(PATIENCE_S).findings
        assert [each.rule for each in findings if each.rule.startswith("grammar.")] == expected
    document.close()


@pytest.mark.skipif(not is_installed(), reason="the deep check is not installed")
def test_edited_document_with_the_deep_check(service: Service) -> None:
    random_ = random.Random(7)
    clients = [Client(service, number, Config(), random_) for number in range(2)]
    for _ in range(6):
        for client in clients:
            client.type()
            client.document.check(Stage.RULES)
            agrees(client.document.check().result(PATIENCE_S), client)
    for client in clients:
        client.document.close()


@pytest.mark.skipif(not is_installed(), reason="the deep check is not installed")
def test_rules_stage_is_a_run_without_engines(service: Service) -> None:
    text = "\n\n".join(PIECES[:8])
    answer = service.check(text, path="a.md", config=Config(), stage=Stage.RULES)
    (file,) = run([Input("a.md", text=text)], Config(deep=Deep.NEVER), jobs=1).files
    assert answer.result(PATIENCE_S).findings == file.findings
