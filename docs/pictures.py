"""How do the pages look? Draws `docs/pictures/*.png` from the demonstration, with a Chromium of this machine."""

import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import uvicorn

from thucydides.desk import Desk, demo_documents
from thucydides.web import create_app

FOLDER = Path(__file__).parent / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
WIDTH = 1440


@contextmanager
def served(desk: Desk) -> Iterator[str]:
    """The address of the desk's pages, as long as they are needed."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(desk), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        while not server.started and thread.is_alive():
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def addresses(desk: Desk) -> dict[str, tuple[str, int]]:
    """Which page goes into which picture, and how tall it is: the fullest record, its most disputed claim."""
    fullest = max(desk.index(), key=lambda entry: (entry.documents, entry.claims))
    record = desk.record(fullest.event.id)
    disputed = {claim for finding in record.findings for claim in finding.claims}
    losses = [linked.claim for linked in record.claims if linked.claim.attribute == "loss"] or [
        linked.claim for linked in record.claims
    ]
    claim = max(losses, key=lambda one: (len(one.evidence), bool(one.attribution.claimant), one.id in disputed, one.id))
    return {
        "index.png": ("/", 900),
        "explore.png": ("/explore", 980),
        "compare.png": (f"/events/{quote(fullest.event.id, safe='')}/compare", 1000),
        "record.png": (f"/events/{quote(fullest.event.id, safe='')}", 1500),
        "document.png": (f"/documents/{claim.document}?claim={claim.id}", 950),
    }


def draw(browser: str, address: str, picture: Path, height: int) -> None:
    """One page as it stands, without its script, for there is none."""
    with TemporaryDirectory() as profile:
        subprocess.run(
            [browser, *OPTIONS, f"--user-data-dir={profile}", f"--window-size={WIDTH},{height}",
             f"--screenshot={picture}", address],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip


def main() -> None:
    """Read the demonstration into a ledger that is thrown away, and draw its pages."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit(f"None of {', '.join(BROWSERS)} is installed; one of them draws the pictures.")
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, Desk.at(Path(folder) / "demo.db") as desk:
        for _ in desk.read(demo_documents()):
            pass
        with served(desk) as address:
            for name, (page, height) in addresses(desk).items():
                draw(browser, address + page, FOLDER / name, height)


if __name__ == "__main__":
    main()
