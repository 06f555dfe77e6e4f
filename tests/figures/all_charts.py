"""Every chart of the cast: of an assessment, of rounds, of colleagues’ answers and of a programme."""

from collections.abc import Iterator

from app.figures.chart import Chart
from tests.figures.cast import every_chart
from tests.figures.cast_programme import programme_charts
from tests.figures.cast_rounds import every_trend_chart
from tests.figures.cast_voices import voice_charts


def all_charts() -> Iterator[Chart]:
    """Build all charts, in each language and width."""
    yield from every_chart()
    yield from every_trend_chart()
    yield from voice_charts()
    yield from programme_charts()
