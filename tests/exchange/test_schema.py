import json

from app.catalogue.versions import load_all
from app.exchange import answer_json, assessment_json, plan_json, round_json
from tests.exchange.schema import FILE, ROOT, written


def test_the_schema_in_the_documentation_is_what_the_code_reads() -> None:
    questionnaire = load_all(ROOT / "questionnaires").newest

    assert FILE.read_text(encoding="utf-8") == written(questionnaire), "python -m tests.exchange.schema"


def test_the_schema_names_every_key_that_the_reader_knows() -> None:
    published = json.loads(FILE.read_text(encoding="utf-8"))

    assert tuple(published["properties"]) == assessment_json.KEYS
    assert tuple(published["properties"]["profile"]["properties"]) == round_json.PROFILE_KEYS
    assert tuple(published["$defs"]["optional_answer"]["properties"]) == answer_json.KEYS_WITH_CARRIED
    assert tuple(published["properties"]["rounds"]["items"]["properties"]) == assessment_json.ROUND_KEYS
    assert tuple(published["properties"]["plan"]["items"]["properties"]) == plan_json.KEYS
