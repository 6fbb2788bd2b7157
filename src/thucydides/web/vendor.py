"""Which type and which map were built into the program?"""

from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "vendor"

TYPE = (
    "source-serif-4/standard.css",
    "source-serif-4/standard-italic.css",
    "source-sans-3/wght.css",
    "source-sans-3/wght-italic.css",
    "noto-serif-jp/index.css",
    "noto-serif-kr/index.css",
    "noto-serif-sc/index.css",
    "noto-sans-mongolian/mongolian-400.css",
)


def type_sheets() -> tuple[str, ...]:
    """The addresses of the style sheets of the type that is there; without any, the machine's own type serves."""
    return tuple(f"/style/vendor/{sheet}" for sheet in TYPE if (FOLDER / sheet).is_file())


def has(name: str) -> bool:
    """Was this file built in?"""
    return (FOLDER / name).is_file()
