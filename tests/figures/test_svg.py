import re
from xml.etree import ElementTree

from app.figures import domains
from app.figures.chart import Chart, DataTable, Label
from app.figures.svg import render_svg
from tests.figures.all_charts import all_charts
from tests.figures.cast import card, wording_in

NAMESPACE = "{http://www.w3.org/2000/svg}"
TABLE = DataTable(("Domain",), (("G",),))


def parsed(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(markup)  # noqa: S314  # our own markup


def a_chart(title: str, text: str = "Defined") -> Chart:
    return Chart(100, 20, (Label(0, 10, text, 9, "#000000"),), title, "Words.", TABLE)


def test_every_chart_is_well_formed_xml() -> None:
    roots = {parsed(render_svg(chart)).tag for chart in all_charts()}

    assert roots == {f"{NAMESPACE}svg"}


def test_no_chart_carries_a_style_a_script_or_a_handler() -> None:
    markup = "".join(render_svg(chart) for chart in all_charts())

    assert re.findall(r"style|<script|\son\w+=|href|url\(", markup) == []


def test_a_chart_is_an_image_with_one_name() -> None:
    root = parsed(render_svg(a_chart("Bars")))

    assert (root.get("role"), root.get("aria-label")) == ("img", "Bars")
    assert [element.tag for element in root] == [f"{NAMESPACE}g"]
    assert not {"aria-describedby", "aria-labelledby", "id"} & root.attrib.keys()


def test_no_text_of_a_drawing_is_spoken() -> None:
    for chart in all_charts():
        (inside,) = parsed(render_svg(chart))

        assert inside.get("aria-hidden") == "true"


def test_a_text_browser_does_not_glue_the_texts_of_a_drawing_together() -> None:
    markup = render_svg(domains.domain_bars(card("bellatrix"), wording_in("en")))

    assert "</text><text" not in markup
    assert "".join(parsed(markup).itertext()).split()[:3] == ["Absent", "Ad", "hoc"]


def test_a_chart_scales_with_its_container() -> None:
    root = parsed(render_svg(a_chart("Bars")))

    assert (root.get("viewBox"), root.get("width"), root.get("height")) == ("0 0 100 20", None, None)


def test_a_text_is_never_markup() -> None:
    markup = render_svg(a_chart("<b>&", text="</text><script>"))

    root = parsed(markup)
    assert [element.text for element in root.iter(f"{NAMESPACE}text")] == ["</text><script>"]
    assert root.get("aria-label") == "<b>&"
