"""A real browser before real pages. Without one these tests are skipped on a desk and fail where `CI` is set."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from thucydides.desk import Desk, demo_documents
from thucydides.web import create_app

AXE = Path(__file__).parents[2] / "assets" / "node_modules" / "axe-core" / "axe.min.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
OPTIONS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def missing(what: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"{what}; `make browser` installs what these tests need")
    pytest.skip(f"{what}; `make browser` installs what these tests need")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        missing("there is no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(OPTIONS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.is_file():
        missing("axe-core is not installed")
    return AXE.read_text(encoding="utf-8")


@dataclass
class Served:
    """Pages of a ledger at an address, and what the browser reported while looking at them."""

    address: str
    desk: Desk
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Desk.at(tmp_path_factory.mktemp("pages") / "demo.db") as desk:
        for _ in desk.read(demo_documents()):
            pass
        desk.refresh()
        with serving(desk) as address:
            yield Served(address, desk)


class serving:  # noqa: N801 (reads as a phrase: `with serving(desk) as address`)
    """A desk's pages, served on a free port of this machine as long as they are needed."""

    def __init__(self, desk: Desk) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._server = uvicorn.Server(uvicorn.Config(create_app(desk), log_level="warning"))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._listener]})

    def __enter__(self) -> str:
        self._thread.start()
        while not self._server.started and self._thread.is_alive():
            time.sleep(0.02)
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join()


@pytest.fixture
def page(chromium: Any, served: Served) -> Iterator[Any]:
    """An empty page of a fresh profile. At its end nothing may have been asked from outside or complained of.

    `expected`: complaints that a test means to hear.
    """
    context = chromium.new_context()
    complaints: list[str] = []
    opened = context.new_page()
    opened.on("console", lambda said: complaints.append(said.text) if _complains(said) else None)
    opened.on("pageerror", lambda problem: complaints.append(str(problem)))
    opened.on(
        "request", lambda asked: complaints.append(f"asked outside: {asked.url}") if _outside(asked.url) else None
    )
    opened.expected = ()
    yield opened
    context.close()
    assert [said for said in complaints if said not in opened.expected] == []


def _complains(said: Any) -> bool:
    """Errors and warnings; not that a machine without a graphics card draws slowly."""
    return said.type in ("error", "warning") and "GL Driver Message" not in said.text


def _outside(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "blob:http://127.0.0.1:", "data:"))
