"""Copy written in each format, for the laws that all of them obey.

A format in which plain copy is not already a file has a function here that makes a file of it.
Copy is paragraphs separated by blank lines; the result must have the same paragraphs as blocks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape

from copylint.core.field_paths import Field
from copylint.formats.base import Format
from copylint.formats.lookup import all_formats

#: The field that holds the copy, in formats that have such.
FIELD = Field("body")

#: Characters that XML cannot hold, however they are written.
IMPOSSIBLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: By name of the format; all others take copy as it is.
DRESSES: dict[str, Callable[[str], str]] = {
    "docx": lambda copy: _word(copy),
    "javascript": lambda copy: _block_comments(copy),
    "latex": lambda copy: re.sub(r"([%$&#_{}\\^~])", r"\\\1", copy),
    "csv": lambda copy: 'id,body\n1,"{}"\n'.format(copy.replace('"', '""')),
    "json": lambda copy: json.dumps({"uri": "x", "versioncreated": "y", "body_text": copy}),
    "mail": lambda copy: (
        "From: Jo Brandt <jo@example.org>\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{copy}"
    ),
    "news-xml": lambda copy: (
        f"<nitf><body><body.content>{_in_xml(copy)}</body.content></body></nitf>"
    ),
    "odt": lambda copy: _open_document(copy),
    "final-draft": lambda copy: "<FinalDraft><Content>" + _script(copy) + "</Content></FinalDraft>",
    "epub": lambda copy: f"\0OPS/a.xhtml\0<html><body>{_in_xml(copy)}</body></html>",
    "idml": lambda copy: "\0Stories/Story_u1.xml\0<Story>" + _ranges(copy) + "</Story>",
    "icml": lambda copy: "<Document><Story>" + _ranges(copy) + "</Story></Document>",
    "notebook": lambda copy: json.dumps(
        {"cells": [{"cell_type": "markdown", "source": copy.splitlines(keepends=True)}]}
    ),
    "pdf": lambda copy: _page(copy),
    "po": lambda copy: _messages(copy),
    "rtf": lambda copy: _rich_text(copy),
    "python": lambda copy: _docstrings(copy),
    "subrip": lambda copy: _cues(copy, ","),
    "typescript": lambda copy: _block_comments(copy),
    "webvtt": lambda copy: "WEBVTT\n\n" + _cues(copy.replace("-->", "--&gt;"), "."),
    "xliff": lambda copy: (
        "<xliff srcLang='en'><file xml:space='preserve'><unit>"
        + _units(copy)
        + "</unit></file></xliff>"
    ),
    "yaml": lambda copy: "body: " + _in_yaml(copy) + "\n",
}


def readers() -> tuple[Format, ...]:
    """Every format, set to read the files that ``dressed`` makes."""
    return tuple(
        each.with_fields((FIELD,)) if each.has_fields and each.name != "json" else each
        for each in all_formats()
    )


def _in_xml(copy: str) -> str:
    """Paragraphs. XML has no half characters and few that control."""
    clean = re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", copy)
    return "".join(f"<p>{escape(each)}</p>" for each in re.split(r"\n\n+", clean))


def _in_yaml(copy: str) -> str:
    """A string in quotation marks. YAML has no half characters."""
    clean = re.sub("[\ud800-\udfff]", "\ufffd", copy)
    written = json.dumps(clean, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda m: f"\\u{ord(m.group()):04x}", written)


def dressed(form: Format, copy: str) -> str:
    """The source that ``copy`` is in the format."""
    return DRESSES.get(form.name, str)(copy)


def _word(copy: str) -> str:
    """The main part of a Word document; characters that XML cannot hold are left out."""
    copy = IMPOSSIBLE.sub("", copy)
    paragraphs = [
        f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
        for text in re.split(r"\n\n+", copy.strip("\n"))
    ]
    root = "w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    body = "".join(paragraphs)
    return f"\0word/document.xml\0<{root}><w:body>{body}</w:body></w:document>"


def _open_document(copy: str) -> str:
    """The content of an OpenDocument text."""
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    root = (
        f"office:document-content xmlns:office='{oasis}:office:1.0' xmlns:text='{oasis}:text:1.0'"
    )
    paragraphs = [
        f"<text:p>{escape(text)}</text:p>"
        for text in re.split(r"\n\n+", IMPOSSIBLE.sub("", copy).strip("\n"))
    ]
    body = f"<office:body><office:text>{''.join(paragraphs)}</office:text></office:body>"
    return f"\0content.xml\0<{root}>{body}</office:document-content>"


def _paragraphs(copy: str) -> list[str]:
    return re.split(r"\n\n+", copy.strip("\n"))


def _block_comments(copy: str) -> str:
    """Every paragraph as a comment."""
    return "".join(f"/* {text.replace('*/', '* /')} */\n\n" for text in _paragraphs(copy))


def _docstrings(copy: str) -> str:
    """Every paragraph as a string of its own."""
    return "".join(
        f'"""{text} """\n\n' for text in _paragraphs(copy.replace("\\", "\\\\").replace('"', '\\"'))
    )


def _cues(copy: str, point: str) -> str:
    """Every paragraph as a cue of one second, two seconds after the one before."""
    cues = []
    for number, text in enumerate(re.split(r"\n\n+", copy.strip("\n")), 1):
        shown, gone = (_clock(3 * number + each) + point + "000" for each in (0, 1))
        cues.append(f"{number}\n{shown} --> {gone}\n{text}\n\n")
    return "".join(cues)


def _messages(copy: str) -> str:
    """Every paragraph as a message."""
    written = {ord("\\"): "\\\\", ord('"'): '\\"', 10: "\\n", 13: "\\r"}
    return "".join(
        f'msgid "{text.translate(written)}"\nmsgstr ""\n\n'
        for text in re.split(r"\n\n+", copy.strip("\n"))
    )


def _units(copy: str) -> str:
    """Every paragraph as a source."""
    paragraphs = re.split(r"\n\n+", IMPOSSIBLE.sub("", copy).strip("\n"))
    return "".join(f"<segment><source>{escape(text)}</source></segment>" for text in paragraphs)


def _script(copy: str) -> str:
    """Every paragraph as action in a script."""
    paragraphs = re.split(r"\n\n+", IMPOSSIBLE.sub("", copy).strip("\n"))
    return "".join(
        f'<Paragraph Type="Action"><Text>{escape(text)}</Text></Paragraph>' for text in paragraphs
    )


def _ranges(copy: str) -> str:
    """Every paragraph as a range of InDesign."""
    paragraphs = re.split(r"\n\n+", IMPOSSIBLE.sub("", copy).strip("\n"))
    return "".join(
        "<ParagraphStyleRange><CharacterStyleRange>"
        f"<Content>{escape(text)}</Content></CharacterStyleRange></ParagraphStyleRange>"
        for text in paragraphs
    )


def _page(copy: str) -> str:
    """Every paragraph as a line of one page, whose marks are characters that no PDF gives."""
    paragraphs = re.split(r"\n\n+", re.sub("[\0-\2]", "", copy).strip("\n"))
    return "\0page 1\0" + "".join(f"\x01P\x02{text}" for text in paragraphs)


def _rich_text(copy: str) -> str:
    """Every paragraph as one of RTF."""
    paragraphs = [
        "".join(_in_rtf(each) for each in text) for text in re.split(r"\n\n+", copy.strip("\n"))
    ]
    return "{\\rtf1\\ansi\n" + "".join(f"{each}\\par\n" for each in paragraphs) + "}"


def _in_rtf(character: str) -> str:
    if character in "\\{}":
        return "\\" + character
    if character in "\r\n":
        return "\\line "
    if character.isascii():
        return character
    data = character.encode("utf-16-le", "surrogatepass")
    units = [int.from_bytes(data[at : at + 2], "little") for at in range(0, len(data), 2)]
    return "".join(f"\\u{unit}?" for unit in units)


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
