"""ReportLab’s canvas, whose content belongs to structure elements or is an artifact."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFPage

from app.typesetting.tagged import tags
from app.typesetting.tagged.attachments import Attachment
from app.typesetting.tagged.catalog import finish_catalog
from app.typesetting.tagged.compact_canvas import CompactCanvas
from app.typesetting.tagged.elements import AnnotationReference, Element, ElementScope, MarkedContent
from app.typesetting.tagged.errors import StructureError
from app.typesetting.tagged.font_embedding import embed_fonts
from app.typesetting.tagged.links import (
    AnnotationWriter,
    Destination,
    LinkAnnotation,
    Target,
    format_destination,
)
from app.typesetting.tagged.metadata import DocumentInformation
from app.typesetting.tagged.outline import Bookmark
from app.typesetting.tagged.syntax import reference
from app.typesetting.tagged.tags import Box, Tag
from app.typesetting.tagged.text_elements import text_element
from app.typesetting.tagged.text_operators import TextOperators
from app.typesetting.tagged.tree import StructureTree

# The operators that draw something visible.
_PAINTING = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "ET", "EI"))
_CAPTIONED = ("Table", "Figure", "L", "TOC")


class TaggedCanvas(CompactCanvas):
    """A canvas for PDF/UA-1 and PDF/A-3a.

    What is drawn inside ``marked`` belongs to the element that is open at that time. Everything else is an
    artifact (ISO 14289-1, 7.1), so that running headers, rules and backgrounds need no marking. The order of
    drawing is the reading order. All measures are in points.
    """

    # What the stubs of ReportLab leave out, under ReportLab’s names.
    _pageNumber: int  # noqa: N815  ReportLab’s name

    def __init__(
        self,
        file: IO[bytes],
        information: DocumentInformation,
        *,
        pagesize: tuple[float, float],
        attachments: Sequence[Attachment] = (),
    ) -> None:
        """Begin a document."""
        self._root = Element(tags.DOCUMENT)
        self._open = [self._root]
        self._all_marks: list[list[Element]] = []
        self._link_elements: list[Element] = []
        self._caption: Element | None = None
        self._bookmarks: list[Bookmark] = []
        self._links: list[tuple[int, LinkAnnotation]] = []
        self._link_targets: dict[str, tuple[int, float]] = {}
        self._marked = self._artifact = False
        self._information = information
        self._attachments = attachments
        super().__init__(file, pagesize=pagesize, invariant=1)

    def element(self, *path: Tag, reopen: bool = False) -> ElementScope:
        """Open an element inside the open one, and each next one of the path inside it; return the innermost.

        With ``reopen`` the last child of the open element is opened again if it is of the same kind, so that
        what continues on the next page stays one element. A list is always reopened, because its items may be
        drawn one by one. A caption is put into the table, figure or list that is drawn next.
        """
        depth = len(self._open)
        for tag in path:
            last = self._open[-1].last if reopen or tag.kind == "L" else None
            found = last if last is not None and last.tag.kind == tag.kind else self._new(tag)
            self._open.append(found)
        return ElementScope(self._open, depth)

    def _new(self, tag: Tag) -> Element:
        if tag.kind == "Caption" and not self._artifact:
            self._caption = Element(tag)
            return self._caption
        element = Element(tag, self._open[-1])
        if self._caption and tag.kind in _CAPTIONED:
            self._caption.parent = element
            element.kids.append(self._caption)
            self._caption = None
        return element

    @contextmanager
    def marked(self) -> Iterator[None]:
        """Mark content as part of the open element; raise StructureError inside marked content."""
        self._mark_artifacts()
        self._code.append(self.mark(self._open[-1]))
        self._marked = True
        yield
        self._marked = False
        self._code.append("EMC")
        self._marked_until = len(self._code)

    @contextmanager
    def heading(self, level: int, title: str, top: float, key: str | None = None) -> Iterator[Element]:
        """Open a section with its heading, and enter it in the outline under the same title.

        ``level`` is 1 to 3. ``top`` is the height on the page that the bookmark leads to, ``key`` the name
        that links use. The section ends where the next one of its level or above begins. Raises
        StructureError if a level is skipped (ISO 14289-1, 7.4.2), or inside another element.
        """
        if level > len(self._open):
            raise StructureError(f"The heading “{title}” skips a level (ISO 14289-1, 7.4.2)")
        if any(each.tag is not tags.SECTION for each in self._open[1:]):
            raise StructureError(f"The heading “{title}” stands inside another element")
        del self._open[level:]
        self._open.append(Element(tags.SECTION, self._open[-1]))
        self._bookmarks.append(Bookmark(level, title, self._pageNumber - 1, top))
        if key:
            self.add_destination(key, top)
        with self.element(tags.HEADINGS[level]) as element:
            yield element

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark content as an artifact, whatever elements are opened: for example a repeated header."""
        self._artifact = True
        self._open.append(Element(tags.PARAGRAPH))
        yield
        self._open.pop()
        self._artifact = False

    def link(self, element: Element, box: Box, contents: str, target: Target) -> None:
        """Add a link over a box; ``contents`` is what a screen reader says.

        Raises StructureError if the element is not of the kind Link, or without contents (ISO 14289-1,
        7.18.5).
        """
        if element.tag.kind != "Link" or not contents:
            raise StructureError("A link needs its element and its contents (ISO 14289-1, 7.18.5)")
        number = self._document.reserve(1)
        self._links.append((number, LinkAnnotation(box, contents, target)))
        self._page_links.append(reference(number))
        self._link_elements.append(element)
        element.kids.append(AnnotationReference(self._pageNumber - 1, number))

    def add_destination(self, key: str, top: float) -> None:
        """Add a height of the page as a destination that links can name."""
        self._link_targets[key] = self._pageNumber - 1, top

    def mark(self, element: Element) -> str:
        """Return the operator that begins marked content of an element on the page.

        Raises StructureError inside marked content.
        """
        if self._marked:
            raise StructureError("Marked content stands inside marked content (ISO 14289-1, 7.1)")
        if self._artifact:
            return "/Artifact BMC"
        number = len(self._marks)
        self._marks.append(element)
        element.kids.append(MarkedContent(self._pageNumber - 1, number))
        return f"/{element.tag.kind}<</MCID {number}>>BDC"

    def write(self, words: TextOperators, x: float, y: float) -> None:
        """Draw text of the open element; each passage of a kind of its own has an element inside it."""
        self._mark_artifacts()
        holder = self._open[-1]
        self._go_on(words, x, y)
        for passage in words.passages:
            element = text_element(holder, passage.kind)
            self._code.append(self.mark(element))
            self._write_passage(passage)
            self._code.append("EMC")
            if target := passage.kind.target:
                contents = (isinstance(target, Destination) and target.spoken_text) or passage.words
                for left, bottom, right, top in passage.boxes:
                    box = (x + left, y + bottom, x + right, y + top)
                    self.link(element, box, contents, target)
        self._code.append("ET")
        self._marked_until = len(self._code)

    def draw_repeated(self, name: str, draw: Callable[[], None]) -> None:
        """Draw content that is the same on many pages; it is an artifact on each."""
        self._mark_artifacts()
        saved, self._marked_until = self._marked_until, 0
        super().draw_repeated(name, draw)
        self._marked_until = saved

    def beginForm(self, *_: Any, **__: Any) -> None:  # noqa: N802, ANN401  # ReportLab’s name
        """Raise StructureError: the marked content of a form belongs to no page."""
        raise StructureError("Forms are not supported")

    def showPage(self) -> None:  # noqa: N802  # ReportLab’s name
        """End the page."""
        self._mark_artifacts()
        self._draw_rules()
        self._mark_artifacts()
        super().showPage()

    def save(self) -> None:
        """Write the file; raise StructureError if a caption has no table or figure."""
        if self._caption:
            raise StructureError("A caption has no table or figure")
        if self._code:
            self.showPage()
        pages = [self._document.number(f"Page{number}") for number in range(1, self._pageNumber)]
        places = {
            key: format_destination(pages[page], top) for key, (page, top) in self._link_targets.items()
        }
        shared = AnnotationWriter(self._document, places)
        for parent, (number, link) in enumerate(self._links, start=len(pages)):
            self._document.serialized[number] = shared.annotation(link, parent)
        tree = StructureTree(self._root, self._all_marks, self._link_elements, pages)
        embed_fonts(self._document, self._font_usage.values())
        finish_catalog(self._document, tree, self._bookmarks, self._information, self._attachments)
        super().save()

    def _mark_artifacts(self) -> None:
        """Mark what was drawn since the last mark as an artifact."""
        code, start = self._code, self._marked_until
        if any(operators.rsplit(None, 1)[-1] in _PAINTING for operators in code[start:] if operators.strip()):
            code.insert(start, "/Artifact BMC")
            code.append("EMC")
        self._marked_until = len(code)

    def _restartAccumulators(self) -> None:  # noqa: N802  # ReportLab’s name
        super()._restartAccumulators()
        self._marked_until = 0
        self._marks: list[Element] = []
        self._page_links: list[bytes] = []

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802  # ReportLab’s name
        """Add the page’s marked content and links, and let the Tab key follow the structure (7.18.3)."""
        super()._setAnnotations(page)
        written: Any = page
        written.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        written.Tabs = "/S"
        written.Annots = PDFArray(self._page_links) if self._page_links else None
        written.StructParents = len(self._all_marks)
        self._all_marks.append(self._marks)

    def _addAnnotation(self, annotation: PDFDictionary, name: str | None = None, addtopage: int = 1) -> None:  # noqa: N802  ReportLab’s name
        raise StructureError("An annotation belongs to no element: use link() (ISO 14289-1, 7.18.1)")
