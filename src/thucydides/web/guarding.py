"""Does what asks for a change come from a page of ours?

A change needs the token of this run of the program twice: in a cookie that no other site can send, and in the form or
a header, where no other site can put it. What a browser says about where a request began must agree.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from secrets import compare_digest, token_urlsafe
from urllib.parse import quote, unquote, urlsplit

from fastapi import Request, Response
from starlette.datastructures import FormData, UploadFile

from thucydides.vocabulary import ThucydidesError

HOSTS = ("127.0.0.1", "localhost")
GUARDS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
COOKIE, HEADER, READER = "thucydides-token", "x-token", "thucydides-reader"
_HARMLESS = ("GET", "HEAD", "OPTIONS")
_OURS = ("same-origin", "none")
A_YEAR = 31_536_000
MOST_BYTES = 80_000_000
"""Of one request. What is larger is read from the command line."""


class Forged(ThucydidesError):
    """A request for a change that no page of this program made."""


class TooLarge(ThucydidesError):
    """A request with more in it than is taken from a browser."""


class Gate:
    """The token of one run of the program, and what is asked of every change."""

    def __init__(self) -> None:
        self.token = token_urlsafe(24)

    def let_in(self, request: Request) -> None:
        """Raise Forged or TooLarge for a change that began elsewhere, or has too much in it."""
        if request.method in _HARMLESS:
            return
        origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
        if site not in (None, *_OURS) or (origin is not None and not _is_ours(origin, request.headers.get("host", ""))):
            raise Forged("This change was asked for by another site. Nothing was changed.")
        length = request.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            raise TooLarge(
                f"More than {MOST_BYTES // 1_000_000} MB, or without its length: read it with `thucydides read`."
            )

    def require(self, request: Request, given: str) -> None:
        """Raise Forged unless the token stands in the cookie and in the request."""
        for said in (given, request.cookies.get(COOKIE, "")):
            if not compare_digest(said.encode(), self.token.encode()):
                raise Forged(
                    "This page is older than the program that is running now. Load it again, then decide again. "
                    "Nothing was changed."
                )

    async def form(self, request: Request) -> AsyncIterator[Mapping[str, str]]:
        """The fields of a form of ours, as words. Raises Forged."""
        async with self._fields(request) as fields:
            yield words_of(fields)

    async def files(self, request: Request) -> AsyncIterator[FormData]:
        """The fields of a form of ours, files among them; what was sent is let go afterwards. Raises Forged."""
        async with self._fields(request) as fields:
            yield fields

    @asynccontextmanager
    async def _fields(self, request: Request) -> AsyncIterator[FormData]:
        fields = await request.form(max_files=200, max_fields=200)
        try:
            self.require(request, str(fields.get("token", "")))
            yield fields
        finally:
            await fields.close()

    async def header(self, request: Request) -> None:
        """Let in who sends the token in a header. Raises Forged."""
        self.require(request, request.headers.get(HEADER, ""))

    def hand_out(self, request: Request, response: Response) -> None:
        """Give the cookie to a browser that has it not."""
        if request.cookies.get(COOKIE) != self.token:
            response.set_cookie(COOKIE, self.token, httponly=True, samesite="strict")


def words_of(fields: FormData) -> Mapping[str, str]:
    """The fields that are words; line ends as in a text."""
    return {
        name: value.replace("\r\n", "\n") for name, value in fields.multi_items() if not isinstance(value, UploadFile)
    }


def reader_of(request: Request) -> str:
    """Under which name does this browser answer? Empty if none was given."""
    return unquote(request.cookies.get(READER, ""))


def remember_reader(response: Response, name: str) -> None:
    """Answer under this name from now on."""
    response.set_cookie(
        READER, quote(" ".join(name.split())[:80]), httponly=True, samesite="strict", max_age=31_536_000
    )


def _is_ours(origin: str, host: str) -> bool:
    try:
        parts = urlsplit(origin)
        return parts.scheme == "http" and parts.netloc == host and parts.hostname in HOSTS
    except ValueError:
        return False
