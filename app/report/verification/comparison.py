"""What happened to a document, from what is in the file and what was expected in it."""

from collections.abc import Iterator

from app.report.verification import verdict
from app.report.verification.examined import ExaminedPdf
from app.report.verification.page_matches import PageMatches, list_pages, match_pages
from app.report.verification.verdict import PdfFinding, PdfOutcome


def count_kept(found: ExaminedPdf, expected: ExaminedPdf) -> int:
    """Return how many pages of the expected document are in a file with all their words."""
    return len(match_pages(found.pages, expected.pages).kept)


def compare(found: ExaminedPdf, expected: ExaminedPdf) -> tuple[PdfFinding, ...]:
    """Return what happened to the expected document, the most serious first; at least one finding."""
    if _is_same(found, expected):
        damaged = PdfFinding(PdfOutcome.UNCONFIRMED, verdict.DAMAGED)
        return (damaged if found.is_repaired else PdfFinding(PdfOutcome.WHOLE, verdict.REPACKED),)
    matches = match_pages(found.pages, expected.pages)
    if matches.changed or not matches.kept or _is_renamed(found, expected):
        # Of the whole document if no page is as it was, or if only its metadata were changed.
        pages = set(matches.changed.values()) or set(range(len(expected.pages)))
        return (PdfFinding(PdfOutcome.UNCONFIRMED, verdict.OTHER_PAGES, {"pages": list_pages(pages)}),)
    findings = [
        *_of_missing_pages(found, expected, matches),
        *_of_pages(found, expected, matches),
        *_of_document(found, expected, matches),
    ]
    return tuple(findings) or (PdfFinding(PdfOutcome.LOST, verdict.REST_LOST),)


def _is_same(found: ExaminedPdf, expected: ExaminedPdf) -> bool:
    looks = [[page.look for page in each.pages] for each in (found, expected)]
    return found.whole == expected.whole and looks[0] == looks[1] and _metadata(found) == _metadata(expected)


def _metadata(pdf: ExaminedPdf) -> tuple[object, ...]:
    return pdf.kind, pdf.stated_sum, pdf.language, pdf.claims_accessible


def _is_renamed(found: ExaminedPdf, expected: ExaminedPdf) -> bool:
    """Return whether our metadata are there and call the document another one."""
    return bool(found.stated_sum) and found.kind != expected.kind


def _of_missing_pages(
    found: ExaminedPdf, expected: ExaminedPdf, matches: PageMatches
) -> Iterator[PdfFinding]:
    kept = matches.kept
    missing = [place for place in range(len(expected.pages)) if place not in kept.values()]
    if missing:
        hidden = match_pages(found.hidden, [expected.pages[place] for place in missing]).kept
        inside = list_pages(missing[place] for place in hidden.values())
        sentence = verdict.STILL_INSIDE if inside else verdict.REMOVED
        yield PdfFinding(PdfOutcome.REMOVED, sentence, {"pages": list_pages(missing), "inside": inside})
    if list(kept.values()) != sorted(kept.values()):
        yield PdfFinding(PdfOutcome.REMOVED, verdict.MOVED)


def _of_pages(found: ExaminedPdf, expected: ExaminedPdf, matches: PageMatches) -> Iterator[PdfFinding]:
    kept = matches.kept
    noted = {own for place, own in kept.items() if found.pages[place].notes > expected.pages[own].notes}
    stamped = noted | set(matches.stamped.values())
    if stamped:
        yield PdfFinding(PdfOutcome.STAMPED, verdict.STAMPED, {"pages": list_pages(stamped)})
    added = len(found.pages) - len(kept)
    if added:
        yield PdfFinding(PdfOutcome.ADDED, verdict.ADDED, {"count": added})
    if matches.same_words:
        pages = list_pages(matches.same_words.values())
        yield PdfFinding(PdfOutcome.DRAWN_AGAIN, verdict.DRAWN_AGAIN, {"pages": pages})


def _of_document(found: ExaminedPdf, expected: ExaminedPdf, matches: PageMatches) -> Iterator[PdfFinding]:
    untagged = {
        own
        for place, own in matches.kept.items()
        if expected.pages[own].is_tagged and not found.pages[place].is_tagged
    }
    if untagged:
        yield PdfFinding(PdfOutcome.LOST, verdict.TAGS_LOST, {"pages": list_pages(untagged)})
    if expected.claims_accessible and not found.claims_accessible:
        yield PdfFinding(PdfOutcome.LOST, verdict.CLAIM_LOST)
