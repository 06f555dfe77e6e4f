"""Load the library and import audits with CISO Assistant’s own code; run by ``make consumers``.

This file runs with the Python of an installed CISO Assistant, in its ``backend`` folder, on an empty SQLite
database. It prints a JSON object with what the program says of each file.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

PREFIX = "urn:muster:risk:framework:muster-readiness-"


def main() -> None:
    """Load ``ciso-assistant.yaml`` of a folder and import each of its audits."""
    folder = Path(sys.argv[1])
    sys.path.insert(0, os.getcwd())  # noqa: PTH109  Python’s own name for the folder of the program

    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", "--run-syncdb", verbosity=0)
    said = {"library": load_library(folder / "ciso-assistant.yaml"), "audits": {}}
    for file in sorted(folder.glob("*-ciso-assistant.csv")):
        said["audits"][file.name] = import_audit(file)
    sys.stdout.write("\nSAID " + json.dumps(said) + "\n")


def load_library(file: Path) -> dict[str, object]:
    """Store and load the library as the program does for an upload, and return what it made of it."""
    from core.models import Framework, StoredLibrary
    from django.utils import translation

    stored, refused = StoredLibrary.store_library_content(file.read_bytes())
    refused = refused or stored.load()
    found = Framework.objects.get(urn__startswith=PREFIX)
    nodes = found.requirement_nodes.all()
    with translation.override("fr"):
        french = {node.ref_id: [node.get_name_translated, node.get_description_translated] for node in nodes}
    return {
        "refused": refused,
        "nodes": nodes.count(),
        "assessable": nodes.filter(assessable=True).count(),
        "scores": [found.min_score, found.max_score],
        "groups": [each["ref_id"] for each in found.implementation_groups_definition],
        "french": french,
    }


def statements(answer: Any) -> list[str]:  # noqa: ANN401  a model of the program
    """Return the statements that the program shows beside the scores of a practice."""
    return [each["description"] for each in answer.get_resolved_scoring()["scores_definition"]]


def import_audit(file: Path) -> dict[str, object]:
    """Import answers through the view of the data wizard, and return what the audit holds."""
    from core.models import ComplianceAssessment, Framework, Perimeter
    from iam.models import Folder
    from rest_framework.test import APIClient

    folder, _ = Folder.objects.get_or_create(
        name="Trial", parent_folder=Folder.get_root_folder(), content_type=Folder.ContentType.DOMAIN
    )
    perimeter, _ = Perimeter.objects.get_or_create(name="Trial", folder=folder)
    known = set(ComplianceAssessment.objects.values_list("id", flat=True))
    client = APIClient(SERVER_NAME="localhost")
    client.force_authenticate(user=administrator())
    response = client.post(
        "/api/data-wizard/load-file/",
        data=file.read_bytes(),
        content_type="application/octet-stream",
        HTTP_CONTENT_DISPOSITION="attachment; filename=audit.csv",
        HTTP_X_MODEL_TYPE="ComplianceAssessment",
        # Its own names have seconds in them: of two imports in one second the second one fails.
        HTTP_X_NAME=file.stem,
        HTTP_X_PERIMETER_ID=str(perimeter.id),
        HTTP_X_FOLDER_ID=str(folder.id),
        HTTP_X_FRAMEWORK_ID=str(Framework.objects.get(urn__startswith=PREFIX).id),
    )
    audit = ComplianceAssessment.objects.exclude(id__in=known).first()
    if audit is None:
        return {"status": response.status_code, "refused": response.content.decode()}
    average = audit.get_global_score()["maturity_score"]
    audit.score_calculation_method = ComplianceAssessment.CalculationMethod.AVG_OF_AVG
    answers = audit.requirement_assessments.filter(requirement__assessable=True)
    return {
        "status": response.status_code,
        "results": response.json()["results"],
        "average": average,
        "average_of_averages": audit.get_global_score()["maturity_score"],
        "answers": {
            each.requirement.ref_id: [each.result, each.status, each.score, each.is_scored, each.observation]
            for each in answers
        },
        "statements": {each.requirement.ref_id: statements(each) for each in answers},
    }


def administrator() -> object:
    """Return a person who may do everything."""
    from iam.models import Folder, User, UserGroup

    found = User.objects.filter(email="trial@example.org").first()
    if found is None:
        found = User.objects.create_superuser("trial@example.org", is_published=True)
        group = UserGroup.objects.get(name="BI-UG-ADM")
        found.folder = Folder.get_root_folder()
        found.save()
        group.user_set.add(found)
    return found


if __name__ == "__main__":
    main()
