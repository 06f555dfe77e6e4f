"""The text of faults and their order."""

from app.catalogue.faults import Fault, sort_faults


def test_a_fault_is_one_sentence() -> None:
    fault = Fault("domains/governance.toml", "G1.level.2.fr", "is empty")

    assert str(fault) == "domains/governance.toml: G1.level.2.fr: is empty"


def test_a_fault_of_a_whole_file_has_no_key() -> None:
    assert str(Fault("guidance.toml", "", "is missing")) == "guidance.toml: is missing"


def test_a_line_end_in_a_key_cannot_forge_a_second_fault() -> None:
    assert "\n" not in str(Fault("a.toml", "x\nb.toml: y", "is empty"))


def test_faults_are_sorted_by_file_then_by_key_with_numbers_in_order() -> None:
    tenth, second = Fault("b", "R10.title", "is empty"), Fault("b", "R2.title", "is empty")
    other = Fault("a", "z", "is empty")

    assert sort_faults([tenth, second, other]) == (other, second, tenth)


def test_the_same_fault_is_listed_once() -> None:
    assert len(sort_faults([Fault("a", "k", "is empty")] * 2)) == 1
