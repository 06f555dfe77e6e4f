"""The blank questionnaire, to gather answers on paper before they are typed."""

from collections.abc import Iterator, Sequence

from app.maturity.opinions import OpinionQuestion
from app.maturity.questionnaire import Domain, Question, Questionnaire
from app.maturity.text import Language
from app.report import files
from app.translations import Translate
from app.translations.wording import Voice
from app.typesetting.document import Front, build
from app.typesetting.layout.block import Block
from app.typesetting.layout.checkbox import Lines, Tick
from app.typesetting.layout.heading import Contents, Part, Section
from app.typesetting.layout.paragraph import Prose, Span
from app.typesetting.layout.side_by_side import Beside
from app.typesetting.layout.table_block import Column, Grid
from app.typesetting.tagged.tags import CAPTION
from app.typesetting.text.style import COVER_TITLE, LEAD, POINT, RAIL_TEXT, SMALL, WORDMARK, Style

_NAME = Style(10.4, 14, strong=True, after=2)
_HELP = Style(8.6, 11.8, colour=RAIL_TEXT.colour, after=3)
_MARK = Style(15, 18, strong=True, colour=WORDMARK.colour, after=1)


def render_blank(questionnaire: Questionnaire, variant: str, language: Language, _: Translate) -> bytes:
    """Give the blank questionnaire’s PDF for a variant in a language."""
    voice = Voice(language, _, questionnaire)
    asked = [each for each in questionnaire.domains if questionnaire.asked(variant, each.letter)]

    def parts(pages: dict[str, int]) -> Sequence[Sequence[Block]]:
        how = Section("how", _("How to answer"))
        opinions = Section("opinions", _("Opinion questions"))
        domains = {each.letter: Section(each.letter, _title(each, voice)) for each in asked}
        sections = (how, *domains.values(), opinions)
        return [
            [*_cover(variant, voice, sections, pages)],
            [how, *_how(voice)],
            *([domains[each.letter], *_domain(each, variant, voice)] for each in asked),
            [opinions, *_opinions(voice)],
        ]

    return build(_front(variant, voice), parts, _)


def _front(variant: str, voice: Voice) -> Front:
    _, questionnaire = voice._, voice.questionnaire
    title = _("Questionnaire on social media policy readiness")
    footer = _("Muster · questionnaire %(id)s %(version)s · %(variant)s") % {
        "id": questionnaire.id,
        "version": questionnaire.version,
        "variant": voice.says(questionnaire.variants[variant].name),
    }
    return Front(
        title=title,
        subject=footer,
        running=title,
        footer=footer,
        language=voice.language,
        schemas=(files.schema(None, voice, "questionnaire"),),
    )


def _title(domain: Domain, voice: Voice) -> str:
    return f"{domain.letter}  {voice.says(domain.name)}"


def _cover(
    variant: str, voice: Voice, sections: tuple[Section, ...], pages: dict[str, int]
) -> Iterator[Block]:
    _, questionnaire = voice._, voice.questionnaire
    practices = _("Practices: %(count)s") % {"count": len(questionnaire.asked(variant))}
    yield Prose(_("Muster"), WORDMARK)
    yield Prose(_("Questionnaire on social media policy readiness"), COVER_TITLE)
    yield Prose(f"{voice.says(questionnaire.variants[variant].name)} · {practices}", LEAD)
    yield Prose(
        _("To gather answers before you enter them. Nothing on this paper is scored until it is typed in."),
        LEAD,
    )
    yield Lines(_("Organisation"), 1, after=10)
    yield Lines(_("Filled in by"), 1, after=10)
    yield Lines(_("Date"), 1, after=16)
    yield Prose(_("Contents"), POINT, path=(CAPTION,))
    yield Contents(sections, pages)


def _how(voice: Voice) -> Iterator[Block]:
    _, questionnaire = voice._, voice.questionnaire
    ladder = zip(questionnaire.levels, questionnaire.ladder, strict=True)
    levels = tuple(
        (str(number), voice.says(name), voice.says(meaning)) for number, (name, meaning) in enumerate(ladder)
    )
    words = tuple((voice.says(term), voice.says(meaning)) for term, meaning in questionnaire.words)
    yield Prose(voice.says(questionnaire.rule), LEAD)
    yield Prose(
        _(
            "“We don’t know” is an honest answer: it counts as level 0 and is reported as something to find"
            " out. “Not applicable” is offered only where a question names the one reason for it."
        )
    )
    yield Part("levels", _("The five levels"))
    yield Grid((Column("", 24), Column(_("Level"), 84), Column(_("Meaning"), 372)), levels, about=1)
    yield Part("words", _("Words that mean the same everywhere"))
    yield Grid((Column(_("Word"), 140), Column(_("Meaning"), 340)), words)
    yield Prose(_("Comment and evidence hold up to 2,000 characters each."), SMALL)


def _domain(domain: Domain, variant: str, voice: Voice) -> Iterator[Block]:
    yield Prose(voice.says(domain.intro), LEAD)
    for question in voice.questionnaire.asked(variant, domain.letter):
        yield from _question(question, voice)


def _question(question: Question, voice: Voice) -> Iterator[Block]:
    _ = voice._
    rail = [Prose(question.id, _MARK)]
    if question.gate:
        rail.append(Prose(_("Gate"), RAIL_TEXT))
    main = [Prose(voice.says(question.text), _NAME), Prose(voice.says(question.help), _HELP)]
    yield Beside(rail, main, after=2, level=2)
    for level, statement in enumerate(question.levels):
        words = [Span(f"{voice.level(level)}  ", strong=True), Span(voice.says(statement))]
        yield Tick(words, str(level))
    yield Tick(_("We don’t know"))
    if question.not_applicable:
        reason = _("Not applicable: %(reason)s") % {"reason": voice.says(question.not_applicable)}
        yield Tick(reason)
    yield Lines(_("Comment"), 2)
    yield Lines(_("Evidence and its date"), 1, after=8)


def _opinions(voice: Voice) -> Iterator[Block]:
    _ = voice._
    yield Prose(_("What you think, asked as the survey asked in 2012; it enters no score"), LEAD)
    for question in voice.questionnaire.opinions:
        yield from _opinion(question, voice)


def _opinion(question: OpinionQuestion, voice: Voice) -> Iterator[Block]:
    many = voice._("Tick all that apply") if question.many else voice._("Tick one")
    rail = [Prose(question.id, _MARK), Prose(many, RAIL_TEXT)]
    main = [Prose(voice.says(question.text), _NAME), Prose(voice.says(question.help), _HELP)]
    yield Beside(rail, main, after=2, level=2)
    *options, last = question.options
    for option in options:
        yield Tick(voice.says(option.label))
    yield Tick(voice.says(last.label), with_next=False, after=10)
