"""Which rows of one model's table of word pieces are another model's pieces."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.models.encoding import CLS, PAD, SEP

# What BERT calls its special pieces, and what MPNet calls them. Both call an unknown word "[UNK]".
SPECIAL = {PAD: "<pad>", CLS: "<s>", SEP: "</s>", "[MASK]": "<mask>"}


def rows_of(wanted: Sequence[str], pieces: Sequence[str]) -> list[int]:
    """For each piece of ``wanted``, in its order, its number among ``pieces``.

    Raises:
        LookupError: a piece is not there.
    """
    numbers = {piece: number for number, piece in enumerate(pieces)}
    names = [SPECIAL.get(piece, piece) for piece in wanted]
    missing = [name for name in names if name not in numbers]
    if missing:
        raise LookupError(f"{len(missing)} pieces are in no row, {missing[0]} is the first")
    return [numbers[name] for name in names]
