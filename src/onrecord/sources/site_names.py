"""Whose page it is, and who wrote it, as its head and its marks say."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.languages.furniture import SECTION_WORDS

_SITE_NAMES = ("og:site_name", "application-name", "twitter:site_name", "dc.publisher")
# Those that may name the company behind it, or a short form.
_PUBLISHERS = (
    "dcterms.publisher",
    "publisher",
    "cre",
    "citation_journal_title",
    "apple-mobile-web-app-title",
)
# Catalogues' names of who wrote, where a name is turned round: "Quill, Nora".
_CREATORS = ("dc.creator", "dcterms.creator", "citation_author")
_BESIDE_TITLE = re.compile(
    r"(?:(?<!\s)\s++)?[|·•»«:]\s*|(?<!\s)\s++[–—-]\s+|^\s*+[–—-]\s+|(?<!\s)\s++[–—-]\s*$"
)
_LONGEST_NAME = 6
_MARKS = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")
_SITE_MARK = re.compile(
    r"\b(?:site|print|blog)[-_]*(?:site[-_]*)?(?:name|title|logo)\b|\b(?:masthead|nameplate|logo)\b",
    re.IGNORECASE,
)
_MARKED = 5  # elements with such marks, and links and pictures in each, that are looked at
_LOGO = re.compile(
    r"(?:(?<!\s)\s++)?\b(?:logo|home(?: ?page)?)$|^(?:logo of|back to|go to)\s+", re.IGNORECASE
)
_NAMED = re.compile(r"[^\W\d_]+")
_TURNED = re.compile(r"[^\W\d_][\w’'-]*, [^\W\d_][\w’'. -]*")
_WRITTEN = re.compile(r"(?:written )?by|authors?", re.IGNORECASE)


def site_name(root: etree._Element, heading: etree._Element | None) -> str:
    """The site as the page names it: for sharing, else what its title has before or behind its heading."""
    metas = _metas(root)
    return (
        next((metas[name] for name in metas if name in _SITE_NAMES), "")
        or _beside_heading(root, heading)
        or next((metas[name] for name in _PUBLISHERS if name in metas), "")
        or _marked_name(root)
    )


def _metas(root: etree._Element) -> dict[str, str]:
    """What the page's meta elements say, by their names; the first of each name."""
    found: dict[str, str] = {}
    for node in root.iter("meta"):
        words = " ".join((node.get("content") or "").split())
        if words:
            found.setdefault((node.get("property") or node.get("name") or "").lower(), words)
    return found


def in_full(site: str, publisher: str) -> str:
    """The publisher's name where ``site`` is its first letters ("OMP": "Osk Morning Post"), else ``site``."""
    words = [word for word in _NAMED.findall(publisher) if word[0].isupper()]
    letters = "".join(word[0] for word in words)
    return publisher if len(words) > 1 and site.casefold() == letters.casefold() else site


def _marked_name(root: etree._Element) -> str:
    """The name in what is marked as the site's own: its name, its masthead, its logo's picture."""
    marked = (node for node in root.iter() if isinstance(node.tag, str) and _is_sites(node))
    for node in islice(marked, _MARKED):
        pictures = (str(image.get("alt") or "") for image in islice(node.iter("img"), _MARKED))
        inner = (
            " ".join(each.text_content().split()) for each in (*islice(node.iter("em", "a"), _MARKED), node)
        )
        for words in (*inner, *pictures):
            name = _LOGO.sub("", words).strip()
            if 3 <= len(name) <= 50 and len(name.split()) <= _LONGEST_NAME and name[0].isupper():
                return name
    return ""


def _is_sites(node: etree._Element) -> bool:
    return _SITE_MARK.search(f"{node.get('class') or ''} {node.get('id') or ''}") is not None


def _beside_heading(root: etree._Element, heading: etree._Element | None) -> str:
    words = " ".join(heading.text_content().split()) if heading is not None else ""
    title = next((" ".join(node.text_content().split()) for node in root.iter("title")), "")
    at = _alike(title).find(_alike(words)) if len(words) >= 8 else -1
    if at < 0:
        return ""
    parts = _BESIDE_TITLE.split(title[:at]) + _BESIDE_TITLE.split(title[at + len(words) :])
    names = [part.strip() for part in parts if part.strip() and not _is_section(part)]
    return names[-1] if names and 0 < len(names[-1].split()) <= _LONGEST_NAME else ""


def _alike(words: str) -> str:
    """Words in one case, with typewriter's marks: a page's title may have others than its heading."""
    return words.casefold().translate(_MARKS)


def _is_section(part: str) -> bool:
    """Whether a part of a title only says where on the site the page is: "Sport"."""
    words = part.lower().split()
    return len(words) == 1 and words[0] in SECTION_WORDS


def shared_author(root: etree._Element) -> str:
    """Who wrote, as a page tells those who share it ("Written by" beside a name) or catalogue it."""
    metas = _metas(root)
    labels = (f"twitter:{{}}{number}" for number in (1, 2))
    said = ((metas.get(each.format("label"), ""), metas.get(each.format("data"), "")) for each in labels)
    turned = (metas.get(name, "") for name in _CREATORS)
    return next((name for label, name in said if _WRITTEN.fullmatch(label)), "") or next(
        (name for name in turned if _TURNED.fullmatch(name)), ""
    )
