"""The metadata of a file: the XMP packet (ISO 16684-1), with the values of the document information."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

_SPACES = (
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("pdf", "http://ns.adobe.com/pdf/1.3/"),
    ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
    ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
    ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
    ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
    ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
)
_CLAIMS = (("pdfuaid", "part", "1"), ("pdfaid", "part", "3"), ("pdfaid", "conformance", "A"))
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class XmpProperty:
    """A property of our own, with its meaning in English."""

    name: str
    value: str
    description: str


@dataclass(frozen=True, slots=True)
class XmpSchema:
    """A namespace of our own, whose properties PDF/A requires to be described (ISO 19005-3, 6.6.2.3)."""

    namespace: str
    prefix: str
    title: str
    properties: tuple[XmpProperty, ...]


@dataclass(frozen=True, slots=True)
class DocumentInformation:
    """The metadata of a document; ``document_date`` becomes midnight UTC.

    Raises ValueError for a character that XML does not allow, and for an empty title (ISO 14289-1, 7.1).
    """

    title: str
    author: str
    subject: str
    language: str
    document_date: date
    creator: str = ""
    producer: str = "ReportLab PDF Library - (opensource)"
    xmp_schemas: tuple[XmpSchema, ...] = ()

    def __post_init__(self) -> None:
        if not self.title:
            raise ValueError("A document needs a title")
        for words in (self.title, self.author, self.subject, self.language, self.creator, self.producer):
            if _NO_XML.search(words):
                raise ValueError(f"{words!r} holds a character that XML has not")


def xmp_packet(information: DocumentInformation) -> bytes:
    """Return the packet, which claims PDF/UA-1 (ISO 14289-1, 5) and PDF/A-3a (ISO 19005-3, 6.6.4)."""
    spaces = dict(_SPACES) | {schema.prefix: schema.namespace for schema in information.xmp_schemas}
    named = "".join(f' xmlns:{prefix}="{namespace}"' for prefix, namespace in spaces.items())
    body = "".join(
        (*_known(information), *_own(information.xmp_schemas), _described(information.xmp_schemas))
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{named}>{body}'
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    ).encode()


def _known(information: DocumentInformation) -> Iterator[str]:
    title, subject = escape(information.title), escape(information.subject)
    moment = f"{information.document_date.isoformat()}T00:00:00+00:00"
    yield "<dc:format>application/pdf</dc:format>"
    yield f"<dc:title>{_alternatives(title)}</dc:title>"
    yield f"<dc:creator><rdf:Seq><rdf:li>{escape(information.author)}</rdf:li></rdf:Seq></dc:creator>"
    yield f"<dc:description>{_alternatives(subject)}</dc:description>"
    yield f"<dc:language><rdf:Bag><rdf:li>{escape(information.language)}</rdf:li></rdf:Bag></dc:language>\n"
    yield _value("xmp", "CreatorTool", information.creator)
    yield _value("xmp", "CreateDate", moment)
    yield _value("xmp", "ModifyDate", moment)
    yield _value("pdf", "Producer", information.producer)
    for prefix, name, value in _CLAIMS:
        yield _value(prefix, name, value)


def _own(schemas: tuple[XmpSchema, ...]) -> Iterator[str]:
    for schema in schemas:
        yield from (_value(schema.prefix, each.name, each.value) for each in schema.properties)


def _value(prefix: str, name: str, value: str) -> str:
    return f"<{prefix}:{name}>{escape(value)}</{prefix}:{name}>"


def _alternatives(words: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt>'


def _described(schemas: tuple[XmpSchema, ...]) -> str:
    """Describe the schemas that PDF/A does not know, PDF/UA’s own among them."""
    prefix, name, value = _CLAIMS[0]
    part = XmpProperty(name, value, "Part of ISO 14289")
    accessible = XmpSchema(dict(_SPACES)[prefix], prefix, "PDF/UA identification", (part,))
    described = "".join(_schema(each) for each in (accessible, *schemas))
    return f"\n<pdfaExtension:schemas><rdf:Bag>{described}</rdf:Bag></pdfaExtension:schemas>"


def _schema(schema: XmpSchema) -> str:
    properties = "".join(
        '<rdf:li rdf:parseType="Resource">'
        + _value("pdfaProperty", "name", each.name)
        + _value("pdfaProperty", "valueType", "Integer" if schema.prefix == _CLAIMS[0][0] else "Text")
        + _value("pdfaProperty", "category", "internal")
        + _value("pdfaProperty", "description", each.description)
        + "</rdf:li>"
        for each in schema.properties
    )
    return (
        '<rdf:li rdf:parseType="Resource">'
        + _value("pdfaSchema", "schema", schema.title)
        + _value("pdfaSchema", "namespaceURI", schema.namespace)
        + _value("pdfaSchema", "prefix", schema.prefix)
        + f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )
