"""Posts a review with copylint's safe fixes as suggested changes to a pull request.

``INPUT_REVIEW`` names the file that ``--output review=FILE`` wrote. Comments on lines that the pull
request does not show are left out, since GitHub refuses a review that has one; so are those that
stand there already. A token that may not write is a notice, not an error: the annotations of the
check say the same.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

#: Comments in one review: GitHub refuses very large ones.
MOST = 50
PATIENCE_S = 30
_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")


def main() -> int:
    """Post the review, or say why not."""
    review = json.loads(Path(os.environ["INPUT_REVIEW"]).read_text("utf-8"))
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
    request = event.get("pull_request")
    if not request:
        return notice("suggested changes are for pull requests; this is not one")
    shown = shown_lines(request["base"]["sha"])
    comments = [each for each in review["comments"] if is_shown(each, shown)]
    address = f"/repos/{os.environ['GITHUB_REPOSITORY']}/pulls/{request['number']}"
    try:
        known = {(each["path"], each["body"]) for each in posted(address)}
        fresh = [each for each in comments if (each["path"], each["body"]) not in known][:MOST]
        if not fresh:
            return notice("no new changes to suggest at the lines of this pull request")
        body = {**review, "commit_id": request["head"]["sha"], "comments": fresh}
        call(f"{address}/reviews", body)
    except HTTPError as error:
        if error.code in (401, 403, 404, 422):
            return notice(
                f"changes are not suggested, GitHub says {error.code}; the annotations show the "
                "findings (the job needs 'pull-requests: write', which a fork's token never has)"
            )
        return notice(f"changes are not suggested: GitHub says {error.code}")
    except (URLError, OSError) as error:
        return notice(f"changes are not suggested: {error}")
    return notice(f"suggested {len(fresh)} of {len(review['comments'])} corrections")


def shown_lines(base: str) -> dict[str, set[int]]:
    """The lines of each file that the pull request shows: those changed and three around."""
    command = ["git", "-c", "core.quotePath=false", "diff", "--no-ext-diff", "--no-textconv"]
    command += ["--no-color", "--unified=3", "-z", "--name-only", f"{base}...HEAD"]
    found: dict[str, set[int]] = defaultdict(set)
    for path in filter(None, git(command).split("\0")):
        each = [part for part in command if part not in ("-z", "--name-only")]
        for line in git([*each, "--", f":(literal){path}"]).splitlines():
            hunk = _HUNK.match(line)
            if hunk:
                first, count = int(hunk[1]), int(hunk[2] or 1)
                found[path].update(range(first, first + count))
    return found


def git(command: list[str]) -> str:
    """What git prints; empty if it fails."""
    done = subprocess.run(command, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def is_shown(comment: dict[str, Any], shown: dict[str, set[int]]) -> bool:
    """Whether all lines of a comment are lines that the pull request shows."""
    first, last = comment.get("start_line", comment["line"]), comment["line"]
    return set(range(first, last + 1)) <= shown.get(comment["path"], set())


def posted(address: str) -> Iterator[dict[str, Any]]:
    """The comments that the pull request has."""
    for page in range(1, 11):
        found = call(f"{address}/comments?per_page=100&page={page}")
        yield from found
        if len(found) < 100:
            return


def call(address: str, body: dict[str, Any] | None = None) -> Any:
    """GitHub's answer."""
    request = Request(
        os.environ.get("GITHUB_API_URL", "https://api.github.com") + address,
        data=None if body is None else json.dumps(body).encode(),
        headers={
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {os.environ['INPUT_TOKEN']}",
            "Content-Type": "application/json",
            "X-GitHub-Api-Version": "2022-11-28",
        },
    )
    with urlopen(request, timeout=PATIENCE_S) as answer:
        return json.load(answer)


def notice(text: str) -> int:
    """Say something in the log and at the top of the job."""
    shown = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    print(f"::notice title=copylint::{shown}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
