from tests.browser.visits import BEST_PRACTICE, NARROW, Visit

# These answer 404, so that nobody learns which assessments exist, and name what is wrong with the code.
ERRORS_ELSEWHERE = (
    *("code-404", "share-404", "own-link-404", "reopen-422", "peers-withdraw-404"),
    *("programme-code-404", "invitation-404"),
)
# The method’s tables of formulas and examples compare numbers across rows and columns.
TABLES_OF_TWO_DIMENSIONS = ("method",)


def test_the_page_is_the_one_that_was_meant(visited: Visit) -> None:
    assert visited.answer.status == visited.place.status
    assert visited.tab.locator("html").get_attribute("lang") == visited.language
    assert visited.tab.title().endswith(" – Muster")


def test_a_page_with_errors_names_them_in_its_summary(visited: Visit) -> None:
    problems = visited.tab.locator(".govuk-error-summary li")

    assert (problems.count() > 0) == (visited.place.status == 422 or visited.place.name in ERRORS_ELSEWHERE)


def test_axe_finds_no_violation_of_wcag(wide: Visit) -> None:
    assert not [str(each) for each in wide.violations if BEST_PRACTICE not in each.tags]


def test_axe_finds_no_breach_of_best_practice(wide: Visit) -> None:
    assert not [str(each) for each in wide.violations if BEST_PRACTICE in each.tags]


def test_every_group_of_choices_shows_its_question(wide: Visit) -> None:
    legends: list[str] = wide.measure("legends")

    assert all(legends)
    for legend in legends:
        assert wide.tab.get_by_role("group", name=legend, exact=True).count() == 1


def test_nothing_scrolls_sideways_at_320_pixels(narrow: Visit) -> None:
    assert narrow.measure("width") <= NARROW[0], narrow.measure("stickingOut")


def test_no_table_has_to_be_scrolled_at_320_pixels(narrow: Visit) -> None:
    may_scroll = narrow.place.name in TABLES_OF_TWO_DIMENSIONS

    assert bool(narrow.measure("scrolling")) == may_scroll, narrow.measure("scrolling")


def test_controls_are_large_enough_to_hit(narrow: Visit) -> None:
    assert not narrow.measure("tooSmall")


def test_wide_text_spacing_clips_nothing(narrow: Visit) -> None:
    narrow.measure("spaceText")

    clipped, sticking_out = narrow.measure("clipped"), narrow.measure("stickingOut")

    narrow.measure("unspaceText")
    assert not clipped
    assert not sticking_out


def test_the_browser_complains_of_nothing(visited: Visit) -> None:
    assert not visited.watch.complaints
