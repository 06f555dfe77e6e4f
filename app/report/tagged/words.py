"""Text whose runs belong to structure elements."""

from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.textobject import PDFTextObject

from app.report.tagged.elements import Element
from app.report.tagged.errors import StructureError

if TYPE_CHECKING:
    from app.report.tagged.canvas import TaggedCanvas


class TaggedText(PDFTextObject):
    """ReportLab’s text object with marked content within (ISO 32000-1, 14.6)."""

    _canvas: "TaggedCanvas"
    _code: list[str]
    _formatText: Any  # noqa: N815  # ReportLab’s name
    marked = False
    _inside = False

    def begin(self, element: Element) -> None:
        """Let the words from here on belong to an element; raises StructureError inside another run."""
        if self._inside:
            raise StructureError("Marked content stands inside marked content (ISO 14289-1, 7.1)")
        self.marked = self._inside = True
        self._code.append(self._canvas.mark(element))

    def textOut(self, text: str) -> None:  # noqa: N802  # ReportLab’s name
        """Write text at the place set last; whoever writes on sets the next place, for none is worked out."""
        self._code.append(self._formatText(text))

    def end(self) -> None:
        """End the element’s run."""
        self._inside = False
        self._code.append("EMC")
