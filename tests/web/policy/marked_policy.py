"""A policy with a marked word in every sentence, read as text and as a file, and kept in part."""

import re

from flask.testing import FlaskClient

# Larger than what Werkzeug keeps in memory by itself.
_PADDING = "The weather was fine and the ships were in the harbour. " * 15_000
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def marked_policy(word: str) -> str:
    """Return a policy with a sentence that is found, one that is not, and a heading, all with a word."""
    return (
        f"# Approval of {word}\n\nThis {word} policy was approved by the board on 3 March 2024. "
        f"Beat the {word} eggs with the sugar until the mixture is pale.\n\n"
    )


def read_policies(client: FlaskClient, path: str, token: str, word: str) -> None:
    """Have the policy read in every way, keep a sentence, and send what is refused."""
    text = marked_policy(word)
    shown = client.post(path, data={"csrf_token": token, "text": text})
    assert word in shown.text
    hidden = dict(_HIDDEN.findall(shown.text)) | {"csrf_token": token}
    kept = {**hidden, "document_title": word, "document_date": word, "keep-G1": "1"}
    for other, status in (
        ({"document_title": ""}, 422),
        ({}, 302),
        ({"document_date": f"{word} again"}, 409),
    ):
        assert client.post(f"{path}/keep", data=kept | other).status_code == status
    assert word in upload(client, path, token, f"{text}{_PADDING}".encode())
    assert word not in upload(client, path, token, b"%PDF-1.7 " + text.encode())


def upload(client: FlaskClient, path: str, token: str, content: bytes) -> str:
    """Send a file to be read, and return the page."""
    part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
    body = part.format("csrf_token", "").encode() + token.encode() + b"\r\n"
    body += part.format("file", '; filename="policy.txt"').encode() + content + b"\r\n--x--"
    return client.post(path, data=body, content_type="multipart/form-data; boundary=x").text
