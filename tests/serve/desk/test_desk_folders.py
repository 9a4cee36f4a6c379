"""Files below the folders that the server was started for, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_server import FERRY, client_of
from starlette.testclient import TestClient


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "paper"
    (made / "news").mkdir(parents=True)
    (made / "news" / "ferry.txt").write_text(FERRY, "utf-8")
    (made / ".hidden").mkdir()
    (made / ".hidden" / "note.txt").write_text("hidden", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (made / "out.txt").symlink_to(tmp_path / "secret.txt")
    (made / "away").symlink_to(tmp_path)
    return made


@pytest.fixture
def client(folder: Path) -> Iterator[TestClient]:
    with client_of(folder) as made:
        yield made


def test_files_are_listed_and_opened(client: TestClient) -> None:
    listed = client.get("/api/folder").json()
    (file,) = listed["files"]
    assert (file["name"], file["path"], file["folder"]) == (
        "0/news/ferry.txt",
        "news/ferry.txt",
        "paper",
    )
    opened = client.get("/api/folder/file", params={"name": file["name"]}).json()
    assert (opened["name"], opened["text"]) == ("ferry.txt", FERRY)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "0",
        "0/",
        "1/news/ferry.txt",
        "-1/news/ferry.txt",
        "²/news/ferry.txt",
        "0/../secret.txt",
        "0/news/../../secret.txt",
        "0/./news/ferry.txt",
        "0//etc/passwd",
        "/etc/passwd",
        "0/news\\..\\..\\secret.txt",
        "0/out.txt",
        "0/away/secret.txt",
        "0/.hidden/note.txt",
        "0/news/ferry.txt\0.md",
        "0/news",
        "0/nothing.txt",
        "0/" + "a" * 5000,
    ],
)
def test_no_name_leads_elsewhere(client: TestClient, name: str) -> None:
    answer = client.get("/api/folder/file", params={"name": name})
    assert answer.status_code in (403, 404)
    assert "secret" not in answer.text
    body = {"file": name, "text": "x", "name": "x.txt"}
    assert client.post("/api/export/file", json=body).status_code in (403, 404)


def test_without_folders_nothing_is_listed_or_opened(tmp_path: Path) -> None:
    from copylint.serve.app import create_app
    from copylint.serve.settings import ServeSettings

    with TestClient(create_app(ServeSettings()), base_url="http://localhost:8484") as client:
        assert client.get("/api/folder").json() == {"files": [], "more": False}
        assert client.get("/api/folder/file?name=0/pyproject.toml").status_code == 404
