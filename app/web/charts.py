"""The charts of the results page, drawn for a wide and for a narrow screen."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from app.figures import domains, exposure, opinions, overall_readiness, radar
from app.figures.chart import Chart
from app.figures.svg import svg
from app.maturity.scorecard import Scorecard
from app.maturity.text import Language

# On a phone letters stay readable only if the chart is drawn for fewer units.
PHONE = 204.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart to put on a page. ``narrow`` is missing where one drawing serves every screen."""

    chart: Chart
    wide: Markup
    narrow: Markup | None = None


@dataclass(frozen=True, slots=True)
class Pictures:
    """The charts of one scorecard; those of the opinions in the order of its opinions."""

    position: Picture
    domains: Picture
    radar: Picture
    exposure: Picture
    opinions: tuple[Picture, ...]


def draw(card: Scorecard, language: Language, _: Callable[[str], str]) -> Pictures:
    """Draw the charts of a scorecard."""
    return Pictures(
        position=picture(
            "chart-position",
            overall_readiness.overall_position(card, language, _),
            overall_readiness.overall_position(card, language, _, width=PHONE),
        ),
        domains=picture(
            "chart-domains",
            domains.domain_bars(card, language, _),
            domains.domain_bars(card, language, _, width=PHONE),
        ),
        radar=picture("chart-radar", radar.radar(card, language, _)),
        exposure=picture(
            "chart-exposure",
            exposure.exposure_bars(card, language, _),
            exposure.exposure_bars(card, language, _, width=PHONE),
        ),
        opinions=tuple(
            picture(
                f"chart-{result.question.id}",
                opinions.opinion_shares(result, language, _),
                opinions.opinion_shares(result, language, _, width=PHONE),
            )
            for result in card.opinions
        ),
    )


def picture(id: str, wide: Chart, narrow: Chart | None = None) -> Picture:
    """Draw a chart for a page, under an id of its own there, and once more for a phone."""
    # svg() escapes every text; nothing else of a chart is free text.
    if narrow is None:
        return Picture(wide, Markup(svg(wide, id)))  # noqa: S704  see above
    return Picture(wide, Markup(svg(wide, id)), Markup(svg(narrow, f"{id}-narrow")))  # noqa: S704  see above
