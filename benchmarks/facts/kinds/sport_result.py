"""A result in sport that its margin, halves, legs, sets, wickets or scorers contradict."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene

_WORDS = "zero one two three four five six seven eight nine ten".split()  # noqa: SIM905  # a list


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    b = rng.randint(0, 2)
    margin = rng.randint(2, 3)
    a = b + margin
    down = rng.randint(2, 7)
    wrong = 10 - down + rng.choice((-2, -1, 1, 2))
    x, y = rng.randint(0, 2), rng.randint(0, 2)
    total, chase = rng.randint(180, 330), rng.randint(20, 60)
    return {
        "p": scene.person(), "q": scene.person(), "town": scene.town(), "club": scene.club(),
        "rival": scene.club(), "a": a, "b": b, "gap": _WORDS[margin],
        "wgap": _WORDS[margin + rng.choice((-1, 1))], "n": rng.randint(1, 3),
        "ha": a + 1, "hb": b, "legs": f"{a + x}-{b + y}", "wlegs": f"{a + x + 1}-{b + y}",
        "x": x, "y": y, "t": total, "u": total - chase, "runs": chase, "wruns": chase + 10,
        "down": down, "won": _WORDS[10 - down], "wwon": _WORDS[min(max(wrong, 1), 9)],
        "minute": rng.randint(12, 88), "r": rng.randint(20, 40), "s": rng.randint(6, 18),
        "overs": rng.randint(12, 48), "ball": rng.randint(6, 9), "okball": rng.randint(1, 5),
    }  # fmt: skip


KIND = Kind(
    name="sport-result",
    group="figures",
    slots=_slots,
    contradictions=(
        "{club} <won|beat {rival}> [[{a}-{b}]], a [[{wgap}-goal]] <margin|victory|win> that "
        "flattered them.",
        "{club} beat {rival} [[{a}-{b}]] on Saturday. {p} <said|felt> they deserved to win by "
        "[[{wgap} goals]].",
        "{club} <drew|drew at home> [[{a}-{b}]] with {rival} after a late goal by {p}.",
        "{p} <scored|struck> in the {minute}th minute of a [[{a}-{b} draw]] at {town}.",
        "{club} led [[{ha}-{hb}]] at half-time but <lost|went down> [[{b}-{a}]] to {rival}.",
        "{p} hit a [[hat-trick]] as {club} beat {rival} [[2-1]] at {town}.",
        "{club} won the first leg [[{a}-{b}]] and the second [[{x}-{y}]] to go through [[{wlegs}]] "
        "on aggregate.",
        "Chasing {t}, {town} reached [[{t}-{down}]] and won by [[{wwon} wickets]].",
        "{p} beat {q} [[6-4, 3-6, 7-5]] in [[straight sets]] in {town}.",
        "{town} were all out after [[{overs}.{ball} overs]], {p} taking the last wicket.",
        "{club} beat {rival} [[{n}-{n}]] at {town} <yesterday|on Sunday>.",
        "The final ended [[{r}-{s}]] in {club}'s favour. {p} called the [[{wwon}-point win]] a "
        "fair result.",
        "{p} won the match [[6-4, 6-3]] in [[three sets]] at {town}.",
    ),
    decoys=(
        "{club} won {a}-{b}, a {gap}-goal margin that flattered them.",
        "{club} drew {n}-{n} with {rival} after a late goal by {p}.",
        "{club} drew {n}-{n} with {rival} and won {a}-{b} on penalties.",
        "{club} led {a}-{b} at half-time and won {ha}-{b}.",
        "{p} hit a hat-trick as {club} beat {rival} 3-1 at {town}.",
        "{club} won the first leg {a}-{b} and the second {x}-{y} to go through {legs} on "
        "aggregate.",
        "Chasing {t}, {town} reached {t}-{down} and won by {won} wickets.",
        "{p} beat {q} 6-4, 6-3 in straight sets in {town}.",
        "{club} won {a}-{b}. Last week they won by {wgap} goals at {town}.",
        "{club} are {wgap} points clear after a {a}-{b} win at {town}.",
        "“We drew {a}-{b}, or so it felt,” said {p} after the {n}-{n} draw.",
        "{p} had a {a}-{b} lead in frames but the match ended level.",
        "{club}, beaten by {wgap} goals last month, won {a}-{b} at {town}.",
        "The club for 5-11 year olds drew a crowd; {p} won a prize for the 2-1 odds.",
        "{town} were all out after {overs}.{okball} overs, {p} taking the last wicket.",
        "Correction: {club} drew {n}-{n} with {rival}; we said they won {n}-{n}.",
        "{club} lost {b}-{a}. {rival} had won their last match by {wgap} goals.",
        "{p}, who hit a hat-trick in May, scored the only goal as {club} won 1-0.",
    ),
)
