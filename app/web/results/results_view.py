"""What the pages of the results show, each part made when a page first shows it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.figures import domains, exposure, opinions, overall_readiness, radar, readiness_words
from app.figures.typography import PHONE_WIDTH
from app.maturity.outlook.asked import count_asked
from app.maturity.outlook.next_step import FIRST_STEPS, next_steps
from app.maturity.peers.standings import PeerStandings
from app.maturity.pulse.results import PulseResult
from app.maturity.scorecard import Scorecard
from app.maturity.survey_table import SurveyRow, build_survey_table
from app.report.tasks_content import build_tasks_content
from app.translations.wording import Wording
from app.web.charts import ChartSvg, draw_chart
from app.web.peers import view
from app.web.peers.view import PeersView
from app.web.results import advice, opinion_words, trace
from app.web.results.advice import Advice, AskedPage
from app.web.results.first_steps import FirstStep, describe_step
from app.web.results.opinion_words import OpinionWords
from app.web.results.survey_view import SurveyRowWords, describe_rows
from app.web.results.trace import DomainTrace


@dataclass(frozen=True)
class ResultsView:
    """A scorecard with its words and charts.

    ``today`` is the day in UTC, ``standings`` are its peers, ``pulse`` is the closed pulse of its colleagues.
    """

    card: Scorecard
    wording: Wording
    today: date
    standings: PeerStandings | None = None
    pulse: PulseResult | None = None

    @property
    def level_words(self) -> str:
        """Return the overall level in words."""
        return readiness_words.level_words(self.card, self.wording)

    @property
    def held_back(self) -> str:
        """Return the sentence on what holds the result back."""
        return readiness_words.held_back(self.card, self.wording)

    @property
    def must_have_meaning(self) -> str:
        """Return what a must-have is."""
        return readiness_words.must_have_meaning(self.wording)

    @property
    def must_haves_title(self) -> str:
        """Return the heading of the must-haves that are missing or not answered."""
        return readiness_words.must_haves_title(self.card, self.wording)

    @property
    def first_steps(self) -> tuple[FirstStep, ...]:
        """Return the first things to do."""
        steps = next_steps(self.card, self.today)[:FIRST_STEPS]
        return tuple(describe_step(each, self.wording) for each in steps)

    @property
    def asked(self) -> dict[str, int]:
        """Return how many recommendations each role has."""
        return count_asked(self.card)

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """Return every recommendation in words, in the order of rank."""
        return advice.advise(self.card, self.today, self.wording)

    def asked_of(self, owner: str) -> AskedPage:
        """Return what is asked of one role."""
        content = build_tasks_content(self.card, owner, self.wording)
        own = tuple(each for each in self.advice if each.recommendation in content.recommendations)
        return AskedPage(owner, content, own)

    @property
    def position_chart(self) -> ChartSvg:
        """Return overall readiness on the scale of levels."""
        return draw_chart(overall_readiness.readiness_bar(self.card, self.wording, width=PHONE_WIDTH))

    @property
    def domain_chart(self) -> ChartSvg:
        """Return the domains as bars."""
        return draw_chart(domains.domain_bars(self.card, self.wording, width=PHONE_WIDTH))

    @property
    def radar_chart(self) -> ChartSvg:
        """Return the domains on axes from one centre."""
        return draw_chart(radar.radar(self.card, self.wording))

    @cached_property
    def survey_rows(self) -> tuple[SurveyRow, ...]:
        """Return what the sector said, what we say and what we do, a row for each finding."""
        return build_survey_table(self.card, self.pulse)

    @property
    def survey_table(self) -> tuple[SurveyRowWords, ...]:
        """Return these rows in words."""
        return tuple(describe_rows(self.survey_rows, self.wording))

    @property
    def exposure_chart(self) -> ChartSvg:
        """Return the exposure on each finding as bars."""
        return draw_chart(exposure.exposure_bars(self.card, self.wording, width=PHONE_WIDTH))

    @property
    def opinion_charts(self) -> tuple[ChartSvg, ...]:
        """Return the published shares of each answered opinion question."""
        return tuple(
            draw_chart(opinions.opinion_shares(result, self.wording, width=PHONE_WIDTH))
            for result in self.card.opinions
        )

    @property
    def opinions(self) -> tuple[tuple[OpinionWords, ...], ...]:
        """Return each answered opinion question in words, in the order of the charts."""
        return tuple(opinion_words.describe_opinion(result, self.wording) for result in self.card.opinions)

    @property
    def peers(self) -> PeersView | None:
        """Return the peers, or None for an interim result."""
        return view.own_peers(self.standings, self.wording) if self.standings else None

    @property
    def traces(self) -> tuple[DomainTrace, ...]:
        """Return the answers behind the score of every domain."""
        return trace.domain_traces(self.card)

    @property
    def mean_terms(self) -> str:
        """Return the arithmetic of overall readiness."""
        return trace.mean_terms(self.card)
