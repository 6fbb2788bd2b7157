"""Is every attribute, concept and code labelled and defined?"""

import pytest

from thucydides.vocabulary import ATTRIBUTES, CODES, CONCEPTS, mixed
from thucydides.vocabulary import values as value_types
from thucydides.vocabulary.counts import Count
from thucydides.vocabulary.dates import Duration, HistoricalDate

FAMILIES = {"who", "when", "where", "many", "what", "name"}
TYPES = {*vars(value_types), Count.__name__, Duration.__name__, HistoricalDate.__name__}


@pytest.mark.parametrize("code", ATTRIBUTES)
def test_an_attribute_says_what_it_is_and_what_values_it_takes(code: str) -> None:
    attribute = ATTRIBUTES[code]
    assert attribute.label
    assert attribute.definition.endswith(".")
    assert attribute.value in TYPES
    assert attribute.family in FAMILIES
    assert attribute.target in {"required", "optional", "none"}


@pytest.mark.parametrize("code", CONCEPTS)
def test_a_concept_has_a_label_a_definition_and_a_measure(code: str) -> None:
    concept = CONCEPTS[code]
    assert concept.label
    assert concept.measure
    assert concept.definition.endswith(".")
    assert len(concept.parts) in (0, 4)


def test_a_code_of_every_list_is_defined() -> None:
    assert all(meaning.endswith(".") for codes in CODES.values() for meaning in codes.values())
    assert set(CODES) >= {name for name, attribute in ATTRIBUTES.items() if attribute.value == "Code"}


def test_a_mix_stands_in_the_order_of_the_list_whatever_the_order_of_the_words() -> None:
    assert mixed("missing", "dead") == mixed("dead", "missing") == "dead+missing"
