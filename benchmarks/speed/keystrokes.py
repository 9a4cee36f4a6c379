"""How long a live document's findings take after a keystroke, in one service.

``python benchmarks/speed/keystrokes.py`` types into the middle of an article of about 1,000
words, letter by letter, and asks for the findings of the rules after each letter, and for
those of the deep check after each pause (every word). It prints the median and the 99th
percentile in milliseconds on the clock, and the processor time of the process for each.

``--file`` types into a file of your own. ``--clients N`` has N clients type at once, each into
an article of its own, and prints the same for all of them together. ``--beside`` gives the same
keystrokes to servers, each in turn: ``copylint lsp`` with the rules alone, ``copylint serve``
with the deep check, LanguageTool and harper-ls, if ``benchmarks/peers/install.py`` has got them.
"""

from __future__ import annotations

import argparse
import platform
import resource
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

sys.path.extend(map(str, (Path(__file__).parent, Path(__file__).parents[1])))

from clients import server
from corpus import article
from peers import find
from peers import languagetool as languagetool_peer
from typed_servers import Http, LanguageServer, TypedServer

from copylint.config.enums import Deep
from copylint.config.schema import Config
from copylint.runner.garbage import collect_while_staying
from copylint.service.answer import Stage
from copylint.service.live_document import LiveDocument
from copylint.service.service import Service
from copylint.service.text_edit import TextEdit

_TYPED = (
    "The harbour master, who had not been asked, said that nobody on the council was willing to "
    "recieve the letter before the end of the week, and that their was no other reason for it. "
)


# Keystrokes that are not counted: Java compiles what it runs often.
_WARM_UP = 30
# Milliseconds after which a language server would run the deep check.
_NEVER_MS = 60_000


class Typist:
    """Types into one document and notes how long each answer took, in seconds."""

    def __init__(self, document: LiveDocument, *, deep: bool) -> None:
        self._document, self._deep = document, deep
        self.rules: list[float] = []
        self.complete: list[float] = []

    def type(self, count: int) -> None:
        """Type ``count`` letters in the middle of the text."""
        for number, (at, letter) in enumerate(_typed(self._document.text, count), 1):
            begin = time.perf_counter()
            self._document.change([TextEdit(at, at, letter)], version=number)
            self._document.check(Stage.RULES).result()
            self.rules.append(time.perf_counter() - begin)
            if self._deep and letter == " ":
                begin = time.perf_counter()
                self._document.check(Stage.COMPLETE).result()
                self.complete.append(time.perf_counter() - begin)


def _typed(text: str, count: int) -> Iterator[tuple[int, str]]:
    """The places and letters of ``count`` keystrokes in the middle of a text."""
    at = text.find("\n\n", len(text) // 2) + 2
    for number in range(count):
        yield at + number, _TYPED[number % len(_TYPED)]


def beside(text: str, count: int) -> None:
    """Give ``count`` keystrokes to each server that there is, in turn, and print how it did."""
    with ExitStack() as stack:
        servers = [*_servers(stack)]
        seconds: dict[str, list[float]] = {each.name: [] for each in servers}
        worked: dict[str, float] = {}
        for number, (at, letter) in enumerate(_typed(text, _WARM_UP + count)):
            text = text[:at] + letter + text[at:]
            for each in servers:
                if number == _WARM_UP:
                    worked[each.name] = each.processor_s()
                begin = time.perf_counter()
                each.ask(text)
                if number >= _WARM_UP:
                    seconds[each.name].append(time.perf_counter() - begin)
        for each in servers:
            spent = (each.processor_s() - worked[each.name]) / count * 1000
            print(f"{each.name:24} {_figures(seconds[each.name])}, processor {spent:.0f} ms each")


def _servers(stack: ExitStack) -> Iterator[TypedServer]:
    lsp = [sys.executable, "-m", "copylint", "lsp"]
    yield stack.enter_context(LanguageServer("copylint lsp, rules", lsp, {"pause": _NEVER_MS}))
    yield Http("copylint serve, complete", *stack.enter_context(server([])))
    for name in ("languagetool", "harper-ls"):
        found = find(name)
        if found.command is None:
            print(f"{name} is left out: {found.reason}")
        elif name == "languagetool":
            yield Http(name, *stack.enter_context(languagetool_peer.server(found.command)))
        else:
            yield stack.enter_context(LanguageServer(name, [*found.command, "--stdio"]))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--file", type=Path)
    parser.add_argument("--words", type=int, default=1000)
    parser.add_argument("--keystrokes", type=int, default=200)
    parser.add_argument("--clients", type=int, default=1)
    parser.add_argument("--no-deep", action="store_true")
    parser.add_argument("--beside", action="store_true", help="give servers the same keystrokes")
    given = parser.parse_args()
    config = Config(deep=Deep.NEVER if given.no_deep else Deep.AUTO)
    collect_while_staying()  # as the commands that stay do
    service = Service()
    typists = []
    for number in range(given.clients):
        text = given.file.read_text("utf-8") if given.file else article(number, words=given.words)
        path = str(given.file or "article.txt")
        document = service.open(f"client {number}", "article", text, path=path, config=config)
        first = time.perf_counter()
        document.check(Stage.RULES).result()
        rules = time.perf_counter() - first
        document.check(Stage.COMPLETE).result()
        if not number:
            whole = time.perf_counter() - first
            print(f"{len(text.split())} words in {path}, {platform.machine()}")
            print(f"opened: rules {rules * 1000:.0f} ms, complete {whole * 1000:.0f} ms")
        typists.append(Typist(document, deep=not given.no_deep))
    threads = [threading.Thread(target=each.type, args=(given.keystrokes,)) for each in typists]
    worked, begin = time.process_time(), time.perf_counter()
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    worked, passed = time.process_time() - worked, time.perf_counter() - begin
    service.close()
    rules_ms = [each for typist in typists for each in typist.rules]
    complete_ms = [each for typist in typists for each in typist.complete]
    print(f"rules    {_figures(rules_ms)}")
    if complete_ms:
        print(f"complete {_figures(complete_ms)}")
    answers = len(rules_ms) + len(complete_ms)
    print(f"processor {worked / answers * 1000:.1f} ms an answer, {worked / passed:.0%} of a core")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
    if given.beside:
        beside(text, given.keystrokes)
    return 0


def _figures(seconds: list[float]) -> str:
    ordered = sorted(each * 1000 for each in seconds)
    median = ordered[len(ordered) // 2]
    last = ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]
    return f"median {median:6.1f} ms   p99 {last:6.1f} ms   most {ordered[-1]:6.1f} ms   " + (
        f"({len(ordered)} answers)"
    )


if __name__ == "__main__":
    sys.exit(main())
