"""What is said of a page by what its server answers."""

from __future__ import annotations

import socket
from collections.abc import Sequence

import pytest
from local_site import Site

from copylint.runner.online.asking import Answer, Asker
from copylint.runner.online.public import is_example, is_public


def ask(address: str, **options: float) -> Answer:
    return Asker(public_only=False, **options).ask(address)


@pytest.mark.parametrize("status", [200, 204])
def test_a_page_that_is_there_is_asked_for_once_and_not_fetched(site: Site, status: int) -> None:
    site.answers["/page"] = status
    assert ask(f"{site.base}/page") == Answer()
    assert site.asked == {("HEAD", "/page"): 1}
    assert all(agent.startswith("copylint/") for agent in site.agents)


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_is_gone_if_head_and_get_say_so(site: Site, status: int) -> None:
    site.answers["/page"] = status
    assert ask(f"{site.base}/page") == Answer(gone=str(status))
    assert site.asked == {("HEAD", "/page"): 1, ("GET", "/page"): 1}


@pytest.mark.parametrize("status", [404, 405, 501])
def test_a_server_that_refuses_head_is_asked_with_get(site: Site, status: int) -> None:
    site.answers["/page"], site.get_answers["/page"] = status, 200
    assert ask(f"{site.base}/page") == Answer()


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_other_answers_are_a_doubt(site: Site, status: int) -> None:
    site.answers["/page"] = status
    assert ask(f"{site.base}/page") == Answer(doubt=f"the server answers {status}")
    assert site.asked["GET", "/page"] == (status != 429)


def test_redirects_are_followed_to_what_is_there_or_gone(site: Site) -> None:
    site.moved |= {"/old": "/new", "/older": "/old", "/lost": f"{site.base}/gone"}
    site.answers["/gone"] = 404
    assert ask(f"{site.base}/older") == Answer()
    assert ask(f"{site.base}/lost") == Answer(gone="404")


def test_redirects_end(site: Site) -> None:
    site.moved["/loop"] = "/loop"
    assert ask(f"{site.base}/loop") == Answer(doubt="it redirects too often")
    assert site.asked["HEAD", "/loop"] == 6


@pytest.mark.parametrize("target", ["ftp://127.0.0.1/", "file:///etc/passwd", "gopher://x/"])
def test_a_redirect_away_from_the_web_is_not_followed(site: Site, target: str) -> None:
    site.moved["/odd"] = target
    assert ask(f"{site.base}/odd") == Answer(doubt="it leads away from the web")


def test_silence_is_a_doubt(site: Site) -> None:
    assert ask(f"{site.base}/silent", step=0.2) == Answer(doubt="it took too long")


def test_an_answer_that_never_ends_is_cut_off(site: Site) -> None:
    assert ask(f"{site.base}/drip", whole=0.5) == Answer(doubt="it took too long")


def test_a_host_that_is_slow_again_and_again_is_left_alone(site: Site) -> None:
    asker = Asker(public_only=False, step=0.1)
    said = [asker.ask(f"{site.base}/silent").doubt for _ in range(5)]
    assert said[2:4] == ["it took too long", "other pages of its host took too long"]
    assert site.asked["HEAD", "/silent"] == 3


def test_a_closed_port_is_a_doubt() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert ask(f"http://127.0.0.1:{port}/") == Answer(
            doubt="no answer (ConnectionRefusedError)"
        )


def test_a_server_without_a_certificate_is_a_doubt(site: Site) -> None:
    assert ask(site.base.replace("http:", "https:")).doubt


def test_passwords_are_not_sent(site: Site) -> None:
    address = site.base.replace("//", "//ann:secret@")
    assert ask(address) == Answer(doubt="it has a password in it")
    assert not site.asked


def test_letters_beyond_ascii_are_written_as_servers_read_them(site: Site) -> None:
    assert ask(f"{site.base}/café?q=é") == Answer()
    assert site.asked == {("HEAD", "/caf%C3%A9?q=%C3%A9"): 1}


class Names:
    """A resolver that knows some names."""

    def __init__(self, **known: Sequence[str]) -> None:
        self.known = {name.replace("_", "."): found for name, found in known.items()}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        if host not in self.known:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return self.known[host]


def test_a_host_that_nobody_has_is_gone() -> None:
    names = Names(example_com=["127.0.0.1"])
    asker = Asker(public_only=True, resolver=names)
    assert asker.ask("https://nobody-has-this.org/") == Answer(gone="host")


def test_without_a_network_no_host_is_called_gone() -> None:
    asker = Asker(public_only=True, resolver=Names())
    assert asker.ask("https://nobody-has-this.org/") == Answer(
        doubt="its host could not be looked up"
    )


def test_a_resolver_that_fails_for_now_is_a_doubt() -> None:
    def fails(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "later")

    asker = Asker(public_only=True, resolver=fails)
    assert asker.ask("https://a.org/").doubt == "its host could not be looked up"


def test_a_host_on_the_inside_is_not_asked(site: Site) -> None:
    port = site.base.rpartition(":")[2]
    for found in (["127.0.0.1"], ["93.184.216.34", "127.0.0.1"]):
        asker = Asker(public_only=True, resolver=Names(inside_org=found))
        assert asker.ask(f"http://inside.org:{port}/").doubt == (
            "it is not on the public network, so it was not asked"
        )
    assert not site.asked


def test_a_redirect_to_the_inside_is_not_followed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = site.base.rpartition(":")[2]
    site.moved["/in"] = f"http://inside.org:{port}/secret"
    names = Names(outside_org=["127.0.0.1"], inside_org=["10.0.0.1"])
    monkeypatch.setattr(
        "copylint.runner.online.asking.is_public", lambda found: found == "127.0.0.1"
    )
    asker = Asker(public_only=True, resolver=names)
    assert "not on the public network" in asker.ask(f"http://outside.org:{port}/in").doubt
    assert names.asked == ["outside.org", "inside.org"]


def test_the_address_that_was_judged_is_the_one_that_is_asked(site: Site) -> None:
    port = site.base.rpartition(":")[2]
    names = Names(once_org=["127.0.0.1"])
    assert Asker(public_only=False, resolver=names).ask(f"http://once.org:{port}/") == Answer()
    assert names.asked == ["once.org"]


def test_another_address_of_the_host_is_tried(site: Site) -> None:
    port = site.base.rpartition(":")[2]
    names = Names(two_org=["127.0.0.2", "127.0.0.1"])
    assert Asker(public_only=False, resolver=names).ask(f"http://two.org:{port}/") == Answer()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.9",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "not an address",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "::ffff:93.184.216.34"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["fair.example", "example.com", "www.example.org", "a.test."])
def test_hosts_of_examples(host: str) -> None:
    assert is_example(host)
    assert not is_example(f"{host.rstrip('.')}.uk")
