"""Forms of terms in a memory: their lines, sums and look-ups."""

from __future__ import annotations

from itertools import permutations

import pytest

from copylint.analysis.names.memory_file import Memory, MemoryFault, merged, read, written
from copylint.analysis.names.memory_index import memory_of
from copylint.analysis.names.memory_terms import PrintedTerm, frequent, is_term, parsed_term

HEAD = "# copylint memory 1\n#\t40\t2016-01-01\t2025-12-31\n"
LINES = (
    "Alice Hartley\t37\t2016-01-05\t2025-12-10\ta1\ta2",
    "Alice Hartley, mayor\t1\t2019-01-05\t2019-01-05\t2019:01\ta1",
    "email = e-mail\t3\t2016-02-03\t2019-05-02\ta7",
    "email = email\t12\t2016-01-05\t2025-03-14\ta9",
    "prime minister = Prime Minister\t4\t\t\t",
)


def term(day: str, article: str, form: str = "e-mail") -> Memory:
    one = PrintedTerm("email", form, 1, day, day, (article,))
    return Memory({}, 1, day, day, {}, {one.key: one})


def test_a_line_is_read_as_it_was_written() -> None:
    for line in LINES[2:4]:
        assert is_term(line) and parsed_term(line).line() == line
    assert not any(map(is_term, LINES[:2]))
    text = HEAD + "".join(f"{line}\n" for line in LINES[:4])
    memory = read(text)
    assert written(memory) == text
    assert [each.form for each in memory.terms.values()] == ["e-mail", "email"]
    assert [*memory.lines] == [line.partition("\t")[0] for line in LINES[:4]]


@pytest.mark.parametrize(
    "line",
    [
        "email = e-mail\t0\t2016-02-03\t2019-05-02\ta7",
        "email = e-mail\t3\t2016-22-03\t2019-05-02\ta7",
        "email = letter\t3\t2016-02-03\t2019-05-02\ta7",
        "Email = e-mail\t3\t2016-02-03\t2019-05-02\ta7",
        " = \t3\t2016-02-03\t2019-05-02\ta7",
        "email = e-mail\t3",
    ],
)
def test_a_broken_line_is_refused_with_its_number(line: str) -> None:
    with pytest.raises(MemoryFault, match="line 3 is not a form of a term"):
        read(f"{HEAD}{line}\n")


def test_a_form_has_one_line() -> None:
    with pytest.raises(MemoryFault, match="line 4: 'email = e-mail' has a line already"):
        read(f"{HEAD}{LINES[2]}\n{LINES[2]}\n")


def test_counts_are_added_in_any_order() -> None:
    parts = [term("2020-03-02", "b"), term("2019-01-01", "a"), term("2021-05-05", "c")]
    for order in permutations(parts):
        assert merged(order).terms["email = e-mail"].line() == (
            "email = e-mail\t3\t2019-01-01\t2021-05-05\tc"
        )
    both = merged((term("2020-03-02", "b"), term("2020-03-02", "b", "email")))
    assert sorted(both.terms) == ["email = e-mail", "email = email"]


def test_an_undated_form_does_not_hide_the_days_of_others() -> None:
    both = merged((term("2020-03-02", "b"), term("", "a"))).terms["email = e-mail"]
    assert (both.first, both.last, both.articles) == ("2020-03-02", "2020-03-02", ("b",))


def test_a_term_is_kept_for_all_of_its_forms() -> None:
    forms = [parsed_term(line) for line in LINES[2:4]]
    rare = PrintedTerm("online", "on-line", 2)
    assert sorted(frequent([*forms, rare], 15)) == ["email = e-mail", "email = email"]
    assert frequent([*forms, rare], 16) == {}
    assert len(frequent([*forms, rare], 2)) == 3


def test_the_index_finds_the_forms_of_a_term_and_nothing_else() -> None:
    memory = memory_of((HEAD + "".join(f"{line}\n" for line in LINES[:4])).encode())
    assert [each.form for each in memory.forms_of("email")] == ["e-mail", "email"]
    assert memory.forms_of("mail") == [] and memory.forms_of("e-mail") == []
    assert [each.value for each in memory.facts_of("Alice Hartley")] == ["mayor"]
    printed = memory.printed("Alice Hartley")
    assert printed is not None and printed.count == 37
