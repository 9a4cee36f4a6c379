"""A majority, turnout or outcome that the votes contradict."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    low = rng.randint(6000, 19000)
    majority = rng.randint(800, 5000)
    high = low + majority
    roll = (high + low) * 10 // rng.randint(5, 8)
    turnout = 100 * (high + low) / roll
    ayes, noes = rng.randint(24, 60), rng.randint(8, 22)
    return {
        "p": scene.person(), "q": scene.person(), "town": scene.town(), "firm": scene.firm(),
        "high": f"{high:,}", "low": f"{low:,}", "maj": f"{majority:,}",
        "wmaj": f"{majority + rng.choice((-1000, -300, 200, 1000, 1100)):,}",
        "roll": f"{roll:,}", "cast": f"{high + low:,}", "pc": f"{turnout:.1f}",
        "wpc": f"{turnout + rng.choice((-9, -4, 6, 8)):.1f}", "round": round(turnout),
        "ayes": ayes, "noes": noes, "by": ayes - noes, "wby": ayes - noes + rng.choice((2, 3, 5)),
        "year": rng.randint(2005, 2019),
        "motion": rng.choice(("motion", "plan", "budget", "amendment", "scheme")),
    }  # fmt: skip


KIND = Kind(
    name="votes",
    group="figures",
    slots=_slots,
    contradictions=(
        "{p} won {town} with [[{high}]] votes to {q}'s [[{low}]], a majority of [[{wmaj}]].",
        "{p} polled [[{high}]] votes and {q} [[{low}]]. The majority was [[{wmaj}]].",
        "{p} held the seat with a majority of [[{wmaj}]], taking [[{high}]] votes against "
        "[[{low}]] for {q}.",
        "{p} took [[{high}]] votes, ahead of {q} with [[{low}]], <and won|winning> by [[{wmaj}]] "
        "votes.",
        "Of an electorate of [[{roll}]], [[{cast}]] people voted, a turnout of [[{wpc} per cent]].",
        "Turnout in {town} was [[{wpc}%]]: [[{cast}]] votes were cast by [[{roll}]] registered "
        "voters.",
        "The {motion} was <carried|approved|passed> by [[{noes} votes to {ayes}]], {p} said.",
        "Councillors in {town} voted [[{noes} to {ayes}]] in favour of the {motion}, which is now "
        "law.",
        "The {motion} was backed [[unanimously]], by [[{ayes} votes to {noes}]].",
        "The {motion} was <rejected|defeated>: [[{ayes} voted for and {noes} against]].",
        "The {motion} passed by [[{ayes}]] votes to [[{noes}]], a majority of [[{wby}]].",
        "There were [[{roll}]] people entitled to vote in {town}. In the end [[{cast}]] ballots "
        "were cast, a [[{wpc} per cent]] turnout.",
    ),
    decoys=(
        "{p} won {town} with {high} votes to {q}'s {low}, a majority of {maj}.",
        "{p} polled {high} votes and {q} {low}. The majority was {maj}.",
        "{p} held the seat with {high} votes, but the majority of {wmaj} in {year} was cut.",
        "Of an electorate of {roll}, {cast} people voted, a turnout of {pc} per cent.",
        "Turnout in {town} was {round}%: {cast} votes were cast by {roll} registered voters.",
        "The {motion} was carried by {ayes} votes to {noes}, {p} said.",
        "The {motion} was rejected by {ayes} votes to {noes}.",
        "The {motion} was rejected by {noes} votes to {ayes}.",
        "The {motion} was carried: {ayes} voted for and {noes} against.",
        "The {motion} passed by {ayes} votes to {noes}, a majority of {by}.",
        "{p} won {high} votes. The party has a majority of {wby} on the council.",
        "The {motion} needed two-thirds and was rejected, though {ayes} voted for and {noes} "
        "against.",
        "“We won by {ayes} votes to {noes}, a majority of {wby},” said {p}.",
        "Turnout was {wpc} per cent in {year}. This time {cast} of the {roll} voters took part.",
        "About {cast} people voted, of some {roll} on the roll, a turnout of {round} per cent.",
        "Clarification: {p} won with {high} votes to {low}, a majority of {maj}, not {wmaj}.",
    ),
)
