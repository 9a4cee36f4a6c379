"""The files that ``copylint init`` writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copylint.cli.init_source import HookSource

CONFIG = "copylint.toml"
WORDS = "copylint-words.txt"
HOOKS = ".pre-commit-config.yaml"
GITHUB = ".github/workflows/copylint.yml"
GITLAB = ".gitlab-ci.yml"

_CONFIG = """\
# copylint: settings for the copy in this folder and the folders in it.
# Nothing needs to be set; a line that begins with '#' shows a setting's default or an example.

# The English of the copy; "auto" decides for each article by its own evidence.
{language}

# Rules: 'copylint rules' lists them, 'copylint explain RULE' tells what one finds.
# extend-select = ["readability"]
# ignore = ["typography.trailing-space"]

# The least severity that makes a run fail: "suggestion", "warning" or "error".
# fail-on = "warning"

# Files and folders that are not checked, written as in a .gitignore.
# exclude = ["archive/"]

# Names as the house prints them; {{ name = "…", rejected = ["…"] }} lists other spellings.
{names}

[vocabulary]
# Words that are right here, one a line, and words that must not be printed.
{accept}
# reject = ["never.txt"]

[per-file-ignores]
# "letters/**" = ["grammar"]
"""

_CONFIRM = "# The articles have these: take the '#' off those that are right.\n"
_WORDS = """\
# Words of this house, one a line. The articles have these, and no dictionary does: take the '#'
# off those that are right.
"""

_HOOKS = """\
repos:
  - repo: {repository}
    rev: "{revision}"
    hooks:
      # - id: copylint-fix  # corrects what is certain, before the check
      - id: copylint
"""

_WORKFLOW = """\
# Checks the articles of each pull request: notes at the changed lines, a summary of the job.
name: copylint
on:
  pull_request:
permissions:
  contents: read
jobs:
  copylint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with:
          fetch-depth: 0
      - uses: actions/setup-python@v6
        with:
          python-version: "3.12"
      - run: pip install "{requirement}"
      # The configuration of the base branch, whatever the pull request brings along.
      - run: >-
          copylint check --untrusted --config-from "origin/$GITHUB_BASE_REF"
          --since "origin/$GITHUB_BASE_REF" --format github
"""

_GITLAB_JOB = """\
copylint:
  image: python:3.12
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - pip install "{requirement}"
    # The configuration of the target branch, whatever the merge request brings along.
    - git fetch --depth=1 origin "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
    - copylint check --untrusted --config-from FETCH_HEAD --output gitlab=copylint.json
  artifacts:
    when: always
    reports:
      codequality: copylint.json
"""


def config(language: str, names: Sequence[str], *, words: bool) -> str:
    """``copylint.toml`` with the language filled in, and names as comments to confirm."""
    listed = "".join(f"    # {_string(name)},\n" for name in names)
    return _CONFIG.format(
        language=f'language = "{language}"' if language else '# language = "auto"',
        names=f"{_CONFIRM}names = [\n{listed}]" if names else '# names = ["Orla Quist"]',
        accept=f'accept = ["{WORDS}"]' if words else f'# accept = ["{WORDS}"]',
    )


def words(found: Sequence[str]) -> str:
    """The house's word list, its words as comments to confirm."""
    return _WORDS + "".join(f"# {word}\n" for word in found)


def hooks(source: HookSource) -> str:
    """``.pre-commit-config.yaml`` of a repository that has none."""
    return _HOOKS.format(repository=source.repository, revision=source.revision)


def workflow(source: HookSource) -> str:
    """The workflow for GitHub Actions."""
    return _WORKFLOW.format(requirement=source.requirement)


def gitlab_job(source: HookSource) -> str:
    """The job to add to a repository's jobs in GitLab."""
    return _GITLAB_JOB.format(requirement=source.requirement)


def _string(text: str) -> str:
    """``text`` as a basic string of TOML."""
    from copylint.report.finding_record import to_json

    return to_json(text)
