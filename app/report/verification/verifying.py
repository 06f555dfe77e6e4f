"""What happened to a PDF: its attached files are scored and printed again, and both documents compared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

from app.maturity.text import LANGUAGES, Language
from app.maturity.versions.versions import QuestionnaireVersions
from app.report.verification import verdict
from app.report.verification.comparison import compare, count_kept
from app.report.verification.examined import ExaminedPdf, Reason, UnexaminedError, examine
from app.report.verification.expected import ANSWERS, NUMBERS, OPTIONAL, AttachedFiles, UnconfirmedError
from app.report.verification.verdict import PdfFinding, PdfOutcome, Verdict

_REASONS: dict[Reason, str] = {
    "locked": verdict.LOCKED,
    "unreadable": verdict.UNREADABLE,
    "limits": verdict.TOO_LARGE,
    "not_isolated": verdict.NOT_ISOLATED,
}
# Every page that this service prints for a scorecard has it in its footer, in both languages.
_FOOTER = "Muster · questionnaire, version"
_KINDS = ("scorecard", "board", "pack")


def verify_pdf(content: bytes, versions: QuestionnaireVersions, latest: date) -> Verdict:
    """Return what happened to a PDF; ``latest`` is the last day that its answers may state."""
    try:
        found = examine(content)
    except UnexaminedError as error:
        return _unconfirmed(_REASONS[error.reason])
    sets = list(_sets_of_files(found))
    if not sets:
        is_ours = any(_FOOTER in page.words for page in found.pages)
        return _unconfirmed(verdict.NO_FILES if is_ours else verdict.FOREIGN)
    verdicts = []
    for files in sets:
        try:
            verdicts.append(_compared(content, found, AttachedFiles(files, versions, latest)))
        except UnconfirmedError as error:
            verdicts.append(Verdict((error.finding,)))
    # Of the attached files of several documents, those count whose pages are there.
    return next((each for each in verdicts if each.outcome is not PdfOutcome.UNCONFIRMED), verdicts[0])


def _unconfirmed(sentence: str) -> Verdict:
    return Verdict((PdfFinding(PdfOutcome.UNCONFIRMED, sentence),))


def _sets_of_files(found: ExaminedPdf) -> Iterator[Mapping[str, bytes]]:
    """Yield the files of each of our documents whose answers and numbers are attached."""
    named = defaultdict[str, list[bytes]](list)
    for name, data in found.files:
        if data and data not in named[name]:
            named[name].append(data)
    if ANSWERS not in named or NUMBERS not in named:
        return
    for place in range(max(len(named[ANSWERS]), len(named[NUMBERS]))):
        kept = {name: files[min(place, len(files) - 1)] for name, files in named.items()}
        yield {name: kept[name] for name in (ANSWERS, NUMBERS, *sorted(OPTIONAL)) if name in kept}


def _compared(content: bytes, found: ExaminedPdf, attached: AttachedFiles) -> Verdict:
    best: tuple[int, ExaminedPdf] | None = None
    for kind, language in _candidates(found):
        printed = attached.printed(language, kind=kind, stated_sum=found.stated_sum)
        if printed == content:
            return Verdict((PdfFinding(PdfOutcome.WHOLE, verdict.UNCHANGED),))
        expected = examine(printed)
        kept = count_kept(found, expected)
        if best is None or kept > best[0]:
            best = kept, expected
        if kept:
            break
    if best is None:
        return _unconfirmed(verdict.FOREIGN)
    return Verdict(compare(found, best[1]))


def _candidates(found: ExaminedPdf) -> Iterator[tuple[str, Language]]:
    """Yield what the document may be: first what its metadata say, which other programs change or drop."""
    kinds = [found.kind] if found.stated_sum else sorted(_KINDS, key=lambda kind: kind != found.kind)
    languages = sorted(LANGUAGES, key=lambda language: language != found.language)
    for language, kind in product(languages, kinds):
        yield kind, language
