"""Fetch LanguageTool's jars with Maven, for `grammar = ["languagetool"]`.

    python tools/fetch_languagetool.py [FOLDER] [--version 6.8]

Uses ``mvn`` as it stands on this machine, with the user's own settings, so it works behind
a company's mirror. Resolves ``languagetool-server`` and ``language-en`` with everything
that they need into FOLDER (default: where copylint looks for them) and writes
``languagetool-server.jar`` there, an empty jar that names the others as its class path.
Needs Maven 3 and, to run the server, Java 17. About 250 MB.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from copylint.engines.languagetool.jars import JAR, own_folder

PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>copylint</groupId><artifactId>languagetool-jars</artifactId><version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.languagetool</groupId><artifactId>languagetool-server</artifactId>
      <version>{version}</version>
    </dependency>
    <dependency>
      <groupId>org.languagetool</groupId><artifactId>language-en</artifactId>
      <version>{version}</version>
    </dependency>
  </dependencies>
</project>
"""
# A line of a manifest holds 72 bytes at most; longer ones go on after a space (JAR File
# Specification, "Notes on Manifest and Signature Files").
MANIFEST_LINE = 72


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=own_folder())
    parser.add_argument("--version", default="6.8")
    parser.add_argument("--mvn", default="mvn", help="the Maven command")
    options = parser.parse_args()
    maven = shutil.which(options.mvn)
    if maven is None:
        print(f"{options.mvn} is not installed", file=sys.stderr)
        return 2
    folder: Path = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as work:
        jars = Path(work) / "jars"
        pom = Path(work) / "pom.xml"
        pom.write_text(POM.format(version=options.version), encoding="utf-8")
        command = [maven, "-B", "-q", "-f", str(pom), PLUGIN, f"-DoutputDirectory={jars}"]
        if subprocess.run([*command, "-DincludeScope=runtime"], check=False).returncode:
            print("Maven could not fetch LanguageTool; see above", file=sys.stderr)
            return 2
        put_in_place(jars, folder)
    print(folder / JAR)
    return 0


def put_in_place(jars: Path, folder: Path) -> None:
    """Move the fetched jars into ``folder`` and write the jar that names them."""
    libraries = folder / "libs"
    shutil.rmtree(libraries, ignore_errors=True)
    jars.rename(libraries)
    names = sorted(f"libs/{jar.name}" for jar in libraries.glob("*.jar"))
    unfinished = folder / (JAR + ".part")
    with zipfile.ZipFile(unfinished, "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", manifest(names))
    unfinished.replace(folder / JAR)


def manifest(class_path: list[str]) -> str:
    """The text of a manifest whose class path is ``class_path``, relative to the jar."""
    lines = ["Manifest-Version: 1.0"]
    entry = "Class-Path: " + " ".join(class_path)
    while entry:
        lines.append(entry[:MANIFEST_LINE])
        entry = " " + entry[MANIFEST_LINE:] if len(entry) > MANIFEST_LINE else ""
    return "\r\n".join(lines) + "\r\n\r\n"


if __name__ == "__main__":
    sys.exit(main())
