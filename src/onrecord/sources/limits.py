"""Bounds on what one input may cost. Passing one is a ``LimitError`` for that item, never a crash.

Evidence: of 20,000 articles by 376 outlets the longest has 76,553 characters and the median 4,948; a
page of news HTML is 0.1-3 MB; an export of 500 articles as one text file about 5 MB.
"""

from __future__ import annotations

MIB = 1024 * 1024

# A whole file is held in memory only for text, HTML and pretty-printed JSON. 32 MiB of text is some
# 6,000 articles; decoded and cleaned it peaks near 400 MB.
MAX_WHOLE_FILE = 32 * MIB
# One JSONL line or CSV row; a row that is one article needs a hundredth.
MAX_ROW = 16 * MIB
# Characters of one article: 50 times the longest seen. Later stages are linear, but a model reads
# about 100,000 characters a second, so more than this is a dump, not an article.
MAX_ARTICLE = 4 * MIB
# Gzip: text shrinks 2-5 times, logs up to 50; DEFLATE reaches 1,032. Past the first 16 MiB a higher
# ratio is a bomb.
MAX_GZIP_RATIO = 200
GZIP_FREE = 16 * MIB
# Bytes looked at to tell a format.
SNIFF = 64 * 1024
# Containers within containers: a mailbox in a zip in a tar is three.
MAX_CONTAINERS = 4
# Bytes of a container that has to be held to be read (zip, Parquet, workbook), spooled to disk past 32 MiB.
MAX_PACKED = 1024 * MIB
MAX_MEMBERS = 100_000
# Pages of a PDF: a year of a weekly's e-paper has about 2,000.
MAX_PAGES = 2000
# Folders below a folder; deeper ones are a loop or a mistake.
MAX_DEPTH = 64
