"""Measures: the names of their units, and what each is worth in the first unit of its kind."""

from __future__ import annotations

from typing import NamedTuple


class Measure(NamedTuple):
    """A unit: its ``name`` in the singular, the ``kind`` of thing that it measures, its ``worth``.

    ``worth`` is in metres, square metres, kilograms, litres or metres per second. Temperatures
    have an ``offset``: kelvins are ``worth`` times the degrees, plus ``offset``.
    """

    name: str
    kind: str
    worth: float
    offset: float = 0.0


_MILE, _FOOT, _POUND, _PINT = 1609.344, 0.3048, 0.45359237, 0.56826125
_TABLE: tuple[tuple[Measure, str], ...] = (
    (Measure("mile", "length", _MILE), "mile miles mi"),
    (Measure("kilometre", "length", 1000.0),
     "km kms kilometre kilometres kilometer kilometers"),
    (Measure("metre", "length", 1.0), "metre metres meter meters"),
    (Measure("centimetre", "length", 0.01), "cm cms centimetre centimetres centimeter centimeters"),
    (Measure("millimetre", "length", 0.001), "mm millimetre millimetres millimeter millimeters"),
    (Measure("yard", "length", 0.9144), "yard yards yd yds"),
    (Measure("foot", "length", _FOOT), "ft foot feet"),
    (Measure("inch", "length", 0.0254), "in inch inches"),
    (Measure("acre", "area", 4046.8564224), "acre acres"),
    (Measure("hectare", "area", 10_000.0), "ha hectare hectares"),
    (Measure("square mile", "area", _MILE**2), "sq&mile sq&miles square&mile square&miles"),
    (Measure("square kilometre", "area", 1e6),
     "sq&km square&km square&kilometre square&kilometres square&kilometer square&kilometers km²"),
    (Measure("square foot", "area", _FOOT**2), "sq&ft square&foot square&feet"),
    (Measure("square metre", "area", 1.0),
     "sq&m square&metre square&metres square&meter square&meters m²"),
    (Measure("kilogram", "weight", 1.0),
     "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
    (Measure("gram", "weight", 0.001), "g gram grams gramme grammes"),
    (Measure("pound", "weight", _POUND), "lb lbs"),
    (Measure("ounce", "weight", _POUND / 16), "oz ounce ounces"),
    (Measure("stone", "weight", 14 * _POUND), "st stone"),
    (Measure("tonne", "weight", 1000.0), "tonne tonnes"),
    (Measure("litre", "volume", 1.0), "litre litres liter liters"),
    (Measure("pint", "volume", _PINT), "pint pints"),
    (Measure("gallon", "volume", 8 * _PINT), "gallon gallons"),
    (Measure("mile an hour", "speed", _MILE / 3600), "mph"),
    (Measure("kilometre an hour", "speed", 1 / 3.6), "kph km/h kmh kmph"),
    (Measure("degree Celsius", "temperature", 1.0, 273.15), "C Celsius centigrade"),
    (Measure("degree Fahrenheit", "temperature", 5 / 9, 273.15 - 32 * 5 / 9), "F Fahrenheit"),
)  # fmt: skip

#: Measures by the ways of writing them.
MEASURES = {form.replace("&", " "): measure for measure, forms in _TABLE for form in forms.split()}
