import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from app.typesetting.document import DocumentMetadata, build_pdf
from app.typesetting.layout.paragraph import Paragraph, Span

# Composite letters: two threads at once in ReportLab’s subsetter get them wrong.
_COMPOSED = "".join(map(chr, (*range(0xC0, 0x180), *range(0x1EA0, 0x1EFA), *range(0x1F00, 0x1F08))))
_FRONT = DocumentMetadata(title="t", subject="s", header="r", footer="f", page_label="p", language="en")


def _built(number: int) -> bytes:
    words = _COMPOSED[number % 3 :] + ("וזארת הביטחון" if number % 2 else "وزارة الدفاع")
    return build_pdf(
        _FRONT,
        lambda _: [[Paragraph([Span(words, strong=True), Span(words)])]],
    )


@contextmanager
def _switching() -> Iterator[None]:
    """Switch between threads as often as possible."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        yield
    finally:
        sys.setswitchinterval(interval)


def test_documents_built_by_threads_at_once_have_the_right_letters() -> None:
    expected = [_built(number) for number in range(6)]

    with _switching(), ThreadPoolExecutor(8) as pool:
        made = list(pool.map(_built, range(64)))

    assert [content == expected[number % 6] for number, content in enumerate(made)] == [True] * 64
