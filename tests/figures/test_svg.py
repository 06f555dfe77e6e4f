import re
from xml.etree import ElementTree

from app.figures import domains
from app.figures.chart import Chart, DataTable, Label
from app.figures.svg import render_svg
from tests.figures.cast import card, every_chart, wording_in

NAMESPACE = "{http://www.w3.org/2000/svg}"
TABLE = DataTable(("Domain",), (("G",),))


def parsed(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(markup)  # noqa: S314  # our own markup


def a_chart(title: str, text: str = "Defined") -> Chart:
    return Chart(100, 20, (Label(0, 10, text, 9, "#000000"),), title, "Words.", TABLE)


def test_every_chart_is_well_formed_xml() -> None:
    roots = {parsed(render_svg(chart, "figure")).tag for chart in every_chart()}

    assert roots == {f"{NAMESPACE}svg"}


def test_no_chart_carries_a_style_a_script_or_a_handler() -> None:
    markup = "".join(render_svg(chart, "figure") for chart in every_chart())

    assert re.findall(r"style|<script|\son\w+=|href|url\(", markup) == []


def test_a_chart_is_an_image_named_by_its_title_and_description() -> None:
    root = parsed(render_svg(a_chart("Bars"), "bars"))

    named = {child.get("id"): child.text for child in root if child.get("id")}
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "bars-title bars-description"
    assert named == {"bars-title": "Bars", "bars-description": "Words."}


def test_two_charts_on_a_page_share_no_id() -> None:
    chart = domains.domain_bars(card("bellatrix"), wording_in("en"))

    ids = re.findall(r' id="([^"]+)"', render_svg(chart, "bars") + render_svg(chart, "radar"))

    assert len(ids) == len(set(ids)) == 6


def test_a_chart_scales_with_its_container() -> None:
    root = parsed(render_svg(a_chart("Bars"), "bars"))

    assert (root.get("viewBox"), root.get("width"), root.get("height")) == ("0 0 100 20", None, None)


def test_a_text_is_never_markup() -> None:
    markup = render_svg(a_chart("<b>&", text="</text><script>"), "bars")

    root = parsed(markup)
    assert [element.text for element in root.iter(f"{NAMESPACE}text")] == ["</text><script>"]
    assert root[0].text == "<b>&"
