"""The OpenAPI document describes every route, and the answers are as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from desk_server import FERRY, base64, client_of
from jsonschema import Draft202012Validator
from starlette.routing import Route
from starlette.testclient import TestClient

HTML = b"<p>The the ferry left.</p>"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    (tmp_path / "ferry.txt").write_text(FERRY, "utf-8")
    with client_of(tmp_path) as made:
        yield made


def test_it_describes_exactly_the_routes(client: TestClient) -> None:
    document = client.get("/api/openapi.json").json()
    described = {
        (method.upper(), path) for path, methods in document["paths"].items() for method in methods
    }
    routes = {
        (method, route.path)
        for route in client.app.routes  # type: ignore[attr-defined]
        if isinstance(route, Route) and route.path.startswith("/api/")
        for method in (route.methods or ()) - {"HEAD"}
    }
    assert described == routes
    for path, methods in document["paths"].items():
        for operation in methods.values():
            named = {
                each["name"] for each in operation.get("parameters", ()) if each["in"] == "path"
            }
            assert named == set(re.findall(r"{(\w+)}", path))


def test_every_answer_is_as_it_is_described(client: TestClient) -> None:
    document = client.get("/api/openapi.json").json()
    opened = client.post("/api/documents", json={"text": FERRY, "version": 1}).json()["id"]
    article = {"text": FERRY, "name": "ferry.md"}
    calls: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
        ("GET", "/openapi.json", {}, {}),
        ("GET", "/about", {}, {}),
        ("POST", "/check", {}, {"json": article}),
        ("POST", "/check/file", {}, {"content": HTML, "params": {"name": "a.html"}}),
        ("POST", "/documents", {}, {"json": {**article, "version": 3}}),
        ("PATCH", "/documents/{id}", {"id": opened}, {"json": {"version": 2, "text": FERRY}}),
        ("GET", "/documents/{id}/findings", {"id": opened}, {"params": {"stage": "rules"}}),
        ("DELETE", "/documents/{id}", {"id": opened}, {}),
        ("POST", "/files", {}, {"content": HTML, "params": {"name": "a.html"}}),
        ("GET", "/folder", {}, {}),
        ("GET", "/folder/file", {}, {"params": {"name": "0/ferry.txt"}}),
        ("POST", "/fixes", {}, {"json": article}),
        ("POST", "/statistics", {}, {"json": article}),
        (
            "POST",
            "/quotations",
            {},
            {"json": {**article, "transcripts": [{"name": "a.txt", "data": base64(b"Ann: Yes.")}]}},
        ),
        ("GET", "/words", {}, {}),
        ("POST", "/words", {}, {"json": {"word": "Quist"}}),
        ("POST", "/words/remove", {}, {"json": {"word": "Quist"}}),
        ("GET", "/rules", {}, {}),
        ("GET", "/rules/{rule}", {"rule": "duplicates.word"}, {}),
        (
            "POST",
            "/export/file",
            {},
            {"json": {"text": "The ferry left.", "name": "a.html", "data": base64(HTML)}},
        ),
        ("POST", "/export/report", {}, {"json": article}),
    ]
    assert {(method, f"/api{path}") for method, path, _, _ in calls} == {
        (method.upper(), path) for path, methods in document["paths"].items() for method in methods
    }
    for method, path, values, sent in calls:
        operation = document["paths"][f"/api{path}"][method.lower()]
        if "json" in sent:
            body = operation["requestBody"]["content"]["application/json"]["schema"]
            demand(document, body, sent["json"])
        answer = client.request(method, f"/api{path.format(**values)}", **sent)
        assert str(answer.status_code) in operation["responses"], (path, answer.text)
        described = operation["responses"][str(answer.status_code)].get("content", {})
        if "application/json" in described:
            demand(document, described["application/json"]["schema"], answer.json())
    wrong = client.post("/api/check", json={})
    demand(document, {"$ref": "#/components/schemas/Error"}, wrong.json())


def demand(document: dict[str, Any], schema: dict[str, Any], value: Any) -> None:
    whole = {**schema, "components": document["components"]}
    errors = [error.message for error in Draft202012Validator(whole).iter_errors(value)]
    assert errors == []
