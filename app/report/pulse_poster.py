"""The poster of a staff pulse: one page with its address in letters and as a QR code."""

from collections.abc import Iterator, Sequence

from app.maturity.pulse.counting import MINIMUM_SHOWN
from app.report.address_code import draw_address_code
from app.report.metadata import build_metadata
from app.translations.wording import Wording
from app.typesetting.document import build_pdf
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import SectionHeading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.text.style import WORDMARK, Style

_MARK = Style(14, 17, strong=True, colour=WORDMARK.colour, after=30)
_LEAD = Style(17, 24, after=22)
_ADDRESS = Style(13, 18, strong=True, before=14, after=24)
_POINT = Style(13, 19, after=9)
_CODE = 250.0


def render_poster(address: str, wording: Wording, *, asks_policy: bool = False) -> bytes:
    """Return the poster of the pulse at an address as a PDF; the same arguments give the same bytes.

    ``asks_policy`` is whether the pulse asks its second part.
    """
    count = len(wording.questionnaire.pulse_questions(policy=asks_policy))
    _ = wording._
    title = _("What do you think of social media in defence?")
    metadata = build_metadata("poster", wording, title=title, subject=_("Staff pulse"), footer=_("Muster"))

    def chapters(_pages: dict[str, int]) -> Sequence[Sequence[Block]]:
        return [list(_page(title, address, count, wording))]

    return build_pdf(metadata, chapters)


def _page(title: str, address: str, count: int, wording: Wording) -> Iterator[Block]:
    _ = wording._
    lead = _("%(count)s anonymous questions. They take a few minutes.")
    yield Paragraph(_("Muster"), _MARK)
    yield SectionHeading("pulse", title)
    yield Paragraph(lead % {"count": wording.number_word(count).capitalize()}, _LEAD)
    yield ChartBlock(draw_address_code(address, wording), _CODE)
    yield Paragraph([Span(address, strong=True)], _ADDRESS)
    for sentence in (
        _("Point the camera of your telephone at the code, or type the address."),
        _(
            "We do not ask who you are. We store no network address and no date with your answer, and no"
            " order of the answers."
        ),
        _("Answers are encrypted and only counted. No result about fewer than %(minimum)s people is shown.")
        % {"minimum": wording.number_word(MINIMUM_SHOWN)},
        _("Please answer once."),
    ):
        yield Paragraph(sentence, _POINT)
