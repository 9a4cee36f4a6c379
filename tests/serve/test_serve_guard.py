"""Requests that the server is not there for are refused before anything is done."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from copylint.serve.rate import RateLimit
from copylint.serve.settings import AccessToken, RequestLimits, is_loopback

SECRET = "0123456789abcdef"
CHECK = {"text": "It is fine.", "language": "en"}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.1", "", "["])
def test_a_name_that_is_not_local_is_refused(client: TestClient, host: str) -> None:
    reply = client.get("/v2/languages", headers={"Host": host})
    assert reply.status_code == 403
    assert reply.text.startswith("Error: ")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8484", "127.0.0.1:1", "[::1]:8484"])
def test_local_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/v2/languages", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost.evil.example"]
)
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_other_sites_are_refused(client: TestClient, origin: str, method: str) -> None:
    reply = client.request(method, "/v2/words/add?word=x", headers={"Origin": origin})
    assert reply.status_code == 403
    assert "access-control-allow-origin" not in reply.headers
    assert client.get("/v2/words").json() == {"words": []}


def test_a_picture_on_another_site_is_refused(client: TestClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert client.get("/v2/check", params=CHECK, headers=headers).status_code == 403


def test_a_listed_origin_may_read_answers(start: Any) -> None:
    origin = "https://cms.example"
    client = start(origins=(origin,))
    reply = client.post("/v2/check", data=CHECK, headers={"Origin": origin})
    assert reply.status_code == 200
    assert reply.headers["access-control-allow-origin"] == origin
    assert reply.headers["vary"] == "Origin"
    asked = client.options(
        "/v2/check",
        headers={"Origin": origin, "Access-Control-Request-Private-Network": "true"},
    )
    assert asked.status_code == 204
    assert "Authorization" in asked.headers["access-control-allow-headers"]
    assert asked.headers["access-control-allow-private-network"] == "true"


def test_the_servers_own_page_may_ask(client: TestClient) -> None:
    reply = client.post("/v2/check", data=CHECK, headers={"Origin": "http://127.0.0.1:8484"})
    assert reply.status_code == 200


class TestToken:
    @pytest.fixture
    def client(self, start: Any) -> TestClient:
        client: TestClient = start(tokens=(AccessToken(SECRET, "desk"),))
        return client

    def test_without_one_nothing_is_answered(self, client: TestClient) -> None:
        reply = client.post("/v2/check", data=CHECK)
        assert reply.status_code == 401
        assert reply.headers["www-authenticate"].startswith("Bearer")
        assert client.get("/metrics").status_code == 401
        assert client.get("/v2/words").status_code == 401

    def test_a_health_check_needs_none(self, client: TestClient) -> None:
        assert client.get("/v2/healthcheck").text == "OK"

    def test_it_is_taken_as_a_bearer_token(self, client: TestClient) -> None:
        headers = {"Authorization": f"Bearer {SECRET}"}
        assert client.post("/v2/check", data=CHECK, headers=headers).status_code == 200

    def test_it_is_taken_as_api_key(self, client: TestClient) -> None:
        fields = {**CHECK, "apiKey": SECRET, "username": "me@example.org"}
        assert client.post("/v2/check", data=fields).status_code == 200
        assert client.get("/v2/check", params=fields).status_code == 200

    def test_it_is_taken_from_the_path(self, client: TestClient) -> None:
        assert client.post(f"/{SECRET}/v2/check", data=CHECK).status_code == 200
        assert client.get(f"/{SECRET}/languages").status_code == 200

    @pytest.mark.parametrize("secret", ["", "0123456789abcdeF", f"{SECRET}0", "\u00e9" * 16])
    def test_a_wrong_one_is_refused(self, client: TestClient, secret: str) -> None:
        fields = {**CHECK, "apiKey": secret}
        assert client.post("/v2/check", data=fields).status_code == 401
        assert client.post(f"/{secret}/v2/check", data=CHECK).status_code in (401, 404)
        headers = {"Authorization": f"Bearer {secret}".encode("latin-1")}
        assert client.post("/v2/check", data=CHECK, headers=headers).status_code == 401


def test_a_server_for_other_machines_has_any_name(start: Any) -> None:
    client = start("http://copy.paper.example:8484", host="0.0.0.0", tokens=(AccessToken(SECRET),))
    assert client.get("/v2/languages").status_code == 401
    assert client.get(f"/{SECRET}/v2/languages").status_code == 200


def test_a_body_that_is_too_long_is_refused(start: Any) -> None:
    client = start(bounds=RequestLimits(body_bytes=1_000))
    reply = client.post("/v2/check", data={"text": "a" * 2_000, "language": "en"})
    assert reply.status_code == 413

    def parts() -> Any:
        yield from [b"a" * 600] * 3

    reply = client.post("/v2/check", content=parts())
    assert reply.status_code == 413
    assert client.get("/v2/healthcheck").status_code == 200


def test_a_body_of_another_kind_is_refused(client: TestClient) -> None:
    assert client.post("/v2/check", json={"text": "a"}).status_code == 415
    assert client.post("/v2/check", content=b"text=%ff&language=en").status_code == 400
    many = b"&".join(b"a%d=1" % number for number in range(300))
    assert client.post("/v2/check", content=many).status_code == 400


def test_a_client_that_asks_too_often_is_told_to_wait(start: Any) -> None:
    client = start(bounds=RequestLimits(rate=2))
    codes = [client.get("/v2/languages").status_code for _ in range(3)]
    assert codes == [200, 200, 429]
    assert int(client.get("/v2/languages").headers["retry-after"]) >= 1


def test_a_rate_limit_refills_and_is_for_each_client() -> None:
    now = 0.0
    limit = RateLimit(60, clock=lambda: now)
    assert [limit.wait_for("a") for _ in range(61)] == [0] * 60 + [1]
    assert limit.wait_for("b") == 0
    now = 2.0
    assert [limit.wait_for("a") for _ in range(3)] == [0, 0, 1]


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("desk.localhost", True),
        ("0.0.0.0", False),
        ("localhost.example", False),
        ("192.168.0.1", False),
        ("", False),
    ],
)
def test_loopback(host: str, local: bool) -> None:
    assert is_loopback(host) is local
