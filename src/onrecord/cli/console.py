"""Where commands print: two consoles that texts, titles, names and paths of others cannot steer."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from onrecord.controls import visible

NOTHING, USAGE, UNUSABLE, INTERRUPTED = 1, 2, 3, 130


class HarmlessConsole(Console):
    """A console that shows what would steer the terminal instead of doing it."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """Segments as rich makes them; their text, not rich's own control codes, made visible."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=visible(segment.text))


# A path broken over two lines can be neither found nor copied.
err = HarmlessConsole(stderr=True, highlight=False, soft_wrap=True)
out = HarmlessConsole(highlight=False)
