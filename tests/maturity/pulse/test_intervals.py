from decimal import Decimal, localcontext
from random import Random

import pytest

from app.maturity.pulse.intervals import Interval, newcombe, wilson

Z = Decimal("1.959963984540054")


def independent_wilson(count: int, n: int) -> tuple[Decimal, Decimal]:
    """Find both p with (count/n - p)² = z² p (1 - p) / n by bisection, with fifty digits."""
    with localcontext(prec=50):
        share = Decimal(count) / n

        def outside(p: Decimal) -> bool:
            return (share - p) ** 2 > Z * Z * p * (1 - p) / n

        def edge(inside: Decimal, beyond: Decimal) -> Decimal:
            for _ in range(120):
                middle = (inside + beyond) / 2
                inside, beyond = (inside, middle) if outside(middle) else (middle, beyond)
            return inside

        return edge(share, Decimal(0)), edge(share, Decimal(1))


def independent_newcombe(a: int, m: int, b: int, n: int) -> tuple[Decimal, Decimal]:
    with localcontext(prec=50):
        p, q = Decimal(a) / m, Decimal(b) / n
        (low_p, high_p), (low_q, high_q) = independent_wilson(a, m), independent_wilson(b, n)
        lower = p - q - ((p - low_p) ** 2 + (high_q - q) ** 2).sqrt()
        upper = p - q + ((high_p - p) ** 2 + (q - low_q) ** 2).sqrt()
        return lower, upper


def near(interval: Interval, expected: tuple[Decimal, Decimal]) -> bool:
    return abs(interval.lower - float(expected[0])) < 1e-9 and abs(interval.upper - float(expected[1])) < 1e-9


def random_counts(draws: int) -> list[tuple[int, int]]:
    random = Random(1998)  # noqa: S311  # nothing secret: the same draw every time
    sizes = [random.choice((1, 2, 9, 10, 11, 35, 100, 400, random.randint(1, 5000))) for _ in range(draws)]
    return [(random.choice((0, n, random.randint(0, n))), n) for n in sizes]


@pytest.mark.parametrize(
    ("counts", "lower", "upper"),
    [
        ((56, 70, 48, 80), "0.0524", "0.3339"),
        ((9, 10, 3, 10), "0.1705", "0.8090"),
        ((6, 7, 2, 7), "0.0582", "0.8062"),
        ((5, 56, 0, 29), "-0.0381", "0.1926"),
        ((0, 10, 0, 20), "-0.1611", "0.2775"),
        ((0, 10, 0, 10), "-0.2775", "0.2775"),
        ((10, 10, 0, 20), "0.6791", "1.0000"),
        ((10, 10, 0, 10), "0.6075", "1.0000"),
    ],
)
def test_newcombe_gives_the_published_examples(
    counts: tuple[int, int, int, int], lower: str, upper: str
) -> None:
    found = newcombe(*counts)

    assert (f"{found.lower:.4f}", f"{found.upper:.4f}") == (lower, upper)


@pytest.mark.parametrize(
    ("count", "n", "lower", "upper"),
    [
        (81, 263, "0.2553", "0.3662"),
        (15, 148, "0.0624", "0.1605"),
        (0, 20, "0.0000", "0.1611"),
        (1, 29, "0.0061", "0.1718"),
    ],
)
def test_wilson_gives_the_published_examples(count: int, n: int, lower: str, upper: str) -> None:
    found = wilson(count, n)

    assert (f"{found.lower:.4f}", f"{found.upper:.4f}") == (lower, upper)


def test_wilson_agrees_with_an_independent_solution() -> None:
    assert all(near(wilson(*each), independent_wilson(*each)) for each in random_counts(400))


def test_newcombe_and_its_verdict_agree_with_an_independent_solution() -> None:
    counts = random_counts(400)
    for (a, m), (b, n) in zip(counts[::2], counts[1::2], strict=True):
        found, expected = newcombe(a, m, b, n), independent_newcombe(a, m, b, n)

        assert near(found, expected)
        assert found.excludes_zero == (expected[0] > 0 or expected[1] < 0)


def test_the_worked_example_of_the_method_page_holds() -> None:
    pulse, difference = wilson(27, 36), newcombe(27, 36, 62, 100)

    assert (f"{pulse.lower:.4f}", f"{pulse.upper:.4f}") == ("0.5893", "0.8625")
    assert (f"{difference.lower:.4f}", f"{difference.upper:.4f}") == ("-0.0537", "0.2791")
    assert newcombe(32, 36, 62, 100).lower > 0
    nine_of_ten = newcombe(9, 10, 62, 100)
    assert (f"{nine_of_ten.lower:.3f}", f"{nine_of_ten.upper:.3f}") == ("-0.037", "0.408")


@pytest.mark.parametrize("n", [1, 9, 10, 35, 400, 5000])
def test_the_bounds_of_none_and_of_all_are_exact(n: int) -> None:
    assert wilson(0, n).lower == 0
    assert wilson(n, n).upper == 1
    assert wilson(0, n).upper == pytest.approx(1 - wilson(n, n).lower)


@pytest.mark.parametrize(("count", "n"), [(0, 0), (-1, 10), (11, 10)])
def test_a_count_that_is_no_share_has_no_interval(count: int, n: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(count, n)


def test_an_interval_that_touches_zero_does_not_exclude_it() -> None:
    assert not Interval(0.0, 0.2).excludes_zero
    assert not Interval(-0.2, 0.0).excludes_zero
    assert Interval(0.001, 0.2).excludes_zero
    assert Interval(-0.2, -0.001).excludes_zero
