"""The cookie that remembers the code."""

import base64
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import Flask

from app import create_app
from app.config import Config
from tests.conftest import SECRET
from tests.web.pulse.colleague import open_pulse
from tests.web.respondent import Respondent

HOUR = 3600


@pytest.fixture
def begun(respondent: Respondent) -> Respondent:
    return respondent.starts("quick", "Bellatrix")


@pytest.fixture
def stranger(app: Flask) -> Respondent:
    """Return a person at another browser."""
    return Respondent(app.test_client())


@pytest.fixture
def cipher() -> Fernet:
    """Return the cookie's key, derived from the server's secret."""
    key = HKDF(SHA256(), length=32, salt=None, info=b"muster cookie 1").derive(SECRET.encode())
    return Fernet(base64.urlsafe_b64encode(key))


def cookie(respondent: Respondent) -> str:
    """Return the value of the browser's cookie."""
    found = respondent.client.get_cookie("muster")
    assert found is not None
    return found.value


def aged(respondent: Respondent, cipher: Fernet, seconds: int) -> Respondent:
    """Replace a browser's cookie by one that was made some seconds ago."""
    then = int(datetime.now(UTC).timestamp()) - seconds
    content = cipher.decrypt(cookie(respondent))
    respondent.client.set_cookie("muster", cipher.encrypt_at_time(content, then).decode())
    return respondent


def test_the_cookie_holds_no_code_in_clear_and_no_script_reads_it(begun: Respondent, cipher: Fernet) -> None:
    normal = begun.code.replace("-", "")
    value = cookie(begun)
    raw = base64.urlsafe_b64decode(value)

    assert normal in cipher.decrypt(value).decode()
    for form in (normal, normal.lower(), begun.code, normal[:8]):
        assert form not in value
        assert form.encode() not in raw


def test_the_cookie_is_sent_to_this_site_only_and_ends_with_the_browser(stranger: Respondent) -> None:
    header = stranger.opens("start").response.headers["Set-Cookie"]

    parts = {part.strip() for part in header.split(";")[1:]}
    assert parts == {"HttpOnly", "Path=/", "SameSite=Lax"}


def test_in_production_the_cookie_is_for_this_host_over_https_alone(config: Config) -> None:
    app = create_app(replace(config, production=True))
    client = app.test_client()

    response = client.get("/en/start", base_url="https://muster.example")

    header = response.headers["Set-Cookie"]
    assert header.startswith("__Host-muster=")
    assert {part.strip() for part in header.split(";")[1:]} == {
        "Secure",
        "HttpOnly",
        "Path=/",
        "SameSite=Lax",
    }
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    app.extensions["muster"].engine.dispose()


@pytest.mark.parametrize(("idle", "kept", "gone"), [("60", 0.98, 1.02), ("600", 9.98, 10.02)])
def test_a_browser_is_signed_out_after_the_chosen_idle_time(
    begun: Respondent, stranger: Respondent, cipher: Fernet, idle: str, kept: float, gone: float
) -> None:
    stranger.opens("code").sends({"code": begun.code, "idle": idle})

    assert aged(stranger, cipher, int(kept * HOUR)).visits("G").status == 200
    assert aged(stranger, cipher, int(gone * HOUR)).visits("G").status == 404


def test_a_browser_is_signed_out_a_day_after_its_first_code_in_spite_of_activity(
    begun: Respondent, cipher: Fernet
) -> None:
    held = begun.client.get_cookie("muster")
    assert held is not None
    content = json.loads(cipher.decrypt(held.value.encode()))

    for hours, status in ((23.9, 200), (24.1, 404)):
        older = {**content, "since": content["since"] - int(hours * HOUR)}
        begun.client.set_cookie("muster", cipher.encrypt(json.dumps(older).encode()).decode())
        assert begun.visits("G").status == status


def test_a_browser_that_is_signed_out_still_knows_which_pulse_it_answered(
    begun: Respondent, cipher: Fernet
) -> None:
    link, address = open_pulse(begun), begun.address("G")
    begun.opens(link).sends({"O1": "essential"})

    assert aged(begun, cipher, 11 * HOUR).opens(address).status == 404
    assert "Your answer has been sent" in begun.opens(link).text


def test_activity_restarts_the_idle_time(begun: Respondent, cipher: Fernet) -> None:
    old = cookie(aged(begun, cipher, HOUR // 2).visits("G"))
    assert datetime.now(UTC).timestamp() - cipher.extract_timestamp(old) < 60

    assert "Set-Cookie" not in begun.visits("G").response.headers


@pytest.mark.parametrize("value", ["x", "é", "gAAAAA", "A" * 4000, '{"open": {}}', "=;=", "\x7f"])
def test_a_forged_or_damaged_cookie_counts_as_none(
    begun: Respondent, stranger: Respondent, value: str
) -> None:
    stranger.client.set_cookie("muster", value)

    assert stranger.opens(begun.path).status == 404


def test_a_cookie_of_another_key_counts_as_none(begun: Respondent, stranger: Respondent) -> None:
    other = Fernet(Fernet.generate_key())
    content = json.dumps({"open": {begun.id: begun.code}, "idle": 600})
    stranger.client.set_cookie("muster", other.encrypt(content.encode()).decode())

    assert stranger.opens(begun.path).status == 404


def test_signing_out_forgets_every_code(begun: Respondent) -> None:
    path = begun.path

    begun.sends(form="/sign-out")

    assert begun.path == "/en/signed-out"
    assert begun.client.get_cookie("muster") is None
    assert begun.opens(path).status == 404


def test_signing_out_needs_the_forms_token(begun: Respondent) -> None:
    path = begun.path

    begun.sends({"csrf_token": "forged"}, form="/sign-out")

    assert begun.opens(path).status == 200


def test_eight_assessments_stay_open_and_a_ninth_closes_the_oldest(stranger: Respondent) -> None:
    paths = [stranger.starts("quick").path for _ in range(9)]

    assert [stranger.client.get(path).status_code for path in paths] == [404] + [200] * 8
    assert len(cookie(stranger)) < 3_000
