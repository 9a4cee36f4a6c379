"""The table of configuration keys: what each means, for the documentation.

``copylint config``, the page on configuration (``tools/write_config_table.py``) and the JSON
schema (``copylint.config.json_schema``) are made from it. ``copylint.config.read`` reads the keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from copylint.config.enums import Deep, Language, TrackedChanges, ValeCompat
from copylint.core.field_paths import KINDS, MARKUPS
from copylint.core.record import field, record
from copylint.core.rule import Severity

if TYPE_CHECKING:
    from copylint.contract.engine import Setting

#: A JSON schema, or a part of one.
Schema = Mapping[str, object]

SEVERITIES = [severity.label for severity in Severity]


@record
class Key:
    """A key of the configuration.

    ``name`` has a dot between a table and a key in it. ``value`` says in words what may be
    written and ``default`` what holds if it is not set. ``help`` says what it does (backticks
    around literals), and ``more`` what only the page adds, in Markdown. ``example`` is TOML
    that sets it, and ``schema`` describes its values.
    """

    name: str
    value: str
    default: str
    help: str
    example: str
    schema: Schema = field(default_factory=dict)
    more: str = ""


def _reference(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _listed(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _one_of(values: Iterable[str]) -> Schema:
    return {"enum": list(map(str, values))}


def _quoted(values: Iterable[str]) -> str:
    return ", ".join(f'`"{value}"`' for value in values)


_SWITCH = "true or false"
_BOOLEAN: Schema = {"type": "boolean"}
_STRING: Schema = {"type": "string"}
_FILES = _listed(_STRING)
_SELECTORS = _listed(_reference("selector"))

KEYS: tuple[Key, ...] = (
    Key("root", _SWITCH, "`false`", "Read no file in the folders above.", "root = true", _BOOLEAN),
    Key(
        "language",
        _quoted(Language),
        '`"auto"`',
        "The English of the copy; `auto` decides for each document by its own evidence.",
        'language = "en-GB"',
        _one_of(Language),
    ),
    Key(
        "select",
        "list of selectors",
        "what is on by default",
        "Run these rules and no others.",
        'select = ["spelling", "names"]',
        _SELECTORS,
    ),
    Key(
        "extend-select",
        "list of selectors",
        "none",
        "Run these too.",
        'extend-select = ["readability"]',
        _SELECTORS,
    ),
    Key(
        "ignore",
        "list of selectors",
        "none",
        "Do not run these; wins over `select` and `extend-select`.",
        'ignore = ["typography.trailing-space"]',
        _SELECTORS,
    ),
    Key(
        "tracked-changes",
        _quoted(TrackedChanges),
        '`"accepted"`',
        "How changes tracked in a document are read.",
        'tracked-changes = "original"',
        _one_of(TrackedChanges),
        "See [formats](formats.md#word-and-opendocument).",
    ),
    Key(
        "format-of",
        "table: glob to format",
        "none",
        "The format of files that the glob matches, whatever their suffix; the first that matches "
        "counts.",
        '[format-of]\n"wire/*.xml" = "news-xml"',
        {"type": "object", "additionalProperties": _STRING},
        "See [formats](formats.md).",
    ),
    Key(
        "fields",
        "list of tables",
        "none",
        "What in JSON, YAML and CSV is prose.",
        '[[fields]]\nfiles = "stories/*.json"\npath = "articles[*].body"\nmarkup = "html"',
        _listed(
            {
                "type": "object",
                "required": ["files", "path"],
                "additionalProperties": False,
                "properties": {
                    "files": {
                        "description": "A glob or a list of globs.",
                        "anyOf": [_STRING, _FILES],
                    },
                    "path": {"type": "string", "description": "A path to the field."},
                    "kind": {"description": "What the text is.", **_one_of(KINDS)},
                    "markup": {"description": "What it is written in.", **_one_of(MARKUPS)},
                    "article": {
                        "type": "string",
                        "description": "The beginning of the path whose every value is an article.",
                    },
                },
            }
        ),
        "See [Data files](formats.md#data-files).",
    ),
    Key(
        "per-file-ignores",
        "table: glob to list of selectors",
        "none",
        "Rules that say nothing in some files.",
        '[per-file-ignores]\n"letters/**" = ["grammar"]',
        {"type": "object", "additionalProperties": _SELECTORS},
    ),
    Key(
        "severity",
        'table: rule, group or family to `"suggestion"`, `"warning"` or `"error"`',
        "each rule's own",
        "How much a finding matters; a rule's entry wins over its group's or family's.",
        '[severity]\nnames = "error"',
        _reference("severities"),
    ),
    Key(
        "max-file-size",
        "megabytes",
        "`16`",
        "The largest file that is read; larger ones are an error each.",
        "max-file-size = 32",
        {"type": "number", "exclusiveMinimum": 0, "maximum": 2000},
        "A file of text takes some 120 times its size in memory while it is checked.",
    ),
    Key(
        "timeout",
        "seconds",
        "`60`",
        "Processor time that one file may take. A file that takes longer is an error of its own; "
        "the others are checked.",
        "timeout = 120",
        {"type": "number", "exclusiveMinimum": 0},
        "git has as many seconds for each answer.",
    ),
    Key(
        "fail-on",
        _quoted(SEVERITIES),
        '`"warning"`',
        "The least severity that makes the exit code 1.",
        'fail-on = "error"',
        _one_of(SEVERITIES),
    ),
    Key(
        "exclude",
        "list of globs",
        "none",
        "Files and folders that a walk leaves out.",
        'exclude = ["archive/"]',
        _FILES,
    ),
    Key(
        "vocabulary.accept",
        "list of files",
        "none",
        "Files of words that are right here, one a line.",
        '[vocabulary]\naccept = ["house-words.txt"]',
        _FILES,
        "See [below](#vocabulary-files).",
    ),
    Key(
        "vocabulary.reject",
        "list of files",
        "none",
        "Files of words that must not be printed, one a line.",
        '[vocabulary]\nreject = ["never.txt"]',
        _FILES,
        "See [below](#vocabulary-files).",
    ),
    Key(
        "names",
        "list of names, or of tables with `name` and `rejected`",
        "none",
        "Names as the house prints them, and spellings that it does not.",
        'names = ["Orla Quist", { name = "Bo Tarn", rejected = ["Beau Tarn"] }]',
        _listed(
            {
                "anyOf": [
                    _STRING,
                    {
                        "type": "object",
                        "required": ["name"],
                        "additionalProperties": False,
                        "properties": {
                            "name": {"type": "string", "description": "The house's spelling."},
                            "rejected": {
                                "description": "Spellings that are not printed.",
                                **_FILES,
                            },
                        },
                    },
                ]
            }
        ),
    ),
    Key(
        "memory",
        "a file",
        "none",
        "What the house has printed: names are compared with it.",
        'memory = "house.memory"',
        _STRING,
        "See [the memory](../guides/archive.md#memory).",
    ),
    Key(
        "grammar",
        'an engine, a list of engines, or `"none"`',
        '`"none"`',
        "Who checks grammar beside copylint's own rules: `deep`, `harper`, `languagetool`. "
        '`"off"` and `[]` mean `"none"`.',
        'grammar = "harper"',
        {"anyOf": [_reference("engine"), _listed(_reference("engine"))]},
        "See [grammar engines](engines.md).",
    ),
    Key(
        "deep",
        _quoted(Deep),
        '`"auto"`',
        "How the deep check runs: on every article where it is installed, with its gate "
        "(`auto`); without the gate, as if `grammar` named it (`full`, once called `always`); "
        "not at all, even if `grammar` names it (`never`).",
        'deep = "never"',
        _one_of((*Deep, "always")),
        "See [the deep check](../explanation/deep.md#the-gate).",
    ),
    Key(
        "deep-gate",
        _SWITCH,
        "`false`",
        'The gate also where `deep` is `"full"` or `grammar` names the deep check: it reads only '
        "sentences that look doubtful to a smaller network.",
        "deep-gate = true",
        _BOOLEAN,
        "See [the deep check](../explanation/deep.md#the-gate).",
    ),
    Key(
        "packs",
        "list of folders",
        "none",
        "Folders of the house's rules. A rule of theirs replaces one of copylint's of the same "
        "name.",
        'packs = ["rules"]',
        _FILES,
        "See [the rule language](rule-language.md).",
    ),
    Key(
        "vale",
        "a file",
        "none",
        "A `.vale.ini` whose rules run as well, as Vale would run them.",
        'vale = ".vale.ini"',
        _STRING,
        "See [Vale](rule-language.md#vale).",
    ),
    Key(
        "vale-compat",
        _quoted(ValeCompat),
        '`"meant"`',
        "Whether Vale's rules mean what their authors meant or what Vale does.",
        'vale-compat = "strict"',
        _one_of(ValeCompat),
    ),
    Key(
        "baseline",
        "a file",
        "none",
        "Accepted findings, which are left out.",
        'baseline = "copylint-baseline.json"',
        _STRING,
        "See [only new findings](../guides/changes.md#accepted-findings).",
    ),
    Key(
        "strict-engines",
        _SWITCH,
        "`false`",
        "An engine that fails ends the run with exit code 2.",
        "strict-engines = true",
        _BOOLEAN,
    ),
    Key(
        "cache",
        _SWITCH,
        "`true`",
        "Keep results from run to run.",
        "cache = false",
        _BOOLEAN,
        "See [speed](../explanation/speed.md).",
    ),
    Key(
        "warm",
        _SWITCH,
        "`false`",
        "Have a worker stay between runs.",
        "warm = true",
        _BOOLEAN,
        "See [speed](../explanation/speed.md).",
    ),
    Key(
        'rules."<rule>"',
        "table of the rule's options",
        "each option's own",
        "Options of a rule; `copylint explain RULE` lists them.",
        '[rules."readability.grade"]\nmax = 12',
        _reference("options"),
    ),
)


def engine_keys(engine: str, settings: Sequence[Setting]) -> tuple[Key, ...]:
    """The keys of an engine's own table."""
    return tuple(
        Key(
            f"{engine}.{each.name}",
            _worded(each.default),
            _literal(each.default),
            each.help,
            f"[{engine}]\n{each.name} = {_toml(each.default)}",
            of_type(each.default),
        )
        for each in settings
    )


def of_type(default: bool | int | float | str | tuple[str, ...]) -> Schema:
    """The schema of values of the same type as ``default``."""
    if isinstance(default, bool):
        return _BOOLEAN
    if isinstance(default, int):
        return {"type": "integer"}
    if isinstance(default, float):
        return {"type": "number"}
    return _STRING if isinstance(default, str) else _FILES


def _worded(default: object) -> str:
    if isinstance(default, bool):
        return _SWITCH
    if isinstance(default, (int, float)):
        return "a number"
    return "text" if isinstance(default, str) else "list of strings"


def _literal(default: object) -> str:
    return f"`{_toml(default)}`" if default or isinstance(default, (bool, int, float)) else "none"


def _toml(value: object) -> str:
    import json

    # JSON writes these values as TOML does.
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
