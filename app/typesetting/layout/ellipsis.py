"""Words that may take so many lines and no more."""

from bisect import bisect
from dataclasses import replace

from app.typesetting.layout.paragraph import Paragraph


def truncate(prose: Paragraph, width: float, most: int) -> Paragraph:
    """Give a paragraph that takes at most so many lines at a width in points: cut, it ends in an ellipsis."""
    words, room = prose.plain_text, most * prose.style.leading
    if prose.height(width) <= room:
        return prose

    def cut_to(length: int) -> Paragraph:
        return replace(prose, words=_cut(words, length), wording_only=False)

    def height(length: int) -> float:
        return cut_to(length).height(width)

    return cut_to(bisect(range(1, len(words)), room, key=height))


def _cut(words: str, length: int) -> str:
    return f"{words[:length].rstrip()}…"
