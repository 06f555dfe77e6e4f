"""An address as a QR code that a telephone’s camera reads."""

from collections.abc import Iterator, Sequence

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from app.figures.chart import Chart, DataTable, Primitive, Rectangle
from app.figures.palette import INK
from app.translations.wording import Wording

_TALL = 1.02


def draw_address_code(address: str, wording: Wording) -> Chart:
    """Build the QR code of an address: a rectangle for each run of dark modules of a row."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(address)
    code.make()
    count = code.getModuleCount()  # type: ignore[no-untyped-call]  # of types-reportlab
    drawn: list[Primitive] = []
    for row in range(count):
        dark = [bool(code.modules[row][column]) for column in range(count)]
        drawn += _runs(dark, row)
    title = wording._("Code for telephones")
    leads = wording._("It leads to %(address)s") % {"address": address}
    return Chart(float(count), float(count), tuple(drawn), title, leads, DataTable((), ()))


def _runs(dark: Sequence[bool], row: int) -> Iterator[Rectangle]:
    start = None
    for column, is_dark in enumerate((*dark, False)):
        if is_dark and start is None:
            start = column
        if not is_dark and start is not None:
            # Slightly taller than its row, because some viewers draw white lines between rectangles.
            yield Rectangle(start, row, column - start, _TALL, INK)
            start = None
