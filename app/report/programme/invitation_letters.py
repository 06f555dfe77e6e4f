"""The letters of a programme’s invitations: a page each, with the address in letters and as a QR code."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.maturity.programme.invitation import IssuedInvitation
from app.maturity.programme.programme import LABEL_LIMIT, NAME_LIMIT
from app.report.address_code import draw_address_code
from app.report.metadata import build_metadata
from app.translations.dates import format_day
from app.translations.wording import Wording
from app.typesetting.document import build_pdf
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.text.printable import printable_line
from app.typesetting.text.style import SECTION, WORDMARK, Style

# A page of the service writes no more letters at once: each takes some hundredths of a second.
MOST_LETTERS = 200

_MARK = Style(12, 15, strong=True, colour=WORDMARK.colour, after=40)
_TO = Style(13, 18, strong=True, after=26)
_TEXT = Style(11, 16, after=8)
_ADDRESS = Style(12, 17, strong=True, before=8, after=14)
_CODE = 150.0


def render_letters(
    invitations: Sequence[IssuedInvitation],
    wording: Wording,
    *,
    name: str,
    contact: str = "",
    closes_on: date | None = None,
    report_letter: Callable[[int], object] = lambda _count: None,
) -> bytes:
    """Return a letter for each invitation that has an address, at least one; equal ones give equal bytes.

    ``name`` is the programme’s and ``contact`` how to reach its coordinator, empty for none.
    ``report_letter`` is called with 1 after each letter is written.
    """
    _ = wording._
    programme = printable_line(name, NAME_LIMIT)
    title = _("Invitation to assess your social media policy")
    metadata = build_metadata(
        "invitations", wording, title=f"{title} – {programme}", subject=title, header=title, footer=programme
    )
    sentences = list(_sentences(programme, contact, closes_on, wording))

    def chapters(_pages: dict[str, int]) -> Iterator[Sequence[Block]]:
        for number, each in enumerate((one for one in invitations if one.address), start=1):
            yield list(_letter(number, each, title, sentences, wording))
            report_letter(1)

    # Each letter goes to another reader, who has no use for its number among all.
    metadata = replace(metadata, page_label="")
    return build_pdf(metadata, lambda pages: list(chapters(pages)))


def _letter(
    number: int, invitation: IssuedInvitation, title: str, sentences: Sequence[str], wording: Wording
) -> Iterator[Block]:
    before, after = sentences[:2], sentences[2:]
    yield Paragraph(wording._("Muster"), _MARK)
    yield Paragraph(printable_line(invitation.label, LABEL_LIMIT), _TO)
    yield Subheading(f"letter-{number}", title, SECTION, level=1)
    for sentence in before:
        yield Paragraph(sentence, _TEXT)
    yield ChartBlock(draw_address_code(invitation.address, wording), _CODE)
    yield Paragraph([Span(invitation.address, strong=True)], _ADDRESS)
    for sentence in after:
        yield Paragraph(sentence, _TEXT)


def _sentences(programme: str, contact: str, closes_on: date | None, wording: Wording) -> Iterator[str]:
    """Yield the text of every letter: two paragraphs before the address, the others after it."""
    _ = wording._
    invited = _(
        "The coordinator of the programme “%(programme)s” invites your organisation to assess how ready it"
        " is to use social media: its policy and its practice."
    )
    yield invited % {"programme": programme}
    yield _("Open this address, or point the camera of your telephone at the QR code.")
    yield _(
        "The page at this address says what the coordinator will see. You accept the invitation there,"
        " which can be done once. Keep this letter until you have accepted, and give it to nobody else."
    )
    yield _(
        "Until you submit, the coordinator sees only how far you have got (not begun, begun, completed or"
        " left), and since which day. You choose whether to submit scores alone or also your answers, and can"
        " withdraw them while the programme is open."
    )
    if closes_on is not None:
        last = _("The last day to submit is %(day)s.")
        yield last % {"day": format_day(closes_on, wording.language)}
    if contact:
        yield _("Contact: %(contact)s") % {"contact": printable_line(contact, NAME_LIMIT)}
