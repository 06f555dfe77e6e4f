"""The sizes of all texts of a finished document, as they appear on its pages."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from math import hypot
from typing import Any

import pikepdf

# What pikepdf finds in a file has no type.
Thing = Any
Matrix = tuple[float, float, float, float]

_SHOWN = ("Tj", "TJ", "'", '"')
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0)


def text_sizes(content: bytes) -> Counter[float]:
    """Return the sizes in points, each with the number of texts in it: headers, footers and charts too."""
    found: Counter[float] = Counter()
    with pikepdf.open(BytesIO(content)) as document:
        for page in document.pages:
            _Reader(found).read(page, page.obj.Resources)
    return found


@dataclass
class _Reader:
    """The state of a page’s text (ISO 32000-1, 9.3) while its operators are read."""

    found: Counter[float]
    matrix: Matrix = _SAME
    text: Matrix = _SAME
    size: float = 0.0
    saved: list[tuple[Matrix, float]] = field(default_factory=list)

    def read(self, content: Thing, resources: Thing) -> None:
        instructions: Thing = pikepdf.parse_content_stream(content)
        for operands, operator in instructions:
            name = str(operator)
            if name in _SHOWN:
                self.found[round(self.size * _height(_product(self.text, self.matrix)), 2)] += 1
            elif name == "Do":
                self._form(resources.XObject[operands[0]])
            elif name in _STATE:
                _STATE[name](self, operands)

    def _form(self, form: Thing) -> None:
        if form.Subtype == "/Form":
            inner = _product(_matrix(form.get("/Matrix", _SAME)), self.matrix)
            _Reader(self.found, inner).read(form, form.Resources)

    def save(self, _operands: Thing) -> None:
        self.saved.append((self.matrix, self.size))

    def restore(self, _operands: Thing) -> None:
        self.matrix, self.size = self.saved.pop()

    def transform(self, operands: Thing) -> None:
        self.matrix = _product(_matrix(operands), self.matrix)

    def begin(self, _operands: Thing) -> None:
        self.text = _SAME

    def place(self, operands: Thing) -> None:
        self.text = _matrix(operands)

    def choose(self, operands: Thing) -> None:
        self.size = float(operands[1])


_STATE: dict[str, Callable[[_Reader, Thing], None]] = {
    "q": _Reader.save,
    "Q": _Reader.restore,
    "cm": _Reader.transform,
    "BT": _Reader.begin,
    "Tm": _Reader.place,
    "Tf": _Reader.choose,
}


def _matrix(operands: Thing) -> Matrix:
    a, b, c, d = (float(each) for each in list(operands)[:4])
    return a, b, c, d


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    (a, b, c, d), (e, f, g, h) = inner, outer
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h


def _height(matrix: Matrix) -> float:
    return hypot(matrix[2], matrix[3])
