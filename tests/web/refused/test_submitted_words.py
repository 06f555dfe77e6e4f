"""What could not be saved is listed in words: each field with its action, and none that nobody typed."""

from app.maturity.questionnaire import Questionnaire
from app.translations.wording import Wording
from app.web.refused.submitted_words import field_words


def test_the_fields_of_an_action_name_it_and_its_mark_is_left_out(questionnaire: Questionnaire) -> None:
    sent = [
        ("seen-a1", "0-1a2b3c4d"),
        ("title-a1", "Brief the guards"),
        ("person-a1", "Ada"),
        ("seen-a2", "1-1a2b3c4d"),
        ("state-a2", "done"),
    ]

    found = list(field_words(sent, [Wording("en", str, questionnaire)]))

    assert found == [
        ("What is to be done", "Brief the guards"),
        ("Person – Brief the guards", "Ada"),
        ("State", "Done"),
    ]
