"""Text in the cells of XLSX and ODS: what XML can hold of it, and how many lines it takes."""

from bisect import bisect_right
from unicodedata import east_asian_width

_WIDE = ("W", "F")
# Programs refuse a whole file for one of these two, which are no characters. ``clean`` drops the other ones.
_NOT_IN_XML = str.maketrans("", "", "\ufffe\uffff")


def xml_text(text: str) -> str:
    """Return a clean text without the code points that XML does not allow."""
    return text.translate(_NOT_IN_XML)


def count_lines(text: str, width: int) -> int:
    """Return the lines of a text that is wrapped between words to a width in characters, at least 1."""
    return sum(_lines_of_paragraph(paragraph, width) for paragraph in text.split("\n"))


def cut_lines(text: str, width: int, most: int) -> tuple[str, ...]:
    """Return a text in as many parts of at most ``most`` lines as it takes, cut between words; at least one.

    The space or line end at a cut is left out.
    """
    if count_lines(text, width) <= most:
        return (text,)
    spaces = [place for place, letter in enumerate(text) if letter in " \n"]
    # A text that begins with a longer word is cut where the lines are full.
    for places, left_out in ((spaces, 1), (range(1, len(text)), 0)):
        fitting = bisect_right(places, most, key=lambda place: count_lines(text[:place], width))
        if fitting:
            cut = places[fitting - 1]
            return (text[:cut], *cut_lines(text[cut + left_out :], width, most))
    return (text,)


def _lines_of_paragraph(paragraph: str, width: int) -> int:
    lines, used = 1, 0
    for word in paragraph.split(" "):
        length = len(word) if word.isascii() else sum(1 + (east_asian_width(c) in _WIDE) for c in word)
        if used and used + 1 + length > width:
            lines, used = lines + 1, 0
        # A word that is longer than a line is cut.
        whole, rest = divmod(length, width) if length > width else (0, length)
        lines, used = lines + whole, (used + 1 if used else 0) + rest
    return lines
