"""``copylint vale``: turns a Vale configuration into one for copylint."""

from __future__ import annotations

import sys

from copylint.cli.exits import CLEAN, FAILED, complain
from copylint.cli.option_table import CommandOptions, flag, path_argument


class ImportOptions(CommandOptions):
    """The options of ``copylint vale import``."""

    ini = path_argument("FILE", None, help="The .vale.ini to import. Default: the nearest one.")
    write = flag("--write", help="Write copylint.toml beside it instead of showing it.")


def import_(options: ImportOptions) -> int:
    """Turn a .vale.ini into a configuration for copylint, and list what is lost.

    The rules stay where they are: copylint reads Vale's styles.
    """
    from copylint.core.errors import ConfigError
    from copylint.packs.vale.convert import convert_ini
    from copylint.packs.vale.find import find_ini

    path = options.ini.absolute() if options.ini is not None else find_ini()
    if path is None:
        raise ConfigError("there is no .vale.ini in this folder or above it")
    made = convert_ini(path, path.parent)
    files = {"copylint.toml": made.toml, **made.files}
    if options.write:
        taken = [name for name in files if (path.parent / name).exists()]
        if taken:
            complain(f"{', '.join(taken)}: already there; nothing was written")
            return FAILED
        for name, text in files.items():
            (path.parent / name).write_text(text, encoding="utf-8")
            sys.stdout.write(f"wrote {name}\n")
    else:
        sys.stdout.write(made.toml)
        for name, text in made.files.items():
            sys.stdout.write(f"\n# {name}\n{text}")
    for each in made.lost:
        complain(f"not carried over: {each}")
    return CLEAN
