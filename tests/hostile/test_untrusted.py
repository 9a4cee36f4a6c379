"""``--untrusted``: files of a pull request cannot change how it is checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile_desk import Desk

STORY = "They recieved the the letter. It was very nice.\n\nThe wierd boat is back.\n"
FOUND = [
    "articles/new.md spelling.unknown 'recieved' is not a word; did you mean 'received'?",
    "articles/new.md duplicates.word 'the' is doubled.",
    "articles/new.md house.Nice The house does not print 'very nice'.",
]
NOT_USED = "not used: the copy cannot decide how it is checked"


@pytest.fixture(autouse=True)
def story(desk: Desk) -> None:
    desk.write("articles/new.md", STORY)


def test_the_configuration_is_the_base_s(desk: Desk) -> None:
    clean = desk.untrusted("articles")
    assert (clean.code, clean.findings, clean.err) == (1, FOUND, "")
    for name in ("copylint.toml", "articles/copylint.toml", "articles/.copylint.toml"):
        desk.write(name, 'ignore = ["all"]\n')
    desk.write("articles/pyproject.toml", '[tool.copylint]\nignore = ["all"]\n')
    assert desk.check("articles").findings == []
    ran = desk.untrusted("articles")
    assert (ran.code, ran.findings) == (1, FOUND)
    assert ran.err.splitlines() == [
        f"copylint: copylint.toml: {NOT_USED}",
        f"copylint: articles/.copylint.toml: {NOT_USED}",
        f"copylint: articles/copylint.toml: {NOT_USED}",
        f"copylint: articles/pyproject.toml: {NOT_USED}",
    ]


def test_a_pyproject_of_somebody_else_is_nobody_s_trick(desk: Desk) -> None:
    desk.write("articles/pyproject.toml", "[project]\nname = 'ferry'\n")
    assert desk.untrusted("articles").err == ""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("words.txt", "recieved\n"),
        ("house/Nice.yml", "extends: existence\nmessage: x\ntokens: [nothing]\n"),
        ("accepted.json", '{"version": 1, "findings": []}'),
        (".copylintignore", "*\n"),
    ],
)
def test_what_the_configuration_names_is_the_base_s(desk: Desk, name: str, text: str) -> None:
    desk.write(name, text)
    ran = desk.untrusted("articles")
    assert (ran.code, ran.findings) == (1, FOUND)
    assert ran.err == f"copylint: {name}: {NOT_USED}\n"


def test_a_pack_that_is_deleted_runs(desk: Desk) -> None:
    (desk.folder / "house/Nice.yml").unlink()
    (desk.folder / "copylint.toml").unlink()
    assert desk.untrusted("articles").findings == FOUND


def test_ignore_files_are_the_base_s(desk: Desk) -> None:
    desk.write("articles/.copylintignore", "*\n")
    desk.write(".gitignore", "*.md\n")
    desk.write("articles/x.draft.md", "The the pier.\n")
    assert "nothing" not in desk.untrusted("articles").err
    ran = desk.untrusted("articles")
    assert ran.findings == FOUND
    assert ran.err.splitlines() == [
        f"copylint: .gitignore: {NOT_USED}",
        f"copylint: articles/.copylintignore: {NOT_USED}",
        "copylint: articles/x.draft.md: not checked: excluded by the configuration or one of its "
        "ignore files (3 words)",
    ]


def test_suppressions_are_listed_and_hide_nothing(desk: Desk) -> None:
    desk.write("articles/new.md", "<!-- copylint-disable-file -->\n" + STORY)
    desk.write("articles/sic.md", "They recieved [sic] it.\n")
    ran = desk.untrusted("articles")
    assert ran.findings[:3] == FOUND
    assert ran.findings[3].startswith("articles/sic.md spelling.unknown")
    assert ran.err.splitlines() == [
        "copylint: articles/new.md: ignored: copylint-disable-file in line 1, which would hide "
        "3 findings",
        "copylint: articles/sic.md: ignored: [sic] in line 1, which would hide 1 finding",
    ]


def test_a_folder_in_which_nothing_is_checked_does_not_pass(desk: Desk) -> None:
    desk.write("articles/archive/x.md", "The the pier.\n")
    ran = desk.untrusted("articles/archive", "articles")
    assert ran.code == 2
    assert "copylint: articles/archive: nothing in this folder is checked\n" in ran.err
    assert ran.findings == FOUND
    trusted = desk.check("articles/archive")
    assert trusted.code == 0
    assert "no articles" in desk.run("check", "articles/archive", "articles").err


def test_links_are_not_followed(desk: Desk, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The the secret token abc123.\n")
    desk.link("articles/leak.txt", str(secret))
    desk.link("articles/inside.md", "old.md")
    ran = desk.untrusted("articles")
    assert ran.findings == FOUND
    assert "abc123" not in ran.out + ran.err
    assert ran.err.splitlines() == [
        f"copylint: articles/{name}: not checked: this is a link, which is not followed"
        for name in ("inside.md", "leak.txt")
    ]
    named = desk.untrusted("articles/leak.txt")
    assert (named.code, named.out) == (2, "")
    desk.link("linked", "articles")
    for path in ("linked", "linked/new.md"):
        named = desk.untrusted(path)
        assert (named.code, named.out) == (2, "")
        assert named.err == f"copylint: {path}: this is a link, which is not followed\n"


def test_a_link_that_leads_out_is_refused_in_any_run(desk: Desk, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The the secret token abc123.\n")
    desk.link("articles/leak.txt", str(secret))
    desk.link("articles/inside.md", "new.md")
    for path in ("articles", "articles/leak.txt"):
        ran = desk.check(path)
        assert ran.code == 2
        assert "abc123" not in ran.out + ran.err
        assert f"leads out of {desk.folder}; use --follow to have it checked" in ran.err
    assert "leak.txt" in desk.check("--follow", "articles").out
    assert desk.check("--no-follow", "articles").code == 1


def test_unread_files_are_reported(desk: Desk) -> None:
    desk.write("articles/.hidden.md", "The the pier.\n")
    desk.write("articles/node_modules/x.md", "The the pier.\n")
    desk.write("articles/x.xyz", "The the pier.\n")
    (desk.folder / "articles/x.png").write_bytes(b"\x89PNG\0")
    desk.write("articles/a.html", '<p>Fine.</p><p translate="no">They recieved the the it.</p>\n')
    desk.write("articles/b.md", "Fine.\n\n```\nteh teh teh\n```\n")
    desk.write("articles/c.html", '<html lang="de"><p>They recieved it.</p></html>\n')
    ran = desk.untrusted("articles")
    assert ran.findings == FOUND
    what = "(code, data, text marked as hidden, not to be translated or in another language)"
    assert ran.err.splitlines() == [
        "copylint: articles/.hidden.md: not checked: hidden (3 words)",
        "copylint: articles/node_modules: not checked: hidden (1 file)",
        "copylint: articles/x.xyz: not checked: copylint reads no format with this suffix "
        "(3 words)",
        "copylint: not checked: 1 file (.png)",
        f"copylint: articles/a.html: not checked: 5 words outside the prose {what}",
        f"copylint: articles/b.md: not checked: 3 words outside the prose {what}",
        f"copylint: articles/c.html: not checked: 3 words outside the prose {what}",
    ]


def test_only_files_that_a_pull_request_touches_are_reported(desk: Desk) -> None:
    (desk.folder / "articles/new.md").unlink()
    desk.git("checkout", "--quiet", "main")
    desk.write("articles/.old-hidden.md", "The the pier.\n")
    desk.commit("hidden")
    desk.git("update-ref", "refs/remotes/origin/main", "HEAD")
    desk.git("checkout", "--quiet", "pull")
    desk.git("merge", "--quiet", "main")
    desk.write("articles/new.md", STORY)
    desk.link("articles/leak.txt", "/etc/passwd")
    desk.write("articles/.new-hidden.md", "The the pier.\n")
    desk.commit("pull")
    ran = desk.untrusted("--since", "origin/main", "articles")
    assert ran.findings == FOUND
    assert ran.err.splitlines() == [
        "copylint: articles/.new-hidden.md: not checked: hidden (3 words)",
        "copylint: articles/leak.txt: not checked: this is a link, which is not followed",
    ]


def test_a_configuration_file_of_the_copy_is_refused(desk: Desk, tmp_path: Path) -> None:
    inside = desk.check("--untrusted", "--config", "copylint.toml", "articles")
    assert (inside.code, inside.out) == (2, "")
    assert "among the files that are checked" in inside.err
    mine = tmp_path / "house.toml"
    mine.write_text('ignore = ["duplicates"]\n')
    outside = desk.check("--untrusted", "--config", str(mine), "articles/new.md")
    assert [each.split(" ")[1] for each in outside.findings] == ["spelling.unknown"] * 2
    mine.write_text(f'vocabulary.accept = ["{desk.folder}/words.txt"]\n')
    naming = desk.check("--untrusted", "--config", str(mine), "articles/new.md")
    assert naming.code == 2
    assert "among the files that are checked" in naming.err
    mine.write_text("")
    baseline = ["--baseline", "accepted.json"]
    accepted = desk.check("--untrusted", "--config", str(mine), *baseline, "articles")
    assert accepted.code == 2
    assert "cannot use this baseline" in accepted.err


def test_untrusted_alone_uses_no_configuration(desk: Desk) -> None:
    ran = desk.check("--untrusted", "articles/new.md")
    assert [each.split(" ")[1] for each in ran.findings] == [
        "spelling.unknown",
        "duplicates.word",
        "spelling.unknown",
    ]


def test_a_base_names_nothing_outside_its_tree(desk: Desk, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("recieved\n")
    desk.git("checkout", "--quiet", "main")
    desk.write("copylint.toml", f'vocabulary.accept = ["{words}", "../words.txt"]\n')
    desk.commit("words elsewhere")
    ran = desk.check("--config-from", "main", "articles")
    assert ran.code == 2
    assert "main:copylint.toml:1:22: cannot use" in ran.err
    assert ran.err.count("it is not in the revision that the configuration comes from") == 2


def test_links_in_the_tree_of_the_base_are_followed_in_it(desk: Desk) -> None:
    desk.git("checkout", "--quiet", "main")
    desk.git("mv", "words.txt", "list.txt")
    desk.link("words.txt", "list.txt")
    desk.git("mv", "house", "rules")
    desk.link("house", "rules")
    desk.commit("links")
    ran = desk.check("--config-from", "main", "articles")
    assert (ran.code, ran.findings) == (1, FOUND)


def test_dictionaries_of_a_rule_are_the_base_s(desk: Desk) -> None:
    desk.git("checkout", "--quiet", "main")
    desk.write(
        "house/Words.yml",
        "extends: spelling\nmessage: \"'%s' is in no list.\"\nignore:\n  - lists/known.txt\n",
    )
    desk.write("lists/known.txt", "zyzzling\n")
    desk.commit("a rule of spelling")
    desk.write("lists/known.txt", "frobbly\n")
    desk.write("articles/new.md", "The zyzzling frobbly pier is shut.\n")
    ran = desk.check("--config-from", "main", "--select", "house.Words", "articles/new.md")
    assert ran.findings == ["articles/new.md house.Words 'frobbly' is in no list."]


def test_styles_of_vale_s_are_the_base_s_and_no_comment_silences_them(desk: Desk) -> None:
    desk.git("checkout", "--quiet", "main")
    desk.write("copylint.toml", 'vale = ".vale.ini"\n')
    desk.write(".vale.ini", "StylesPath = styles\n[*.md]\nBasedOnStyles = House\n")
    desk.write("styles/House/Nice.yml", (desk.folder / "house/Nice.yml").read_text())
    desk.commit("vale")
    desk.git("update-ref", "refs/remotes/origin/main", "HEAD")
    desk.write(".vale.ini", "")
    desk.write("articles/new.md", "<!-- vale off -->\n\nIt was very nice.\n")
    ran = desk.untrusted("articles/new.md")
    assert ran.findings == ["articles/new.md House.Nice The house does not print 'very nice'."]
    assert "ignored: vale in line 1" in ran.err


def test_a_subfolder_has_the_configuration_of_the_folders_above(desk: Desk) -> None:
    desk.git("checkout", "--quiet", "main")
    desk.write("articles/copylint.toml", 'ignore = ["duplicates"]\n')
    desk.commit("inner")
    desk.git("update-ref", "refs/remotes/origin/main", "HEAD")
    desk.write("articles/copylint.toml", 'ignore = ["all"]\n')
    assert desk.untrusted("new.md", cwd="articles").findings == [
        each.removeprefix("articles/") for each in (FOUND[0], FOUND[2])
    ]


def test_larger_files_than_two_megabytes_are_refused(desk: Desk) -> None:
    desk.write("articles/new.md", "The pier is shut. " * 120_000)
    ran = desk.untrusted("articles/new.md")
    assert ran.code == 2
    assert "larger than 2 MB" in ran.err
    desk.git("checkout", "--quiet", "main")
    desk.write("copylint.toml", "max-file-size = 16\nselect = ['names']\n")
    desk.commit("larger")
    desk.git("update-ref", "refs/remotes/origin/main", "HEAD")
    assert desk.untrusted("articles/new.md").err == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--config-from", "main", "--isolated"), "--config-from"),
        (("--config-from", "main", "--config", "copylint.toml"), "--config-from"),
        (("--untrusted", "--follow"), "--untrusted"),
        (("--untrusted", "--vale"), "--untrusted"),
        (("--untrusted", "--fix"), "--fix"),
    ],
)
def test_senseless_options_are_refused(desk: Desk, words: tuple[str, ...], said: str) -> None:
    desk.write(".vale.ini", "")
    ran = desk.check(*words, "articles")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_revision_that_is_not_there(desk: Desk) -> None:
    ran = desk.check("--config-from", "nowhere", "articles")
    assert (ran.code, ran.err) == (2, "copylint: git knows no commit 'nowhere' here\n")


def test_single_switches(desk: Desk) -> None:
    desk.write("articles/.copylintignore", "new.md\n")
    assert desk.check("articles").findings == []
    assert desk.check("--no-ignore-files", "articles").findings == FOUND
    desk.write("articles/new.md", "<!-- copylint-disable-file -->\n" + STORY)
    ran = desk.run("check", "--no-inline", "--no-ignore-files", "--format", "jsonl", "articles")
    assert ran.code == 1
    assert "ignored: copylint-disable-file in line 1" in ran.err


def test_stats_and_baseline_obey(desk: Desk) -> None:
    desk.write("articles/.copylintignore", "*\n")
    trust = ["--untrusted", "--config-from", "origin/main"]
    ran = desk.run("stats", *trust, "articles")
    assert "articles/new.md" in ran.out
    assert f"articles/.copylintignore: {NOT_USED}" in ran.err
    ran = desk.run("baseline", *trust, "--baseline", "new.json", "articles")
    assert "(4 new, 0 dropped)" in ran.out


def test_nothing_is_left_behind(desk: Desk, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    trust = ["--untrusted", "--config-from", "origin/main"]
    assert desk.run("check", *trust, "articles", TMPDIR=str(temporary)).code == 1
    assert list(temporary.glob("copylint-*")) == []
