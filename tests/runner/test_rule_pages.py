"""Every rule that ships has a page, under the address that the project's metadata gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from copylint.cli.library import RunLibrary
from copylint.config.schema import Config
from copylint.core.record import replace
from copylint.runner import rule_pages
from copylint.runner.rules import all_rules


@dataclass
class Metadata:
    urls: list[str] | None

    def get_all(self, name: str) -> list[str] | None:
        assert name == "Project-URL"
        return self.urls


@pytest.fixture
def urls(monkeypatch: pytest.MonkeyPatch) -> Iterator[Metadata]:
    """The list in the package's metadata; a test may change it before it is read."""
    listed = Metadata(None)
    monkeypatch.setattr("importlib.metadata.metadata", lambda _: listed)
    rule_pages.documentation.cache_clear()
    yield listed
    rule_pages.documentation.cache_clear()


def test_a_page_has_a_path_and_no_address_while_the_documentation_has_none(urls: Metadata) -> None:
    rule = all_rules()["names.variant"]
    assert rule_pages.page_path(rule) == "reference/rules/names.variant"
    assert rule_pages.page_address(rule) == ""


@pytest.mark.parametrize("url", ["https://example.org/docs", "https://example.org/docs/"])
def test_the_address_begins_as_the_metadata_says(urls: Metadata, url: str) -> None:
    urls.urls = ["Source, https://example.org", f"Documentation, {url}"]
    page = "https://example.org/docs/reference/rules/names.variant/"
    assert rule_pages.page_address(all_rules()["names.variant"]) == page
    assert RunLibrary(Config(), []).page("names.variant") == page


def test_a_rule_of_the_house_has_no_page(urls: Metadata) -> None:
    urls.urls = ["Documentation, https://example.org"]
    ours = all_rules()["names.variant"]
    for rule in (replace(ours, id="House.Ferry"), replace(ours, summary="Ours.")):
        assert rule_pages.page_path(rule) == rule_pages.page_address(rule) == ""
