"""What the server counts, and that it counts no text."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

LINE = re.compile(r'[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.e+-]+')


def test_requests_and_findings_are_counted(client: TestClient) -> None:
    client.post("/v2/check", data={"text": "It was teh end.", "language": "en-GB"})
    client.post("/v2/check", data={"text": "It was teh end."})
    client.get("/no/such/path", headers={"Host": "evil.example"})
    reply = client.get("/metrics")
    assert reply.headers["content-type"].startswith("text/plain; version=0.0.4")
    lines = reply.text.splitlines()
    for expected in (
        'copylint_requests_total{route="/v2/check",status="200"} 1',
        'copylint_requests_total{route="/v2/check",status="400"} 1',
        'copylint_requests_total{route="other",status="403"} 1',
        'copylint_request_seconds_count{route="/v2/check"} 2',
        "copylint_requests_running 1",
        "copylint_checks_waiting 0",
        "copylint_characters_total 15",
        "copylint_findings_total 1",
    ):
        assert expected in lines
    assert all(LINE.fullmatch(line) or line.startswith("# ") for line in lines)
    assert "teh" not in reply.text and "such" not in reply.text


def test_prometheus_reads_it(client: TestClient) -> None:
    import pytest

    parser = pytest.importorskip("prometheus_client.parser")
    client.get("/v2/languages")
    families = {
        each.name for each in parser.text_string_to_metric_families(client.get("/metrics").text)
    }
    assert {"copylint_requests", "copylint_request_seconds", "copylint_info"} <= families
