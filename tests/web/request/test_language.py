import pytest
from flask import Flask

from tests.web.checks import attributes, words
from tests.web.respondent import Respondent

ODD = ["x" * 60_000, "%00", "é", "%ff%fe", "<script>alert(1)<b>", "a%3Fb%23c", "%0d%0aX: y"]


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        *(("fr", "fr"), ("fr-CA,en;q=0.5", "fr"), ("de,fr;q=0.4", "fr"), ("en;q=0.1,fr;q=0.9", "fr")),
        *(("", "en"), ("*", "en"), ("de", "en"), ("en-GB,fr;q=0.9", "en"), ("fr;q=0", "en")),
        *(("fr;q=x", "en"), ("," * 5_000, "en"), ("é", "en")),
    ],
)
def test_the_first_address_leads_to_the_browsers_language(app: Flask, accepted: str, language: str) -> None:
    response = app.test_client().get("/", headers={"Accept-Language": accepted})

    assert response.status_code == 302
    assert response.headers["Location"] == f"/{language}/"
    assert "Accept-Language" in response.headers["Vary"]


PUBLIC = ["", "start", "code", "import", "verify", "method", "privacy", "accessibility", "signed-out"]
OWN = ["", "code", "profile", "G", "V", "opinions", "check", "results", "targets"]


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_page_leads_to_itself_in_the_other_language(respondent: Respondent, name: str) -> None:
    assert switched(respondent.opens(f"/en/{name}")) == f"/fr/{name}"


@pytest.mark.parametrize("name", OWN)
def test_every_page_of_an_assessment_leads_to_itself_in_the_other_language(
    respondent: Respondent, name: str
) -> None:
    path = respondent.starts("quick").visits(name).path

    assert switched(respondent) == path.replace("/en/", "/fr/")


def switched(respondent: Respondent) -> str:
    """Follow the link to the other language, and return its address."""
    [link] = respondent.page.query("header a[hreflang]")
    assert attributes(link)["hreflang"] == attributes(link)["lang"] == "fr"
    assert words(link) == "Français"
    other = Respondent(respondent.client, "fr").opens(attributes(link)["href"])
    assert other.status == 200
    return other.path


def test_a_refused_page_leads_to_the_same_page_too(respondent: Respondent) -> None:
    respondent.starts("quick").completes()
    assert switched(respondent).endswith("/check")

    assert switched(respondent.visits("G").sends({"G1": "9", "action": "save"})).endswith("/G")


def test_a_supposition_leads_back_to_its_form(respondent: Respondent) -> None:
    respondent.starts("quick").answers("G", "save", G1="0").visits("results/what-if").sends(form="/what-if")
    assert respondent.status == 200

    assert switched(respondent).endswith("/results/what-if")


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "start/",
        "assessment",
        "assessment/",
        "G",
        "questionnaire-x.pdf",
        "%00",
        "assessment/..%2f..%2fetc/G",
    ],
)
def test_an_unknown_path_is_not_found_in_its_own_language(app: Flask, path: str) -> None:
    reader = Respondent(app.test_client(), "fr").opens(f"/fr/{path}")

    assert reader.status == 404
    assert reader.text.count("Page introuvable") == 1


@pytest.mark.parametrize(
    "path", ["/nothing", "/fre/start", "/FR/", "/static/nothing", "/static/../config.py"]
)
def test_a_path_without_language_is_not_found_in_the_browsers(app: Flask, path: str) -> None:
    response = app.test_client().get(path, headers={"Accept-Language": "fr"})

    assert response.status_code == 404
    assert "Page introuvable" in response.text


@pytest.mark.parametrize("id", ODD)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_odd_assessment_asks_for_its_code_in_the_readers_language(
    respondente: Respondent, id: str, method: str
) -> None:
    path = f"/fr/assessment/{id}/G"
    respondente = respondente.opens(path) if method == "GET" else respondente.posts({"G1": "2"}, path=path)

    assert respondente.status == 404
    assert respondente.page.query('input[name="code"]')
    assert "<script>alert" not in respondente.response.text
    [link] = respondente.page.query("header a[hreflang]")
    assert Respondent(respondente.client, "en").opens(attributes(link)["href"]).status == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "NONSENSE"])
@pytest.mark.parametrize("path", ["/fr/start", "/fr/assessment/x/G", "/fr/"])
def test_another_method_is_refused_in_the_readers_language(app: Flask, path: str, method: str) -> None:
    response = app.test_client().open(path, method=method)

    assert response.status_code == 405
    assert "Cette page" in response.text
    assert "GET" in response.headers["Allow"]


def test_a_method_that_a_page_lacks_is_refused(app: Flask) -> None:
    client = app.test_client()

    assert client.get("/fr/sign-out").status_code == 405
    assert client.post("/fr/method").status_code == 405
    assert client.post("/healthz").status_code == 405
