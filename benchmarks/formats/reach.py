"""How much of the prose in documents the format readers reach, beside independent readers.

    python benchmarks/formats/reach.py FOLDER [--format md] [--each] [--words 20]

FOLDER holds archives ``md.tar.xz``, ``rst.tar.xz`` and so on. Precision is the share of
copylint's words that the independent reader has, recall the share of that reader's words that
copylint has; words are counted without their order, in lower case. Markdown and reStructuredText
are compared with pandoc, e-mail with the standard library. ``--words`` lists the words that
differ most. A document that either reader refuses is counted and left out.

Both readings are without code and mathematics, with the text of HTML blocks and with the front
matter that sites print. Of the independent reading is left out what nobody wrote or sends: tags of
templates in Markdown, the word "Note" that pandoc sets above a note, quoted replies and signatures
in e-mail. Field names of reStructuredText, tables of contents and roles with unknown names stay
differences.
"""

from __future__ import annotations

import argparse
import email
import email.policy
import html
import itertools
import json
import re
import subprocess
import tarfile
from collections import Counter
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from copylint.core.errors import InputError
from copylint.formats.decode import decode
from copylint.formats.lookup import entry_for, reader

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TAG = re.compile(
    r"<!--.*?-->|<(style|script|pre|code)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE
)
_REPLY = re.compile(r"\s*(?:(?:re|fwd?)\s*:\s*)+", re.IGNORECASE)
# What a site fills in before it parses the Markdown.
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{:.*?\}", re.DOTALL)
# Front matter that sites print.
_PRINTED = re.compile(
    r"(?:.*[_-])?(?:title|subtitle|description|excerpt|summary|abstract|lead|caption|alt(?:_text)?)"
)
_DOMAIN = re.compile(r"(?<!\w):[a-z]+(?=:[\w-]+:`)")
_ALT_OF_AUTHOR = re.compile(r"(?!image\Z)")
_UNREAD = {"Code", "CodeBlock", "Math", "RawInline", "RawBlock", "Space"}


def words(text: str) -> Counter[str]:
    """How often each word occurs, in lower case."""
    return Counter(_WORD.findall(text.replace("’", "'").lower()))


def _pandoc_text(node: Any) -> str:
    """The text in pandoc's JSON, without code and mathematics."""
    if isinstance(node, list):
        return "".join(map(_pandoc_text, node))
    if not isinstance(node, dict) or "t" not in node:
        return ""
    kind, content = node["t"], node.get("c")
    if kind == "Str":
        return str(content)
    if kind == "RawBlock" and content[0] == "html":
        return "\n" + html.unescape(_TAG.sub(" ", content[1])) + "\n"
    if kind in _UNREAD:
        return " "
    if kind in ("SoftBreak", "LineBreak"):
        return "\n"
    if kind == "Div" and content[0][1] == ["title"]:
        return ""  # "Note", which pandoc adds; a title that the author wrote has no such class
    if kind == "Image" and not _ALT_OF_AUTHOR.match(_pandoc_text(content[1])):
        return ""
    inner = _pandoc_text(content)
    inline = kind in ("Emph", "Strong", "Strikeout", "Superscript", "Subscript", "Underline")
    inline = inline or kind in ("SmallCaps", "Quoted", "Cite", "Link", "Span")
    return inner if inline else f"\n{inner}\n"


def pandoc(data: bytes, dialect: str) -> str:
    """What pandoc reads, with printed front matter. Raises ``CalledProcessError`` if it refuses."""
    command = ["pandoc", "-f", dialect, "-t", "json"]
    said = subprocess.run(command, input=data, capture_output=True, check=True, timeout=60)
    read = json.loads(said.stdout)
    return "\n".join([*_printed(read["meta"]), _pandoc_text(read["blocks"])])


