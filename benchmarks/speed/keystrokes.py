"""How long a live document's findings take after a keystroke, in one service.

``python benchmarks/speed/keystrokes.py`` types into the middle of an article of about 1,000
words, letter by letter, and asks for the findings of the rules after each letter, and for
those of the deep check after each pause (every word). It prints the median and the 99th
percentile in milliseconds on the clock, and the processor time of the process for each.

``--file`` types into a file of your own. ``--clients N`` has N clients type at once, each into
an article of its own, and prints the same for all of them together.
"""

from __future__ import annotations

import argparse
import platform
import resource
import sys
import threading
import time
from pathlib import Path

sys.path.append(str(Path(__file__).parent))

from corpus import article

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


class Typist:
    """Types into one document and notes how long each answer took, in seconds."""

    def __init__(self, document: LiveDocument, *, deep: bool) -> None:
        self._document, self._deep = document, deep
        self.rules: list[float] = []
        self.complete: list[float] = []

    def type(self, count: int) -> None:
        """Type ``count`` letters in the middle of the text."""
        text = self._document.text
        at = text.find("\n\n", len(text) // 2) + 2
        for number in range(count):
            letter = _TYPED[number % len(_TYPED)]
            begin = time.perf_counter()
            self._document.change([TextEdit(at, at, letter)], version=number + 1)
            self._document.check(Stage.RULES).result()
            self.rules.append(time.perf_counter() - begin)
            at += 1
            if self._deep and letter == " ":
                begin = time.perf_counter()
                self._document.check(Stage.COMPLETE).result()
                self.complete.append(time.perf_counter() - begin)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--file", type=Path)
    parser.add_argument("--words", type=int, default=1000)
    parser.add_argument("--keystrokes", type=int, default=200)
    parser.add_argument("--clients", type=int, default=1)
    parser.add_argument("--no-deep", action="store_true")
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
