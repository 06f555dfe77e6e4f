"""What is said of a file: sentences on what happened to it and what to do, with an exit code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from app.exchange.faults import FileFault
from app.translations import N_, Translate


class PdfOutcome(IntEnum):
    """What happened, as the exit code of a command; 2 is that of a command that was typed wrongly."""

    WHOLE = 0
    UNCONFIRMED = 1
    REMOVED = 3
    STAMPED = 4
    ADDED = 5
    DRAWN_AGAIN = 6
    LOST = 7


@dataclass(frozen=True, slots=True)
class PdfFinding:
    """One thing that happened: its outcome, and its sentence with the values in it, faults among them."""

    outcome: PdfOutcome
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, _: Translate) -> str:
        """Return the sentence in the translator’s language."""
        values = {
            name: value.text(_) if isinstance(value, FileFault) else value
            for name, value in self.values.items()
        }
        return _(self.sentence) % values


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings on a file, the most serious first; at least one."""

    findings: tuple[PdfFinding, ...]

    @property
    def outcome(self) -> PdfOutcome:
        """Return the outcome of the most serious finding."""
        return self.findings[0].outcome


FOREIGN = N_(
    "This is not a document as Muster writes it: it was changed, saved again, or made by another program."
    " Ask for the file as it was downloaded."
)
NO_FILES = N_(
    "This document has pages of Muster, without the attached answers, so nobody can check its numbers."
    " They were lost when another program saved it, or the document was made for a link to the results"
    " only. Ask the owner for the file as it was downloaded."
)
LOCKED = N_("This PDF opens only with a password. Save it without one and check that copy.")
UNREADABLE = N_(
    "This file is not a PDF, or it is damaged. This is not a document as Muster writes it; ask for it again."
)
TOO_LARGE = N_(
    "This PDF has more in it than any document of Muster. If ours was merged into it, ask for ours as it"
    " was downloaded."
)
NOT_ISOLATED = N_("This machine cannot read PDFs safely, so it reads none. Check the file on another one.")
OTHER_NUMBERS = N_(
    "The attached answers give other scores than the attached scorecard.json holds. Do not rely on it;"
    " ask for the file as it was downloaded."
)
OTHER_PULSE = N_("The counts in the attached pulse.json give other numbers than the file holds.")
OTHER_ROUNDS = N_("The attached rounds.json is not a file as Muster writes it.")
OTHER_VOICES = N_("The attached voices.json is not a file as Muster writes it.")
OTHER_SUM = N_("The attached scorecard.json does not have the SHA-256 that the document states.")
FAULTY_ANSWERS = N_("The attached assessment.json is faulty: %(fault)s")
EARLIER_RELEASE = N_(
    "Muster 1.0.0 wrote this document. Its attached answers give every number in its scorecard.json and"
    " the order of recommendations of that release. Its pages are not compared: this release ranks"
    " recommendations in another order and prints other pages."
)
OTHER_PAGES = N_(
    "The attached answers give the scores in the attached scorecard.json, but this version of Muster"
    " prints other pages for them: the document was changed, or another version wrote it. Ask for the file"
    " as it was downloaded. Pages that differ: %(pages)s."
)
DAMAGED = N_("The file is damaged, although its pages can still be read. Ask for the file again.")
UNCHANGED = N_(
    "This document is whole and unchanged: every number and every page follows from the attached files."
)
REPACKED = N_(
    "Another program saved or compressed this document, and nothing in it changed: every number and every"
    " page follows from the attached files."
)
REMOVED = N_(
    "Pages of the document are missing: %(pages)s. The attached files still hold the answers. Ask for the"
    " whole file; to keep answers back, share a link to the results only."
)
STILL_INSIDE = N_(
    "Pages of the document are missing: %(pages)s. The text of these pages is still inside the file:"
    " %(inside)s; and the attached files hold the answers. Do not pass this file on; to keep answers back,"
    " share a link to the results only."
)
MOVED = N_("Its pages are in another order. Ask for the file as it was downloaded.")
STAMPED = N_(
    "Something was stamped, written or signed onto pages of the document, and their own text is"
    " unchanged. Pages: %(pages)s. What was added is not from Muster; keep the file as it was downloaded"
    " beside it."
)
ADDED = N_(
    "Our pages were merged with others that are not part of this document (pages added: %(count)d). A"
    " screen reader may find the added pages empty. Attach our file whole instead, and do not merge it."
)
DRAWN_AGAIN = N_(
    "Another program has drawn pages of the document again; their words are the same, and their charts"
    " are not compared. Pages: %(pages)s. Ask for the file as it was downloaded."
)
TAGS_LOST = N_(
    "The tags of pages of the document are lost, so that a screen reader finds them empty or in disorder."
    " Pages: %(pages)s. Give people the file as it was downloaded."
)
CLAIM_LOST = N_(
    "The document no longer says that it is accessible (PDF/UA), so that archives and screen readers may"
    " treat it as any other. Give them the file as it was downloaded."
)
REST_LOST = N_(
    "The pages are as Muster prints them. What belongs to the whole document, such as bookmarks, language"
    " or attached files, was changed. Use the file as it was downloaded."
)

# The file could not be taken apart.
UNREAD = frozenset((LOCKED, UNREADABLE, TOO_LARGE, NOT_ISOLATED))
