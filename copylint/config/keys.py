"""The table of configuration keys: what each means, for the documentation.

``copylint config``, the page on configuration (``tools/write_config_table.py``) and the JSON
schema (``copylint.config.json_schema``) are made from it. ``copylint.config.read`` reads the keys.
"""

from __future__ import annotations

from copylint.config.enums import Deep, Language, TrackedChanges, ValeCompat
from copylint.config.key import (
    BOOLEAN,
    FILES,
    SELECTORS,
    SEVERITIES,
    STRING,
    SWITCH,
    Key,
    listed,
    one_of,
    quoted,
    reference,
)
from copylint.core.field_paths import KINDS, MARKUPS

KEYS: tuple[Key, ...] = (
    Key("root", SWITCH, "`false`", "Read no file in the folders above.", "root = true", BOOLEAN),
    Key(
        "language",
        quoted(Language),
        '`"auto"`',
        "The English of the copy; `auto` decides for each document by its own evidence.",
        'language = "en-GB"',
        one_of(Language),
    ),
    Key(
        "select",
        "list of selectors",
        "what is on by default",
        "Run these rules and no others.",
        'select = ["spelling", "names"]',
        SELECTORS,
    ),
    Key(
        "extend-select",
        "list of selectors",
        "none",
        "Run these too.",
        'extend-select = ["readability"]',
        SELECTORS,
    ),
    Key(
        "ignore",
        "list of selectors",
        "none",
        "Do not run these; wins over `select` and `extend-select`.",
        'ignore = ["typography.trailing-space"]',
        SELECTORS,
    ),
    Key(
        "tracked-changes",
        quoted(TrackedChanges),
        '`"accepted"`',
        "How changes tracked in a document are read.",
        'tracked-changes = "original"',
        one_of(TrackedChanges),
        "See [formats](formats.md#word-and-opendocument).",
    ),
    Key(
        "format-of",
        "table: glob to format",
        "none",
        "The format of files that the glob matches, whatever their suffix; the first that matches "
        "counts.",
        '[format-of]\n"wire/*.xml" = "news-xml"',
        {"type": "object", "additionalProperties": STRING},
        "See [formats](formats.md).",
    ),
    Key(
        "fields",
        "list of tables",
        "none",
        "What in JSON, YAML and CSV is prose.",
        '[[fields]]\nfiles = "stories/*.json"\npath = "articles[*].body"\nmarkup = "html"',
        listed(
            {
                "type": "object",
                "required": ["files", "path"],
                "additionalProperties": False,
                "properties": {
                    "files": {
                        "description": "A glob or a list of globs.",
                        "anyOf": [STRING, FILES],
                    },
                    "path": {"type": "string", "description": "A path to the field."},
                    "kind": {"description": "What the text is.", **one_of(KINDS)},
                    "markup": {"description": "What it is written in.", **one_of(MARKUPS)},
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
        {"type": "object", "additionalProperties": SELECTORS},
    ),
    Key(
        "severity",
        'table: rule, group or family to `"suggestion"`, `"warning"` or `"error"`',
        "each rule's own",
        "How much a finding matters; a rule's entry wins over its group's or family's.",
        '[severity]\nnames = "error"',
        reference("severities"),
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
        quoted(SEVERITIES),
        '`"warning"`',
        "The least severity that makes the exit code 1.",
        'fail-on = "error"',
        one_of(SEVERITIES),
    ),
    Key(
        "exclude",
        "list of globs",
        "none",
        "Files and folders that a walk leaves out.",
        'exclude = ["archive/"]',
        FILES,
    ),
    Key(
        "vocabulary.accept",
        "list of files",
        "none",
        "Files of words that are right here, one a line.",
        '[vocabulary]\naccept = ["house-words.txt"]',
        FILES,
        "See [below](#vocabulary-files).",
    ),
    Key(
        "vocabulary.reject",
        "list of files",
        "none",
        "Files of words that must not be printed, one a line.",
        '[vocabulary]\nreject = ["never.txt"]',
        FILES,
        "See [below](#vocabulary-files).",
    ),
    Key(
        "names",
        "list of names, or of tables with `name` and `rejected`",
        "none",
        "Names as the house prints them, and spellings that it does not.",
        'names = ["Orla Quist", { name = "Bo Tarn", rejected = ["Beau Tarn"] }]',
        listed(
            {
                "anyOf": [
                    STRING,
                    {
                        "type": "object",
                        "required": ["name"],
                        "additionalProperties": False,
                        "properties": {
                            "name": {"type": "string", "description": "The house's spelling."},
                            "rejected": {
                                "description": "Spellings that are not printed.",
                                **FILES,
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
        "What the house has printed: names and terms are compared with it.",
        'memory = "house.memory"',
        STRING,
        "See [the memory](../guides/archive.md#memory).",
    ),
    Key(
        "against",
        "a file",
        "none",
        "An index of what was printed, as `copylint archive duplicates` writes it: captions and "
        "paragraphs are looked up in it.",
        'against = "printed.sqlite"',
        STRING,
        "See [what was printed before](../guides/archive.md#what-was-printed-before).",
    ),
    Key(
        "grammar",
        'an engine, a list of engines, or `"none"`',
        '`"none"`',
        "Who checks grammar beside copylint's own rules: `deep`, `harper`, `languagetool`. "
        '`"off"` and `[]` mean `"none"`.',
        'grammar = "harper"',
        {"anyOf": [reference("engine"), listed(reference("engine"))]},
        "See [grammar engines](engines.md).",
    ),
    Key(
        "deep",
        quoted(Deep),
        '`"auto"`',
        "How the deep check runs: on every article where it is installed, with its gate "
        "(`auto`); without the gate, as if `grammar` named it (`full`, once called `always`); "
        "not at all, even if `grammar` names it (`never`).",
        'deep = "never"',
        one_of((*Deep, "always")),
        "See [the deep check](../explanation/deep.md#the-gate).",
    ),
    Key(
        "deep-gate",
        SWITCH,
        "`false`",
        'The gate also where `deep` is `"full"` or `grammar` names the deep check: it reads only '
        "sentences that look doubtful to a smaller network.",
        "deep-gate = true",
        BOOLEAN,
        "See [the deep check](../explanation/deep.md#the-gate).",
    ),
    Key(
        "packs",
        "list of folders",
        "none",
        "Folders of the house's rules. A rule of theirs replaces one of copylint's of the same "
        "name.",
        'packs = ["rules"]',
        FILES,
        "See [the rule language](rule-language.md).",
    ),
    Key(
        "vale",
        "a file",
        "none",
        "A `.vale.ini` whose rules run as well, as Vale would run them.",
        'vale = ".vale.ini"',
        STRING,
        "See [Vale](rule-language.md#vale).",
    ),
    Key(
        "vale-compat",
        quoted(ValeCompat),
        '`"meant"`',
        "Whether Vale's rules mean what their authors meant or what Vale does.",
        'vale-compat = "strict"',
        one_of(ValeCompat),
    ),
    Key(
        "baseline",
        "a file",
        "none",
        "Accepted findings, which are left out.",
        'baseline = "copylint-baseline.json"',
        STRING,
        "See [only new findings](../guides/changes.md#accepted-findings).",
    ),
    Key(
        "strict-engines",
        SWITCH,
        "`false`",
        "An engine that fails ends the run with exit code 2.",
        "strict-engines = true",
        BOOLEAN,
    ),
    Key(
        "cache",
        SWITCH,
        "`true`",
        "Keep results from run to run.",
        "cache = false",
        BOOLEAN,
        "See [speed](../explanation/speed.md).",
    ),
    Key(
        "warm",
        SWITCH,
        "`false`",
        "Have a worker stay between runs.",
        "warm = true",
        BOOLEAN,
        "See [speed](../explanation/speed.md).",
    ),
    Key(
        'rules."<rule>"',
        "table of the rule's options",
        "each option's own",
        "Options of a rule; `copylint explain RULE` lists them.",
        '[rules."readability.grade"]\nmax = 12',
        reference("options"),
    ),
)
