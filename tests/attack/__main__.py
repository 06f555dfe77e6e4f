"""Many plots and nine sybils: ``python -m tests.attack [plots]`` prints the numbers in docs/peers.md."""

import sys

from tests.attack import coordinator, plots, sybils
from tests.attack.inference import Watcher
from tests.attack.stage import play

_SHARES = {
    plots.first_publication: 1.0,
    plots.newcomer: 1.0,
    plots.rejoiner: 1.0,
    plots.small_sibling: 1.0,
    plots.visitor: 0.3,
    plots.many_days: 0.3,
}


def main() -> int:
    """Play plots that no test plays; return 1 if any secret is exposed."""
    plot_count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    exposed = 0
    for draw, share in _SHARES.items():
        secrets = publications = 0
        for seed in range(1000, 1000 + int(plot_count * share)):
            plot = plots.drawn(draw, seed)
            seen = play(plot.acts, plot.truth)
            secrets += len(plot.truth)
            publications += len({id(each) for each in seen if each})
            found = Watcher(plot.acts, plot.truth).exposed()
            exposed += len(found)
            if found:
                print(f"  {draw.__name__} {seed}: {found}", flush=True)
        count = int(plot_count * share)
        print(f"{draw.__name__}: {count} plots, {publications} publications, {secrets} secrets", flush=True)
    print(f"{exposed} exposed")
    for honest in (1, 11, 31):
        result = sybils.measure(honest)
        print(f"nine sybils beside {honest}, {result.publications} publications: of 20 who joined last,")
        print(
            f"  {result.narrowed} have a range under 20 points; half of them at most {result.middle} points"
        )
    for known, others in ((9, 1), (19, 1), (29, 1), (8, 2), (18, 2), (6, 4), (16, 4), (10, 10)):
        print(f"a coordinator who knows {known} beside {others}: {coordinator.measure(known, others)}")
    return 1 if exposed else 0


sys.exit(main())
