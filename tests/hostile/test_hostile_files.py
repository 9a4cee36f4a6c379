"""Paths that are not files, never end or lead elsewhere, in every place where one is read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from attack import Run, article, assert_harmless, copylint

if os.name == "nt":
    pytest.skip("no pipes and devices in folders there", allow_module_level=True)

SECRET = "zebra-token-4711"

Lay = Callable[[Path], None]


def zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def kernel(path: Path) -> None:
    path.symlink_to("/proc/self/environ")


def waiting(path: Path) -> None:
    path.symlink_to("/proc/kmsg")


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1_000_000_000)


KINDS = (zero, pipe, kernel, waiting, circle, sparse)
# Links that git stores, so that a pull request can hold them.
LINKS = (zero, kernel, waiting)


def run_check(folder: Path, *options: str) -> Run:
    (folder / ".git").mkdir(exist_ok=True)
    return copylint(
        "check", "-q", "-j", "1", *options, "articles", cwd=folder, env={"HOUSE_TOKEN": SECRET}
    )


def lines_of(text: str, *parts: str) -> list[str]:
    return [line for line in text.splitlines() if all(part in line for part in parts)]


@pytest.mark.parametrize("options", [(), ("--isolated",)])
def test_ignore_files(tmp_path: Path, options: tuple[str, ...]) -> None:
    for name in (".copylintignore", ".gitignore"):
        for lay in KINDS:
            folder = tmp_path / "articles" / name[1:] / lay.__name__
            article(folder)
            lay(folder / name)
    run = run_check(tmp_path, *options)
    assert_harmless(run)
    assert run.code == 2
    assert SECRET not in run.all
    for name in (".copylintignore", ".gitignore"):
        for lay in KINDS:
            place = f"articles/{name[1:]}/{lay.__name__}/"
            assert lines_of(run.out, place, "recieved")
            told = lines_of(run.err, f"{place}{name}", "cannot read")
            assert len(told) == (lay is not circle)


@pytest.mark.parametrize("lay", LINKS)
def test_a_configuration(tmp_path: Path, lay: Lay) -> None:
    folder = tmp_path / "articles"
    for name in ("copylint.toml", ".copylint.toml", "pyproject.toml"):
        article(folder)
        lay(folder / name)
        folder /= "sub"
    run = copylint("check", "-q", "-j", "1", str(folder.parent), cwd=tmp_path, env={"A": SECRET})
    assert_harmless(run)
    assert SECRET not in run.all
    assert len(run.err.splitlines()) <= 3


@pytest.mark.parametrize("lay", KINDS)
def test_a_configuration_that_is_named(tmp_path: Path, lay: Lay) -> None:
    article(tmp_path / "articles")
    lay(tmp_path / "house.toml")
    run = run_check(tmp_path, "--config", "house.toml")
    assert_harmless(run)
    assert run.code == 2
    assert SECRET not in run.all
    assert len(run.err.splitlines()) == 1


def test_word_lists(tmp_path: Path) -> None:
    article(tmp_path / "articles")
    for lay in KINDS:
        lay(tmp_path / lay.__name__)
    names = [lay.__name__ for lay in KINDS]
    (tmp_path / "copylint.toml").write_text(
        f"vocabulary.accept = {names}\nvocabulary.reject = {names}\n"
    )
    run = run_check(tmp_path)
    assert_harmless(run)
    assert run.code == 2
    assert SECRET not in run.all
    for name in names:
        assert len(lines_of(run.err, "cannot read the word list", f"'{name}'")) == 2


def test_packs(tmp_path: Path) -> None:
    article(tmp_path / "articles")
    for lay in KINDS:
        pack = tmp_path / "packs" / lay.__name__.title()
        pack.mkdir(parents=True)
        (pack / "Good.yml").write_text("extends: existence\nmessage: no\ntokens: [letter]\n")
        lay(pack / "Rule.yml")
        if lay is not pipe:
            lay(pack / "pack.yaml")
    (tmp_path / "copylint.toml").write_text('packs = ["packs"]\n')
    run = run_check(tmp_path)
    assert_harmless(run)
    assert run.code == 2
    assert SECRET not in run.all
    for lay in KINDS:
        name = lay.__name__.title()
        assert len(lines_of(run.err, f"packs/{name}/Rule.yml: cannot read")) == 1
        assert lines_of(run.out, f"{name}.Good")


@pytest.mark.parametrize("lay", KINDS)
def test_a_baseline(tmp_path: Path, lay: Lay) -> None:
    article(tmp_path / "articles")
    lay(tmp_path / "it")
    run = run_check(tmp_path, "--baseline", "it")
    assert_harmless(run)
    assert run.code == 2
    assert SECRET not in run.all
    assert len(run.err.splitlines()) == 1


@pytest.mark.parametrize("lay", KINDS)
def test_files_that_a_vale_style_names(tmp_path: Path, lay: Lay) -> None:
    article(tmp_path / "articles")
    config = tmp_path / "styles" / "config"
    for inner in ("dictionaries", "ignore", "vocabularies/House"):
        (config / inner).mkdir(parents=True)
    lay(config / "dictionaries" / "bad.dic")
    (config / "dictionaries" / "half.dic").write_text("1\nquist\n")
    lay(config / "dictionaries" / "half.aff")
    lay(config / "ignore" / "bad.txt")
    lay(config / "vocabularies" / "House" / "accept.txt")
    (tmp_path / "styles" / ".vale-config").mkdir()
    lay(tmp_path / "styles" / ".vale-config" / "more.ini")
    house = tmp_path / "styles" / "House"
    house.mkdir()
    lay(house / "Rule.yml")
    for name in ("bad", "half"):
        (house / f"{name.title()}.yml").write_text(
            f"extends: spelling\nmessage: no\ndictionaries: [{name}]\nignore: [{name}.txt]\n"
        )
    (tmp_path / ".vale.ini").write_text(
        "StylesPath = styles\nVocab = House\n[*]\nBasedOnStyles = House, Vale\n"
    )
    (tmp_path / "copylint.toml").write_text('vale = ".vale.ini"\n')
    run = run_check(tmp_path)
    assert_harmless(run)
    assert "recieved" in run.out
    assert SECRET not in run.all


@pytest.mark.parametrize("lay", KINDS)
def test_an_article(tmp_path: Path, lay: Lay) -> None:
    article(tmp_path / "articles")
    lay(tmp_path / "articles" / "leak.md")
    for paths in (("articles",), ("articles/leak.md", "articles/story.md")):
        run = copylint("check", "-q", "-j", "1", *paths, cwd=tmp_path, env={"A": SECRET})
        assert_harmless(run)
        assert "recieved" in run.out
        assert SECRET not in run.all
        assert len(run.err.splitlines()) <= 2


def lay_secret(tmp_path: Path, text: str, suffix: str) -> Path:
    outside = tmp_path / "outside"
    outside.mkdir()
    secret = outside / f"secret{suffix}"
    secret.write_text(text)
    return secret


@pytest.mark.parametrize("where", ["articles/copylint.toml", "articles/pyproject.toml"])
def test_a_configuration_that_leads_elsewhere_is_not_quoted(tmp_path: Path, where: str) -> None:
    secret = lay_secret(tmp_path, f"copylint {SECRET}:x\n", ".toml")
    project = tmp_path / "project"
    article(project / "articles")
    (project / where).symlink_to(secret)
    run = run_check(project)
    assert_harmless(run)
    assert run.code == 2
    assert SECRET not in run.all
    assert "leads out of" in run.err


@pytest.mark.parametrize("text", [f"{SECRET}:x", f'"{SECRET}" = 1', f'fail-on = "{SECRET}"'])
def test_a_linked_configuration_is_not_quoted(tmp_path: Path, text: str) -> None:
    """A link inside the project: to a file that is kept out of the repository, say."""
    article(tmp_path / "articles")
    (tmp_path / ".env").write_text(text)
    (tmp_path / "articles" / "copylint.toml").symlink_to("../.env")
    run = run_check(tmp_path)
    assert_harmless(run)
    assert run.code == 2
    assert SECRET not in run.all
    assert "articles/copylint.toml:1" in run.err


@pytest.mark.parametrize("how", ["file", "folder", "path"])
def test_a_pack_that_leads_elsewhere_is_not_quoted(tmp_path: Path, how: str) -> None:
    secret = lay_secret(tmp_path, f"extends: [{SECRET}\n{SECRET}: 1\n", ".yml")
    project = tmp_path / "project"
    article(project / "articles")
    named = "Pack"
    if how == "file":
        (project / "Pack").mkdir()
        (project / "Pack" / "A.yml").symlink_to(secret)
    elif how == "folder":
        (project / "Pack").symlink_to(secret.parent)
    else:
        named = str(secret.parent)
    (project / "copylint.toml").write_text(f'packs = ["{named}"]\n')
    run = run_check(project)
    assert_harmless(run)
    assert run.code == 2
    assert SECRET not in run.all


def test_a_vale_ini_that_is_anything_is_not_quoted(tmp_path: Path) -> None:
    secret = lay_secret(tmp_path, f"{SECRET}\n", ".json")
    project = tmp_path / "project"
    article(project / "articles")
    (project / "copylint.toml").write_text(f'vale = "{secret}"\n')
    run = run_check(project)
    assert_harmless(run)
    assert SECRET not in run.all
    assert "secret.json:1:1" in run.err


def test_folders_of_a_pack_that_lead_in_circles(tmp_path: Path) -> None:
    article(tmp_path / "articles")
    pack = tmp_path / "Pack"
    pack.mkdir()
    for name in ("a", "b", "c"):
        (pack / name).symlink_to(".")
    (tmp_path / "copylint.toml").write_text('packs = ["Pack"]\n')
    run = run_check(tmp_path)
    assert_harmless(run)
    assert run.code == 1


@pytest.mark.parametrize("where", ["articles/.copylintignore", "articles/.gitignore", "config"])
def test_a_glob_that_could_be_tried_in_many_ways(tmp_path: Path, where: str) -> None:
    article(tmp_path / "articles")
    article(tmp_path / "articles", "a" * 200 + ".md")
    glob = "*a" * 20 + "b"
    if where == "config":
        (tmp_path / "copylint.toml").write_text(f'exclude = ["{glob}"]\n')
    else:
        (tmp_path / where).write_text(f"{glob}\n[z-a]\n[\n")
    run = run_check(tmp_path)
    assert_harmless(run)
    assert len(lines_of(run.out, "recieved")) == 2
