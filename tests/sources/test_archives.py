"""What stands in containers is read where it stands, under bounds, each member named by its path."""

from __future__ import annotations

import io
import json
import plistlib
import tarfile
import zipfile

import pytest

from onrecord.sources import limits, read

BODY = "The ministry said on Monday that the talks would go on. Nothing more was said on that day."


def reading(*paths):
    skipped = []
    return list(read(paths, on_skip=skipped.append)), skipped


def zipped(members, **options):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, **options) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return data.getvalue()


def tarred(members):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as packed:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            packed.addfile(info, io.BytesIO(content))
    return data.getvalue()


MEMBERS = {"b/two.txt": f"{BODY} Two.".encode(), "a.txt": f"{BODY} One.".encode(), "README.md": b"About.",
           "__MACOSX/._a.txt": b"\0\0", "c.png": b"\x89PNG"}  # fmt: skip


@pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tar.gz", tarred), ("no-suffix", zipped)])
def test_members_are_read_and_named_by_their_path(tmp_path, name, pack):
    path = tmp_path / name
    path.write_bytes(pack(MEMBERS))
    documents, skipped = reading(path)
    assert sorted(d.path for d in documents) == [f"{path}/a.txt", f"{path}/b/two.txt"]
    assert {(s.where, s.error) for s in skipped} == {
        (f"{path}/README.md", "LeftAloneError"), (f"{path}/c.png", "UnsupportedError"),
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["json", "csv", "text in the list", "of another file"])
def test_a_list_in_an_archive_says_what_the_other_files_are(tmp_path, kind):
    row = {"slug": "ferry", "title": "Ferry laid up", "author": "Ida Orr", "siteName": "Olm Herald"}
    row |= {"text": BODY * 4} if kind == "text in the list" else {}
    row |= {"slug": "pier"} if kind == "of another file" else {}
    listed = {"list.json": json.dumps([row]).encode()}
    if kind == "csv":
        listed = {"list.csv": "\n".join([",".join(row), ",".join(row.values())]).encode()}
    (tmp_path / "a.zip").write_bytes(zipped({"content/ferry.txt": f"{BODY} One.".encode(), **listed}))
    found = {d.path.rpartition("/")[2]: d for d in reading(tmp_path / "a.zip")[0]}
    told = ("Ferry laid up", "Ida Orr", "Olm Herald") if kind in ("json", "csv") else (None, None, None)
    assert tuple(found["ferry.txt"].fields.get(part) for part in ("title", "byline", "outlet")) == told


def test_containers_in_containers_are_opened_to_a_bound(tmp_path):
    inner = {"a.txt": BODY.encode()}
    for depth in range(limits.MAX_CONTAINERS):
        (tmp_path / f"{depth}.zip").write_bytes(zipped(inner))
        inner = {"in.zip": zipped(inner)}
    documents, skipped = reading(tmp_path)
    assert len(documents) == limits.MAX_CONTAINERS
    assert not skipped
    (tmp_path / "deep.zip").write_bytes(zipped(inner))
    assert [s.error for s in reading(tmp_path / "deep.zip")[1]] == ["LimitError"]


def test_a_zip_bomb_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.sources.archives.GZIP_FREE", 1 << 16)
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": b" " * (1 << 24)}))
    assert [s.error for s in reading(tmp_path)[1]] == ["LimitError"]


@pytest.mark.parametrize("cut", [30, 100, -30])
def test_a_cut_archive_is_named(tmp_path, cut):
    (tmp_path / "a.zip").write_bytes(zipped(MEMBERS)[:cut])
    (tmp_path / "b.tar.gz").write_bytes(tarred(MEMBERS)[:cut])
    (tmp_path / "z.txt").write_text(BODY, encoding="utf-8")
    documents, skipped = reading(tmp_path)
    assert documents[-1].text == BODY
    assert {s.error for s in skipped if s.where.endswith((".zip", ".gz"))} == {"UnreadableError"}


def record(kind, url, payload, http="HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"):
    block = (http.encode() if kind == "response" else b"") + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-05-06T07:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{len(block)}>\r\nContent-Type: application/http\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


PAGE = (
    "<html><head><title>Talks go on</title></head><body><article><h1>Talks go on</h1>"
    f"<p>{BODY}</p><p>{BODY} Again.</p><p>{BODY} And again.</p></article></body></html>"
).encode()


