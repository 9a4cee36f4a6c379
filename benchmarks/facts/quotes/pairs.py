"""Makes pairs of a transcript and a story from a seed, and reads those made by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

from facts.quotes.utterances import ELSEWHERE, QUESTIONS, SPEAKERS, UTTERANCES

#: The classes of the set, and how many pairs of each are made.
CLASSES = (
    "verbatim", "shortened", "filler removed", "word changed", "sense changed", "not found",
)  # fmt: skip
PAIRS_OF_CLASS = 50
SEED = 19

_SLOT = re.compile(r"\{(\w):([^{}]*)\}")
_ELLIPSES = ("…", " … ", " ... ", " […] ", " [...] ", " . . . ")
_ATTRIBUTIONS = (
    "“{}”, {} said.", "“{},” said {}.", "“{},” {} told the meeting.", "{1} said: “{0}.”",
    "{1}, who was there, said: “{0}.”", "“{},” {} added.",
)  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """A transcript under the name of its file, a story, and the class of its quotations."""

    name: str
    transcript: str
    story: str
    kind: str


def generated(seed: int = SEED) -> Iterator[Pair]:
    """The generated pairs; the same ones for the same seed."""
    for kind in CLASSES:
        for number in range(PAIRS_OF_CLASS):
            yield _pair(kind, Random(f"{seed} {kind} {number}"))


def handmade() -> Iterator[Pair]:
    """The pairs made by hand."""
    path = Path(__file__).with_name("handmade.yaml")
    for interview in yaml.safe_load(path.read_text(encoding="utf-8")):
        for each in interview["quotations"]:
            yield Pair(interview["name"], interview["transcript"], each["text"], each["class"])


def _pair(kind: str, rng: Random) -> Pair:
    said = rng.sample(UTTERANCES, 7)
    target = rng.choice(said)
    if kind != "not found":
        while not _suits(kind, target):
            said = rng.sample(UTTERANCES, 7)
            target = rng.choice(said)
    hesitates = kind == "filler removed"
    speakers = rng.sample(SPEAKERS, 2)
    turns: list[tuple[str, str]] = []
    for each in said:
        if rng.random() < 0.4:
            turns.append(("INTERVIEWER", rng.choice(QUESTIONS)))
        fillers = hesitates if each is target else rng.random() < 0.5
        turns.append(
            (speakers[0] if each is target else rng.choice(speakers), _said(each, fillers))
        )
    printed = rng.choice(ELSEWHERE) if kind == "not found" else _printed(kind, target, rng)
    frame = rng.choice(_ATTRIBUTIONS)
    story = frame.format(printed.rstrip("."), speakers[0])
    suffix = rng.choice(("txt", "srt", "vtt"))
    return Pair(f"interview.{suffix}", _WRITERS[suffix](turns, rng), story, kind)


def _suits(kind: str, utterance: str) -> bool:
    wanted = {"shortened": "o", "filler removed": "f", "word changed": "w", "sense changed": "nxN"}
    kinds = {found[1] for found in _SLOT.finditer(utterance)}
    return kind == "verbatim" or bool(kinds & set(wanted[kind]))


def _filled(utterance: str, choose: Callable[[str, list[str]], str]) -> str:
    text = _SLOT.sub(lambda found: choose(found[1], found[2].split("|")), utterance)
    text = re.sub(r"\s+([,.])", r"\1", " ".join(text.split()))
    text = re.sub(r",(?:\s*,)+", ",", text).lstrip(", ")
    return text[0].upper() + text[1:]


def _said(utterance: str, fillers: bool) -> str:
    def choose(kind: str, forms: list[str]) -> str:
        if kind == "f":
            return f"{forms[0]}," if fillers else ""
        return forms[0]

    return _filled(utterance, choose)


def _printed(kind: str, utterance: str, rng: Random) -> str:
    """The quotation in print; it differs from what was said as its class says."""
    slots = [(found[1], found.start()) for found in _SLOT.finditer(utterance)]
    wanted = {"word changed": "w", "sense changed": "nxN", "shortened": "o"}.get(kind, "")
    changed = rng.choice([at for name, at in slots if name in wanted] or [-1])
    places = iter([at for _, at in slots])
    reformed = rng.random() < 0.5

    def choose(name: str, forms: list[str]) -> str:
        if next(places) == changed:
            if name == "o":
                return rng.choice(_ELLIPSES)
            return {"w": forms[-1], "x": "", "n": forms[-1], "N": forms[-1]}[name]
        if name == "f":
            return ""
        if name in "nc" and reformed:
            return forms[1]
        return forms[0]

    text = _filled(utterance, choose)
    if kind == "verbatim" and "{n:" not in utterance and rng.random() < 0.5:
        words = text.rstrip(".").split()
        start = rng.randrange(0, len(words) // 2)
        while words[start - 1 : start] and words[start - 1].lower() in (
            "not",
            "never",
            "nobody",
            "no",
        ):
            start -= 1
        text = " ".join(words[start : start + rng.randint(5, 9)]).rstrip(",")
    return text


def _plain(turns: list[tuple[str, str]], rng: Random) -> str:
    upper = rng.random() < 0.5
    return "\n\n".join(f"{who.upper() if upper else who}: {what}" for who, what in turns) + "\n"


def _cues(turns: list[tuple[str, str]], rng: Random) -> Iterator[tuple[str, str, int]]:
    """The turns in cues of a few words: the speaker where one begins, the words, the second."""
    second = 1
    for who, what in turns:
        words, at = what.split(), 0
        while at < len(words):
            size = rng.randint(5, 11)
            yield (who if at == 0 else ""), " ".join(words[at : at + size]), second
            at += size
            second += 3


def _srt(turns: list[tuple[str, str]], rng: Random) -> str:
    cues = []
    for number, (who, what, second) in enumerate(_cues(turns, rng), 1):
        shown = f"{who.upper()}: {what}" if who else what
        cues.append(f"{number}\n{_clock(second, ',')} --> {_clock(second + 3, ',')}\n{shown}\n")
    return "\n".join(cues)


def _vtt(turns: list[tuple[str, str]], rng: Random) -> str:
    cues, speaker = ["WEBVTT\n"], ""
    for who, what, second in _cues(turns, rng):
        speaker = who or speaker
        times = f"{_clock(second, '.')} --> {_clock(second + 3, '.')}"
        cues.append(f"{times}\n<v {speaker}>{what}\n")
    return "\n".join(cues)


def _clock(second: int, point: str) -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}{point}000"


_WRITERS = {"txt": _plain, "srt": _srt, "vtt": _vtt}
