"""The blank questionnaire, for collecting answers on paper before they are typed in."""

from collections.abc import Iterator, Sequence

from app.maturity.answers import COMMENT_LIMIT
from app.maturity.help_within import help_within
from app.maturity.opinions import OpinionQuestion
from app.maturity.questionnaire import Domain, Question
from app.report.metadata import build_metadata, edition_footer
from app.report.sections.glossary import levels_heading, levels_table
from app.translations.number_words import group_digits
from app.translations.wording import Wording
from app.typesetting.document import build_pdf
from app.typesetting.layout.block import Block
from app.typesetting.layout.checkbox import Checkbox, WritingLines
from app.typesetting.layout.heading import SectionHeading, Subheading, TableOfContents
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.side_by_side import SideBySide
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.tagged.tags import CAPTION
from app.typesetting.text.style import COVER_TITLE, LEAD, POINT, RAIL_TEXT, SMALL, WORDMARK, Style

_NAME = Style(10.4, 14, strong=True, after=2)
_HELP = Style(9.5, 12.8, colour=RAIL_TEXT.colour, after=3)
_MARK = Style(15, 18, strong=True, colour=WORDMARK.colour, after=1)


def render_blank_questionnaire(variant: str, wording: Wording) -> bytes:
    """Return the blank questionnaire of a variant as a PDF."""
    _, questionnaire = wording._, wording.questionnaire
    domains_asked = [
        each for each in questionnaire.domains if questionnaire.questions_in(variant, each.letter)
    ]

    def chapters(pages: dict[str, int]) -> Sequence[Sequence[Block]]:
        how = SectionHeading("how", _("How to answer"))
        opinions = SectionHeading("opinions", _("Opinion questions"))
        domains = {each.letter: SectionHeading(each.letter, _title(each, wording)) for each in domains_asked}
        sections = (how, *domains.values(), opinions)
        return [
            [*_cover(variant, wording, sections, pages)],
            [how, *_how(wording)],
            *([domains[each.letter], *_domain(each, variant, wording)] for each in domains_asked),
            [opinions, *_opinions(wording)],
        ]

    title = _("Questionnaire on social media policy readiness")
    metadata = build_metadata("questionnaire", wording, title=title, footer=edition_footer(variant, wording))
    return build_pdf(metadata, chapters)


def _title(domain: Domain, wording: Wording) -> str:
    return f"{domain.letter}  {wording.text(domain.name)}"


def _cover(
    variant: str, wording: Wording, sections: tuple[SectionHeading, ...], pages: dict[str, int]
) -> Iterator[Block]:
    _, questionnaire = wording._, wording.questionnaire
    practices = _("Practices: %(count)s") % {"count": len(questionnaire.questions_in(variant))}
    yield Paragraph(_("Muster"), WORDMARK)
    title = _("Questionnaire on social media policy readiness")
    yield Subheading("title", title, COVER_TITLE, level=1, wording_only=True)
    yield Paragraph(f"{wording.text(questionnaire.variants[variant].name)} · {practices}", LEAD)
    yield Paragraph(
        _("For paper: to gather answers before you enter them. Nothing is scored until it is entered."),
        LEAD,
    )
    yield WritingLines(_("Organisation"), 1, after=10)
    yield WritingLines(_("Filled in by"), 1, after=10)
    yield WritingLines(_("Date"), 1, after=16)
    yield Paragraph(_("Contents"), POINT, path=(CAPTION,))
    yield TableOfContents(sections, pages)


def _how(wording: Wording) -> Iterator[Block]:
    _, questionnaire = wording._, wording.questionnaire
    words = tuple((wording.text(term), wording.text(meaning)) for term, meaning in questionnaire.glossary)
    yield Paragraph(wording.text(questionnaire.answering_rule), LEAD)
    yield Paragraph(
        _(
            "“We don’t know” is an honest answer: it counts as level 0 and is reported as something to find"
            " out. “Not applicable” is offered only where a question names the one reason for it."
        )
    )
    yield levels_heading(wording)
    yield levels_table(wording)
    yield Subheading("words", _("Words that mean the same everywhere"))
    yield TableBlock((Column(_("Word"), 140), Column(_("Meaning"), 340)), words)
    # In French print, thousands are separated by a narrow space.
    limit = {"limit": group_digits(COMMENT_LIMIT, wording.language).replace("\u00a0", "\u202f")}
    yield Paragraph(
        _("The comment and the evidence may have up to %(limit)s characters each.") % limit, SMALL
    )


def _domain(domain: Domain, variant: str, wording: Wording) -> Iterator[Block]:
    yield Paragraph(wording.text(domain.intro), LEAD)
    for question in wording.questionnaire.questions_in(variant, domain.letter):
        help_text = wording.text(help_within(wording.questionnaire, question, variant))
        yield from _question(question, help_text, wording)


def _question(question: Question, help_text: str, wording: Wording) -> Iterator[Block]:
    _ = wording._
    rail = [Paragraph(question.id, _MARK)]
    if question.gate:
        rail.append(Paragraph(_("Must-have"), RAIL_TEXT))
    main = [Paragraph(wording.text(question.text), _NAME), Paragraph(help_text, _HELP)]
    yield SideBySide(rail, main, after=2, level=2)
    for level, statement in enumerate(question.levels):
        words = [Span(f"{wording.level_name(level)}  ", strong=True), Span(wording.text(statement))]
        yield Checkbox(words, str(level))
    # Every choice has a mark, so that it can be named to somebody who types it in. The marks of the last two
    # are those of the scorecard: a 5 would look like a level above 4.
    yield Checkbox(_("We don’t know"), "?")
    if question.not_applicable:
        reason = _("Not applicable: “%(reason)s”") % {"reason": wording.text(question.not_applicable)}
        yield Checkbox(reason, "–")
    yield WritingLines(_("Comment"), 2)
    yield WritingLines(_("Evidence and its date"), 1, after=8)


def _opinions(wording: Wording) -> Iterator[Block]:
    _ = wording._
    yield Paragraph(
        _("What you think, asked as the survey asked in 2012. It does not affect your score"), LEAD
    )
    for question in wording.questionnaire.opinions:
        yield from _opinion(question, wording)


def _opinion(question: OpinionQuestion, wording: Wording) -> Iterator[Block]:
    many = wording._("Tick all that apply") if question.many else wording._("Tick one")
    rail = [Paragraph(question.id, _MARK), Paragraph(many, RAIL_TEXT)]
    main = [Paragraph(wording.text(question.text), _NAME), Paragraph(wording.text(question.help), _HELP)]
    yield SideBySide(rail, main, after=2, level=2)
    *options, last = question.options
    for number, option in enumerate(options, start=1):
        yield Checkbox(wording.text(option.label), str(number))
    yield Checkbox(wording.text(last.label), str(len(question.options)), keep_with_next=False, after=10)