def test_a_warc_gives_its_pages_with_their_addresses(tmp_path):
    pytest.importorskip("warcio")
    path = tmp_path / "a.warc"
    gone = record(
        "response",
        "https://c.example/gone",
        b"<p>no</p>",
        "HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n",
    )
    picture = record(
        "response", "https://c.example/x.png", b"x", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"
    )
    page = record("response", "https://c.example/talks", PAGE)
    path.write_bytes(
        record("warcinfo", "", b"software: x\r\n") + gone + picture + page + page[: len(page) // 2]
    )
    documents, skipped = reading(path)
    assert documents[0].path == f"{path}/https://c.example/talks"
    assert documents[0].fields["url"] == "https://c.example/talks"
    assert [s.error for s in skipped][:2] == ["LeftAloneError"] * 2
    assert all("WARC/" not in d.text and "HTTP/" not in d.text for d in documents)


def test_an_epub_gives_its_chapters_in_the_order_of_the_book(tmp_path):
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    opf = (
        '<package><manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="b%20c.xhtml"/>'
        '<item id="a" href="a.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="b"/>'
        '<itemref idref="a"/></spine></package>'
    )
    path = tmp_path / "a.epub"
    path.write_bytes(
        zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OPS/book.opf": opf,
                "OPS/nav.xhtml": PAGE, "OPS/a.xhtml": PAGE, "OPS/b c.xhtml": PAGE})
    )  # fmt: skip
    documents, skipped = reading(path)
    assert [d.path for d in documents] == [f"{path}/OPS/b c.xhtml", f"{path}/OPS/a.xhtml"]
    assert [s.error for s in skipped] == ["LeftAloneError"]


def test_a_web_archive_of_safari_gives_its_page(tmp_path):
    main = {
        "WebResourceData": PAGE,
        "WebResourceURL": "https://c.example/t",
        "WebResourceTextEncodingName": "UTF-8",
    }
    (tmp_path / "a.webarchive").write_bytes(
        plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)
    )
    (tmp_path / "b.plist").write_bytes(plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY))
    documents, skipped = reading(tmp_path)
    assert documents[0].fields["url"] == "https://c.example/t"
    assert "no web archive" in skipped[0].reason


