"""The document catalogue: structure, metadata, output intent, attachments."""

from collections.abc import Sequence
from typing import Any

from app.typesetting.tagged import outline
from app.typesetting.tagged.attachments import Attachment, specification, stream_entries
from app.typesetting.tagged.colour import srgb_profile
from app.typesetting.tagged.document import TaggedDocument
from app.typesetting.tagged.metadata import DocumentInformation, xmp_packet
from app.typesetting.tagged.object_streams import SerializedObject
from app.typesetting.tagged.outline import Bookmark
from app.typesetting.tagged.syntax import array, reference, text
from app.typesetting.tagged.tree import StructureTree


def finish_catalog(
    document: TaggedDocument,
    tree: StructureTree,
    bookmarks: Sequence[Bookmark],
    information: DocumentInformation,
    attachments: Sequence[Attachment],
) -> None:
    """Fill in the catalogue and the document information of a document that is fully drawn."""
    _describe(document, information)
    catalogue = document.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents", "AF"]
    catalogue.Lang = text(information.language)
    # ISO 14289-1, 7.1: the file states that it is tagged, and the reader’s window shows its title.
    catalogue.MarkInfo = b"<</Marked true>>"
    catalogue.ViewerPreferences = b"<</DisplayDocTitle true>>"
    if bookmarks:
        catalogue.PageMode = b"/UseOutlines"
        contents = list(
            map(SerializedObject, outline.outline_objects(bookmarks, tree.pages, document.reserve(0)))
        )
        document.outline_reference = reference(_add_all(document, contents))
    # The first page has the number 1, as printed on it.
    catalogue.PageLabels = b"<</Nums[0 <</S/D>>]>>"
    catalogue.StructTreeRoot = reference(_add_all(document, tree.objects(document.reserve(0))))
    # ISO 19005-3 allows a compressed packet; ISO 19005-1, 6.7.2, did not.
    metadata = document.add_stream(b"/Type/Metadata/Subtype/XML", xmp_packet(information))
    catalogue.Metadata = reference(metadata)
    catalogue.OutputIntents = array([_intent(document)])
    if attachments:
        _attach(document, attachments, information)


def _describe(document: TaggedDocument, information: DocumentInformation) -> None:
    """Write into the document information what the XMP packet states, to the second."""
    info: Any = document.info
    info.title, info.author, info.subject = information.title, information.author, information.subject
    info.creator, info.producer = information.creator, information.producer
    # ReportLab offers only the current time, 2000-01-01, or an environment variable for the whole process.
    stamp = document._timeStamp
    stamp.YMDhms = (
        information.document_date.year,
        information.document_date.month,
        information.document_date.day,
        0,
        0,
        0,
    )
    stamp.dhh = stamp.dmm = 0


def _add_all(document: TaggedDocument, contents: Sequence[SerializedObject]) -> int:
    first, *_ = [document.add(each.content, each.columns) for each in contents]
    return first


def _intent(document: TaggedDocument) -> bytes:
    """Return the output intent: colours are sRGB (ISO 19005-3, 6.2.3)."""
    profile = document.add_stream(b"/N 3", srgb_profile())
    return (
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
        b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %s>>" % reference(profile)
    )


def _attach(
    document: TaggedDocument, attachments: Sequence[Attachment], information: DocumentInformation
) -> None:
    """Embed the files and associate them with the whole document (ISO 19005-3, 6.8)."""
    catalogue = document.Catalog
    found = {}
    for each in attachments:
        stream = document.add_stream(stream_entries(each, information.document_date), each.content)
        found[each.name] = reference(document.add(specification(each, stream)))
    catalogue.AF = array(list(found.values()))
    named = array([text(name) + found[name] for name in sorted(found)])
    catalogue.Names = b"<</EmbeddedFiles<</Names%s>>>>" % named
