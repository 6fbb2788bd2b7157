"""From which words does each cell come, in the terms of the web?

JSON-LD: a claim is a Web Annotation whose target is the span in its document, a cell is a PROV entity that was derived
from claims, and the release an activity that generated it. The context is written out, so that nothing is fetched.
"""

import json
from collections.abc import Iterator
from string import ascii_letters, digits
from typing import Any

from thucydides.publishing.claims_table import claim_row
from thucydides.publishing.releases.columns import MISSING, row_name
from thucydides.vocabulary import LinkedClaim, Release

CONTEXT: dict[str, Any] = {
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "thuc": "urn:thucydides:",
    "id": "@id",
    "type": "@type",
    "label": "rdfs:label",
    "value": "rdf:value",
    "title": "dcterms:title",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "exact": "oa:exact",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "wasGeneratedBy": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "used": {"@id": "prov:used", "@type": "@id"},
    "low": "thuc:low",
    "high": "thuc:high",
    "absence": "thuc:absence",
    "rule": "thuc:rule",
    "witnesses": {"@id": "thuc:witnesses", "@type": "xsd:integer"},
    "attribute": "thuc:attribute",
    "variable": "thuc:variable",
    "row": "thuc:row",
    "graph": "@graph",
}
SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix thuc: <urn:thucydides:> .

thuc:ClaimShape a sh:NodeShape ;
  sh:targetClass oa:Annotation ;
  sh:property [ sh:path oa:hasTarget ; sh:minCount 1 ; sh:maxCount 1 ; sh:node thuc:SpanShape ] ;
  sh:property [ sh:path oa:hasBody ; sh:minCount 1 ] ;
  sh:property [ sh:path thuc:attribute ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] .

thuc:SpanShape a sh:NodeShape ;
  sh:property [ sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path oa:hasSelector ; sh:minCount 2 ] .

thuc:PositionShape a sh:NodeShape ;
  sh:targetClass oa:TextPositionSelector ;
  sh:property [ sh:path oa:start ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] ;
  sh:property [ sh:path oa:end ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] .

thuc:QuoteShape a sh:NodeShape ;
  sh:targetClass oa:TextQuoteSelector ;
  sh:property [ sh:path oa:exact ; sh:minCount 1 ; sh:maxCount 1 ; sh:minLength 1 ] .

thuc:CellShape a sh:NodeShape ;
  sh:targetClass thuc:Cell ;
  sh:property [ sh:path prov:wasGeneratedBy ; sh:minCount 1 ; sh:maxCount 1 ; sh:class prov:Activity ] ;
  sh:property [ sh:path prov:wasDerivedFrom ; sh:class oa:Annotation ] ;
  sh:property [ sh:path thuc:variable ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path thuc:rule ; sh:minCount 1 ] ;
  sh:xone (
    [ sh:property [ sh:path rdf:value ; sh:minCount 1 ] ]
    [ sh:property [ sh:path thuc:absence ; sh:minCount 1 ] ]
  ) .
"""
"""What the graph must look like, in SHACL."""


_PLAIN = frozenset(ascii_letters + digits + ":-._")


def json_ld(release: Release) -> bytes:
    """The claims, the cells and the release as one graph."""
    graph = [_activity(release), *_sources(release), *_claims(release), *_cells(release)]
    whole = {"@context": CONTEXT, "graph": graph}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def shapes(_release: Release) -> bytes:
    """The shapes that the graph keeps to."""
    return SHAPES.encode()


def _activity(release: Release) -> dict[str, Any]:
    return {
        "id": "thuc:release",
        "type": "prov:Activity",
        "label": f"{release.title}, version {release.version}",
        "rule": f"{release.rules.label}: {release.rules.definition}",
        "used": f"thuc:ledger:{release.digest}",
    }


def _sources(release: Release) -> Iterator[dict[str, Any]]:
    for source in sorted(release.sources, key=lambda source: source.id):
        yield {"id": _iri(source.id), "type": "prov:Entity", "title": source.title}


def _claims(release: Release) -> Iterator[dict[str, Any]]:
    for identity in sorted(release.claims):
        yield _claim(release.claims[identity])


def _claim(linked: LinkedClaim) -> dict[str, Any]:
    claim = linked.claim
    said = claim_row(linked)
    return {
        "id": f"thuc:claim:{claim.id}",
        "type": ["oa:Annotation", "prov:Entity"],
        "attribute": claim.attribute,
        "body": {"type": "oa:TextualBody", "value": str(said["value"]) or str(said["target"]) or claim.quote},
        "target": {
            "type": "oa:SpecificResource",
            "source": f"urn:sha256:{claim.document}",
            "selector": [
                {"type": "oa:TextPositionSelector", "start": claim.span.start, "end": claim.span.end},
                {"type": "oa:TextQuoteSelector", "exact": claim.quote},
            ],
        },
        "wasAttributedTo": _iri(linked.source.id),
    }


def _cells(release: Release) -> Iterator[dict[str, Any]]:
    for row in release.rows:
        for name, cell in row.cells.items():
            held = {
                "value": cell.value,
                "low": cell.low,
                "high": cell.high,
                "absence": None if cell.absence is None else MISSING[cell.absence],
            }
            yield {
                "id": _iri(f"cell:{row_name(row)}:{name}"),
                "type": ["thuc:Cell", "prov:Entity"],
                "row": row_name(row),
                "variable": name,
                **{key: value for key, value in held.items() if value is not None},
                "witnesses": cell.witnesses,
                "rule": cell.rule,
                "wasDerivedFrom": [f"thuc:claim:{claim}" for claim in cell.claims],
                "wasGeneratedBy": "thuc:release",
            }


def _iri(name: str) -> str:
    """A name as part of a URN: what may not stand in one is written by its bytes."""
    return "thuc:" + "".join(letter if letter in _PLAIN else _bytes(letter) for letter in name)


def _bytes(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))
