"""Why a document is not read, in a sentence with the way out."""

from app.exchange.policy.block_list import MOST_PAGES
from app.exchange.policy.policy_file import MAX_BYTES
from app.exchange.policy.refusal import Refusal
from app.translations import N_, Translate

_SENTENCES = {
    Refusal.EMPTY: N_("This file holds no text. Choose another file, or paste the text of the policy."),
    Refusal.PASSWORD: N_(
        "This document opens only with a password. Save it without one and choose that copy, or paste"
        " its text."
    ),
    Refusal.PICTURES: N_(
        "This PDF holds pictures of pages, and no text. Choose the document that it was made from, or"
        " a copy with recognised text (OCR)."
    ),
    Refusal.LARGE_FILE: N_(
        "This file is larger than %(megabytes)d MB. Save it without pictures, or paste the part on"
        " social media."
    ),
    Refusal.UNPACKED: N_(
        "This file is too large when it is unpacked. Save the document again without pictures, or paste"
        " its text."
    ),
    Refusal.DEEP: N_(
        "The parts of this file lie too deep within each other. Save the policy as PDF or TXT, or paste"
        " its text."
    ),
    Refusal.PAGES: N_(
        "This PDF has more than %(pages)d pages. Save the part on social media as a file of its own, or"
        " paste that part."
    ),
    Refusal.LONG: N_(
        "This document has more text than this service reads. Save the part on social media as a file of"
        " its own, or paste that part."
    ),
    Refusal.BROKEN: N_(
        "This file is damaged. Open it in the program that it was made with and save it again, or"
        " paste its text."
    ),
    Refusal.OLD_WORD: N_(
        "This document is from an old version of Word (.doc). Open it and save it as DOCX, ODT or"
        " PDF, or paste its text."
    ),
    Refusal.RTF: N_("This is an RTF document. Open it and save it as DOCX, ODT or PDF, or paste its text."),
    Refusal.SPREADSHEET: N_(
        "This file is a spreadsheet. Choose the policy itself as PDF, DOCX, ODT, HTML or TXT, or"
        " paste its text."
    ),
    Refusal.SLIDES: N_(
        "This file is a presentation. Choose the policy itself as PDF, DOCX, ODT, HTML or TXT, or"
        " paste its text."
    ),
    Refusal.OURS: N_(
        "This PDF is a document of this service, not a policy. Choose the policy itself, or paste its text."
    ),
    Refusal.UNKNOWN: N_(
        "This service does not read this kind of file. Save the policy as PDF, DOCX, ODT, HTML or"
        " TXT, or paste its text."
    ),
    Refusal.TIME: N_(
        "This document takes too long to read. Save the part on social media as a file of its own, or"
        " paste that part."
    ),
    Refusal.NOT_ISOLATED: N_(
        "This server cannot read files safely, so it reads none. Paste the text of the policy instead."
    ),
}


def sentence(refusal: Refusal, _: Translate) -> str:
    """Return the sentence on a refusal in the translator’s language."""
    values = {"megabytes": MAX_BYTES // 1_000_000, "pages": MOST_PAGES}
    return _(_SENTENCES[refusal]) % values
