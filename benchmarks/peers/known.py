"""All peers, by name."""

from __future__ import annotations

from peers.base import Located, Peer, Program
from peers.codespell import Codespell
from peers.cspell import CSpell
from peers.harper import Harper
from peers.harper_ls import HarperLanguageServer
from peers.languagetool import LanguageTool, LanguageToolGrammar
from peers.proselint import Proselint
from peers.typos import Typos
from peers.vale import Vale

_ALL: tuple[Peer, ...] = (
    Harper(),
    CSpell(),
    Typos(),
    Codespell(),
    Proselint(),
    LanguageTool(),
    LanguageToolGrammar(),
    Vale(),
)

#: The peers' names.
PEERS = tuple(each.name for each in _ALL)
#: Every program that is compared, by name: the peers, and a server that reads no files.
PROGRAMS: dict[str, Program] = {each.name: each for each in (*_ALL, HarperLanguageServer())}


def peer(name: str) -> Peer:
    """The peer called ``name``. Raises ``KeyError``."""
    return {each.name: each for each in _ALL}[name]


def find(name: str) -> Located:
    """The command of the program called ``name``, or None and the reason."""
    return PROGRAMS[name].locate()
