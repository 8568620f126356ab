"""Examples of every command: its ``--help`` ends with them, and tests run them from ``docs/cli.md``."""

from __future__ import annotations

from typing import NamedTuple

import typer


class Example(NamedTuple):
    """A command line. ``runs`` is false where it needs an id of the reader's own, or does not end."""

    line: str
    runs: bool = True


def _shown(line: str) -> Example:
    return Example(line, runs=False)


# Ids here are those of nobody: `st-…` is a statement, `art-…` an article, `story-…` a story.
EXAMPLES: dict[str, tuple[Example, ...]] = {
    "read": (
        Example("onrecord read examples --out brief"),
        Example("onrecord read examples/filling-2024.csv --explain"),
        _shown("onrecord read news.csv --map text=story,title=hed --out news"),
    ),
    "add": (
        Example("onrecord add brief examples/sarpress-2023-briefing.txt"),
        _shown('onrecord add brief "clips/*.html"'),
        _shown("onrecord add brief --feed https://gazette.example/news.rss"),
    ),
    "remove": (_shown('onrecord remove brief art-70c1 --note "a test page"'),),
    "lake": (
        Example("onrecord lake examples --out lake"),
        _shown("onrecord lake /mnt/news --out /mnt/lake --ray ray://head:10001"),
    ),
    "import": (
        Example("onrecord import lake --where \"speaker = 'Pavel Dorin' and date >= 2018\" --out desk"),
        Example('onrecord import lake --where "date = 2023-05 and title ~ dam" --out may'),
    ),
    "show": (
        Example("onrecord show brief"),
        Example('onrecord show brief --speaker "Pavel Dorin"'),
        Example("onrecord show brief --format jsonl"),
    ),
    "people": (Example("onrecord people brief"), Example("onrecord people brief Dorin --format csv")),
    "search": (
        Example('onrecord search brief "the gates"'),
        Example("onrecord search brief dam --speaker Dorin --since 2023-05"),
        Example("onrecord search brief --stance deny --format csv"),
    ),
    "compare": (
        Example('onrecord compare brief SARPRESS "Lethmark wants river promise"'),
        _shown("onrecord compare brief art-70c1 art-9e02 --format json"),
    ),
    "serve": (
        _shown("onrecord serve brief"),
        _shown("onrecord serve desk --create"),
        _shown("onrecord serve brief --host 192.0.2.7 --name desk.example"),
    ),
    "mcp": (_shown("onrecord mcp brief"),),
    "brief": (Example("onrecord brief brief"),),
    "export": (
        Example("onrecord export brief --list"),
        Example("onrecord export brief --format csv --out tables"),
        _shown("onrecord export brief --bundle story-1b5e --out hand-on"),
    ),
    "verify": (Example("onrecord verify brief"), _shown("onrecord verify hand-on/story-1b5e.zip")),
    "repair": (Example("onrecord repair brief"),),
    "unbundle": (_shown("onrecord unbundle story-1b5e.zip --out there"),),
    "rerun": (Example("onrecord rerun brief --stage relations"),),
    "correct merge": (
        Example('onrecord correct merge brief "Pavel Dorin" "Dorin"'),
        _shown("onrecord correct merge brief st-3f0c st-91aa --utterance"),
        _shown("onrecord correct merge brief story-1b5e story-9e02 --story"),
    ),
    "correct split": (
        _shown('onrecord correct split brief st-3f0c --name "Jon Orsen"'),
        _shown("onrecord correct split brief st-3f0c --utterance"),
        _shown("onrecord correct split brief art-70c1 --story"),
    ),
    "correct mark": (
        _shown('onrecord correct mark brief outlet art-70c1 wrong --value "Harbour Mail"'),
        _shown("onrecord correct mark brief date art-70c1 wrong --value 2031-03-04"),
        _shown("onrecord correct mark brief claim finding-0a2f wrong"),
    ),
    "correct cut": (_shown('onrecord correct cut brief st-3f0c --content "Nothing will be built"'),),
    "correct remove": (_shown("onrecord correct remove brief art-70c1"),),
    "correct list": (Example("onrecord correct list brief"),),
    "correct undo": (Example('onrecord correct undo brief 1 --note "two people after all"'),),
    "correct export": (_shown("onrecord correct export brief > corrections.csv"),),
    "correct import": (_shown("onrecord correct import brief corrections.csv"),),
    "watch add": (Example('onrecord watch add brief --speaker "Pavel Dorin" --words gates --kind clash'),),
    "watch list": (Example("onrecord watch list brief"),),
    "watch news": (
        _shown("onrecord watch news brief"),
        _shown("onrecord watch news brief --atom > news.xml"),
    ),
    "watch remove": (_shown("onrecord watch remove brief watch-5d20"),),
}


def give_examples(app: typer.Typer, above: str = "") -> None:
    """Put the examples of each command of ``app``, and of the groups in it, below its help."""
    for info in app.registered_commands:
        name = info.name or (info.callback.__name__ if info.callback else "")
        lines = (example.line for example in EXAMPLES[f"{above} {name}".strip()])
        info.epilog = "\n\n".join(("Examples:", *(f"$ {line}" for line in lines)))
    for group in app.registered_groups:
        if group.typer_instance is not None:
            give_examples(group.typer_instance, group.name or "")
