"""One error tree; batch code decides by class, never by message.

OnRecordError
├── ItemError            skip this item, name it, go on
│   ├── UnreadableError      bytes could not be had (missing, no permission, broken gzip)
│   ├── UnsupportedError     bytes are no text, or of a format nothing here reads
│   ├── NoArticleError       text was read, but holds no article
│   ├── LimitError           a bound on size, depth or expansion was passed
│   └── LeftAloneError       what a folder or archive says about itself: a README, a hidden file
├── RetryError           the same call may succeed later (archive locked by another process)
│   └── TooLongError         it would have taken longer than anybody waits
└── FatalError           nothing useful can go on
    ├── ModelError           packaged weights are missing or do not match their manifest
    ├── ArchiveError         the archive is damaged, or newer than this version
    └── MissingExtraError    an optional dependency is needed; the message names the extra
"""

from __future__ import annotations


class OnRecordError(Exception):
    """Root of every error this package raises on purpose."""


class ItemError(OnRecordError):
    """One input could not be used; the others can.

    ``where`` names the input as the user wrote it (a path, ``path#item``, or ``<stdin>``).
    """

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class UnreadableError(ItemError):
    """The bytes could not be read."""


class UnsupportedError(ItemError):
    """The bytes are not text, or of a format that no source reads."""


class NoArticleError(ItemError):
    """Text was read, but no article was found in it."""


class LimitError(ItemError):
    """A bound on size, depth or expansion was passed."""


class LeftAloneError(ItemError):
    """What a folder or an archive says about itself, not what it holds; read when named outright."""


class RetryError(OnRecordError):
    """The same call may succeed later."""


class TooLongError(RetryError):
    """The answer would have taken longer than anybody waits for it."""


class FatalError(OnRecordError):
    """Nothing useful can go on."""


class ModelError(FatalError):
    """Packaged weights are missing or do not match their manifest."""


class ArchiveError(FatalError):
    """The archive is damaged, locked for good, or was written by a newer version."""


class MissingExtraError(FatalError):
    """An optional dependency is needed; the message names the extra to install."""


class UndatedWarning(UserWarning):
    """Days were asked for, and something whose own day is unknown or too wide was left out."""
