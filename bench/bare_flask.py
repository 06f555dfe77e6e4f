"""The floor: the least that Flask can answer, on the same server with the same settings."""

from flask import Flask

app = Flask(__name__)


@app.get("/")
def hello() -> str:
    """Answer one word."""
    return "hello"
