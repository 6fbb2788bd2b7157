"""Which addresses show, and hand out, the events that one looks for?"""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from thucydides.desk import Desk, EventEntry
from thucydides.vocabulary import ThucydidesError, Wish
from thucydides.web.answering import page as shown
from thucydides.web.explorepage import PAGE, explore_view, wish_of
from thucydides.web.mapping import PRECISIONS, RADII

COLUMNS = (
    "id", "label", "kind", "began", "ended", "part_of", "parties", "documents", "claims", "findings",
    "place", "latitude", "longitude", "precision",
)  # fmt: skip


def explore_routes(desk: Desk, borders: Path | None = None) -> APIRouter:
    """The explore page, its list as a file, its points and the user's own borders for the map.

    Raises ThucydidesError where the borders are no GeoJSON.
    """
    routes = APIRouter(include_in_schema=False)
    own = _geojson(borders) if borders else b"{}"

    @routes.get("/explore")
    def explore(request: Request, page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> HTMLResponse:
        wish = _wish(request)
        found = desk.explore(wish, first=(page - 1) * PAGE, most=PAGE)
        return shown("explore.html", view=explore_view(wish, found, page), borders=borders, precisions=PRECISIONS)

    @routes.get("/explore.csv")
    def as_table(request: Request) -> Response:
        return _file(as_csv(desk.explored(_wish(request))), "text/csv; charset=utf-8", "events.csv")

    @routes.get("/explore.json")
    def as_objects(request: Request) -> Response:
        rows = [row_of(entry) for entry in desk.explored(_wish(request))]
        return _file(json.dumps(rows, ensure_ascii=False, indent=1), "application/json", "events.json")

    @routes.get("/explore/spots.json")
    def spots(request: Request) -> JSONResponse:
        return JSONResponse(_points(desk.explore(_wish(request), most=0).spots))

    @routes.get("/explore/borders.json")
    def own_borders() -> Response:
        return Response(own, media_type="application/geo+json")

    return routes


def _geojson(place: Path) -> bytes:
    """The bytes of a GeoJSON file. Raises ThucydidesError."""
    try:
        content = place.read_bytes()
        held = json.loads(content)
    except (OSError, ValueError) as problem:
        raise ThucydidesError(f"{place}: borders are expected as GeoJSON; it cannot be read so ({problem})") from None
    if not isinstance(held, dict) or "type" not in held:
        raise ThucydidesError(f"{place}: borders are expected as GeoJSON; its outermost object has no 'type'")
    return content


def as_csv(entries: Iterable[EventEntry]) -> str:
    """The list as a table, a row an event."""
    written = io.StringIO(newline="")
    table = csv.DictWriter(written, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    table.writerows({name: _inert(value) for name, value in row_of(entry).items()} for entry in entries)
    return written.getvalue()


def row_of(entry: EventEntry) -> dict[str, Any]:
    """An event as a row of the list. Dates are EDTF, several parties are joined by a semicolon."""
    event, place = entry.event, entry.event.place
    return {
        "id": event.id,
        "label": event.label,
        "kind": event.kind.value,
        "began": entry.began,
        "ended": entry.ended,
        "part_of": event.part_of,
        "parties": "; ".join(entry.parties),
        "documents": entry.documents,
        "claims": entry.claims,
        "findings": entry.findings,
        "place": place.name if place else "",
        "latitude": place.latitude if place else "",
        "longitude": place.longitude if place else "",
        "precision": int(place.precision) if place else "",
    }


def _inert(value: Any) -> Any:
    """Words of strangers that a spreadsheet would calculate, as words."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _wish(request: Request) -> Wish:
    asked = request.query_params
    return wish_of({name: asked.getlist(name) for name in asked})


def _file(content: str, media_type: str, name: str) -> Response:
    return Response(
        content.encode("utf-8", "replace"),
        media_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _points(spots: Iterable[Any]) -> dict[str, Any]:
    """The spots as GeoJSON."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [spot.place.longitude, spot.place.latitude]},
            "properties": {
                "event": spot.event,
                "label": spot.label,
                "place": spot.place.name,
                "precision": PRECISIONS[spot.place.precision],
                "radius": RADII[spot.place.precision],
            },
        }
        for spot in spots
    ]
    return {"type": "FeatureCollection", "features": features}
