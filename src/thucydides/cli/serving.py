"""How do the pages reach a browser on this machine?"""

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from thucydides.desk import Desk
from thucydides.vocabulary import ThucydidesError
from thucydides.web import create_app


def serve_pages(desk: Desk, port: int, *, announce: Callable[[str], None], borders: Path | None = None) -> None:
    """Serve on the loopback address until interrupted; port 0 takes any free one. Raises ThucydidesError."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError as problem:
        raise ThucydidesError(
            f"port {port} cannot be used ({problem.strerror}); choose another with --port"
        ) from problem
    announce(f"http://127.0.0.1:{listener.getsockname()[1]}/")
    server = uvicorn.Server(uvicorn.Config(create_app(desk, borders=borders), log_level="warning"))
    server.run(sockets=[listener])
