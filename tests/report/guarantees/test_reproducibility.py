from pathlib import Path

import pytest

from tests.report.guarantees.reproducibility import MACHINES, spoilt_in_threads, sums, sums_elsewhere

ASSESSMENTS = 2


@pytest.mark.parametrize("machine", MACHINES)
def test_another_hash_seed_time_zone_locale_and_folder_give_the_same_bytes(
    machine: str, tmp_path: Path
) -> None:
    built = sums_elsewhere(ASSESSMENTS, MACHINES[machine], tmp_path)

    assert len(built) >= 2 * ASSESSMENTS
    assert built == sums(ASSESSMENTS)


def test_sixteen_threads_build_the_same_bytes_as_one() -> None:
    assert spoilt_in_threads(2, threads=16, documents=48) == []
