"""Who issued "the statement": where the article spoke of one before, and of whom with it."""

from __future__ import annotations

from onrecord.languages.english.speakers.phrases import ISSUING
from onrecord.speakers.entities import Entity
from onrecord.speakers.scene import Scene

# Words looked at on either side of the noun, and how many earlier mentions of the noun are tried.
_AFTER, _BEFORE, _TRIED = 8, 4, 6
# Words searched back: a long article's worth.
_FAR = 3000
_LINKS = frozenset({"by", "from", "of"})


def before(scene: Scene, noun: str, at: int) -> Entity | None:
    """The entity that the last mentions of ``noun`` before word ``at`` name as its issuer."""
    page = scene.page
    tried = 0
    for index in range(at - 1, max(-1, at - _FAR), -1):
        if page.lower[index] != noun or page.quoted[index]:
            continue
        found = _beside(scene, index) or _subject(scene, index)
        if found is not None and found.name:
            return found
        tried += 1
        if tried == _TRIED:
            break
    return None


def _beside(scene: Scene, index: int) -> Entity | None:
    """A name beside the noun: "a statement from the ministry", "the ministry's statement"."""
    page, by_word = scene.page, scene.cast.by_word
    for place in range(index - 1, max(-1, index - _BEFORE), -1):
        if page.sentence[place] != page.sentence[index] or page.gap(place).strip("'’s \u00a0"):
            break
        if place in by_word:
            return by_word[place]
    linked = False
    for place in range(index + 1, min(len(page), index + _AFTER)):
        if page.sentence[place] != page.sentence[index]:
            break
        linked |= page.lower[place] in _LINKS
        if place in by_word:
            return by_word[place] if linked else None
    return None


def _subject(scene: Scene, index: int) -> Entity | None:
    """The first name of a sentence that issues something: "In a statement, Brill said"."""
    page, by_word = scene.page, scene.cast.by_word
    start = index
    while start > 0 and page.sentence[start - 1] == page.sentence[index]:
        start -= 1
    stop = index
    while stop + 1 < len(page) and page.sentence[stop + 1] == page.sentence[index]:
        stop += 1
    if not ISSUING & set(page.lower[start : stop + 1]):
        return None
    return next(
        (
            by_word[i]
            for i in range(start, stop + 1)
            if i in by_word and i not in by_word[i].possessive_at and not page.quoted[i]
        ),
        None,
    )
