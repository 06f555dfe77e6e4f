"""The colour space of a document: sRGB, as an ICC profile.

The profile is built here byte by byte, because those of imaging libraries contain the time of their creation.
"""

from functools import cache
from struct import pack

# IEC 61966-2-1, adapted to the profile connection space’s D50: X, Y and Z of white, red, green and blue.
_WHITE = (0.9642, 1.0, 0.8249)
_RED = (0.4360747, 0.2225045, 0.0139322)
_GREEN = (0.3850649, 0.7168786, 0.0971045)
_BLUE = (0.1430804, 0.0606169, 0.7141733)
# A parametric curve of type 3: gamma, a, b, c, d.
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_NAME = "sRGB IEC61966-2.1"
_HEADER = 128
_ENTRY = 12


@cache
def srgb_profile() -> bytes:
    """Return the profile, ICC version 4.2, for the output intent (ISO 19005-3, 6.2.3)."""
    curve = b"para" + bytes(4) + pack(">HH", 3, 0) + b"".join(map(_fixed, _CURVE))
    tags = [
        (b"desc", _words(_NAME)),
        (b"cprt", _words("No copyright, use freely")),
        (b"wtpt", _colour(_WHITE)),
        (b"rXYZ", _colour(_RED)),
        (b"gXYZ", _colour(_GREEN)),
        (b"bXYZ", _colour(_BLUE)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    start = _HEADER + 4 + _ENTRY * len(tags)
    table, data = pack(">I", len(tags)), b""
    for signature, content in tags:
        table += signature + pack(">II", start + len(data), len(content))
        data += content + bytes(-len(content) % 4)
    return _header(start + len(data)) + table + data


def _header(size: int) -> bytes:
    made = pack(">6H", 2000, 1, 1, 0, 0, 0)
    head = pack(">I4sI4s4s4s", size, bytes(4), 0x04200000, b"mntr", b"RGB ", b"XYZ ") + made + b"acsp"
    rendering = bytes(4 * 4 + 8 + 4)  # platform, flags, maker, model, attributes, perceptual intent
    return (head + rendering + b"".join(map(_fixed, _WHITE))).ljust(_HEADER, b"\0")


def _fixed(value: float) -> bytes:
    return pack(">i", round(value * 65536))


def _colour(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(map(_fixed, values))


def _words(words: str) -> bytes:
    content = words.encode("utf-16-be")
    return b"mluc" + bytes(4) + pack(">II2s2sII", 1, _ENTRY, b"en", b"US", len(content), 28) + content