def _printed(fields: dict[str, Any]) -> Iterator[str]:
    for name, value in fields.items():
        if value["t"] == "MetaMap":
            yield from _printed(value["c"])
        elif value["t"] == "MetaList":
            yield from (
                text
                for each in value["c"]
                for text in _printed(each["c"] if each["t"] == "MetaMap" else {name: each})
            )
        elif _PRINTED.fullmatch(name.lower()):
            yield str(value["c"]) if value["t"] == "MetaString" else _pandoc_text(value["c"])


def markdown(data: bytes) -> str:
    """What pandoc reads without the tags of templates."""
    source = _TEMPLATE.sub(" ", data.decode(errors="replace"))
    return pandoc(source.encode(), "gfm+footnotes+yaml_metadata_block")


def restructured(data: bytes) -> str:
    """What pandoc reads, which knows roles but not their domains."""
    source = _DOMAIN.sub("", data.decode(errors="replace"))
    return pandoc(source.encode(), "rst")


def message(data: bytes) -> str:
    """The subject and the text parts that are not attached, without quoted replies.

    The mark of a reply before the subject and what follows the mark of a signature are left
    out too, as are forwarded messages.
    """
    read = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(read, EmailMessage)
    subject = _REPLY.sub("", str(read["subject"] or ""))
    return "\n".join([subject, *map(_own_words, _text_parts(read))])


def _text_parts(part: EmailMessage) -> list[EmailMessage]:
    kind = part.get_content_type()
    if part.get_content_disposition() == "attachment":
        return []
    if kind == "multipart/alternative":
        body = part.get_body(("plain", "html"))
        return [body] if isinstance(body, EmailMessage) else []
    if part.get_content_maintype() == "multipart":
        return [text for each in part.iter_parts() for text in _text_parts(each)]
    return [part] if kind in ("text/plain", "text/html") else []


def _own_words(part: EmailMessage) -> str:
    text = str(part.get_content())
    if part.get_content_type() == "text/html":
        return html.unescape(_TAG.sub(" ", text))
    lines = itertools.takewhile(lambda line: line.rstrip() != "--", text.splitlines())
    return "\n".join(line for line in lines if not line.startswith(">"))


REFERENCES = {
    "md": markdown,
    "rst": restructured,
    "eml": message,
}


def measure(archive: Path, each: bool, shown: int) -> str:
    """A line of figures for the documents in ``archive``."""
    kind = archive.name.split(".")[0]
    common = ours = theirs = read = refused = 0
    extra: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    with tarfile.open(archive) as documents:
        for member in sorted(filter(tarfile.TarInfo.isfile, documents), key=lambda one: one.name):
            held = documents.extractfile(member)
            data = held.read() if held else b""
            try:
                document = reader(entry_for(member.name, data[:4096])).read(
                    member.name, decode(member.name, data)
                )
                other = words(REFERENCES[kind](data))
            except (InputError, subprocess.SubprocessError, LookupError, ValueError) as error:
                refused += 1
                if each:
                    print(f"  {member.name}: {type(error).__name__}")
                continue
            own = words("\n".join(document.slice(block.span) for block in document.blocks))
            both = (own & other).total()
            if each:
                print(f"  {member.name}: {both} of {own.total()}, of {other.total()}")
            common, ours, theirs = common + both, ours + own.total(), theirs + other.total()
            extra, missed, read = extra + (own - other), missed + (other - own), read + 1
    if shown:
        print("  only here:", *(f"{word} {count}" for word, count in extra.most_common(shown)))
        print("  only there:", *(f"{word} {count}" for word, count in missed.most_common(shown)))
    shares = f"{common / max(1, ours):.3f} {common / max(1, theirs):.3f}"
    return f"{kind}: precision and recall {shares}; {read} read, {refused} refused"


def main() -> None:
    """Measure the formats that were asked for."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--format", action="append", choices=REFERENCES)
    arguments.add_argument("--each", action="store_true", help="a line for each document")
    arguments.add_argument("--words", type=int, default=0, help="the words that differ most")
    chosen = arguments.parse_args()
    for kind in chosen.format or REFERENCES:
        print(measure(chosen.folder / f"{kind}.tar.xz", chosen.each, chosen.words), flush=True)


if __name__ == "__main__":
    main()
