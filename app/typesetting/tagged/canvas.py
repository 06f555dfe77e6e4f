"""ReportLab’s canvas, whose drawing belongs to structure elements or else is an artifact."""

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
from app.typesetting.tagged.object_streams import MAX_COMPRESSION
from app.typesetting.tagged.outline import Bookmark
from app.typesetting.tagged.syntax import reference
from app.typesetting.tagged.tags import Box, Tag
from app.typesetting.tagged.text_elements import text_element
from app.typesetting.tagged.text_operators import TextOperators
from app.typesetting.tagged.tree import StructureTree

# The operators that leave something to see; what they leave outside our marks is an artifact.
_PAINTING = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "ET", "EI"))
_CAPTIONED = ("Table", "Figure", "L", "TOC")


class TaggedCanvas(CompactCanvas):
    """A canvas for PDF/UA-1 and PDF/A-3a.

    What is drawn inside ``marked`` belongs to the element open at that time, and everything else is an
    artifact (ISO 14289-1, 7.1): running headers, rules and backgrounds need no care. The order of drawing is
    the order of reading. All measures are points.
    """

    # What the stubs of ReportLab leave out, under ReportLab’s names.
    _pageNumber: int  # noqa: N815

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
        self._linked: list[Element] = []
        self._caption: Element | None = None
        self._bookmarks: list[Bookmark] = []
        self._links: list[tuple[int, LinkAnnotation]] = []
        self._places: dict[str, tuple[int, float]] = {}
        self._marked = self._artifact = False
        self._information = information
        self._attachments = attachments
        super().__init__(file, pagesize=pagesize, invariant=1)

    def compress_harder(self) -> None:
        """Make what follows as small as can be, in ten times the time that packing takes else."""
        self._document.compression_level = MAX_COMPRESSION

    def element(self, *path: Tag, reopen: bool = False) -> ElementScope:
        """Open an element inside the open one, and in it the next of the path; give the inmost.

        With ``reopen``, the last element here is opened again if it is of the same kind, so that what goes
        on over a page stays one element. A list is always gone on with: its items may be drawn one by one. A
        caption is put into the table, figure or list that is drawn next.
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
        """Let what is drawn belong to the open element; raises StructureError inside marked content."""
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

        ``level`` is 1 to 3; raises StructureError if it skips one (ISO 14289-1, 7.4.2). ``top`` is where a
        jump to the heading leads, ``key`` what links name it by. The section ends where the next of its level
        or above begins.
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
        """Let what is drawn be an artifact, whatever elements it names: a table’s header said once more."""
        self._artifact = True
        self._open.append(Element(tags.PARAGRAPH))
        yield
        self._open.pop()
        self._artifact = False

    def link(self, element: Element, box: Box, contents: str, target: Target) -> None:
        """Lay a link over a box, for an element of the kind Link, and say where it leads.

        Raises StructureError without an element of that kind or without contents (ISO 14289-1, 7.18.5).
        """
        if element.tag.kind != "Link" or not contents:
            raise StructureError("A link needs its element and its contents (ISO 14289-1, 7.18.5)")
        number = self._document.reserve(1)
        self._links.append((number, LinkAnnotation(box, contents, target)))
        self._laid.append(reference(number))
        self._linked.append(element)
        element.kids.append(AnnotationReference(self._pageNumber - 1, number))

    def add_destination(self, key: str, top: float) -> None:
        """Name a height of the page for links."""
        self._places[key] = self._pageNumber - 1, top

    def mark(self, element: Element) -> str:
        """Give the operator that begins marked content of an element on the page."""
        if self._marked:
            raise StructureError("Marked content stands inside marked content (ISO 14289-1, 7.1)")
        if self._artifact:
            return "/Artifact BMC"
        number = len(self._marks)
        self._marks.append(element)
        element.kids.append(MarkedContent(self._pageNumber - 1, number))
        return f"/{element.tag.kind}<</MCID {number}>>BDC"

    def write(self, words: TextOperators, x: float, y: float) -> None:
        """Write words of the open element; each passage of a kind of its own in an element within."""
        self._mark_artifacts()
        holder = self._open[-1]
        self._go_on(words, x, y)
        for passage in words.passages:
            element = text_element(holder, passage.kind)
            self._code.append(self.mark(element))
            self._write_passage(passage)
            self._code.append("EMC")
            if target := passage.kind.target:
                said = (isinstance(target, Destination) and target.spoken_text) or passage.words
                for left, bottom, right, top in passage.boxes:
                    box = (x + left, y + bottom, x + right, y + top)
                    self.link(element, box, said, target)
        self._code.append("ET")
        self._marked_until = len(self._code)

    def draw_repeated(self, name: str, draw: Callable[[], None]) -> None:
        """Draw what is the same on many pages; it is an artifact of each."""
        self._mark_artifacts()
        sealed, self._marked_until = self._marked_until, 0
        super().draw_repeated(name, draw)
        self._marked_until = sealed

    def beginForm(self, *_: Any, **__: Any) -> None:  # noqa: N802, ANN401  # ReportLab’s name
        """Refuse: the marks of a form belong to no page."""
        raise StructureError("Forms are not supported")

    def showPage(self) -> None:  # noqa: N802  # ReportLab’s name
        """End the page."""
        self._mark_artifacts()
        self._draw_rules()
        self._mark_artifacts()
        super().showPage()

    def save(self) -> None:
        """Write the file; raises StructureError if a caption waits for what it belongs to."""
        if self._caption:
            raise StructureError("A caption has no table or figure")
        if self._code:
            self.showPage()
        pages = [self._document.number(f"Page{number}") for number in range(1, self._pageNumber)]
        places = {key: format_destination(pages[page], top) for key, (page, top) in self._places.items()}
        shared = AnnotationWriter(self._document, places)
        for parent, (number, link) in enumerate(self._links, start=len(pages)):
            self._document.serialized[number] = shared.annotation(link, parent)
        tree = StructureTree(self._root, self._all_marks, self._linked, pages)
        embed_fonts(self._document, self._font_usage.values())
        finish_catalog(self._document, tree, self._bookmarks, self._information, self._attachments)
        super().save()

    def _mark_artifacts(self) -> None:
        """Make what was drawn since the last mark an artifact."""
        code, start = self._code, self._marked_until
        if any(operators.rsplit(None, 1)[-1] in _PAINTING for operators in code[start:] if operators.strip()):
            code.insert(start, "/Artifact BMC")
            code.append("EMC")
        self._marked_until = len(code)

    def _restartAccumulators(self) -> None:  # noqa: N802  # ReportLab’s name
        super()._restartAccumulators()
        self._marked_until = 0
        self._marks: list[Element] = []
        self._laid: list[bytes] = []

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802  # ReportLab’s name
        """Let the page lead to its elements, and the tabulator follow them (ISO 14289-1, 7.18.3)."""
        super()._setAnnotations(page)
        written: Any = page
        written.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        written.Tabs = "/S"
        written.Annots = PDFArray(self._laid) if self._laid else None
        written.StructParents = len(self._all_marks)
        self._all_marks.append(self._marks)

    def _addAnnotation(self, annotation: PDFDictionary, name: str | None = None, addtopage: int = 1) -> None:  # noqa: N802
        raise StructureError("An annotation belongs to no element: use link() (ISO 14289-1, 7.18.1)")
