"""Write the README's pictures: the brief of examples/ as Chromium shows it, in light and in dark.

usage: python tools/pictures.py      (leaves the pictures as they are where no Chromium is installed)
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

import onrecord
from onrecord import reports

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# Picture -> options of the browser.
PICTURES = {"brief.png": (), "brief-dark.png": ("--blink-settings=preferredColorScheme=0",)}
SIZE = "1280,1120"
# A third of the size, and every hue of the marks is kept (cut at the median, violet became grey).
COLOURS = 200


def main() -> int:
    """Read the examples, write their brief and take its pictures."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print(f"no browser ({', '.join(BROWSERS)}): {IMAGES} stays as it is", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        page = _brief(Path(folder))
        for name, options in PICTURES.items():
            _take(browser, page, IMAGES / name, Path(folder) / "profile", options)
    return 0


def _brief(folder: Path) -> Path:
    with onrecord.open(folder / "onrecord.db", create=True) as archive:
        archive.read([ROOT / "examples"])
        return reports.write_brief(archive.corpus(), folder)


def _take(browser: str, page: Path, picture: Path, profile: Path, options: tuple[str, ...]) -> None:
    command = [
        browser,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        f"--user-data-dir={profile}",
        f"--window-size={SIZE}",
        *options,
        f"--screenshot={picture}",
        page.as_uri(),
    ]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    with Image.open(picture) as taken:
        few = taken.convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)


if __name__ == "__main__":
    raise SystemExit(main())
