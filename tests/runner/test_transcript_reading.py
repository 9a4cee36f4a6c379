"""Transcripts are read from any format, with their speakers and times."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as WordDocument

from copylint.config.schema import Config
from copylint.core.errors import InputError
from copylint.core.transcript import Turn
from copylint.runner.transcripts import read_transcripts


def turns(path: Path, content: str) -> list[tuple[str, str]]:
    path.write_text(content, encoding="utf-8")
    return spoken(read_transcripts([str(path)], Config())[0].turns)


def spoken(read: tuple[Turn, ...]) -> list[tuple[str, str]]:
    return [(turn.speaker, " ".join(turn.text.split())) for turn in read]


def test_plain_text_names_its_speakers(tmp_path: Path) -> None:
    content = (
        "ANN LEE: We came. We saw.\n\nAnd then: nothing.\n\n"
        "Tom Reed: Why?\n\nANN LEE: Because.\n\nTom Reed: Oh.\n"
    )
    assert turns(tmp_path / "a.txt", content) == [
        ("ANN LEE", "We came. We saw."),
        ("ANN LEE", "And then: nothing."),
        ("Tom Reed", "Why?"),
        ("ANN LEE", "Because."),
        ("Tom Reed", "Oh."),
    ]


def test_time_codes_of_plain_text_are_no_words(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "[00:00:05] ANN: We came.\n\n[00:01:10] TOM: Why?\n\nBecause [00:02:00] of it.\n",
        encoding="utf-8",
    )
    (transcript,) = read_transcripts([str(path)], Config())
    assert spoken(transcript.turns) == [
        ("ANN", "We came."), ("TOM", "Why?"), ("TOM", "Because of it."),
    ]  # fmt: skip
    assert [turn.times[0][1] for turn in transcript.turns] == [5_000, 70_000, 70_000]
    assert transcript.turns[2].times[1][1] == 120_000


def test_subtitles_join_cues_and_keep_voices_and_times(tmp_path: Path) -> None:
    path = tmp_path / "a.vtt"
    path.write_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Lee>We came\n\n"
        "00:02.000 --> 00:03.000\n<v Ann Lee>and saw.\n\n"
        "00:09.000 --> 00:10.000\n<v Tom>Why?\n",
        encoding="utf-8",
    )
    (transcript,) = read_transcripts([str(path)], Config())
    assert spoken(transcript.turns) == [("Ann Lee", "We came and saw."), ("Tom", "Why?")]
    first, second = transcript.turns
    assert [time for _, time in first.times] == [1_000, 2_000]
    assert [first.text[at:] for at, _ in first.times] == ["We came\nand saw.", "and saw."]
    assert second.line == 10


def test_a_word_file_is_a_transcript(tmp_path: Path) -> None:
    document = WordDocument()
    for line in ("ANN LEE: We came.", "TOM: Why?"):
        document.add_paragraph(line)
    path = tmp_path / "a.docx"
    document.save(str(path))
    (transcript,) = read_transcripts([str(path)], Config())
    assert spoken(transcript.turns) == [("ANN LEE", "We came."), ("TOM", "Why?")]
    assert [turn.line for turn in transcript.turns] == [1, 2]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("We came.\n", encoding="utf-8")
    assert len(read_transcripts([str(path), str(path)], Config())) == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.srt", b"\x00\x01", "looks like a binary file"),
        ("a.srt", b"Ann: hello\n", "not a cue"),
        ("a.vtt", b"00:01.000 --> 00:02.000\nhello\n", "not a WebVTT file"),
        ("a.docx", b"PK\x03\x04broken", "a.docx: "),
        ("a.txt", b"\xff\xfe\x00\xd8", "not UTF-16"),
        ("a.txt", b"", "no words"),
        ("a.txt", b"...\n", "no words"),
        ("a.txt", b"x" * 1_001, "larger than 0.001 MB"),
    ],
)
def test_a_bad_transcript_is_one_clear_error(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match=message):
        read_transcripts([str(path)], Config(max_file_size=0.001))
