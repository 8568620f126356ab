"""Word pieces of the two networks that compare: how text becomes pieces, and a row of numbers for each.

Both are MiniLM's, so one table serves both (``words.npy``, 12 MB of 8-bit numbers); what a row's numbers mean
is in each network. The pieces are the tagger's.
"""

from __future__ import annotations

import io
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from onrecord.models.encoding import UNKNOWN
from onrecord.models.manifest import PACKAGED

CLS, SEP = 101, 102  # of the vocabulary


def tokenizer() -> Tokenizer:
    """A tokenizer that adds nothing of its own: a text that says "[SEP]" has three pieces and a bracket.

    Raises:
        ModelError: its vocabulary is missing or altered.
    """
    words = PACKAGED.pieces().splitlines()
    vocabulary = {word: number for number, word in enumerate(words)}
    made = Tokenizer(WordPiece(vocabulary, unk_token=UNKNOWN, max_input_chars_per_word=100))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


@lru_cache(maxsize=1)
def table() -> npt.NDArray[np.uint8]:
    """One row of 384 numbers per piece; a network is given the rows of a text's pieces.

    Raises:
        ModelError: the table is missing or altered.
    """
    rows: npt.NDArray[np.uint8] = np.load(io.BytesIO(PACKAGED.read("words.npy")))
    return rows
