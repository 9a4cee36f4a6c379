"""Titles, introductions, ages, offices and names of people against themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.checks.facts.affiliations import Affiliations
from copylint.checks.facts.ages import Ages
from copylint.checks.facts.genders import Genders
from copylint.checks.facts.given_names import GivenNames
from copylint.checks.facts.headline_names import HeadlineNames
from copylint.checks.facts.honorifics import Honorifics
from copylint.checks.facts.introductions import Introductions
from copylint.checks.facts.offices import Offices
from copylint.contract.check import Check

Find = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # The minority is found in each of its places.
        (
            "Edwin Quist left. Quist ran. Quist sang. Quist slept. Quist ate, but Mr Quist "
            "was told of it, and later Mr Quist wept.",
            ["Mr Quist", "Mr Quist"],
        ),
        # A possessive is a mention too, and a title of two kinds.
        (
            "Edwina Quist left. Dr Quist's dog ran. Dr Quist sang. Of Prof Quist he knew nothing.",
            ["Prof Quist"],
        ),
        # American titles have their full stops.
        (
            "Ada Quist left. Ms. Quist ran. Ms. Quist sang. They all said that Quist slept.",
            ["Quist"],
        ),
    ],
)
def test_minority_title_is_reported(find: Find, text: str, found: list[str]) -> None:
    assert [shown for _, shown in find(Honorifics(), text)] == found


@pytest.mark.parametrize(
    "text",
    [
        # Two mentions each way are not a minority.
        "Ada Quist left. Ms Quist ran. Ms Quist sang. Then Quist slept, but Quist woke.",
        # Two people of one surname.
        "Ada Quist and Bo Quist left. Ms Quist ran. Ms Quist sang. Then Quist slept.",
        # The name of a case, a house or a team.
        "Ada Quist left. Ms Quist ran. Ms Quist sang. The Quist case is closed. Quist-era rules.",
        "Ada Quist left. Ms Quist ran. Ms Quist sang. The Quist Foundation paid. Quist ate.",
        # The speaker's own words.
        "Ada Quist left. Ms Quist ran. Ms Quist sang. “Then Quist slept,” he said.",
        # A headline has no room for titles.
        "Quist leaves the mill\n\nAda Quist left. Ms Quist ran. Ms Quist sang. Ms Quist slept.",
        # An office is not a courtesy title.
        "President Ada Quist left. Ms Quist ran. Ms Quist sang. President Quist slept.",
        # Kin may bear the name.
        "Edwin Quist left. Mr Quist ran. Mr Quist sang. His father, Dr Quist, slept.",
        # A knight has his given name.
        "Sir Edwin Quist left. Sir Edwin ran. Sir Edwin sang. Sir Edwin slept.",
    ],
)
def test_titles_that_agree(find: Find, text: str) -> None:
    assert find(Honorifics(), text) == []


def test_one_surname_before_its_full_name(find: Find) -> None:
    text = "The mill is sold.\n\nMr Quiller said it was old.\n\nEdwin Quiller, who owns it, wept."
    assert find(Introductions(), text) == [("facts.surname-first", "Mr Quiller")]


@pytest.mark.parametrize(
    "text",
    [
        # Introduced in the headline, or in the caption.
        "Edwin Quiller sells mill\n\nMr Quiller said it was old.\n\nEdwin Quiller, 45, wept.",
        "The mill is sold.\n\nCaption: Edwin Quiller at the mill.\n\nMr Quiller said it was old."
        "\n\nEdwin Quiller, 45, wept.",
        # Quoted.
        "The mill is sold.\n\n“Mr Quiller said it was old,” she said.\n\nEdwin Quiller wept.",
        # Never introduced.
        "The mill is sold.\n\nMr Quiller said it was old. Mr Quiller wept.",
        # The given name occurs earlier with another spelling of the surname.
        "The mill is Edwin Quilter's.\n\nMr Quiller said it was old.\n\nEdwin Quiller wept.",
    ],
)
def test_people_who_are_introduced(find: Find, text: str) -> None:
    assert find(Introductions(), text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Quist, 36, left. The 38-year-old Quist was ill.", ["38"]),
        ("The thirty-six-year-old Ada Quist left. Ms Quist, aged 38, was ill.", ["38"]),
        ("Ada Quist, 36, left. Quist, 38, ran. Ms Quist, 38, slept.", ["36"]),
        ("Ada Quist, 36, left. The miller, 38-year-old Ada Quist, slept.", ["38"]),
    ],
)
def test_ages_that_differ(find: Find, text: str, found: list[str]) -> None:
    assert [shown for _, shown in find(Ages(), text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quist, 36, left. The 36-year-old Quist was ill.",
        "Ada Quist, 36, left. In 2004 the then 18-year-old Quist was ill.",
        "Ada Quist, 36, left. When a 12-year-old Quist fell ill, she wrote.",
        "Ada Quist, 36, left. Her son Bo Quist, 12, was ill.",
        "Ada Quist, 36, left. “Quist, 38, was ill,” he said.",
        "Ada Quist, 36, left. Quist, 5, Moon, 4, Ash, 3, were the scores.",
        "Ada Quist scored 22, 36, left. Quist had 10, 20 and 30.",
    ],
)
def test_ages_that_agree(find: Find, text: str) -> None:
    assert find(Ages(), text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He was born in 1920 and died in 1990 aged 80.", ["80"]),
        ("He was born in 1920 and died in 1990 aged 70.", []),
        ("He was born in 1920 and died in 1990 aged 69.", []),
        ("Ada Quist (1920-1990), who died at the age of 71, wrote.", ["71"]),
        ("Ada Quist (1920-1990) won a prize aged 12.", []),
        ("A child born in 1920, died in 1990 aged 840 months.", []),
    ],
)
def test_age_must_match_the_lifespan(find: Find, text: str, found: list[str]) -> None:
    assert [shown for _, shown in find(Ages(), text)] == found


def test_offices_of_one_person(find: Find) -> None:
    text = (
        "Health Minister Ada Quist left. It was late, Health Minister Quist said. "
        "The Transport Minister Ada Quist was tired."
    )
    assert find(Offices(), text) == [("facts.office", "Transport Minister")]


@pytest.mark.parametrize(
    "text",
    [
        "Health Minister Ada Quist left. The former Transport Minister Ada Quist slept.",
        "Health Minister Ada Quist left. Shadow Transport Minister Bo Ash slept.",
        "Sgt Ada Quist left. Sergeant Quist slept.",
        "Lieutenant Colonel Ada Quist left. Colonel Quist slept.",
        "Sgt Ada Quist left. She was promoted in May. Inspector Quist slept.",
        "Health Minister Ada Quist left. “Transport Minister Quist slept,” he said.",
    ],
)
def test_offices_that_agree(find: Find, text: str) -> None:
    assert find(Offices(), text) == []


def test_headline_surname_two_edits_away(find: Find) -> None:
    text = (
        "Mill owner Quistrop is sued\n\nThe owner of a mill is sued.\n\n"
        "Edwin Quistrup, who owns it, wept. Mr Quistrup has sold the mill.\n"
    )
    assert find(HeadlineNames(), text) == []  # one slip: names.variant finds it
    text = text.replace("Quistrop", "Quisstrap")
    assert find(HeadlineNames(), text) == [("facts.headline-name", "Quisstrap")]


@pytest.mark.parametrize(
    "text",
    [
        # Another person of the story bears that name.
        "Edwin Ashgrove is sued\n\nThe owner is sued.\n\nEdwin Quist wept. Mr Ashgrove did not.\n",
        # A common given name with two bearers.
        "Edwin Ashgrove is sued\n\nThe owner is sued.\n\nEdwin Quist wept, and Edwin Moon too.\n",
        # Somebody else in a picture.
        "Mill is sold\n\nCaption: Edwin Ashgrove at sea.\n\nEdwin Quist, who owns it, wept.\n",
    ],
)
def test_correct_names_above_the_story(find: Find, text: str) -> None:
    assert find(HeadlineNames(), text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Edwin Quist (45) has left. At 54, Quist was the oldest miller in Leith.", ["54"]),
        ("Edwin Quist, 45, sold the mill.\n\nThe 54-year-old miller said he was sorry.", ["54"]),
        ("Edwin Quist, 45, sold the mill. Quist has left. He is 54 and has a dog.", ["54"]),
        (
            "Edwin Quist died on Friday. He was 45.\n\nQuist, who died aged 54, was a miller.",
            ["54"],
        ),
        ("A 34-year-old man was hurt. The man, 43, was taken to hospital.", ["43"]),
    ],
)
def test_ages_away_from_the_name(find: Find, text: str, found: list[str]) -> None:
    assert [shown for _, shown in find(Ages(), text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Edwin Quist, 45, met Ada Moon, 54, in Leith.\n\nThe 54-year-old miller has a dog.",
        "Edwin Quist, 45, sold the mill to a 54-year-old woman. The 54-year-old has a dog.",
        "Edwin Quist, 45, sold the mill. Ada Moon bought it. She is 54 and has a dog.",
        "Edwin Quist, 45, has left. “He is 54,” said the miller.",
        "A 34-year-old man and a 43-year-old man were hurt. The man, 43, was in Leith.",
    ],
)
def test_ages_that_may_be_somebody_elses_are_left_alone(find: Find, text: str) -> None:
    assert find(Ages(), text) == []


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (Genders, "Kim Quist sings. Ms Quist left. Quist is back. He has a dog.", ["He"]),
        (Genders, "Kim Quist, a father of two, sings. Quist is back. She has a dog.", ["She"]),
        (Genders, "Kim Quist and his wife sing.\n\nQuist taught herself.", ["herself"]),
        (
            GivenNames,
            "Ada Quister sings. Quister has a dog.\n\nAnna Quister left. Quister slept.",
            ["Anna Quister"],
        ),
        (GivenNames, "Ada Quister sings.\n\nB. Quister has a dog.", ["B. Quister"]),
        (GivenNames, "Ada J. Quister sings.\n\nAda K. Quister has a dog.", ["Ada K. Quister"]),
        (Affiliations, "Ada Quist (Lab) left.\n\nThe Tory MP Ada Quist slept.", ["Tory"]),
        (
            Affiliations,
            "Ada Quist, the Danish painter, left.\n\nThe Dutch painter Quist slept.",
            ["Dutch"],
        ),
        (
            Affiliations,
            "Oban Albion coach Ada Quist left.\n\nThe Leith Rovers coach Quist slept.",
            ["Leith Rovers"],
        ),
        (
            Offices,
            "Ada Quist, prosecuting, spoke.\n\nAda Quist, defending, was silent.",
            ["defending"],
        ),
        (
            Offices,
            "Ada Quist, the finance director, left.\n\nSales director Ada Quist slept.",
            ["Sales director"],
        ),
    ],
)
def test_two_statements_about_one_person(
    find: Find, check: type[Check], text: str, found: list[str]
) -> None:
    assert [shown for _, shown in find(check(), text)] == found


@pytest.mark.parametrize(
    ("check", "text"),
    [
        # Who is meant by the pronoun is not certain.
        (Genders, "Kim Quist sings. Ms Quist left. The driver saw Ms Quist. He has a dog."),
        (Genders, "Kim Quist sings. Ms Quist left. Ms Quist met Bo Moon. He has a dog."),
        # A couple, and a surname that everybody knows.
        (Genders, "Kim Quist sings. Ms Quist left with her husband. Mr Quist slept."),
        # Relatives, short forms, two people side by side, what a witness said.
        (GivenNames, "Ada Quister sings. Quister left.\n\nHer sister Anna Quister slept."),
        (GivenNames, "Robert Quister sings. Quister left.\n\nBob Quister slept."),
        (GivenNames, "Ada Quister and Anna Quister sing. Quister left."),
        (GivenNames, "Ada Quister sings. Quister left.\n\n“Anna Quister slept,” said Bo Moon."),
        (GivenNames, "Ada Quister sings.\n\nA Quister never sleeps. The U.S. Quister fled."),
        # What was, what may change, and what goes together.
        (Affiliations, "Ada Quist (Lab) left.\n\nThe former Tory MP Ada Quist slept."),
        (Affiliations, "Ada Quist (Lab) left.\n\nThe Tory MP Ada Quist defected in May."),
        (Affiliations, "Ada Quist, the Scottish painter, left.\n\nThe British painter Quist ate."),
        (Affiliations, "Oban Albion coach Ada Quist left.\n\nThe England coach Quist slept."),
        (Offices, "Ada Quist, the chairman, left.\n\nEditor Ada Quist slept."),
        (Offices, "Ada Quist, deputy mayor, left.\n\nMayor Ada Quist has stepped down."),
        (Offices, "Ada Quist, chief executive of the BBC, left.\n\nThe British Broadcasting "
                  "Corporation chief executive Ada Quist slept."),
    ],
)  # fmt: skip
def test_statements_that_agree_are_left_alone(find: Find, check: type[Check], text: str) -> None:
    assert find(check(), text) == []
