"""The charts of the results page, drawn for a wide and for a narrow screen."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from app.figures import domains, exposure, opinions, overall_readiness, radar
from app.figures.chart import Chart
from app.figures.svg import render_svg
from app.maturity.scorecard import Scorecard
from app.maturity.text import Language

# On a phone letters stay readable only if the chart is drawn for fewer units.
PHONE_WIDTH = 204.0


@dataclass(frozen=True, slots=True)
class ChartSvg:
    """A chart to put on a page. ``narrow`` is missing where one drawing serves every screen."""

    chart: Chart
    wide: Markup
    narrow: Markup | None = None


@dataclass(frozen=True, slots=True)
class ScorecardCharts:
    """The charts of one scorecard; those of the opinions in the order of its opinions."""

    position: ChartSvg
    domains: ChartSvg
    radar: ChartSvg
    exposure: ChartSvg
    opinions: tuple[ChartSvg, ...]


def draw_scorecard_charts(card: Scorecard, language: Language, _: Callable[[str], str]) -> ScorecardCharts:
    """Draw the charts of a scorecard."""
    return ScorecardCharts(
        position=draw_chart(
            "chart-position",
            overall_readiness.readiness_bar(card, language, _),
            overall_readiness.readiness_bar(card, language, _, width=PHONE_WIDTH),
        ),
        domains=draw_chart(
            "chart-domains",
            domains.domain_bars(card, language, _),
            domains.domain_bars(card, language, _, width=PHONE_WIDTH),
        ),
        radar=draw_chart("chart-radar", radar.radar(card, language, _)),
        exposure=draw_chart(
            "chart-exposure",
            exposure.exposure_bars(card, language, _),
            exposure.exposure_bars(card, language, _, width=PHONE_WIDTH),
        ),
        opinions=tuple(
            draw_chart(
                f"chart-{result.question.id}",
                opinions.opinion_shares(result, language, _),
                opinions.opinion_shares(result, language, _, width=PHONE_WIDTH),
            )
            for result in card.opinions
        ),
    )


def draw_chart(id: str, wide: Chart, narrow: Chart | None = None) -> ChartSvg:
    """Draw a chart for a page, under an id of its own there, and once more for a phone."""
    # svg() escapes every text; nothing else of a chart is free text.
    if narrow is None:
        return ChartSvg(wide, Markup(render_svg(wide, id)))  # noqa: S704  see above
    return ChartSvg(wide, Markup(render_svg(wide, id)), Markup(render_svg(narrow, f"{id}-narrow")))  # noqa: S704  see above
