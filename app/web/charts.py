"""The charts of pages as SVG, drawn for a wide and for a narrow screen."""

from dataclasses import dataclass

from markupsafe import Markup

from app.figures import domains, exposure, opinions, overall_readiness, radar
from app.figures.chart import Chart
from app.figures.svg import render_svg
from app.figures.typography import PHONE_WIDTH
from app.maturity.scorecard import Scorecard
from app.translations.wording import Wording


@dataclass(frozen=True, slots=True)
class ChartSvg:
    """A chart on a page; ``narrow`` is None if one drawing serves every screen."""

    chart: Chart
    wide: Markup
    narrow: Markup | None = None


@dataclass(frozen=True, slots=True)
class ScorecardCharts:
    """The charts of one scorecard; ``opinions`` is in the order of its opinions."""

    position: ChartSvg
    domains: ChartSvg
    radar: ChartSvg
    exposure: ChartSvg
    opinions: tuple[ChartSvg, ...]


def draw_scorecard_charts(card: Scorecard, wording: Wording) -> ScorecardCharts:
    """Return the charts of a scorecard."""
    return ScorecardCharts(
        position=draw_chart(
            "chart-position",
            overall_readiness.readiness_bar(card, wording),
            overall_readiness.readiness_bar(card, wording, width=PHONE_WIDTH),
        ),
        domains=draw_chart(
            "chart-domains",
            domains.domain_bars(card, wording),
            domains.domain_bars(card, wording, width=PHONE_WIDTH),
        ),
        radar=draw_chart("chart-radar", radar.radar(card, wording)),
        exposure=draw_chart(
            "chart-exposure",
            exposure.exposure_bars(card, wording),
            exposure.exposure_bars(card, wording, width=PHONE_WIDTH),
        ),
        opinions=tuple(
            draw_chart(
                f"chart-{result.question.id}",
                opinions.opinion_shares(result, wording),
                opinions.opinion_shares(result, wording, width=PHONE_WIDTH),
            )
            for result in card.opinions
        ),
    )


def draw_chart(id: str, wide: Chart, narrow: Chart | None = None) -> ChartSvg:
    """Return a chart under an id of its page, with a second drawing for a phone."""
    # render_svg escapes every text, and nothing else in a chart is free text.
    if narrow is None:
        return ChartSvg(wide, Markup(render_svg(wide, id)))  # noqa: S704  see above
    return ChartSvg(wide, Markup(render_svg(wide, id)), Markup(render_svg(narrow, f"{id}-narrow")))  # noqa: S704  see above
