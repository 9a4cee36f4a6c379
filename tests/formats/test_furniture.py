"""Captions, credits, bylines and datelines, and the sentences that only look like them."""

from __future__ import annotations

import pytest

from copylint.core.blocks import BlockKind
from copylint.formats.furniture_detection import (
    FurnitureCandidate,
    caption_or_credit,
    furniture,
    is_byline,
    is_dateline,
    split_captions,
)

CAPTION, CREDIT = BlockKind.CAPTION, BlockKind.CREDIT


@pytest.mark.parametrize(
    "line",
    [
        "The ferry leaves the harbour at dawn ©Getty Images",
        "The ferry leaves the harbour at dawn © Jane Roe",
        "• The ferry leaves the harbour at dawn ©PA",
        "📸 The ferry leaves the harbour at dawn ©PA",
        "The ferry leaves the harbour at dawn on Friday. (AP Photo/Jane Roe)",
        "The ferry leaves the harbour at dawn (AP Photo/Jane Roe, File)",
        "The ferry leaves the harbour at dawn (Photo: Reuters)",
        "The ferry leaves the harbour at dawn (AP)",
        "The ferry leaves the harbour at dawn. (Jane Roe/AFP via Getty Images)",
        "Commuters make their way home Photo: Reuters",
        "Commuters make their way home. Photograph: Jane Roe/The Example",
        "Commuters make their way home Image credit: NASA/JPL-Caltech",
        "Commuters make their way home Picture: Jane Roe",
        "Commuters make their way home Picture by Jane Roe",
        "Commuters make their way home. Jane Roe/Reuters",
        "Commuters make their way home. REUTERS/Jane Roe",
        "Commuters make their way home via AP",
        "Commuters make their way home | Getty Images",
        "Commuters make their way home [Image source, Getty Images]",
        "Photo: commuters make their way home across the old bridge",
        "Pictured: the old bridge",
        "Image caption, The old bridge has been shut since May",
        "FILE PHOTO: The old bridge in May.",
        "©Reuters The old bridge in May",
        "(AP Photo/Jane Roe) The old bridge in May",
        "The minister, second from left, greets the crew of the ferry",
        "Jane Roe (left) and her sister Ann on the old bridge",
        "The ferry leaves the harbour at dawn ©Getty Images\xa0 ",
    ],
)
def test_captions_are_recognised(line: str) -> None:
    assert caption_or_credit(line) is CAPTION


@pytest.mark.parametrize(
    "line",
    [
        "©Getty Images",
        "© Jane Roe 2024",
        "(AP Photo/Jane Roe)",
        "Photo: Reuters",
        "Photograph: Jane Roe/PA",
        "Image credit: Jane Roe for The Example",
        "[Image source, Getty Images]",
        "Image source, Getty Images",
        "Photo by Jane Roe",
        "Getty Images",
        "REUTERS",
        "📷 Jane Roe",
        "Courtesy of the Example Museum",
        "Source: Office for National Statistics",
    ],
)
def test_credits_are_recognised(line: str) -> None:
    assert caption_or_credit(line) is CREDIT


@pytest.mark.parametrize(
    "line",
    [
        "LONDON (Reuters) - The mayor said on Monday that the bridge would open.",
        "He told Reuters",
        "The company said it would appeal. (AP)",
        "The story was first told by the Associated Press (AP).",
        "She works for the Environmental Protection Agency (EPA)",
        "He wrote “Photo: mine” under it and went home",
        "The image credit: a thorny matter for editors of small papers",
        "She has a picture by a painter that nobody knows",
        "They went to see AC/DC",
        "The choice is yes and/or no",
        "Each of them gave a photo to the paper, which lost it.",
        "It cost £5 (about $6)",
        "Above all, it is long.",
        "The sale closed. (Examiner / Daily Record / Reuters)",
        "The left, centre and right all voted against it.",
        "He was left, right and centre of every party",
        "It is said that Jane Roe, left without a boat, swam.",
        "Copyright law is being rewritten",
        "image::images/bridge.png[The old bridge]",
        "",
        "   ",
    ],
)
def test_prose_is_not_taken_for_furniture(line: str) -> None:
    assert caption_or_credit(line) is None


def kinds(*lines: str) -> list[BlockKind | None]:
    return furniture([FurnitureCandidate(line) for line in lines])


def test_a_caption_repeated_in_part_is_a_caption() -> None:
    whole = "The ferry leaves the old harbour at dawn ©PA"
    assert kinds("A headline", whole, "Copy.", "The ferry leaves  the old harbour at dawn") == [
        None,
        CAPTION,
        None,
        CAPTION,
    ]
    assert kinds("Copy.", "The ferry leaves the old", whole) == [None, CAPTION, CAPTION]
    # The first line of an article is its headline, and a few words are nobody's.
    assert kinds("The ferry leaves the old harbour", whole) == [None, CAPTION]
    assert kinds("Copy.", "The ferry leaves", whole) == [None, None, CAPTION]


def test_a_line_beside_an_image() -> None:
    def beside(text: str, emphasised: bool = False) -> BlockKind | None:
        unit = FurnitureCandidate(text, BlockKind.PARAGRAPH, near_image=True, emphasised=emphasised)
        return furniture([unit])[0]

    assert beside("The bridge before the flood") is CAPTION
    assert beside("The bridge before the flood.", emphasised=True) is CAPTION
    assert beside("The bridge stood for a century before the flood.") is BlockKind.PARAGRAPH


def test_bylines_are_recognised() -> None:
    for line in ("By Jane Roe", "By Jane Roe in Paris", "By Jane Roe and Ann Poe, chief reporters"):
        assert is_byline(line), line
    for line in ("By Friday", "By Friday it had rained.", "By then the boats had gone", "Bye Jane"):
        assert not is_byline(line), line


def test_datelines_are_recognised() -> None:
    for line in ("LONDON, March 3 (Reuters)", "3 March 2024", "Monday, March 3, 2024", "PARIS —"):
        assert is_dateline(line), line
    for line in (
        "LONDON",
        "LONDON (Reuters) - The mayor said",
        "March was wet",
        "The 3 March plan",
    ):
        assert not is_dateline(line), line


def test_lines_split_at_captions_among_them() -> None:
    caption = "The ferry leaves the old harbour at dawn ©PA"
    assert split_captions([caption, caption]) == [(0, 1), (1, 2)]
    assert split_captions(["The ferry leaves the old", caption]) == [(0, 1), (1, 2)]
    assert split_captions(["It rained.", caption, "It stopped."]) == [(0, 1), (1, 2), (2, 3)]
    # A caption that was wrapped is one caption.
    assert split_captions(["The ferry leaves the old", "harbour at dawn ©PA"]) == [(0, 2)]
    assert split_captions(["It rained", "all day."]) == [(0, 2)]
