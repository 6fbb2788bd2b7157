"""Does the page for programs list every call, with an address to follow where one can be?"""

from thucydides.web.apipage import Asked, Call, calls_of

SCHEMA = {
    "paths": {
        "/fords": {
            "get": {
                "summary": "Fords", "description": "All fords.",
                "parameters": [
                    {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 1000}},
                    {"name": "since", "in": "query", "schema": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
                ],
            },
            "post": {"summary": "Ford"},
        },
        "/fords/{name}": {
            "get": {"parameters": [{"name": "name", "in": "path", "required": True, "schema": {"type": "string"}}]}
        },
    }
}  # fmt: skip


def test_every_call_is_listed_and_only_a_question_without_needs_can_be_followed() -> None:
    limit = Asked("limit", "query", "integer from 1 to 1,000", needed=False)
    since = Asked("since", "query", "text", needed=False)
    assert calls_of(SCHEMA, "/api") == (
        Call("GET", "/api/fords", "All fords.", (limit, since), "/api/fords"),
        Call("POST", "/api/fords", "Ford", (), ""),
        Call("GET", "/api/fords/{name}", "", (Asked("name", "path", "text", needed=True),), ""),
    )
