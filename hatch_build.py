"""Which type, map and coastlines go into the program, and how do they get there?

Nothing of it is kept in the repository: npm installs it by `assets/package-lock.json`, and what the pages use is copied
beside their style sheets. Where there is no npm the program is built without it; its pages then use the machine's own
type, and say where the map would be what is missing.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TAKEN = (
    ("@fontsource-variable/source-serif-4", ("standard.css", "standard-italic.css"), "*standard*"),
    ("@fontsource-variable/source-sans-3", ("wght.css", "wght-italic.css"), "*wght*"),
    ("@fontsource-variable/noto-serif-jp", ("index.css",), "*"),
    ("@fontsource-variable/noto-serif-kr", ("index.css",), "*"),
    ("@fontsource-variable/noto-serif-sc", ("index.css",), "*"),
    ("@fontsource/noto-sans-mongolian", ("mongolian-400.css",), "*mongolian-400*"),
    ("maplibre-gl", ("dist/maplibre-gl.mjs", "dist/maplibre-gl-worker.mjs"), ""),
    ("topojson-client", ("dist/topojson-client.min.js",), ""),
    ("world-atlas", ("countries-50m.json", "land-50m.json"), ""),
)
"""Package, files, and which of its `files` folder (type comes in many cuts)."""

LOCK = "taken-from.txt"
PLACE = Path("src/thucydides/web/static/vendor")


class AssetsHook(BuildHookInterface):
    """Fetches the assets before a wheel, or an editable install, is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Install and copy, or say why not."""
        root = Path(self.root)
        if _is_taken(root):
            return
        if problem := _installed(root / "assets"):
            self.app.display_warning(f"building without type and map: {problem}")
            return
        place = root / PLACE
        shutil.rmtree(place, ignore_errors=True)
        for source, name in _files(root / "assets" / "node_modules"):
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, place / name)
        (place / LOCK).write_text(_lock(root))


def _is_taken(root: Path) -> bool:
    """Was all of it taken already, from the same lock file and by the same list?"""
    stamp = root / PLACE / LOCK
    tools = root / "assets" / "node_modules"
    return stamp.is_file() and tools.is_dir() and stamp.read_text() == _lock(root)


def _lock(root: Path) -> str:
    lock = root / "assets" / "package-lock.json"
    return f"{TAKEN!r}\n{lock.read_text() if lock.is_file() else ''}"


def _installed(assets: Path) -> str:
    """Empty if the packages of the lock file are there now; else why they are not."""
    if not (assets / "package-lock.json").is_file():
        return "this copy of the source has no assets/package-lock.json"
    npm = shutil.which("npm")
    if npm is None:
        return "npm was not found"
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=assets, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"npm ci failed: {done.stderr.strip()[-400:]}"


def _files(modules: Path) -> Iterator[tuple[Path, Path]]:
    for package, files, cuts in TAKEN:
        home, place = modules / package, Path(package.rpartition("/")[2])
        for name in files:
            yield home / name, place / Path(name).name
        if cuts:
            yield from ((cut, place / "files" / cut.name) for cut in sorted((home / "files").glob(f"{cuts}.woff2")))
        yield from ((licence, place / licence.name) for licence in sorted(home.glob("LICENSE*")))


if __name__ == "__main__":
    sys.exit("this file is run by the build")
