"""Converts byte offsets of UTF-8 text to code points."""

from __future__ import annotations

_STEP = 256
_CONTINUATION = bytes(range(0x80, 0xC0))


class CodePoints:
    """Turns offsets into the UTF-8 bytes of one text into offsets of its code points.

    Built in one pass; each look-up counts at most 256 bytes from the nearest mark.
    """

    __slots__ = ("_data", "_marks")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._marks: list[int] = []
        if data.isascii():
            return
        count = 0
        for at in range(0, len(data) + 1, _STEP):
            self._marks.append(count)
            count += len(data[at : at + _STEP].translate(None, _CONTINUATION))

    def __call__(self, offset: int) -> int:
        """The code point that begins at byte ``offset``."""
        if not self._marks:
            return offset
        mark, rest = divmod(offset, _STEP)
        before = self._data[offset - rest : offset]
        return self._marks[mark] + len(before.translate(None, _CONTINUATION))
