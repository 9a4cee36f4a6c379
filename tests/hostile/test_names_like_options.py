"""Files whose names read like options, in what a hook or a shell passes on."""

from __future__ import annotations

from hostile_desk import Desk


def test_a_name_that_reads_like_an_option_is_not_obeyed(desk: Desk) -> None:
    desk.write("story.md", "The the pier is shut.\n")
    desk.write("evil.md", 'ignore = ["all"]\n')
    desk.write("--config=evil.md", "Fine.\n")
    desk.write("--output=markdown=pwned.md", "Fine.\n")
    names = ("--config=evil.md", "--output=markdown=pwned.md", "evil.md", "story.md")
    refused = desk.run("check", "-q", *names)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "copylint: '--config=evil.md' is an option and the name of a file here; put '--' before "
        "the names of files\n"
    )
    checked = desk.run("check", "-q", "--grammar", "off", "--", *names)
    assert checked.code == 1
    assert "story.md:1:1 warning duplicates.word" in checked.out
    assert not (desk.folder / "pwned.md").exists()


def test_a_file_called_like_the_end_of_options_does_not_end_them(desk: Desk) -> None:
    desk.write("--", "Fine.\n")
    desk.write("--config=evil.md", 'ignore = ["all"]\n')
    assert desk.run("check", "-q", "--config=evil.md", "--", "articles").code == 2
    assert desk.run("check", "-q", "--", "--config=evil.md", "articles").code == 2
