"""The page of the desk: what is served, under which policy, and the editing surface it vendors."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from desk_server import client_of
from starlette.testclient import TestClient

VENDOR = files("copylint.serve.desk").joinpath("vendor")


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    return client_of(tmp_path)


def test_every_file_that_the_page_names_is_served(client: TestClient) -> None:
    page = client.get("/").text
    names = re.findall(r'(?:href|src)="(desk/[^"]+)"', page)
    assert len(names) >= 8
    scripts = [name for name in names if name.endswith(".js")]
    while scripts:
        name = scripts.pop()
        source = client.get(f"/{name}").text
        folder = name.rpartition("/")[0]
        for found in re.findall(r'^(?:import|export)?.*from "(\.[^"]+)";', source, re.MULTILINE):
            other = re.sub(r"[^/]+/\.\./", "", f"{folder}/{found}").replace("/./", "/")
            if other not in names:
                names.append(other)
                scripts.append(other)
    assert len([name for name in names if name.endswith(".js")]) >= 12
    for name in names:
        answer = client.get(f"/{name}")
        assert answer.status_code == 200, name
        assert answer.headers["x-content-type-options"] == "nosniff"
        again = client.get(f"/{name}", headers={"if-none-match": answer.headers["etag"]})
        assert again.status_code == 304


def test_the_policy_admits_no_inline_code_and_no_other_server(client: TestClient) -> None:
    first, second = client.get("/"), client.get("/")
    policy = first.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy != second.headers["content-security-policy"]
    (nonce,) = re.findall(r"'nonce-([^']+)'", policy)
    assert f'nonce="{nonce}"' in first.text
    assert not re.search(r"<script(?![^>]* src=)|<style|\son\w+=|\sstyle=", first.text)


@pytest.mark.parametrize("name", ["../desk.html", "js/../page.py", "page.py", "js/none.js", ""])
def test_nothing_else_is_served(client: TestClient, name: str) -> None:
    assert client.get(f"/desk/{name}").status_code == 404


def test_the_vendored_bundle_is_the_one_of_the_manifest() -> None:
    manifest = json.loads(VENDOR.joinpath("manifest.json").read_text("utf-8"))
    bundle = VENDOR.joinpath(manifest["bundle"]).read_bytes()
    assert hashlib.sha256(bundle).hexdigest() == manifest["sha256"]
    licences = VENDOR.joinpath("LICENCES.txt").read_text("utf-8")
    for name, about in manifest["packages"].items():
        assert f"{name} {about['version']}\n" in licences
        assert about["licence"] == "MIT"
    root = Path(__file__).parents[3]
    lock = json.loads((root / "tools" / "desk" / "package-lock.json").read_text("utf-8"))
    for name, about in manifest["packages"].items():
        locked = lock["packages"][f"node_modules/{name}"]
        assert locked["version"] == about["version"]
        assert "resolved" not in locked
