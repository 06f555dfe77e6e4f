from dataclasses import replace
from xml.etree import ElementTree

import pytest

from app.typesetting.tagged.metadata import xmp_packet
from tests.typesetting.tagged.sample_document import INFORMATION


def test_a_packet_has_title_author_and_day_in_xml() -> None:
    words = [each.text for each in ElementTree.fromstring(xmp_packet(INFORMATION)).iter()]  # noqa: S314  # our own

    assert {"Readiness – Ⅰ & Ω", "Bellatrix <Ltd>", "2026-11-01T00:00:00+00:00", "abc"} <= set(words)


@pytest.mark.parametrize("character", ["\0", "\x0b", "\ud800", "\uffff"])
def test_a_character_that_xml_does_not_allow_is_refused(character: str) -> None:
    with pytest.raises(ValueError, match="XML"):
        replace(INFORMATION, author=f"a{character}b")


def test_a_document_without_a_title_is_refused() -> None:
    with pytest.raises(ValueError, match="title"):
        replace(INFORMATION, title="")
