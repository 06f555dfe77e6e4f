"""Builders for the survey’s figures and findings and for the opinion questions O1 to O4."""

from app.maturity.opinions import CombinedFigure, OpinionOption, OpinionQuestion
from app.maturity.survey import Figure, Finding, Survey
from app.maturity.text import Text


def _text(en: str) -> Text:
    return Text(en, f"{en} (en français)")


def a_figure(
    id: str, share: int, shown: str | None = None, confidence: str = "B", *, working: bool = False
) -> Figure:
    """Return a published figure, shown as its percentage unless ``shown`` is passed."""
    return Figure(
        id=id,
        claim=_text(f"Claim of {id}"),
        shown=_text(shown or f"{share}%"),
        base=_text("respondents"),
        source=_text(f"Source of {id}"),
        address="https://example.org/2012",
        quote=f"Quote of {id}",
        quote_language="en",
        confidence=confidence,
        share=share,
        working=working,
    )


FIGURES = {
    figure.id: figure
    for figure in (
        a_figure("F6", 40),
        a_figure("F7", 9),
        a_figure("F8", 62, confidence="C+"),
        a_figure("F9", 58, confidence="C+"),
        a_figure("F10", 68, "over 68%"),
        a_figure("F11", 59),
        a_figure("F12", 56),
        a_figure("F13", 5, confidence="C"),
        a_figure("F14", 33, "about one third", "C", working=True),
    )
}


def a_finding(name: str, figure: Figure, kind: str = "benefit") -> Finding:
    """Return a finding whose weight is the figure’s share."""
    assert figure.share is not None
    return Finding(name, _text(name.replace("_", " ").capitalize()), kind, figure, figure.share)


def a_survey(*findings: Finding) -> Survey:
    """Return the survey with the findings, or with its own ones."""
    return Survey(
        title="Social Media in Defence 2012",
        issuer="Defence IQ",
        published="2012-08-14",
        sample=_text("over 100 industry professionals"),
        sample_figure="F5",
        mix=_text("68% commercial, 22% media, 10% other"),
        mix_figures=(),
        caution=_text("Opinions held in 2012."),
        precision=_text("About ten points either way."),
        sample_size=100,
        confidence={
            "A": _text("report"),
            "B": _text("blog"),
            "C+": _text("quoted"),
            "C": _text("paraphrase"),
        },
        figures=FIGURES,
        findings=findings or the_findings(),
    )


def the_findings() -> tuple[Finding, ...]:
    """Return the findings that have a weight, in the order of docs/method.md."""
    return (
        a_finding("importance", FIGURES["F8"], "priority"),
        a_finding("intention", FIGURES["F9"], "priority"),
        a_finding("brand_awareness", FIGURES["F10"]),
        a_finding("recruitment", FIGURES["F11"]),
        a_finding("thought_leadership", FIGURES["F12"]),
        a_finding("hostility", FIGURES["F14"], "barrier"),
    )


def an_option(token: str, figure: str | None = None, *, exclusive: bool = False) -> OpinionOption:
    """Return one option of an opinion question, with its figure."""
    label = _text(token.replace("_", " ").capitalize())
    return OpinionOption(token, label, exclusive=exclusive, figure=FIGURES[figure] if figure else None)


def an_opinion(
    id: str,
    *options: OpinionOption,
    many: bool = False,
    optional: bool = False,
    combined: tuple[CombinedFigure, ...] = (),
) -> OpinionQuestion:
    """Return an opinion question with its options."""
    return OpinionQuestion(
        id=id,
        name=_text(f"Opinion {id}"),
        text=_text(f"What do you think of {id}?"),
        help=_text(f"Help on {id}."),
        many=many,
        optional=optional,
        options=options,
        combined=combined,
    )


def the_opinions() -> tuple[OpinionQuestion, ...]:
    """Return O1 to O4 with the survey’s figures."""
    top = CombinedFigure(("essential", "very_important"), _text("Very important or essential"), FIGURES["F8"])
    return (
        an_opinion(
            "O1",
            an_option("essential"),
            an_option("very_important", "F6"),
            an_option("fairly_important"),
            an_option("not_very_important"),
            an_option("not_important_at_all", "F7"),
            an_option("dont_know"),
            combined=(top,),
        ),
        an_opinion(
            "O2",
            an_option("brand_awareness", "F10"),
            an_option("recruitment", "F11"),
            an_option("thought_leadership", "F12"),
            an_option("media_relations"),
            an_option("competitor_watch"),
            an_option("no_real_benefit", "F13", exclusive=True),
            many=True,
        ),
        an_opinion(
            "O3",
            an_option("hostility", "F14"),
            an_option("competitor_disclosure"),
            an_option("internal_leak"),
            an_option("skills"),
            an_option("return_on_investment"),
            an_option("none", exclusive=True),
            many=True,
        ),
        an_opinion("O4", an_option("yes", "F9"), an_option("no"), an_option("dont_know"), optional=True),
    )
