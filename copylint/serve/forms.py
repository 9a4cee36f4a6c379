"""Reads the parameters of a request from its query and from a form in its body."""

from __future__ import annotations

from urllib.parse import parse_qsl

from copylint.serve.replies import Refusal

# LanguageTool's API has some thirty parameters.
_MOST_FIELDS = 200
_OTHER_TYPES = ("multipart/", "application/json")


def parameters(query: bytes, body: bytes, content_type: str) -> dict[str, str]:
    """The parameters by name; those in the body override those in the query.

    Raises ``Refusal`` for a body that is not a form in UTF-8.
    """
    if body and content_type.lower().startswith(_OTHER_TYPES):
        kind = content_type.partition(";")[0]
        raise Refusal(415, f"the body must be application/x-www-form-urlencoded, not {kind}")
    return _fields(query, "query") | _fields(body, "body")


def _fields(data: bytes, what: str) -> dict[str, str]:
    if not data:
        return {}
    try:
        pairs = parse_qsl(
            data.decode("utf-8"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except UnicodeDecodeError:
        raise Refusal(400, f"the {what} is not UTF-8") from None
    except ValueError:
        raise Refusal(400, f"the {what} has more than {_MOST_FIELDS} parameters") from None
    return dict(pairs)