def test_a_table_without_texts_and_a_list_of_addresses_are_refused(tmp_path):
    (tmp_path / "a.csv").write_text(
        "id,title,url,publish_date\n1,Talks,https://c.example,2031-03-03\n", encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text("https://c.example/1\nhttps://c.example/2\n", encoding="utf-8")
    documents, skipped = reading(tmp_path)
    assert not documents
    assert ["column of texts" in skipped[0].reason, "addresses" in skipped[1].reason] == [True, True]


def test_rows_of_a_workbook_and_of_parquet_are_rows(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    pa = pytest.importorskip("pyarrow")
    import datetime as dt

    from pyarrow import parquet

    book = openpyxl.Workbook()
    for row in (
        ["Clippings of May"],
        ["Date", "Newspaper", "Text"],
        [dt.date(2031, 3, 3), "Courier", BODY],
    ):
        book.active.append(row)
    book.create_sheet("Notes").append(["nothing"])
    book.save(tmp_path / "a.xlsx")
    parquet.write_table(
        pa.table(
            {"date": [dt.datetime(2031, 3, 3, 9, tzinfo=dt.UTC)], "outlet": ["Courier"], "text": [BODY]}
        ),
        tmp_path / "b.parquet",
    )
    documents, skipped = reading(tmp_path)
    assert [(d.fields["date"][:10], d.fields["outlet"], d.text) for d in documents] == [
        ("2031-03-03", "Courier", BODY)
    ] * 2
    assert [s.where for s in skipped] == [f"{tmp_path / 'a.xlsx'}/Notes"]


def docx(*paragraphs):
    lines = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return zipped(
        {"word/document.xml": f'<w:document xmlns:w="{space}"><w:body>{lines}</w:body></w:document>'}
    )


def test_documents_of_a_word_processor_are_split_where_their_database_ends_them(tmp_path):
    pages = []
    for word in ("one", "two"):
        pages += [f"Talks {word}", "Courier", "March 3, 2031 Monday", "Body", f"{BODY} {BODY} {word}", "Load-Date: March 4, 2031",
                  "End of Document"]  # fmt: skip
    (tmp_path / "a.docx").write_bytes(
        docx("User Name: Ida", "Number of documents: 2", "End of Document", *pages)
    )
    (tmp_path / "b.docx").write_bytes(docx("", ""))
    documents, skipped = reading(tmp_path)
    assert [d.region.of(d.text).strip()[:9] for d in documents] == ["Talks one", "Talks two"]
    assert all("Load-Date" not in d.region.of(d.text) for d in documents)
    assert [s.error for s in skipped] == ["UnreadableError"]


def test_rich_text_is_read_as_its_text(tmp_path):
    pytest.importorskip("striprtf")
    (tmp_path / "a.rtf").write_text(rf"{{\rtf1\ansi\ansicpg1252 {BODY}\par Caf\'e9.}}", encoding="ascii")
    documents, _ = reading(tmp_path)
    assert documents[0].text.strip() == f"{BODY}\nCafé."


@pytest.mark.parametrize(
    "name", ["warcio.archiveiterator", "openpyxl", "pyarrow", "striprtf", "pdfminer.pdfdocument"]
)
def test_a_missing_extra_is_named_with_the_way_to_install_it(tmp_path, monkeypatch, name):
    inputs = {"warcio.archiveiterator": b"WARC/1.0\r\n", "openpyxl": zipped({"xl/workbook.xml": ""}), "pyarrow": b"PAR1",
              "striprtf": b"{\\rtf1 a}", "pdfminer.pdfdocument": b"%PDF-1.4"}  # fmt: skip
    monkeypatch.setitem(__import__("sys").modules, name, None)
    (tmp_path / "input").write_bytes(inputs[name])
    _, skipped = reading(tmp_path)
    assert "pip install 'onrecord[" in skipped[0].reason


def test_a_mailbox_is_its_messages(tmp_path):
    head = "From: Daily Courier Alerts <alerts@courier.example>\nMIME-Version: 1.0\nMessage-ID: <{n}@c.example>\n"
    mails = [
        f"From b@c.example Mon Mar  3 06:00:00 2031\n{head.format(n=n)}Subject: Talks {n}\n\n{BODY}\n\n>From here on.\n\n"
        for n in range(3)
    ]
    (tmp_path / "a.mbox").write_text("".join(mails), encoding="utf-8")
    documents, _ = reading(tmp_path)
    assert [(d.item, d.fields["title"], d.fields["sender"]) for d in documents] == [
        (n, f"Talks {n}", "Daily Courier Alerts <alerts@courier.example>") for n in range(3)
    ]
    assert "\nFrom here on." in documents[0].text


def test_of_a_forwarded_clipping_the_inner_headers_count(tmp_path):
    text = (
        "From: Lena Orr <lena@desk.example>\nTo: desk@desk.example\nSubject: Fwd: Talks\nMIME-Version: 1.0\n"
        "Received: by a\nDate: Wed, 05 Mar 2031 09:00:00 +0000\n\nFor you.\n\n---------- Forwarded message ---------\n"
        f"From: Courier <news@courier.example>\nDate: Mon, Mar 3, 2031 at 6:02 AM\nSubject: Talks go on\nTo: Lena\n\n{BODY}\n"
    )
    (tmp_path / "a.eml").write_text(text, encoding="utf-8")
    document = reading(tmp_path)[0][0]
    assert document.region.of(document.text).strip() == BODY
    assert document.fields["sender"] == "Courier <news@courier.example>"
    assert document.fields["date"].startswith("Mon, Mar 3")
    assert document.fields["saved"] == "Wed, 05 Mar 2031 09:00:00 +0000"


def test_a_clipping_passed_on_without_its_headers_appeared_by_the_day_of_the_message(tmp_path):
    text = (
        "From: Lena Orr <lena@desk.example>\nTo: desk@desk.example\nSubject: Fwd: Talks\nMIME-Version: 1.0\n"
        f"Received: by a\nDate: Wed, 05 Mar 2031 09:00:00 +0000\n\n-----Original Message-----\n\n{BODY}\n"
    )
    (tmp_path / "a.eml").write_text(text, encoding="utf-8")
    fields = reading(tmp_path)[0][0].fields
    assert (fields.get("date"), fields["saved"][:16]) == (None, "Wed, 05 Mar 2031")


def test_a_page_saved_as_a_message_is_a_page(tmp_path):
    head = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://c.example/t\nMIME-Version: 1.0\n"
        'Subject: T\nDate: Sun, 21 Jan 2035 19:04:11 -0000\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
        "Content-Type: text/html\nContent-Location: https://c.example/t\nContent-Transfer-Encoding: 8bit\n\n"
    )
    (tmp_path / "a.mhtml").write_bytes(head.encode() + PAGE + b"\n--b--\n")
    document = reading(tmp_path)[0][0]
    assert document.fields["url"] == "https://c.example/t"
    assert "date" not in document.fields


def test_labels_of_encodings_mean_what_browsers_make_of_them(tmp_path):
    page = PAGE.replace(b"<head>", b'<head><meta charset="iso-8859-1">').replace(
        b"The ministry", b"\x93Yes,\x94 the ministry"
    )
    (tmp_path / "a.html").write_bytes(page)
    (tmp_path / "b.html").write_bytes(page.replace(b"iso-8859-1", b"rot13"))
    documents, _ = reading(tmp_path)
    assert ["“Yes,” the ministry" in d.text for d in documents] == [True, True]


def test_a_json_row_in_a_zip_keeps_its_item(tmp_path):
    rows = "".join(json.dumps({"text": BODY, "id": n}) + "\n" for n in range(2))
    (tmp_path / "a.zip").write_bytes(zipped({"rows.jsonl": rows}))
    assert [d.item for d in reading(tmp_path)[0]] == [0, 1]
