"""The place of LanguageTool's jars, and their explicit download."""

from __future__ import annotations

import os
from pathlib import Path

from copylint.cache.folder import cache_folder
from copylint.core.errors import EngineError

#: The jar that starts the server.
JAR = "languagetool-server.jar"
#: Names the folder of the jars, for language-tool-python and for us.
FOLDER_VARIABLE = "LTP_JAR_DIR_PATH"
#: What ``download`` fetches, in millions of bytes.
DOWNLOAD_MEGABYTES = 259

_REMEDY = (
    "run 'copylint languagetool install', or set LTP_JAR_DIR_PATH to a folder with "
    f"{JAR}, or set languagetool.url to a server"
)


def own_folder() -> Path:
    """The folder in which copylint keeps LanguageTool, by the platform's custom."""
    return cache_folder() / "languagetool"


def find_jars() -> Path:
    """The folder that holds ``JAR``.

    ``LTP_JAR_DIR_PATH`` decides if it is set; else copylint's cache folder, then that of
    language-tool-python. Raises ``EngineError`` with the remedy if there is none.
    """
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        if (Path(named) / JAR).is_file():
            return Path(named)
        raise EngineError("languagetool", f"{FOLDER_VARIABLE} is {named}, a folder without {JAR}")
    own = own_folder()
    for folder in (own, *_versions(own), *_versions(own.parents[1] / "language_tool_python")):
        if (folder / JAR).is_file():
            return folder
    raise EngineError("languagetool", f"not installed; {_REMEDY}")


def _versions(folder: Path) -> list[Path]:
    """The unpacked releases in ``folder``, the newest first."""
    return sorted(folder.glob("LanguageTool-*"), key=_version, reverse=True)


def _version(folder: Path) -> list[int]:
    return [int(part) for part in folder.name.split("-")[1].split(".") if part.isdigit()]


def download() -> Path:
    """Download LanguageTool into ``own_folder`` and return the folder of its jars.

    The only place that downloads anything; call it only when the user has said yes.
    language-tool-python fetches the release and compares its checksum. Raises
    ``EngineError``.
    """
    folder = own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    kept = {name: os.environ.pop(name, None) for name in ("LTP_PATH", FOLDER_VARIABLE)}
    os.environ["LTP_PATH"] = str(folder)
    try:
        from language_tool_python.download_lt import LocalLanguageTool

        release = LocalLanguageTool.from_version_name()
        release.download()
        return Path(release.get_jar_path()).parent
    except (Exception, SystemExit) as error:
        raise EngineError("languagetool", f"cannot be downloaded: {error}") from error
    finally:
        for name, value in kept.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
