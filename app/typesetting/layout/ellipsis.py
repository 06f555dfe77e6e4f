"""Paragraphs cut to a number of lines."""

from bisect import bisect
from dataclasses import replace

from app.typesetting.layout.paragraph import Paragraph


def truncate(paragraph: Paragraph, width: float, most: int) -> Paragraph:
    """Return a paragraph cut to a number of lines at a width in points; a cut one ends in “…”."""
    words, room = paragraph.plain_text, most * paragraph.style.leading
    if paragraph.height(width) <= room:
        return paragraph

    def cut_to(length: int) -> Paragraph:
        return replace(paragraph, words=_cut(words, length), wording_only=False)

    def height(length: int) -> float:
        return cut_to(length).height(width)

    return cut_to(bisect(range(1, len(words)), room, key=height))


def _cut(words: str, length: int) -> str:
    return f"{words[:length].rstrip()}…"
