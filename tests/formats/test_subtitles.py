from __future__ import annotations

import pytest

from copylint.config.schema import Config
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.span import TextSpan
from copylint.formats.subtitles.format import SubRip, WebVtt
from copylint.runner.pipeline import run
from copylint.runner.result import Input

OBJECT = "\ufffc"


def cues(*texts: str, pause: int = 0) -> str:
    """SubRip of cues of two seconds, ``pause`` seconds apart."""
    made = []
    for index, text in enumerate(texts):
        shown, gone = (f"00:{at // 60:02}:{at % 60:02},000" for at in (index * (2 + pause), 0))
        at = index * (2 + pause) + 2
        gone = f"00:{at // 60:02}:{at % 60:02},000"
        made.append(f"{index + 1}\n{shown} --> {gone}\n{text}\n\n")
    return "".join(made)


def paragraphs(document: Document) -> list[str]:
    return [document.slice(block.span) for block in document.blocks]


def srt(*texts: str, pause: int = 0) -> list[str]:
    return paragraphs(SubRip().read("a.srt", cues(*texts, pause=pause)))


def vtt(source: str) -> list[str]:
    return paragraphs(WebVtt().read("a.vtt", source))


def test_a_sentence_runs_over_cues() -> None:
    assert srt("The ferry left\nthe harbour", "before the storm", "had begun.") == [
        "The ferry left\nthe harbour\nbefore the storm\nhad begun."
    ]


def test_a_sentence_that_ends_and_a_pause_end_the_paragraph() -> None:
    assert srt("It rained.", "It was May.") == ["It rained.\nIt was May."]
    assert srt("It rained.", "It was May.", pause=2) == ["It rained.", "It was May."]
    # Mid-sentence, a short pause is a breath; a long one leaves the sentence unfinished.
    assert srt("It rained in", "Harwick in May.", pause=2) == ["It rained in\nHarwick in May."]
    assert srt("Harwick, 1962", "It rained.", pause=4) == ["Harwick, 1962", "It rained."]
    assert srt("It rained and", "and it rained.", pause=4) == ["It rained and\nand it rained."]


def test_long_speech_is_split_at_sentence_ends() -> None:
    said = ["The boats came home at noon and left at dusk."] * 60
    found = srt(*said)
    assert len(found) > 3
    assert all(len(each) < 700 and each.endswith("dusk.") for each in found)
    assert all(len(each) < 3000 for each in srt(*["and so on"] * 900))


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["- Is it late?\n- It is."], ["Is it late?", "It is."]),
        (["–Is it late?\n–It is."], ["Is it late?", "It is."]),
        (["<i>- Is it late?</i>\n{\\an8}- It is."], ["Is it late?", "It is."]),
        (["MRS QUILL: It is late.", "She said so.", "BEN (on phone): No."],
         ["It is late.\nShe said so.", "No."]),
        (["Anna Quill: It is late.", "Ben: No.", "Anna Quill: Yes.", "Ben: No!"],
         ["It is late.", "No.", "Yes.", "No!"]),
        (["Remember: it is late."], ["Remember: it is late."]),
        ([">> It is late.\n>> ANNA: No."], ["It is late.", "No."]),
        (["He came", "– at last – home."], ["He came\n– at last – home."]),
        (["We waited...", "...for the tide."], ["We waited...\nfor the tide."]),
        (["[music]", "It is late.", "[door\nslams] No.", "♪ la la ♪"], ["It is late.\nNo."]),
        (["It is [door slams] late.", "(ANNA SIGHS)"], [f"It is {OBJECT} late."]),
        (["(laughs)", "It is late (7pm)."], ["It is late (7pm)."]),
        (["the Olympic Committee", "(IOC) said so."], ["the Olympic Committee\n(IOC) said so."]),
        (["He wrote teh [sic] word."], ["He wrote teh [sic] word."]),
        (["Ex<b>clu</b>sive {y:i}news &amp; <font color=\"#fff\">views</font>."],
         ["Exclusive news & views."]),
        (["5 < 6 and 7 > 2, AT&T."], ["5 < 6 and 7 > 2, AT&T."]),
        (["One line\n\nand another."], ["One line\nand another."]),
        (["First line", "First line\nsecond line", "second line\nthird line."],
         ["First line\nsecond line\nthird line."]),
        (["42", "is the answer."], ["42\nis the answer."]),
    ],
)  # fmt: skip
def test_markup_and_sounds_are_not_speech(texts: list[str], shown: list[str]) -> None:
    assert srt(*texts) == shown


def test_cues_without_numbers_or_blank_lines() -> None:
    source = "00:01,0 --> 00:02,5\nIt is\n2\n0:00:02.50-->0:00:04.00 X1:10\nlate.\n"
    assert paragraphs(SubRip().read("a.srt", source)) == ["It is\nlate."]


WEB = """WEBVTT - The Harbour
Kind: captions
Language: en-GB

STYLE
::cue(teh) { color: red }

REGION
id:teh
width:40%

NOTE teh remark

NOTE
copylint-disable-next-line spelling

intro
00:01.000 --> 00:02.000 line:0 position:20% align:start
<v Anna Quill>The teh ferry <00:01.500><c.loud>left</c>

00:02.000 --> 00:04.000
<v Anna Quill>at <lang fr>midi</lang> &lt;noon&gt;.</v>

00:04.000 --> 00:05.000
<v.low Ben>No, <ruby>dusk<rt>teh</rt></ruby>.

A block that is no cue.

2
00:06.000 --> 00:07.000
&gt;&gt; Yes.
"""


def test_webvtt_cues_are_read() -> None:
    assert vtt(WEB) == ["The teh ferry left\nat midi <noon>.", "No, dusk.", "Yes."]
    document = WebVtt().read("a.vtt", WEB)
    assert document.language == "en-GB"
    assert [comment.text for comment in document.comments] == [
        "teh remark",
        "copylint-disable-next-line spelling",
    ]
    (result,) = run([Input("a.vtt", WEB.encode())], Config()).files
    assert [finding.rule for finding in result.findings] == []


def test_spans_map_to_the_source() -> None:
    source = cues("The ex<i>clu</i>sive", "story &amp; more.")
    document = SubRip().read("a.srt", source)
    at = document.text.index("exclusive\nstory")
    where = document.to_source(TextSpan(at, at + len("exclusive\nstory")))
    assert source[where.start : where.end] == (
        "ex<i>clu</i>sive\n\n2\n00:00:02,000 --> 00:00:04,000\nstory"
    )


@pytest.mark.parametrize(
    ("form", "source", "message"),
    [
        (
            SubRip(),
            "\nIt is late.\n",
            "line 2: not a cue: each begins with a line such as 00:01:02,500 --> ",
        ),
        (SubRip(), cues("A.") + "2\n00:00:03,0 -> 00:00:04,0\nB.\n", "line 6: not a timing"),
        (SubRip(), cues("A.") + "2\n00:00:03 --> 00:00:04,0\nB.\n", "line 6: not a timing"),
        (WebVtt(), "1\n00:01.000 --> 00:02.000\nA.\n", "line 1: not a WebVTT file"),
        (WebVtt(), "WEBVTT\n\n00:01 --> 00:02.000\nA.\n", "line 3: not a timing; write it like"),
    ],
)
def test_broken_subtitles_are_refused(form: SubRip | WebVtt, source: str, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        form.read("a", source)
    assert refusal.value.message.startswith(message)


def test_empty_files_have_no_speech() -> None:
    assert srt() == []
    assert vtt("") == vtt("WEBVTT\n") == []
