from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.analysis.names.mentions import Mention, mentions
from copylint.formats.plain import PlainText


def found(text: str) -> list[Mention]:
    return list(mentions(Article(PlainText().read("a.txt", text))))


def names(text: str) -> list[str]:
    return [" ".join(part.form for part in mention.parts) for mention in found(text)]


def test_runs_end_where_the_name_does() -> None:
    assert names("We saw Gwen Haverstock in Port Talbot, with Petra.") == [
        "Gwen Haverstock",
        "Port Talbot",
        "Petra",
    ]


def test_a_possessive_ends_a_name_and_is_left_out() -> None:
    [first, second] = found("It was Haverstock’s Museum that shut.")
    assert [part.form for part in first.parts] == ["Haverstock"]
    assert first.parts[0].end - first.parts[0].start == len("Haverstock")
    assert [part.form for part in second.parts] == ["Museum"]


def test_a_plural_possessive_ends_a_name() -> None:
    assert names("They left the Hollis' House at noon.") == ["Hollis", "House"]


def test_titles_are_left_out_of_the_name() -> None:
    [mention] = found("They met Deputy Transport Minister Gwen Haverstock today.")
    assert mention.title == "minister"
    assert [part.form for part in mention.parts] == ["Gwen", "Haverstock"]
    [mention] = found("They met Mr. Haverstock today.")
    assert (mention.title, mention.parts[0].form) == ("mr", "Haverstock")


def test_particles_initials_and_hyphens_stay_inside() -> None:
    assert names("It was Jan van der Meulen who sang.") == ["Jan Meulen"]
    [mention] = found("It was J.K. Haverstock who sang.")
    assert mention.initials == "jk"
    [mention] = found("It was Gwen Haverstock-Lindqvist who sang.")
    assert [part.joined for part in mention.parts] == [False, False, True]
    assert names("It was Sean O'Dwyer of McArdle's.") == ["Sean O'Dwyer", "McArdle"]


def test_capital_explained_by_position_is_marked() -> None:
    [mention] = found("Haverstock sang.")
    assert mention.parts[0].placed
    [mention] = found("Then Haverstock sang.")
    assert not mention.parts[0].placed
    [*_, mention] = found("Museum Opens As Haverstock Sings")
    assert mention.parts[0].placed


def test_a_line_in_capitals_is_folded() -> None:
    [mention] = found("MUSEUM OPENS WHILE HAVERSTOCK SINGS")[:1]
    assert mention.parts[0].form == "Museum"
    assert mention.parts[0].shouted


def test_acronyms_are_not_names() -> None:
    assert names("He told NATO and the BBC about it.") == []


@given(st.text(st.sampled_from("AbcÉé .'’-\n\u0301\ud800MrD\x00")))
def test_mentions_lie_inside_any_text(text: str) -> None:
    article = Article(PlainText().read("a.txt", text))
    for mention in mentions(article):
        assert mention.parts
        for part in mention.parts:
            assert 0 <= part.start < part.end <= len(article.text)
            assert article.text[part.start].isupper()
