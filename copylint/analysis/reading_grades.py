"""Grades of readability by name: the years of schooling that a text requires."""

from __future__ import annotations

from collections.abc import Sequence

from copylint.analysis.readability import textstat_metrics

_LANGUAGE = "en_US"
#: The grades: textstat's name for each, and the arguments that it takes besides the text.
GRADES: dict[str, tuple[str, tuple[str, ...]]] = {
    "Gunning Fog": ("gunning_fog", (_LANGUAGE,)),
    "Coleman-Liau": ("coleman_liau_index", ()),
    "Flesch-Kincaid": ("flesch_kincaid_grade", (_LANGUAGE,)),
    "SMOG": ("smog_index", (_LANGUAGE,)),
    "Automated Readability": ("automated_readability_index", ()),
}


def mean_grade(prose: str, names: Sequence[str]) -> float:
    """The mean of the grades ``names`` for ``prose``, as ``running_prose`` gives it.

    Raises ``EngineError`` if the installed textstat is not one that can be kept offline.
    """
    metrics = textstat_metrics()
    grades = []
    for name in names:
        formula, given = GRADES[name]
        grades.append(float(getattr(metrics, formula)(prose, *given)))
    return sum(grades) / len(grades)
