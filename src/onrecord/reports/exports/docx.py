"""The list of citations as a Word document (Office Open XML): headings, quotations, references with links.

Written part by part with the standard library: a reader of the format, not a writer, is what tests need.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from onrecord.records import Corpus
from onrecord.reports.exports.citing import Quotation, address, line, quotations
from onrecord.reports.files import replacing

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
}
_STYLES = {
    "Normal": ("Normal", '<w:rPr><w:sz w:val="22"/></w:rPr>'),
    "Title": ("Title", '<w:rPr><w:b/><w:sz w:val="40"/></w:rPr>'),
    "Heading1": ("heading 1", '<w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr>'),
    "Quote": ("Quote", '<w:pPr><w:keepNext/><w:ind w:left="567"/></w:pPr>'),
}
# The same records give the same bytes: no time of writing.
_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(slots=True)
class _Links:
    """The addresses that the document points to, by the id that its text uses."""

    targets: dict[str, str] = field(default_factory=dict)

    def of(self, url: str) -> str:
        return self.targets.setdefault(url, f"link{len(self.targets) + 1}")

    def xml(self) -> str:
        styles = f'<Relationship Id="styles" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        told = "".join(
            f'<Relationship Id="{key}" Type="{_OFFICE}/hyperlink" Target={quoteattr(url)}'
            ' TargetMode="External"/>'
            for url, key in self.targets.items()
        )
        return f'<Relationships xmlns="{_PACKAGE}/relationships">{styles}{told}</Relationships>'


def write_docx(corpus: Corpus, folder: Path) -> list[Path]:
    """Write ``citations.docx``; returns its path."""
    path, links = folder / "citations.docx", _Links()
    body = "".join(_paragraphs(corpus, links))
    head = f'<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"><w:body>'
    parts = _PARTS | {
        "word/document.xml": f"{head}{body}</w:body></w:document>",
        "word/styles.xml": _styles(),
        "word/_rels/document.xml.rels": links.xml(),
    }
    with replacing(path) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _TIME), _XML + xml, zipfile.ZIP_DEFLATED)
    return [path]


def _paragraphs(corpus: Corpus, links: _Links) -> Iterator[str]:
    yield _paragraph("Title", _run("Who said what"))
    for speaker, said in groupby(quotations(corpus), key=lambda q: q.speaker):
        yield _paragraph("Heading1", _run(speaker))
        for quotation in said:
            yield _paragraph("Quote", _run(quotation.words))
            yield _paragraph("Normal", _reference(quotation, links))


def _reference(quotation: Quotation, links: _Links) -> str:
    url = address(quotation.article.url)
    where = _run(quotation.where)
    linked = f'<w:hyperlink r:id="{links.of(url)}">{where}</w:hyperlink>' if url is not None else where
    before = _run(f"{quotation.when}; ") if quotation.when else ""
    return before + linked + _run(f" · {quotation.statement.id}")


def _paragraph(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _run(text: str) -> str:
    shown = escape(_edge(text[:1]) + line(text) + _edge(text[-1:]))
    return f'<w:r><w:t xml:space="preserve">{shown}</w:t></w:r>'


def _edge(character: str) -> str:
    return " " if character == " " else ""


def _styles() -> str:
    usual = {"Normal": ' w:default="1"'}
    told = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"{usual.get(key, "")}>'
        f'<w:name w:val="{name}"/>{look}</w:style>'
        for key, (name, look) in _STYLES.items()
    )
    return f'<w:styles xmlns:w="{_WORD}">{told}</w:styles>'
