"""What a file says of itself: the XMP packet (ISO 16684-1), equal to the document information."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

_CLAIMS = (
    ("http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "PDF/UA identification", "part", "1"),
    ("http://www.aiim.org/pdfa/ns/id/", "pdfaid", "", "part", "3"),
    ("http://www.aiim.org/pdfa/ns/id/", "pdfaid", "", "conformance", "A"),
)
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
    body = "".join((*_known(information), *_own(information.schemas), _described(information.schemas)))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f"{body}</rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    ).encode()


def _known(information: Information) -> Iterator[str]:
    title, subject = escape(information.title), escape(information.subject)
    moment = f"{information.dated.isoformat()}T00:00:00+00:00"
    yield _node(
        "dc",
        "http://purl.org/dc/elements/1.1/",
        "<dc:format>application/pdf</dc:format>"
        f"<dc:title>{_alternatives(title)}</dc:title>"
        f"<dc:creator><rdf:Seq><rdf:li>{escape(information.author)}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:description>{_alternatives(subject)}</dc:description>"
        f"<dc:language><rdf:Bag><rdf:li>{escape(information.language)}</rdf:li></rdf:Bag></dc:language>",
    )
    yield _node(
        "xmp",
        "http://ns.adobe.com/xap/1.0/",
        f"<xmp:CreatorTool>{escape(information.creator)}</xmp:CreatorTool>"
        f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>",
    )
    yield _node(
        "pdf", "http://ns.adobe.com/pdf/1.3/", f"<pdf:Producer>{escape(information.producer)}</pdf:Producer>"
    )
    for namespace, prefix, _, name, value in _CLAIMS:
        yield _node(prefix, namespace, _value(prefix, name, value))


def _own(schemas: tuple[Schema, ...]) -> Iterator[str]:
    for schema in schemas:
        values = (_value(schema.prefix, each.name, each.value) for each in schema.properties)
        yield _node(schema.prefix, schema.namespace, "".join(values))


def _node(prefix: str, namespace: str, inside: str) -> str:
    return f'<rdf:Description rdf:about="" xmlns:{prefix}="{namespace}">{inside}</rdf:Description>\n'


def _value(prefix: str, name: str, value: str) -> str:
    return f"<{prefix}:{name}>{escape(value)}</{prefix}:{name}>"


def _alternatives(words: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt>'


def _described(schemas: tuple[Schema, ...]) -> str:
    """Describe the schemas that PDF/A does not know, PDF/UA’s own among them."""
    namespace, prefix, title, name, value = _CLAIMS[0]
    accessible = Schema(namespace, prefix, title, (Property(name, value, "Part of ISO 14289"),))
    described = "".join(_schema(each) for each in (accessible, *schemas))
    spaces = "".join(
        f' xmlns:pdfa{part}="http://www.aiim.org/pdfa/ns/{path}"'
        for part, path in (("Extension", "extension/"), ("Schema", "schema#"), ("Property", "property#"))
    )
    return (
        f'<rdf:Description rdf:about=""{spaces}><pdfaExtension:schemas><rdf:Bag>{described}</rdf:Bag>'
        "</pdfaExtension:schemas></rdf:Description>\n"
    )


def _schema(schema: Schema) -> str:
    properties = "".join(
        '<rdf:li rdf:parseType="Resource">'
        + _value("pdfaProperty", "name", each.name)
        + _value("pdfaProperty", "valueType", "Integer" if schema.prefix == _CLAIMS[0][1] else "Text")
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
