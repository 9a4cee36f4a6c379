"""Offices and years of birth in a memory: their lines, sums and look-ups."""

from __future__ import annotations

from itertools import permutations

import pytest

from copylint.analysis.names.memory_facts import PrintedFact, born_by, month_of, parsed_fact
from copylint.analysis.names.memory_file import Memory, MemoryFault, merged, read, written
from copylint.analysis.names.memory_index import memory_of

MAYOR = "Alice Hartley, mayor\t3\t2019-01-05\t2020-11-10\t2019:01*2 2020:11\ta1\ta2"
BORN = "Alice Hartley, born 1960/1961\t4\t2016-01-05\t2025-11-02\t\ta1"
HEAD = "# copylint memory 1\n#\t4\t2016-01-05\t2025-11-02\n"


def fact(day: str, article: str, value: str = "mayor") -> Memory:
    one = PrintedFact("Alice Hartley", value, 1, day, day, {month_of(day): 1}, (article,))
    return Memory({}, 1, day, day, {one.key: one})


def test_a_line_is_read_as_it_was_written() -> None:
    for line in (MAYOR, BORN):
        assert parsed_fact(line).line() == line
    assert parsed_fact(MAYOR).months == {month_of("2019-01-31"): 2, month_of("2020-11-01"): 1}
    assert (parsed_fact(BORN).born, parsed_fact(MAYOR).born) == (1961, None)
    assert parsed_fact(BORN).value == born_by(1961)


@pytest.mark.parametrize(
    "line",
    [
        MAYOR.replace("\t3\t", "\t4\t"),  # more articles than the months have
        MAYOR.replace("2019:01*2", "2019:13*2"),
        MAYOR.replace("2019:01*2", "2019"),
        MAYOR.replace("2019-01-05", "2021-01-05"),  # the first day after the last
        MAYOR.replace("2019-01-05", ""),
        BORN.replace("1960", "1955"),
        BORN.replace("\t4\t", "\t0\t"),
        "Alice Hartley, mayor\t3",
        ", mayor\t1\t2019-01-05\t2019-01-05\t2019:01",
    ],
)
def test_a_broken_fact_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(MemoryFault, match="line 3"):
        read(f"{HEAD}{line}\n")


def test_sums_do_not_depend_on_the_parts() -> None:
    parts = [fact("2019-01-05", "a"), fact("2019-01-20", "b"), fact("2021-03-01", "c", "judge")]
    sums = {written(merged(order)) for order in permutations(parts)}
    sums.add(written(merged((merged(parts[:2]), merged(parts[2:])))))
    assert len(sums) == 1
    assert "Alice Hartley, mayor\t2\t2019-01-05\t2019-01-20\t2019:01*2\ta\tb\n" in sums.pop()


def test_facts_are_found_by_the_name_alone() -> None:
    lines = sorted((MAYOR, BORN, "Alice Hartley\t4\t\t", "Alice Hartley Jones\t1\t\t",
                    "Alice Hartley Jones, judge\t1\t2019-01-05\t2019-01-05\t2019:01"))  # fmt: skip
    memory = memory_of(f"{HEAD}{chr(10).join(lines)}\n".encode())
    assert [each.line() for each in memory.facts_of("Alice Hartley")] == [BORN, MAYOR]
    assert [each.value for each in memory.facts_of("Alice Hartley Jones")] == ["judge"]
    assert memory.facts_of("Alice") == [] and memory.facts_of("Hartley") == []
    found = memory.printed("Alice Hartley")
    assert found is not None and found.count == 4


def test_lines_that_git_has_joined_out_of_order_are_all_found() -> None:
    text = f"{HEAD}{MAYOR}\nJohn Smith\t1\t\t\n{BORN}\n"
    assert len(memory_of(text.encode()).facts_of("Alice Hartley")) == 2
