from collections.abc import Callable

from pikepdf import Pdf

from tests.report.verapdf import damage
from tests.report.verapdf.checking import broken_rules
from tests.report.verapdf.damage import damaged
from tests.typesetting.tagged.sample_document import sample_document

# A fault, and a rule that veraPDF must report as broken.
FAULTS: dict[Callable[[Pdf], None], str] = {
    damage.no_alternative: "ua1 7.3-1",
    damage.skipped_heading: "ua1 7.4.2-1",
    damage.no_scope: "ua1 7.5-1",
    damage.uneven_table: "ua1 7.2-42",
    damage.unmarked_content: "ua1 7.1-3",
    damage.artifact_inside: "ua1 7.1-1",
    damage.no_language: "ua1 7.2-",
    damage.no_contents: "ua1 7.18.5-2",
    damage.link_in_no_element: "ua1 7.18.5-1",
    damage.link_as_words: "ua1 7.18.5-1",
    damage.no_title_shown: "ua1 7.1-10",
    damage.no_mark: "ua1 6.2-1",
    damage.no_tree: "ua1 7.1-11",
    damage.unknown_kind: "ua1 7.1-",
    damage.no_tab_order: "ua1 7.18.3-1",
    damage.no_output_intent: "3a 6.2.4.3-4",
    damage.hidden_link: "3a 6.3.2-2",
    damage.no_relationship: "3a 6.8-",
    damage.no_media_type: "3a 6.8-",
    damage.script: "3a 6.5.1-1",
    damage.bare_font: "ua1 7.21.4.1-1",
    damage.unclaimed: "ua1 5-1",
    damage.bad_date: "3a 6.6.2.3",
    damage.no_title: "ua1 7.1-9",
    damage.undescribed: "3a 6.6.2.3",
    damage.no_metadata: "ua1 7.1-8",
}


def test_every_fault_is_reported_and_the_valid_document_has_none() -> None:
    documents = {fault.__name__: damaged(sample_document(), fault) for fault in FAULTS}

    broken = broken_rules({"whole": sample_document(), **documents})

    uncaught = {
        fault.__name__: broken[fault.__name__]
        for fault, rule in FAULTS.items()
        if not any(found.startswith(rule) for found in broken[fault.__name__])
    }
    assert broken["whole"] == set()
    assert uncaught == {}
