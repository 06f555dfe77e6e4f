"""ciso-assistant.yaml: the questionnaire as a framework that CISO Assistant loads, with its French."""

from collections.abc import Callable, Iterator

from app.exchange.ciso_assistant.yaml_text import write_yaml
from app.exchange.oscal.entries import UNDATED
from app.maturity.level import Level
from app.maturity.questionnaire import Domain, Question, Questionnaire
from app.maturity.scoring import CAPPED_LEVEL, GATE_MINIMUM
from app.maturity.text import LANGUAGES, N_, Language, Text
from app.maturity.versions.versions import version_key
from app.translations import translator

Node = dict[str, object]

# Minor versions of one major version, of which there are fewer; the program takes whole numbers alone.
_MAJOR = 1_000

_PRACTICES = N_("Covers %(count)s practices.")
_GATE = N_("A must-have: while it is below the level %(minimum)s, the overall level is at most %(cap)s.")
_STEPS = N_("The steps from level to level:")
_NOT_APPLICABLE = N_("Not applicable for this reason alone: %(reason)s")


def write(questionnaire: Questionnaire) -> bytes:
    """Write a questionnaire; equal questionnaires give equal bytes."""
    return write_yaml(as_dict(questionnaire))


def as_dict(questionnaire: Questionnaire) -> Node:
    """Return a questionnaire as a library with one framework, each practice with its own five statements."""
    name = _base(questionnaire)
    head: Node = {
        "ref_id": name.upper(),
        **_texts(name=questionnaire.title, description=questionnaire.answering_rule),
    }
    return {
        "urn": f"urn:muster:risk:library:{name}",
        "locale": "en",
        **head,
        "copyright": "Muster",
        "version": library_version(questionnaire),
        "publication_date": questionnaire.published or UNDATED,
        "provider": "Muster",
        "packager": "muster",
        "objects": {
            "framework": {
                "urn": f"urn:muster:risk:framework:{name}",
                **head,
                "min_score": int(Level.ABSENT),
                "max_score": int(Level.PROVEN),
                "scores_definition": {
                    "scale": _scale(questionnaire, questionnaire.level_meanings),
                    "alternatives": {
                        question.id.lower(): _scale(questionnaire, question.levels)
                        for domain in questionnaire.domains
                        for question in domain.questions
                    },
                },
                "implementation_groups_definition": list(_groups(questionnaire)),
                "requirement_nodes": list(_nodes(questionnaire)),
            }
        },
    }


def library_version(questionnaire: Questionnaire) -> int:
    """Return the whole number of a version, so that the program offers a newer one: 1.1 is 1001."""
    major, minor = version_key(questionnaire.version)
    return major * _MAJOR + minor


def practice_urn(questionnaire: Questionnaire, question: Question) -> str:
    """Return the name of a practice in the program, the same in all minor versions; it has small letters."""
    return f"{_domain_urn(questionnaire, question.domain_letter)}:{question.id.lower()}"


def _base(questionnaire: Questionnaire) -> str:
    return f"muster-{questionnaire.id}-{version_key(questionnaire.version)[0]}"


def _domain_urn(questionnaire: Questionnaire, letter: str) -> str:
    return f"urn:muster:risk:req_node:{_base(questionnaire)}:{letter.lower()}"


def _texts(**texts: Text) -> Node:
    """Return texts in English, with their French where the program looks for it."""
    return {
        **{key: text.en for key, text in texts.items()},
        "translations": {"fr": {key: text.fr for key, text in texts.items()}},
    }


def _scale(questionnaire: Questionnaire, statements: tuple[Text, ...]) -> list[Node]:
    return [
        {"score": level, **_texts(name=questionnaire.levels[level], description=statement)}
        for level, statement in enumerate(statements)
    ]


def _groups(questionnaire: Questionnaire) -> Iterator[Node]:
    for variant in questionnaire.variants.values():
        count = {"count": len(variant.questions)}
        described = Text(*(translator(language)(_PRACTICES) % count for language in LANGUAGES))
        yield {
            "ref_id": variant.id,
            **_texts(name=variant.name, description=described),
            # Without a group that is chosen beforehand, an audit begins with no practice at all.
            "default_selected": variant.id == "full",
        }


def _nodes(questionnaire: Questionnaire) -> Iterator[Node]:
    for domain in questionnaire.domains:
        yield _domain_node(questionnaire, domain)
        for question in domain.questions:
            yield _practice_node(questionnaire, question)


def _domain_node(questionnaire: Questionnaire, domain: Domain) -> Node:
    return {
        "urn": _domain_urn(questionnaire, domain.letter),
        "assessable": False,
        "depth": 1,
        "ref_id": domain.letter,
        **_texts(name=domain.name, description=domain.intro),
        "implementation_groups": [
            variant
            for variant in questionnaire.variants
            if questionnaire.questions_in(variant, domain.letter)
        ],
    }


def _practice_node(questionnaire: Questionnaire, question: Question) -> Node:
    return {
        "urn": practice_urn(questionnaire, question),
        "assessable": True,
        "depth": 2,
        "parent_urn": _domain_urn(questionnaire, question.domain_letter),
        "ref_id": question.id,
        **_texts(
            name=question.name,
            description=_in_both(lambda language: _description(questionnaire, question, language)),
            annotation=_in_both(lambda language: _annotation(questionnaire, question, language)),
            typical_evidence=_in_both(lambda language: _evidence(question, language)),
        ),
        "implementation_groups": [
            variant.id for variant in questionnaire.variants.values() if question.id in variant.questions
        ],
        "scores_definition_ref": question.id.lower(),
    }


def _description(questionnaire: Questionnaire, question: Question, language: Language) -> str:
    _ = translator(language)
    statements = "\n".join(
        _("%(name)s: %(value)s")
        % {"name": f"{level} {questionnaire.levels[level].in_(language)}", "value": statement.in_(language)}
        for level, statement in enumerate(question.levels)
    )
    return f"{question.text.in_(language)}\n\n{statements}"


def _annotation(questionnaire: Questionnaire, question: Question, language: Language) -> str:
    _ = translator(language)
    steps = "\n".join(f"{level}. {step.in_(language)}" for level, step in enumerate(question.actions, 1))
    paragraphs = [question.help.in_(language), question.why.in_(language)]
    # The program’s loader reads no importance, so that a gate is said in words.
    if question.gate:
        levels = {"minimum": GATE_MINIMUM, "cap": CAPPED_LEVEL}
        names = {key: questionnaire.levels[level].in_(language) for key, level in levels.items()}
        paragraphs.append(_(_GATE) % names)
    paragraphs.append(f"{_(_STEPS)}\n{steps}")
    if question.not_applicable:
        paragraphs.append(_(_NOT_APPLICABLE) % {"reason": question.not_applicable.in_(language)})
    return "\n\n".join(paragraphs)


def _evidence(question: Question, language: Language) -> str:
    return "\n".join(f"- {each.in_(language)}" for each in question.evidence)


def _in_both(write_in: Callable[[Language], str]) -> Text:
    return Text(write_in("en"), write_in("fr"))
