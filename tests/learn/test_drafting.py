"""Drafts have as much context as the evidence asks for."""

from __future__ import annotations

from collections.abc import Sequence

from copylint.learn.drafting import RuleDraft, best_of, drafts_from, merged
from copylint.learn.evidence import count_what_was_left, gather_evidence
from copylint.learn.pairs import CorrectedPair

Pair = tuple[str, str]


def drafts(
    pairs: Sequence[Pair], left: Sequence[str] = (), *, least: int = 2, whole: bool = True
) -> list[RuleDraft]:
    given = [CorrectedPair(*pair, f"{number}.txt") for number, pair in enumerate(pairs)]
    evidence = gather_evidence(lambda: given, least)
    count_what_was_left(evidence, [*(after for _, after in pairs), *left])
    return [*best_of(drafts_from(evidence, least, whole=whole))]


def swaps(found: Sequence[RuleDraft]) -> list[tuple[str, str]]:
    return [(each.before, each.after) for each in found]


FISH = [
    ("They met at the fish pier again.", "They met at the fish jetty again."),
    ("Nets dry on each fish pier here.", "Nets dry on each fish jetty here."),
]


def test_a_word_that_is_never_left_needs_no_context() -> None:
    assert swaps(drafts(FISH)) == [("pier", "jetty")]


def test_a_word_that_is_left_elsewhere_gets_its_neighbour() -> None:
    left = ["The pier was sold.", "A pier of stone.", "Two men on a pier."]
    (draft,) = drafts(FISH, left)
    assert (draft.before, draft.after) == ("fish pier", "fish jetty")
    assert (draft.count, draft.articles, draft.left) == (2, 2, 0)
    assert draft.sample == "The pier was sold."


def test_what_was_corrected_once_is_no_draft() -> None:
    assert drafts(FISH[:1]) == []
    assert swaps(drafts(FISH[:1], least=1)) == [("pier", "jetty")]


def test_a_sentence_that_a_template_repeats_counts_once() -> None:
    before, after = (
        "Boats leave from the fish pier at {}.",
        "Boats leave from the fish jetty at {}.",
    )
    pairs = [(before.format(place), after.format(place)) for place in ("dawn", "dusk", "noon")]
    assert drafts(pairs) == []


def test_a_correction_that_goes_both_ways_is_no_draft() -> None:
    back = [(after, before) for before, after in FISH]
    assert drafts([*FISH, *back]) == []


def test_a_number_of_a_noun_is_left_to_its_sentence() -> None:
    pairs = [
        ("The old boats is blue.", "The old boat is blue."),
        ("Each of the boats sank.", "Each of the boat sank."),
    ]
    assert drafts(pairs) == []


def test_a_verb_needs_what_comes_before_it() -> None:
    pairs = [
        ("The crew of two boats have been fed.", "The crew of two boats has been fed."),
        ("A list of all ships have been made.", "A list of all ships has been made."),
    ]
    assert drafts(pairs) == []
    pairs = [
        ("Here one of them have a boat.", "Here one of them has a boat."),
        ("We know each of them have sung.", "We know each of them has sung."),
    ]
    assert swaps(drafts(pairs)) == [("them have", "them has")]


def test_a_word_that_is_put_in_has_a_neighbour_on_either_side() -> None:
    pairs = [
        ("They wait the tide now.", "They wait for the tide now."),
        ("All boats wait the ebb here.", "All boats wait for the ebb here."),
    ]
    assert swaps(drafts(pairs)) == [("wait the", "wait for the")]


def test_a_name_is_written_in_its_case() -> None:
    pairs = [
        ("Then Orla Quisst sang.", "Then Orla Quist sang."),
        ("We heard Mr Quisst laugh.", "We heard Mr Quist laugh."),
    ]
    (draft,) = drafts(pairs)
    assert (draft.before, draft.after, draft.is_name, draft.cased) == (
        "Quisst",
        "Quist",
        True,
        True,
    )


def test_the_case_alone_is_a_correction() -> None:
    pairs = [
        ("We read the gullpost daily.", "We read the GullPost daily."),
        ("All of gullpost is new.", "All of GullPost is new."),
    ]
    (draft,) = drafts(pairs)
    assert (draft.before, draft.after, draft.cased) == ("gullpost", "GullPost", True)


def test_passages_alone_say_less_of_a_common_word() -> None:
    pairs = [
        ("A red house by the fish pier.", "A red home by the fish pier."),
        ("Her blue house was sold.", "Her blue home was sold."),
    ]
    padding = ["The boats went out to sea and came home at dusk with the tide."] * 2000
    assert swaps(drafts(pairs, padding)) == [("house", "home")]
    assert drafts(pairs, padding, whole=False) == []


def test_the_more_frequent_comes_first() -> None:
    pairs = [
        *FISH,
        ("The long-boat sank.", "The longboat sank."),
        ("Her long-boat was new.", "Her longboat was new."),
        ("A long-boat came in.", "A longboat came in."),
    ]
    assert swaps(drafts(pairs)) == [("long-boat", "longboat"), ("pier", "jetty")]


def test_misspellings_of_one_word_are_one_draft() -> None:
    pairs = [
        ("The Mewstowne is old.", "The Mewstone is old."),
        ("We saw Mewstowne again.", "We saw Mewstone again."),
        ("They like Mewstne best.", "They like Mewstone best."),
        ("Boats to Mewstne sail.", "Boats to Mewstone sail."),
        *FISH,
    ]
    first, second = merged(drafts(pairs))
    assert {form.before for form in first.forms} == {"Mewstowne", "Mewstne"}
    assert (first.after, first.count, first.articles) == ("Mewstone", 4, 4)
    assert second.forms == (second,)
