from app.report.verification.examined import examine
from tests.report.documents import board
from tests.report.verification import handled


def test_tags_of_pages_that_were_added_do_not_count_as_their_own() -> None:
    own = board("capella", "quick", "fr")

    merged = examine(handled.extended(own, board("capella", "quick", "en")))

    assert [page.is_tagged for page in merged.pages] == [True, False]
