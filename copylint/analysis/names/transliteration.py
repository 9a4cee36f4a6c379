"""Names that English copy writes in more than one correct way.

A house chooses one; an article should keep to one. The groups are well-known pairs from
general knowledge of news style, spelled as English copy prints them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from copylint.analysis.names.name_index import NameForm, NameIndex

_GROUPS: tuple[tuple[str, ...], ...] = (
    ("Kyiv", "Kiev"),
    ("Kharkiv", "Kharkov"),
    ("Lviv", "Lvov"),
    ("Mykolaiv", "Mykolayiv", "Nikolaev"),
    ("Chernobyl", "Chornobyl"),
    ("Donbas", "Donbass"),
    ("Zaporizhzhia", "Zaporizhia", "Zaporozhye"),
    ("Zelenskyy", "Zelensky", "Zelenskiy"),
    ("Yanukovych", "Yanukovich"),
    ("Yushchenko", "Yuschenko"),
    ("Tymoshenko", "Timoshenko"),
    ("Lukashenko", "Lukashenka"),
    ("Belarusian", "Belarussian", "Byelorussian"),
    ("Gaddafi", "Qaddafi", "Gadhafi", "Kadafi", "Khadafy", "Gadafi"),
    ("Hezbollah", "Hizbollah", "Hizbullah", "Hezballah"),
    ("Houthi", "Huthi"),
    ("Houthis", "Huthis"),
    ("Koran", "Quran", "Qur'an"),
    ("Muslim", "Moslem"),
    ("Muslims", "Moslems"),
    ("Kandahar", "Qandahar"),
    ("Falluja", "Fallujah"),
    ("Raqqa", "Raqqah"),
    ("Sanaa", "Sana'a"),
    ("Tehran", "Teheran"),
    ("Tolstoy", "Tolstoi"),
    ("Dostoevsky", "Dostoyevsky"),
    ("Tchaikovsky", "Chaikovsky"),
    ("Rachmaninoff", "Rachmaninov"),
    ("Hanukkah", "Chanukah", "Hanukah"),
    ("Erdogan", "Erdoğan"),
)
# Given names that different bearers spell differently: neither is a typo for the other, and
# an article may well have both.
_GIVEN = (
    ("Sergei", "Sergey", "Serhiy", "Sergii"),
    ("Alexei", "Alexey", "Aleksei", "Aleksey", "Oleksiy"),
    ("Andrei", "Andrey", "Andriy"),
    ("Dmitry", "Dmitri", "Dmitriy", "Dmytro", "Dmitrii"),
    ("Yevgeny", "Evgeny", "Yevgeni", "Evgeni", "Yevgeniy", "Evgeniy"),
    ("Alexander", "Aleksander", "Aleksandr", "Alexandr", "Oleksandr", "Alexandre", "Alessandro"),
    ("Yekaterina", "Ekaterina"),
    ("Yelena", "Elena"),
    ("Mikhail", "Mykhailo"),
    ("Nikolai", "Nikolay", "Mykola"),
    ("Yuri", "Yuriy", "Yury", "Iurii"),
    ("Vitali", "Vitaly", "Vitalii", "Vitaliy"),
    ("Mohammed", "Mohamed", "Mohammad", "Mohamad", "Muhammad", "Muhammed", "Mohamud"),
    ("Ahmed", "Ahmad", "Ahmet"),
    ("Mahmoud", "Mahmud", "Mehmood", "Mahmood"),
    ("Hussein", "Hussain", "Hossein", "Husain"),
    ("Hasan", "Hassan"),
    ("Youssef", "Yousef", "Yusuf", "Yousuf", "Yussuf"),
    ("Omar", "Omer", "Umar"),
    ("Osama", "Usama"),
    ("Abdallah", "Abdullah"),
    ("Victor", "Viktor"),
)
_GIVEN_OF = {name: group for group in _GIVEN for name in group}
_GROUP_OF = {name: group for group in _GROUPS for name in group}


class MixedTransliteration(NamedTuple):
    """A name that the article writes in two ways: the rarer one and the other."""

    rarer: NameForm
    other: NameForm


def same_name(one: str, other: str) -> bool:
    """Whether the two are standard ways to write one name."""
    return other in _GROUP_OF.get(one, ()) or other in _GIVEN_OF.get(one, ())


def mixed(index: NameIndex) -> Iterator[MixedTransliteration]:
    """The names that the article writes in more than one standard way, each once."""
    forms = index.forms
    met: set[tuple[str, ...]] = set()
    for text in forms:
        group = _GROUP_OF.get(text)
        if group is None or group in met:
            continue
        met.add(group)
        used = [forms[name] for name in group if name in forms]
        if len(used) < 2:
            continue
        # The least used; of several, the one that appears last.
        rarer = min(used, key=lambda form: (form.count, -form.places[0].start))
        other = max(used, key=lambda form: (form.count, -form.places[0].start))
        if not rarer.sentences & other.sentences:  # "Kyiv, long spelled Kiev"
            yield MixedTransliteration(rarer, other)
