"""Articles of which little is known but their text, for evals that run a stage alone."""

from __future__ import annotations

from onrecord.records import Article, Block, Dating


def article(
    name: str,
    text: str,
    day: str | None = None,
    *,
    blocks: tuple[Block, ...] | None = None,
    outlet: str | None = None,
    credit: str | None = None,
) -> Article:
    """An English article, by default of one paragraph; ``day``: when it was published, if that is known."""
    return Article(
        id=name,
        given_id=name,
        path="",
        item=0,
        sha256="",
        outlet=outlet,
        title=None,
        url=None,
        byline=None,
        dateline=None,
        credit=credit,
        language="en",
        text=text,
        text_map=((0, 0, len(text)),),
        blocks=(Block("paragraph", 0, len(text)),) if blocks is None else blocks,
        published=Dating(edtf=day, earliest=day, latest=day, basis="given") if day else Dating(),
    )
