"""What a file says of itself: the XMP packet (ISO 16684-1), equal to the document information."""

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
class Property:
    """A property of the document’s own, with what it means in English."""

    name: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Schema:
    """Properties of the document’s own in a namespace, which PDF/A wants described (ISO 19005-3, 6.6.2.3)."""

    namespace: str
    prefix: str
    title: str
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class Information:
    """What a document says of itself; ``dated`` is the day that it bears, at midnight UTC.

    Raises ValueError for a character that XML has not, and for an empty title (ISO 14289-1, 7.1).
    """

    title: str
    author: str
    subject: str
    language: str
    dated: date
    creator: str = ""
    producer: str = "ReportLab PDF Library - (opensource)"
    schemas: tuple[Schema, ...] = ()

    def __post_init__(self) -> None:
        if not self.title:
            raise ValueError("A document needs a title")
        for words in (self.title, self.author, self.subject, self.language, self.creator, self.producer):
            if _NO_XML.search(words):
                raise ValueError(f"{words!r} holds a character that XML has not")


def packet(information: Information) -> bytes:
    """Give the packet, which claims PDF/UA-1 (ISO 14289-1, 5) and PDF/A-3a (ISO 19005-3, 6.6.4)."""
    spaces = dict(_SPACES) | {schema.prefix: schema.namespace for schema in information.schemas}
    named = "".join(f' xmlns:{prefix}="{namespace}"' for prefix, namespace in spaces.items())
    body = "".join((*_known(information), *_own(information.schemas), _described(information.schemas)))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{named}>{body}'
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    ).encode()


def _known(information: Information) -> Iterator[str]:
    title, subject = escape(information.title), escape(information.subject)
    moment = f"{information.dated.isoformat()}T00:00:00+00:00"
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


def _own(schemas: tuple[Schema, ...]) -> Iterator[str]:
    for schema in schemas:
        yield from (_value(schema.prefix, each.name, each.value) for each in schema.properties)


def _value(prefix: str, name: str, value: str) -> str:
    return f"<{prefix}:{name}>{escape(value)}</{prefix}:{name}>"


def _alternatives(words: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt>'


def _described(schemas: tuple[Schema, ...]) -> str:
    """Describe the schemas that PDF/A does not know, PDF/UA’s own among them."""
    prefix, name, value = _CLAIMS[0]
    part = Property(name, value, "Part of ISO 14289")
    accessible = Schema(dict(_SPACES)[prefix], prefix, "PDF/UA identification", (part,))
    described = "".join(_schema(each) for each in (accessible, *schemas))
    return f"\n<pdfaExtension:schemas><rdf:Bag>{described}</rdf:Bag></pdfaExtension:schemas>"


def _schema(schema: Schema) -> str:
    properties = "".join(
        '<rdf:li rdf:parseType="Resource">'
        + _value("pdfaProperty", "name", each.name)
        + _value("pdfaProperty", "valueType", "Integer" if schema.prefix == _CLAIMS[0][0] else "Text")
        + _value("pdfaProperty", "category", "internal")
        + _value("pdfaProperty", "description", each.meaning)
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
