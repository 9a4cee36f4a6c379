"""Captions that differ in one figure or one word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.analysis.article import Article
from copylint.checks.caption_variants import CaptionVariants
from copylint.contract.check import Options
from copylint.formats.lookup import example_in

BETWEEN = "He kept the light for thirty years, and his son after him."
KEEPER = "The keeper of the light on the north pier in 1951"
BOATS = "The storm sank 12 boats in the 3 basins at Quayside"


def found(source: str, form: str = "plain") -> list[tuple[str, str]]:
    article = Article(example_in(form, source))
    return [
        (article.document.slice(match.span), match.message)
        for match in CaptionVariants().check(article, Options())
    ]


def plain(*captions: str) -> str:
    return f"\n\n{BETWEEN}\n\n".join(f"{each} ©Shore Press" for each in captions) + "\n"


def markdown(*pictures: tuple[str, str]) -> str:
    return "\n".join(
        f"![A lighthouse on a rock]({file})\n\n*{caption}. Photograph: Orla Quist*\n\n{BETWEEN}\n"
        for file, caption in pictures
    )


def words(source: str, form: str = "plain") -> list[str]:
    return [text for text, _ in found(source, form)]


def test_the_message_gives_the_line_and_both_figures() -> None:
    ((text, message),) = found(plain(BOATS, BOATS.replace("12", "13")))
    assert text == "13"
    assert message == (
        "This caption differs from one in line 1 in one figure: 13 here, 12 there; which is right?"
    )


def test_one_of_several_figures_may_differ() -> None:
    assert words(plain(BOATS, BOATS.replace("the 3", "the 4"))) == ["4"]


def test_another_credit_does_not_matter() -> None:
    source = plain(BOATS, BOATS.replace("12", "13")).replace("©Shore Press", "©Tide Wire", 1)
    assert words(source) == ["13"]


def test_a_caption_that_is_given_twice_counts_once() -> None:
    assert words(plain(BOATS, BOATS, BOATS.replace("12", "13"))) == ["13"]


@pytest.mark.parametrize(
    "other",
    [
        BOATS.replace("12", "twelve"),
        BOATS.replace("12", "13").replace("3 b", "4 b"),
        BOATS.replace("sank", "spared"),
        BOATS.replace("12", "some"),
    ],
)
def test_captions_without_a_picture_that_differ_otherwise_are_left_alone(other: str) -> None:
    assert words(plain(BOATS, other)) == []


@pytest.mark.parametrize(
    ("caption", "old", "new"),
    [
        (KEEPER, "1951", "1952"),
        ("The keeper climbs to the lamp on June 3 with his tools", "3", "13"),
        ("The keeper at his lamp, aged 19, with all of his tools", "19", "29"),
        ("The keeper waits on the left of the old slipway", "left", "right"),
        ("The keeper waits on the steps of the old slipway", "keeper", "owner"),
    ],
)
def test_under_one_picture_dates_and_words_count_too(caption: str, old: str, new: str) -> None:
    other = caption.replace(old, new)
    assert words(markdown(("a.jpg", caption), ("a.jpg", other)), "markdown") == [new]
    assert words(markdown(("a.jpg", caption), ("b.jpg", other)), "markdown") == []


def test_a_word_is_named_as_one() -> None:
    source = markdown(("a.jpg", KEEPER), ("a.jpg", KEEPER.replace("north", "south")))
    ((_, message),) = found(source, "markdown")
    assert "in one word: south here, north there" in message


@pytest.mark.parametrize(
    ("old", "new"), [("Picture 3 of 12", "Picture 4 of 12"), ("Figure 3", "Figure 4")]
)
def test_numbers_of_pictures_are_left_alone_under_one_picture(old: str, new: str) -> None:
    caption = f"{old}: the keeper of the light waves from the gallery"
    source = markdown(("a.jpg", caption), ("a.jpg", caption.replace(old, new)))
    assert words(source, "markdown") == []


def test_a_file_under_three_captions_stands_for_pictures_that_load_later() -> None:
    others = [KEEPER.replace("north", "south"), "The harbour as seen from the top of the tower"]
    source = markdown(*(("blank.gif", each) for each in (KEEPER, *others)))
    assert words(source, "markdown") == []


@pytest.mark.parametrize(
    ("form", "picture"),
    [
        ("html", '<figure><img src="{}" alt="A light"><figcaption>{}</figcaption></figure>'),
        (
            "html",
            '<figure><img src="x.gif" data-src="{}"><figcaption>{}</figcaption></figure>',
        ),
        ("asciidoc", ".{1}\nimage::{0}[A light]\n"),
        ("rst", ".. figure:: {}\n   :alt: A light\n\n   {}\n"),
    ],
)
def test_pictures_of_other_formats(form: str, picture: str) -> None:
    between = f"<p>{BETWEEN}</p>" if form == "html" else BETWEEN

    def source(first: str, second: str) -> str:
        captions = picture.format(first, KEEPER), picture.format(second, KEEPER[:-1] + "2")
        return f"\n\n{between}\n\n".join((*captions, "")) + "\n"

    assert words(source("a.jpg", "a.jpg"), form) == ["1952"]
    assert words(source("a.jpg", "b.jpg"), form) == []


def test_pictures_that_are_part_of_the_page_are_not_compared() -> None:
    pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
    source = markdown((pixel, KEEPER), (pixel, KEEPER.replace("north", "south")))
    assert words(source, "markdown") == []


def test_many_captions_under_few_pictures_cost_no_more_each(
    work: Callable[[Callable[[], object]], int],
) -> None:
    def run(count: int) -> int:
        captions = [f"{BOATS} on the {number} days of the week" for number in range(count)]
        return len(found(plain(*captions)))

    assert work(lambda: run(300)) < 15 * work(lambda: run(30))
