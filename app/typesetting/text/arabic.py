"""Arabic letters in the forms that their neighbours require, as characters that a font has, by HarfBuzz.

HarfBuzz shapes a font without rules for Arabic by Unicode’s presentation forms. Here it gets a font in which
the number of each glyph is the number of its character, so that it returns characters, the same ones in every
process. With the rules of Noto Sans Arabic it would return strokes and dots, which no characters stand for.
"""

import re
from functools import cache

from uharfbuzz import Blob, Buffer, BufferClusterLevel, Face, Font, FontFuncs, shape

_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d5]")
_LETTERS = (*range(0x620, 0x640), *range(0x641, 0x64B), *range(0x66E, 0x700), *range(0x750, 0x780))
_MORE_LETTERS = (*range(0x870, 0x888), *range(0x8A0, 0x8C9))
# Forms of one letter, and of lam with alef: PDF readers return the letters of other ligatures in wrong order.
_FORMS = frozenset((*range(0xFB50, 0xFBEA), *range(0xFBFC, 0xFC00), *range(0xFE80, 0xFEFD)))
_GLYPHS = _FORMS.union(range(0x600, 0x700))
_KASHIDA, _JOINER = "\u0640", "\u200d"
# HarfBuzz leaves hamza as it is, because it never joins; the document draws its isolated form.
_AFTER_SHAPING = str.maketrans({_JOINER: "", "\u0621": "\ufe80"})


def is_arabic(text: str) -> bool:
    """Return whether a text has a letter that may take several forms."""
    return _LETTER.search(text) is not None


def join_letters(text: str) -> str:
    """Return a text in logical order with each letter in its form, without joiners and non-joiners.

    For example beh, alef, beh ("باب") become U+FE91, U+FE8E, U+FE8F.
    """
    return "".join(map(_shape, _boundaries().split(text))).translate(_AFTER_SHAPING)


def _shape(text: str) -> str:
    buffer = Buffer()
    # Kashida joins on both sides like the joiner, but HarfBuzz then keeps lam and alef on its sides apart.
    buffer.add_str(text.replace(_JOINER, _KASHIDA))
    buffer.direction, buffer.script = "rtl", "Arab"
    buffer.cluster_level = BufferClusterLevel.CHARACTERS
    shape(_font(), buffer)
    glyphs = sorted((glyph.cluster, glyph.codepoint) for glyph in buffer.glyph_infos)
    return "".join(chr(number) if number in _FORMS else text[index] for index, number in glyphs)


@cache
def _boundaries() -> re.Pattern[str]:
    """Return where to split a text before shaping: at non-joiners, and at letters without a joining form."""
    letters = [chr(code) for code in (*_LETTERS, *_MORE_LETTERS) if chr(code).isalpha()]
    no_final = "".join(letter for letter in letters if _shape(_KASHIDA + letter)[1] == letter)
    no_initial = "".join(letter for letter in letters if _shape(letter + _KASHIDA)[0] == letter)
    return re.compile(f"\u200c|(?=[{no_final}])|(?<=[{no_initial}])")


@cache
def _font() -> Font:
    functions = FontFuncs()
    functions.set_nominal_glyph_func(lambda _font, code, _data: code if code in _GLYPHS else 0)
    font = Font(Face(Blob(b"")))
    font.funcs = functions
    return font
