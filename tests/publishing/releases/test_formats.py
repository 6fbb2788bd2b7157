"""Do all formats say the same, with their kinds of nothing, and can each cell be walked back to its words?"""

import csv
import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

import pandas
import pyreadstat
import pytest
from pyarrow import parquet

from tests.publishing.releases.made import release
from thucydides.coding import units
from thucydides.publishing import FORMATS, package, zipped

UNITS = units()


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return package(release())


def table(files: dict[str, bytes], name: str = "rows.csv") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode())))


def test_a_silence_is_never_a_zero_and_each_kind_of_nothing_has_its_code(files: dict[str, bytes]) -> None:
    by_actor = {row["actor_name"]: row for row in table(files)}
    assert by_actor["Norland"]["killed"] == "500"
    assert (by_actor["Norland"]["killed_low"], by_actor["Norland"]["killed_high"]) == ("350", "700")
    assert by_actor["Sudland"]["casualties"] == ".c"
    assert by_actor["Sudland"]["wounded"] in (".a", ".c")
    assert by_actor["Rebels"]["gwno"] == ".d"
    assert "0" not in {row["killed"] for row in table(files)}


def test_stata_reads_back_what_the_csv_says_with_labels_and_extended_missing_values(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    (tmp_path / "rows.dta").write_bytes(files["rows.dta"])
    assert b"<release>118</release>" in files["rows.dta"][:200]
    frame, meta = pyreadstat.read_dta(str(tmp_path / "rows.dta"), user_missing=True, apply_value_formats=False)
    assert meta.column_names_to_labels["killed"] == "Killed"
    assert all(len(name) <= 32 for name in frame.columns)
    words = {name: meta.variable_value_labels.get(name, {}) for name in frame.columns}
    for row, (_, read) in zip(table(files), frame.iterrows(), strict=True):
        for name, said in row.items():
            assert as_said(read[name], words[name]) == said, name


def as_said(read: object, labels: dict[float, str]) -> str:
    if read is None or (isinstance(read, float) and pandas.isna(read)):
        return ""
    if isinstance(read, str) and re.fullmatch("[a-f]", read):
        return f".{read}"
    if read in labels:
        return labels[read]  # type: ignore[index]
    return f"{read:g}" if isinstance(read, float) else str(read)


def test_pandas_reads_the_stata_file_too(files: dict[str, bytes]) -> None:
    frame = pandas.read_stata(io.BytesIO(files["rows.dta"]), convert_missing=True, convert_categoricals=False)
    assert [str(value) for value in frame["wounded"]] == [row["wounded"] for row in table(files)]


def test_parquet_reads_back_what_the_csv_says_and_why_a_value_is_absent(files: dict[str, bytes]) -> None:
    read = parquet.read_table(io.BytesIO(files["rows.parquet"]))
    assert read.schema.field("killed").metadata[b"label"] == b"Killed"
    codes = {"silent": ".a", "unknown": ".b", "vague": ".c", "not applicable": ".d"}
    for row, held in zip(table(files), read.to_pylist(), strict=True):
        for name, said in row.items():
            value = held[name]
            shown = "" if value is None else f"{value:g}" if isinstance(value, float) else value
            assert shown == ("" if said.startswith(".") else said), name
            if f"{name}_absent" in held:
                assert codes.get(held[f"{name}_absent"] or "", "") == (said if said.startswith(".") else "")


@pytest.mark.parametrize("unit", UNITS)
def test_frictionless_finds_nothing_to_complain_of(unit: str, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    for name, content in package(release(unit)).items():
        (tmp_path / name).write_bytes(content)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])


def test_every_cell_names_claims_that_are_there_with_their_words(files: dict[str, bytes]) -> None:
    claims = {row["claim_id"]: row for row in table(files, "claims.csv")}
    cells = table(files, "cells.csv")
    assert len(cells) == len(table(files)) * len(release().unit.variables)
    named = {claim for cell in cells for claim in cell["claims"].split()}
    assert named == set(claims)
    assert all(claims[claim]["quote"] for claim in named)
    assert all(cell["rule"] for cell in cells)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_the_graph_passes_its_shapes(files: dict[str, bytes]) -> None:
    rdflib, pyshacl = pytest.importorskip("rdflib"), pytest.importorskip("pyshacl")
    graph = rdflib.Graph().parse(data=files["provenance.jsonld"].decode(), format="json-ld")
    rules = rdflib.Graph().parse(data=files["shapes.ttl"].decode(), format="turtle")
    conforms, _, words = pyshacl.validate(graph, shacl_graph=rules)
    assert conforms, words
    annotation = rdflib.URIRef("http://www.w3.org/ns/oa#Annotation")
    assert len(set(graph.subjects(rdflib.RDF.type, annotation))) == len(release().claims)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_a_graph_without_its_words_does_not_pass(files: dict[str, bytes]) -> None:
    rdflib, pyshacl = pytest.importorskip("rdflib"), pytest.importorskip("pyshacl")
    broken = re.sub(r'"exact": "[^"]*"', '"exact": ""', files["provenance.jsonld"].decode())
    graph = rdflib.Graph().parse(data=broken, format="json-ld")
    rules = rdflib.Graph().parse(data=files["shapes.ttl"].decode(), format="turtle")
    assert not pyshacl.validate(graph, shacl_graph=rules)[0]


def test_an_event_stands_where_it_was_fought(files: dict[str, bytes]) -> None:
    (feature,) = json.loads(files["events.geojson"])["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [118.6, 47.7]}
    assert feature["properties"]["radius_km"] == 25
    assert feature["properties"]["reason"]


def test_the_codebook_names_every_variable_code_and_rule(files: dict[str, bytes]) -> None:
    made = release()
    for name in ("codebook.md", "codebook.html"):
        words = files[name].decode()
        for variable in made.unit.variables:
            assert variable.name in words
            assert variable.label in words
        assert all(condition.says in words for condition in made.rules.conditions)
        assert "no account says anything" in words
        assert "right on average" in words
        assert "not to be passed on" in words


def test_strangers_words_do_not_break_the_files_they_stand_in() -> None:
    odd = package(release(title='<script>"x"</script> {a} & b\n'))
    assert "<script>" not in odd["codebook.html"].decode()
    assert odd["sources.bib"].decode().count("{") == odd["sources.bib"].decode().count("}")
    assert r"\{Fords\} \& Mills\_100\%" in odd["sources.bib"].decode()
    assert json.loads(odd["datapackage.json"])["name"] == "script-x-script-a-b"


def test_the_same_release_gives_the_same_bytes_and_the_manifest_its_hashes() -> None:
    first, second = zipped(package(release())), zipped(package(release()))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        sums = dict(reversed(line.split("  ")) for line in archive.read("SHA256SUMS").decode().splitlines())
        assert set(archive.namelist()) == {*sums, "SHA256SUMS"}
        assert {one.file for one in FORMATS} < set(archive.namelist())
        for name, said in sums.items():
            assert hashlib.sha256(archive.read(name)).hexdigest() == said
