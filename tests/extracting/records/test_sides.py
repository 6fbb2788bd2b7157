"""Are the rows of a record by sides heard as what they say, of those whom they say it of?"""

from thucydides import authorities
from thucydides.extracting import extract
from thucydides.reading import read
from thucydides.vocabulary import Claim, Document

COUNTRIES = authorities.load()
RECORD = """The Battle of the Fords was fought between France and Spain.

Event: Battle of the Fords
Also known as: Action of 15 July 1808; 渡しの戦い
Part of: Brothers' Quarrel
Place: the fords, 12 km north of Alta
Coordinates: 47.6000, -118.5000
Began: 11 July 1808
Ended: 15 July 1808
Losses in all: 5,000 dead
First side: France; Kingdom of the Hills (from 1806); Duchy of Bray and Caux
Others counted: native allies
Commanders: Duke of York; Orlo Bat (Duchy of Bray and Caux)
Strength (Kingdom of the Hills): 400 men; 1 brig
Losses: 2,302 dead or missing (French archival figures); 300+ dead (native allies; according to Weiss)
Losses: 12 ships lost (14 July only)
Second side: Spain
Supported by: Portugal
Losses: heavy
Outcome: French victory
Client state: Duchy of Bray and Caux (France)
Source: Orlo Bat: The Fords; a history. 1906, pp. 3–4
"""


def _claims(words: str) -> list[Claim]:
    document = Document("fords.txt", words.encode())
    return list(extract(read(document), document_name=document.name, gazetteer=COUNTRIES).claims)


def _said(claims: list[Claim], attribute: str) -> list[tuple[tuple[str, ...], str, int]]:
    return [
        (claim.target.names, str(claim.value), claim.side)
        for claim in claims
        if claim.attribute == attribute and claim.reader == "labelled-record/1"
    ]


def test_the_row_that_names_the_event_names_that_of_every_claim() -> None:
    assert {claim.event.label for claim in _claims(RECORD)} == {"Battle of the Fords"}


def test_names_and_places_are_taken_whole_whatever_they_hold() -> None:
    claims = _claims(RECORD)
    assert [value for _, value, _ in _said(claims, "name")] == [
        "Battle of the Fords", "Action of 15 July 1808", "渡しの戦い",
    ]  # fmt: skip
    assert _said(claims, "place") == [((), "the fords, 12 km north of Alta", 0)]
    assert _said(claims, "part_of") == [((), "Brothers' Quarrel", 0)]
    assert [str(claim.value) for claim in claims if claim.attribute == "source"] == [
        "Orlo Bat: The Fords; a history. 1906, pp. 3–4"
    ]


def test_each_belligerent_stands_on_the_side_of_its_row_and_brackets_say_when_it_came() -> None:
    claims = _claims(RECORD)
    assert _said(claims, "belligerent") == [
        (("France",), "", 1), (("Kingdom of the Hills",), "", 1), (("Duchy of Bray and Caux",), "", 1),
        (("Spain",), "", 2),
    ]  # fmt: skip
    assert _said(claims, "joined") == [(("Kingdom of the Hills",), "1806", 1)]
    assert _said(claims, "supporter") == [(("Portugal",), "", 2)]


def test_a_row_is_about_the_whole_side_unless_brackets_behind_the_item_or_the_label_say_otherwise() -> None:
    claims = _claims(RECORD)
    side = ("France", "Kingdom of the Hills", "Duchy of Bray and Caux")
    assert _said(claims, "commander") == [(side, "Duke of York", 1), (("Duchy of Bray and Caux",), "Orlo Bat", 1)]
    assert _said(claims, "strength") == [
        (("Kingdom of the Hills",), "400", 1), (("Kingdom of the Hills",), "1", 1),
    ]  # fmt: skip


def test_brackets_say_whose_a_figure_is_who_gives_it_and_what_part_it_counts() -> None:
    losses = [claim for claim in _claims(RECORD) if claim.attribute == "loss"]
    side = ("France", "Kingdom of the Hills", "Duchy of Bray and Caux")
    told = [(each.target.names, each.attribution.claimant, each.phase) for each in losses]
    assert told == [
        ((), "", ""), (side, "French", ""), (("native allies",), "Weiss", ""), (side, "", "14 July"),
        (("Spain",), "", ""),
    ]  # fmt: skip
    assert losses[0].target.everyone
    assert losses[1].attribution.basis.value == "archival"


def test_a_bracket_that_nobody_understands_stays_a_part_of_the_words() -> None:
    claims = _claims(RECORD.replace("Duke of York;", "Duke of York (the younger);"))
    assert ("Duke of York (the younger)") in [value for _, value, _ in _said(claims, "commander")]


def test_coordinates_and_client_states_are_read_from_their_rows() -> None:
    claims = _claims(RECORD)
    assert _said(claims, "coordinates") == [((), "47.60000,-118.50000", 0)]
    assert _said(claims, "client_of") == [(("Duchy of Bray and Caux",), "France", 0)]


def test_the_labels_of_another_publisher_are_not_read_by_sides() -> None:
    page = "First Ford\n\nLocation: Alta\nCampaign: Hill Campaign\nDate(s): May 3, 1864\nCommanders: Orlo Bat [US]\n"
    assert [value for _, value, _ in _said(_claims(page), "commander")] == ["Orlo Bat"]
    assert not _said(_claims(page), "belligerent")
