from itertools import cycle

from app.report.tasks import render_tasks
from app.report.voices.meeting_sheet import render_meeting_sheet
from tests.figures.cast import LANGUAGES, card, wording_in
from tests.report.corpus import HOSTILE, STRANGE, WRITTEN
from tests.report.documents import blank, board_among_peers, pdf_among_peers, published_peers_pdf
from tests.report.plan.plan_documents import typed_plan, with_plan
from tests.report.programme.programme_documents import letters, report, report_of_labels
from tests.report.pulse_documents import poster, with_pulse
from tests.report.renderers import RENDERERS, render_with_files
from tests.report.rounds.round_documents import after_rounds
from tests.report.sample import sample
from tests.report.verapdf.checking import broken_rules
from tests.report.voices.voice_documents import meeting, typed_voices, with_voices

# ``make proof`` checks many more.
ASSESSMENTS = 16


def test_every_document_is_pdf_ua_1_and_pdf_a_3a() -> None:
    documents = {
        f"{kind} {language} {case.name}": render_with_files(kind, case.scorecard, language)
        for case, language in zip(sample(ASSESSMENTS), cycle(LANGUAGES), strict=False)
        for kind in RENDERERS
    }
    documents |= {f"among {number} peers": pdf_among_peers(number, "fr") for number in (10, 35)}
    documents |= {f"published {number}": published_peers_pdf(number, "fr") for number in (10, 35)}
    documents |= {f"blank {language}": blank("full", language) for language in LANGUAGES}

    documents |= {
        f"pulse of {n} {language}": with_pulse(n, grouping, language)
        for n, grouping in ((10, ""), (120, "function"))
        for language in LANGUAGES
    }
    documents |= {
        f"tasks of {owner} {language} {case.name}": render_tasks(
            case.scorecard, owner, wording_in(language, case.scorecard.questionnaire)
        )
        for case, owner, language in zip(
            sample(8), cycle(("hr", "communications")), cycle(LANGUAGES), strict=False
        )
    }
    documents |= {f"board among {number} peers": board_among_peers(number, "fr") for number in (10, 35)}
    documents |= {f"poster {language}": poster(language) for language in LANGUAGES}

    documents |= {
        f"after {count} rounds, board {board}": after_rounds(count, "fr", board=board, upgraded=1)
        for count in (3, 40)
        for board in (False, True)
    }

    documents |= {f"plan {language}": with_plan(language) for language in LANGUAGES}
    documents["plan of strange texts"] = with_plan("en", typed_plan())

    documents |= {f"voices {language}": with_voices(language) for language in LANGUAGES}
    documents |= {f"meeting {language}": meeting(language) for language in LANGUAGES}
    documents |= {f"programme {language}": report(12, language) for language in LANGUAGES}
    documents["programme of many"] = report(1_500, "en", "quick")
    documents["programme of strange names"] = report_of_labels([*HOSTILE.values(), *STRANGE.values()], "fr")
    documents["letters"] = letters([*WRITTEN.values(), *HOSTILE.values()], "fr")
    documents["meeting of strange texts"] = render_meeting_sheet(
        card("bellatrix", "quick"), typed_voices(), wording_in("en")
    )

    assert broken_rules(documents) == {name: set() for name in documents}
