"""A measure that is not what the measure beside it converts to."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    factor = rng.choice((0.7, 0.8, 1.2, 1.3, 1.4))
    miles, acres, celsius = rng.randint(12, 90), rng.randint(30, 400), rng.randint(11, 39)
    stone, lb, feet, inches = (
        rng.randint(9, 15),
        rng.randint(1, 12),
        rng.randint(5, 6),
        rng.randint(0, 6),
    )
    mph, pounds = rng.randint(30, 80), rng.randint(11, 60)
    metres = (feet * 12 + inches) * 0.0254
    return {
        "p": scene.person(), "town": scene.town(), "club": scene.club(), "firm": scene.firm(),
        "miles": miles, "km": round(miles * 1.609), "wkm": round(miles * 1.609 * factor),
        "acres": acres, "ha": round(acres * 0.4047), "wha": round(acres * 0.4047 * factor),
        "c": celsius, "f": round(celsius * 1.8 + 32),
        "wf": round(celsius * 1.8 + 32 + rng.choice((-9, -5, 5, 8, 10))),
        "st": stone, "lb": lb, "kg": round(stone * 6.35 + lb * 0.4536),
        "wkg": round((stone * 6.35 + lb * 0.4536) * factor),
        "ft": feet, "inch": inches, "m": f"{metres:.2f}",
        "wm": f"{metres + rng.choice((-0.15, 0.12, 0.2)):.2f}",
        "mph": mph, "kph": round(mph * 1.609), "wkph": round(mph * 1.609 * factor),
        "pounds": pounds, "pkg": round(pounds * 0.4536), "wpkg": round(pounds * 0.4536 * 1.4),
        "tall": feet * 100, "tallm": round(feet * 30.48), "wtallm": round(feet * 30.48 * factor),
        "sq": miles * 10, "sqkm": round(miles * 25.9), "wsqkm": round(miles * 25.9 * factor),
    }  # fmt: skip


KIND = Kind(
    name="conversion",
    group="figures",
    slots=_slots,
    contradictions=(
        "The <walk|race> from {town} is [[{miles} miles]] ([[{wkm}km]]) long.",
        "The farm <covers|has> [[{acres} acres]] ([[{wha} hectares]]) near {town}.",
        "Temperatures in {town} <reached|fell to> [[{c}C]] ([[{wf}F]]) on Sunday.",
        "{p} weighed [[{st}st {lb}lb]] ([[{wkg}kg]]) <before the race|at birth of the craze>.",
        "{p}, who is [[{ft}ft {inch}in]] ([[{wm}m]]) tall, plays for {club}.",
        "Gusts of [[{mph}mph]] ([[{wkph}km/h]]) were recorded at {town}.",
        "The site is [[{miles} miles]], or [[{wkm} kilometres]], north of {town}.",
        "The fire burned [[{acres} acres]], or [[{wha} hectares]], of moor.",
        "It was [[{c} degrees Celsius]] ([[{wf} degrees Fahrenheit]]) in the shade at {town}.",
        "The tower is [[{tall}ft]] ([[{wtallm}m]]) high, said {p}.",
        "The park, of [[{sq} square miles]] ([[{wsqkm} sq km]]), was opened by {p}.",
        "The fish weighed [[{pounds}lb]] ([[{wpkg}kg]]), a record for {town}.",
    ),
    decoys=(
        "The walk from {town} is {miles} miles ({km}km) long.",
        "The farm covers {acres} acres ({ha} hectares) near {town}.",
        "Temperatures in {town} reached {c}C ({f}F) on Sunday.",
        "{p} weighed {st}st {lb}lb ({kg}kg) before the race.",
        "{p}, who is {ft}ft {inch}in ({m}m) tall, plays for {club}.",
        "Gusts of {mph}mph ({kph}km/h) were recorded at {town}.",
        "It was {c} degrees Celsius ({f} degrees Fahrenheit) in the shade at {town}.",
        "The farm is {acres} acres and lies {miles} miles ({km}km) from {town}.",
        "The walk is about {miles} miles (nearly {km}km) long.",
        "The route runs for {miles} miles ({wkm}km of it by the sea) to {town}.",
        "The first stage is {miles} miles and the second {wkm}km.",
        "“It is {miles} miles ({wkm}km),” said {p}.",
        "The tower is {tall}ft ({tallm}m) high.",
        "He ran {miles} miles or {wkm} laps, whichever came first.",
        "{p} is {ft}ft {inch}in; {club} say {p.he} weighs {kg}kg.",
        "The fish weighed {pounds}lb ({pkg}kg), a record for {town}.",
    ),
)
