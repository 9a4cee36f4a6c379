"""Other people's tools on the same files: how each is installed, run and read.

``find("typos")`` says where a tool is, or why it is not there; ``install.py`` beside this
file gets them. Nothing is installed or fetched by anything else here. Each tool has a
module of its own, and an environment of its own in a cache folder outside the checkout.
"""

from peers.base import Alarm, Located, Peer, PeerError, Program
from peers.known import PEERS, PROGRAMS, find, peer

__all__ = [
    "PEERS",
    "PROGRAMS",
    "Alarm",
    "Located",
    "Peer",
    "PeerError",
    "Program",
    "find",
    "peer",
]
