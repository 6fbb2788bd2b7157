"""Where were the events of a release, for a map?"""

import json
from collections.abc import Iterator
from typing import Any

from thucydides.vocabulary import Event, Place, Precision, Release

RADIUS = {
    Precision.EXACT: 1,
    Precision.NEAR: 25,
    Precision.DISTRICT: 50,
    Precision.PROVINCE: 150,
    Precision.LINE: 150,
    Precision.COUNTRY: 500,
    Precision.SEA_OR_AIR: 500,
}
"""Kilometres within which the event may lie, for drawing; the classes are UCDP's, the widths beyond 25 km are ours."""


def geojson(release: Release) -> bytes:
    """One point an event that has a place (RFC 7946), with the class of its precision and why it stands there."""
    features = list(_features(release))
    whole = {"type": "FeatureCollection", "features": features}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _features(release: Release) -> Iterator[dict[str, Any]]:
    for identity in sorted({row.event for row in release.rows}):
        event = release.events[identity]
        if event.place is not None:
            yield _feature(event, event.place)


def _feature(event: Event, place: Place) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": {
            "name": event.label,
            "kind": str(event.kind),
            "place": place.name,
            "precision": int(place.precision),
            "radius_km": RADIUS[place.precision],
            "origin": place.origin,
            "reason": event.place_reason,
        },
    }
