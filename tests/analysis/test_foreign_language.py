"""Passages in other languages: the first article of the Declaration of Human Rights in many."""

from __future__ import annotations

import pytest

from copylint import lint_text
from copylint.analysis.foreign_language import ANOTHER
from copylint.runner.document_reader import read_document
from copylint.runner.result import FileResult, RunResult

ENGLISH = (
    "All human beings are born free and equal in dignity and rights. They are endowed with "
    "reason and conscience and should act towards one another in a spirit of brotherhood."
)
MORE_ENGLISH = (
    "Everyone is entitled to all the rights and freedoms set forth in this Declaration, without "
    "distinction of any kind, such as race, sex, language, religion, political or other opinion, "
    "national or social origin, property, birth or other status. Furthermore, no distinction "
    "shall be made on the basis of the status of the country to which a person belongs."
)
OTHERS = {
    "German": "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit "
    "Vernunft und Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen.",
    "French": "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils "
    "sont doués de raison et de conscience et doivent agir les uns envers les autres dans un "
    "esprit de fraternité.",
    "Spanish": "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, "
    "dotados como están de razón y conciencia, deben comportarse fraternalmente los unos con "
    "los otros.",
    "Italian": "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti. Essi "
    "sono dotati di ragione e di coscienza e devono agire gli uni verso gli altri in spirito "
    "di fratellanza.",
    "Dutch": "Alle mensen worden vrij en gelijk in waardigheid en rechten geboren. Zij zijn "
    "begiftigd met verstand en geweten, en behoren zich jegens elkander in een geest van "
    "broederschap te gedragen.",
    "Swedish": "Alla människor är födda fria och lika i värde och rättigheter. De är utrustade "
    "med förnuft och samvete och bör handla gentemot varandra i en anda av broderskap.",
    "another script": "Все люди рождаются свободными и равными в своем достоинстве и правах. "
    "Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_a_passage_in_another_language_is_set_apart(language: str) -> None:
    document = read_document("a.txt", f"{ENGLISH}\n\n{OTHERS[language]}\n\n{ENGLISH}\n")
    assert [document.slice(block.span) for block in document.blocks] == [ENGLISH, ENGLISH]
    ((block, named),) = document.foreign
    assert named == language
    assert document.slice(block.span) == OTHERS[language]


@pytest.mark.parametrize("language", OTHERS)
def test_foreign_passages_are_reported_once_and_otherwise_ignored(language: str) -> None:
    text = f"{ENGLISH}\n\n{OTHERS[language]}\n\n{MORE_ENGLISH}\n\n{OTHERS[language]}\n"
    assert [each.rule for each in lint_text(text, path="a.txt")] == ["language.not-english"]


@pytest.mark.parametrize("language", OTHERS)
def test_a_foreign_article_has_no_finding_of_its_own(language: str) -> None:
    assert lint_text(f"{OTHERS[language]}\n\n{OTHERS[language]}\n", path="a.txt") == []


def test_a_foreign_article_is_left_out_with_its_headlines_and_lists() -> None:
    text = (
        f"# Menschen geboren\n\n{OTHERS['German']}\n\n## Their rights\n\n- wecken\n- innen\n\n"
        f"> ist wecken\n\n{OTHERS['German']}\n"
    )
    assert read_document("a.md", text).blocks == ()


def test_a_long_english_passage_in_a_foreign_article_is_checked() -> None:
    text = f"{OTHERS['German']}\n\n{ENGLISH}\n\n{OTHERS['German']}\n"
    document = read_document("a.md", text)
    assert [document.slice(block.span) for block in document.blocks] == [ENGLISH]


@pytest.mark.parametrize(
    "text",
    [
        "Sva ljudska bića rađaju se slobodna i jednaka u dostojanstvu i pravima. Ona su obdarena "
        "razumom i sviješću i trebaju jedna prema drugima postupati u duhu bratstva.",
        "Kõik inimesed sünnivad vabadena ja võrdsetena oma väärikuselt ja õigustelt. Neile on "
        "antud mõistus ja südametunnistus ja nende suhtumist üksteisesse peab kandma vendluse "
        "vaim. Igal inimesel peavad olema kõik õigused ja vabadused.",
        "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi. Mọi con "
        "người đều được tạo hóa ban cho lý trí và lương tâm.",
        "Gizon-emakume guztiak aske jaiotzen dira, duintasun eta eskubide berberak dituztela; eta "
        "ezaguera eta kontzientzia dutenez gero, elkarren artean senide legez jokatu beharra dute.",
        "Visi žmonės gimsta laisvi ir lygūs savo orumu ir teisėmis. Jiems suteiktas protas ir "
        "sąžinė ir jie turi elgtis vienas kito atžvilgiu kaip broliai.",
    ],
)
def test_a_language_without_a_word_list_is_known_by_its_unknown_words(text: str) -> None:
    for given in (text, "\n".join(f"- {part}" for part in text.split(" ja "))):
        document = read_document("a.md", given)
        assert (document.blocks, {name for _, name in document.foreign}) == ((), {ANOTHER})


def test_a_list_in_another_language_is_left_out() -> None:
    items = OTHERS["German"].replace(".", ",").split(", ")
    text = "\n".join(f"- {item[at : at + 60]}" for item in items for at in range(0, len(item), 60))
    assert read_document("a.md", text).blocks == ()


def test_a_run_says_in_one_line_what_was_left_out() -> None:
    files = [FileResult(f"{name}.md", language=name) for name in ("German", "French", "German")]
    assert RunResult(files[:1]).notes == [
        "German.md: left out because it is in German, not in English"
    ]
    assert RunResult(files).notes == [
        "3 files left out because they are not in English: 2 in German, 1 in French"
    ]


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Quist, Orbell, Varga, Lindqvist, Tamm, Eder, Novak, Roe, Petrov, Kask, Sepp, Mets, "
        "Kuusk, Ilves, Rebane, Hunt, Karu, Susi, Põder, Jänes, Kotkas, Kurg, Tihane, Vares",
        "1. FC Köln 2 SC Freiburg 1; RC Lens 0 Paris FC 2; Real Betis 1 Cádiz 1; AS Roma 3 "
        "Lazio 0; Ajax 4 FC Utrecht 2; Porto 1 Benfica 1; Celtic 2 Hearts 0; Brugge 1 Gent 1",
        "Yesterday, all my troubles seemed so far away: Tuesday brought rain, Wednesday wind, "
        "Thursday snow, Friday fog, Saturday sunshine, Sunday nothing whatsoever, sadly.",
        "He read from Goethe: “Über allen Gipfeln ist Ruh, in allen Wipfeln spürest du kaum "
        "einen Hauch” and then closed the book, put on his hat and went out to the garden.",
    ],
)
def test_english_and_languageless_text_is_checked(text: str) -> None:
    assert read_document("a.txt", text).foreign == ()


@pytest.mark.parametrize(
    "line",
    ["Die Gelbphase ist", "base de datos de confianza", "la fenetre ouverte du couloir"],
)
def test_a_short_line_in_another_language_gets_no_english_spelling(line: str) -> None:
    assert not lint_text(f"{line}\n\n{ENGLISH}\n")


@pytest.mark.parametrize(
    "line",
    ["Police in Los Angeles arest man", "Mayor opens teh Rue de Rivoli", "Storm damges pier"],
)
def test_a_headline_with_a_foreign_name_is_still_spelled(line: str) -> None:
    rules = [each.rule for each in lint_text(f"{line}\n\n{ENGLISH}\n")]
    assert "spelling.unknown" in rules
