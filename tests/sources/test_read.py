"""Whatever a user points at is read or named with a reason; nothing is raised, nothing is read twice."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os

import pytest

from onrecord.sources import limits, read

BODY = "The ministry said on Monday that the talks would go on. Nothing more was said on that day."


class Reading:
    """What one call to ``read`` gave: documents, their texts, and the errors of skipped inputs."""

    def __init__(self, *paths, stdin=None):
        self.skipped = []
        self.documents = list(read(paths, stdin=stdin, on_skip=self.skipped.append))
        self.texts = [document.region.of(document.text) for document in self.documents]
        self.errors = [skipped.error for skipped in self.skipped]


def rows(count):
    return [{"id": n, "outlet": "Courier", "date": "2031-03-03", "text": f"{BODY} {n}"} for n in range(count)]


def jsonl(values):
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def test_files_folders_and_globs_in_one_order_each_once(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", "README.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{BODY} {name}", encoding="utf-8")
    found = Reading(tmp_path, tmp_path / "a.txt", str(tmp_path / "*.txt"))
    assert [os.path.relpath(document.path, tmp_path) for document in found.documents] == [
        "a.txt", "b.txt", "sub/c.txt",
    ]  # fmt: skip
    assert [s.where for s in found.skipped] == [str(tmp_path / ".hidden.txt"), str(tmp_path / "README.md")]
    assert found.errors == ["LeftAloneError"] * 2


def test_text_keeps_every_character_and_the_hash_of_the_bytes(tmp_path):
    data = f"\ufeff{BODY}\r\n".encode()
    (tmp_path / "a.txt").write_bytes(data)
    document = Reading(tmp_path / "a.txt").documents[0]
    assert document.text == f"{BODY}\r\n"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.media_type == "text/plain"


def test_stdin():
    found = Reading("-", stdin=io.BytesIO(jsonl(rows(2)).encode()))
    assert [document.path for document in found.documents] == ["<stdin>", "<stdin>"]


def test_rows_have_named_fields_and_keep_unknown_ones(tmp_path):
    row = {
        "guid": 7, "source": {"name": "Courier"}, "publishedAt": "2031-03-03", "headline": "Talks go on",
        "maintext": BODY, "link": "https://courier.example/7", "authors": ["Ada Voss", "Jon Oda"], "mood": 3,
        "wire": "None", "tags": [{"a": 1}],
    }  # fmt: skip
    (tmp_path / "a.jsonl").write_text(jsonl([row]), encoding="utf-8")
    document = Reading(tmp_path / "a.jsonl").documents[0]
    assert document.text == BODY
    assert document.fields == {
        "given_id": "7", "outlet": "Courier", "date": "2031-03-03", "title": "Talks go on", "mood": "3",
        "url": "https://courier.example/7", "byline": "Ada Voss, Jon Oda", "tags": '[{"a": 1}]',
    }  # fmt: skip


def test_a_broken_row_is_named_and_the_rest_goes_on(tmp_path):
    good = jsonl(rows(1))
    lines = [good, '{"id": 2, "text": \n', "\n", "[1]\n", '{"id": 3}\n', '{"text": " "}\n', good]
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    found = Reading(tmp_path / "a.jsonl")
    assert [document.item for document in found.documents] == [0, 5]
    path = tmp_path / "a.jsonl"
    assert [skipped.where for skipped in found.skipped] == [f"{path}#{n}" for n in (1, 2, 3, 4)]
    assert "line 2 is not JSON" in found.skipped[0].reason
    assert found.errors == ["UnsupportedError", "UnsupportedError", "NoArticleError", "NoArticleError"]


@pytest.mark.parametrize("wrap", [list, lambda r: {"articles": r}, lambda r: {"response": {"results": r}}])
def test_json_documents(tmp_path, wrap):
    (tmp_path / "a.json").write_text(json.dumps(wrap(rows(3)), indent=2), encoding="utf-8")
    assert [document.item for document in Reading(tmp_path / "a.json").documents] == [0, 1, 2]


@pytest.mark.parametrize(
    "body",
    [
        ["The pier is shut.", "“It stays shut,” Olm said."],
        [{"type": "p", "text": "The pier is shut."}, {"type": "image", "src": "x"},
         {"type": "p", "text": "“It stays shut,” Olm said."}],
    ],
)  # fmt: skip
def test_a_body_in_parts_is_its_paragraphs(tmp_path, body):
    row = {"headline": "Pier shut", "body": body}
    (tmp_path / "a.json").write_text(json.dumps(row, indent=2), encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(jsonl([row]), encoding="utf-8")
    found = Reading(tmp_path / "a.json", tmp_path / "b.jsonl").documents
    assert [d.text for d in found] == ["The pier is shut.\n\n“It stays shut,” Olm said."] * 2


def test_a_page_of_articles_is_not_one_article(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"content": rows(3)}, indent=2), encoding="utf-8")
    assert len(Reading(tmp_path / "a.json").documents) == 3


def test_one_json_object_is_one_article(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(rows(1)[0], indent=2), encoding="utf-8")
    (tmp_path / "b.json").write_text(
        json.dumps({"version": 1, "settings": [{"a": 1}]}, indent=2), encoding="utf-8"
    )
    found = Reading(tmp_path)
    assert len(found.documents) == 1
    assert found.errors == ["NoArticleError"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables(tmp_path, delimiter):
    quoted = '"' + BODY + f' He said ""no"".{delimiter} Then\n\nmore."'
    lines = [f"id{delimiter}outlet{delimiter}text", f"1{delimiter}Courier{delimiter}{quoted}", "2", "",
             f"3{delimiter}Herald{delimiter}{quoted}"]  # fmt: skip
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    found = Reading(tmp_path / "a.csv")
    assert [document.fields["outlet"] for document in found.documents] == ["Courier", "Herald"]
    assert found.documents[0].text.endswith(f'He said "no".{delimiter} Then\n\nmore.')
    assert [skipped.where for skipped in found.skipped] == [f"{tmp_path / 'a.csv'}#1"]


def test_rows_with_markup_give_their_text(tmp_path):
    row = {"title": "T", "content": f"<p>{BODY}</p><script>x()</script><p>More &amp; more.<br>Last.</p>"}
    (tmp_path / "a.jsonl").write_text(jsonl([row]), encoding="utf-8")
    document = Reading(tmp_path / "a.jsonl").documents[0]
    assert document.text == f"{BODY}\nMore & more.\nLast."
    assert document.media_type == "text/html"


def test_html_pages(tmp_path):
    page = (
        "<!DOCTYPE html><html lang='en'><head><title>Talks go on | Courier</title>"
        "<meta property='og:title' content='Talks go on'><meta property='og:site_name' content='Courier'>"
        "<meta property='article:published_time' content='2021-03-03T10:00:00Z'></head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>Talks go on</h1><p>{BODY}</p><p>{BODY} Again.</p>"
        f"<p>{BODY} And again.</p></article><footer>All rights reserved</footer></body></html>"
    )
    (tmp_path / "page").write_text(page, encoding="utf-8")
    document = Reading(tmp_path / "page").documents[0]
    assert document.media_type == "text/html"
    assert "Again." in document.text
    assert "rights reserved" not in document.text
    assert document.fields["title"] == "Talks go on"
    assert document.fields["outlet"] == "Courier"
    assert document.fields["date"].startswith("2021-03-03")


def test_an_html_page_reads_no_file_and_no_entity(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words", encoding="utf-8")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><article>'
        f"<p>&x; {BODY}</p><p>{BODY} {BODY}</p></article></body></html>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    for document in Reading(tmp_path / "a.html").documents:
        assert "secret words" not in document.text


def test_gzip_of_any_format(tmp_path):
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(jsonl(rows(3)).encode()))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(BODY.encode()) + gzip.compress(b" More."))
    found = Reading(tmp_path)
    assert len(found.documents) == 4
    assert found.texts[-1] == f"{BODY} More."


@pytest.mark.parametrize(
    ("name", "data", "error", "reason"),
    [
        ("empty.txt", b"", "UnreadableError", "empty"),
        ("blank.txt", b" \n\n ", "UnreadableError", "white space"),
        ("cat.png", b"\x89PNG\r\n\x1a\n" + bytes(200), "UnsupportedError", "PNG"),
        ("cat.jpg", b"\xff\xd8\xff\xe0" + bytes(200), "UnsupportedError", "JPEG"),
        ("a.pdf", b"%PDF-1.7 ...", "UnsupportedError", "PDF"),
        ("a.docx", b"PK\x03\x04" + bytes(100), "UnreadableError", "zip"),
        ("noise.txt", bytes(range(256)) * 40, "UnsupportedError", "binary"),
        ("a.gz", b"\x1f\x8b\x08\x00broken", "UnreadableError", "gzip"),
        ("cut.gz", gzip.compress(BODY.encode() * 400)[:-20], "UnreadableError", "gzip"),
        ("twice.gz", gzip.compress(gzip.compress(BODY.encode())), "UnsupportedError", "gzip within gzip"),
        ("feed.xml", b"<?xml version='1.0'?><catalog><a/></catalog>", "UnsupportedError", "XML"),
        ("menu.html", b"<html><body><p>Hi</p></body></html>", "NoArticleError", "no article body"),
        ("bad.json", b'{\n  "text": "cut', "UnsupportedError", "JSON"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, name, data, error, reason):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(BODY, encoding="utf-8")
    found = Reading(tmp_path)
    assert found.errors == [error]
    assert reason in found.skipped[0].reason
    assert found.skipped[0].where == str(tmp_path / name)
    assert found.texts == [BODY]


def test_paths_that_name_nothing(tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    (tmp_path / "loop").mkdir()
    (tmp_path / "loop" / "back").symlink_to(tmp_path / "loop")
    (tmp_path / "dead").symlink_to(tmp_path / "gone")
    found = Reading(
        tmp_path / "gone.txt", tmp_path / "*.nothing", empty, tmp_path / "loop", tmp_path / "dead", ""
    )
    assert not found.documents
    assert found.errors == ["UnreadableError"] * 3 + ["LimitError"] + ["UnreadableError"] * 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(BODY, encoding="utf-8")
    path.chmod(0)
    assert Reading(path).errors == ["UnreadableError"]


def test_a_pipe_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert Reading(tmp_path / "pipe").errors == ["UnsupportedError"]


def test_a_gzip_bomb_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.sources.opening.GZIP_FREE", 1 << 16)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(jsonl(rows(1)).encode() + b" " * (1 << 22)))
    found = Reading(tmp_path)
    assert len(found.documents) <= 1
    assert found.errors == ["LimitError"]


def test_limits_on_files_rows_and_articles(tmp_path, monkeypatch):
    for module in ("opening.MAX_WHOLE_FILE", "json_rows.MAX_ROW", "csv_rows.MAX_ROW"):
        monkeypatch.setattr(f"onrecord.sources.{module}", 1 << 20)
    (tmp_path / "a.txt").write_text("word " * (1 << 19), encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(jsonl([{"text": "x" * (1 << 21)}, *rows(1)]), encoding="utf-8")
    (tmp_path / "c.csv").write_text('id,text\n1,"never closed\n' + "word\n" * (1 << 19), encoding="utf-8")
    found = Reading(tmp_path)
    assert found.errors == ["LimitError"] * 3
    assert found.texts == [f"{BODY} 0"]


def test_an_article_may_not_be_a_dump(tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.sources.plain_text.MAX_ARTICLE", 1000)
    monkeypatch.setattr("onrecord.sources.rows.MAX_ARTICLE", 1000)
    (tmp_path / "a.txt").write_text("word " * 300, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(jsonl([{"text": "word " * 300}]), encoding="utf-8")
    assert Reading(tmp_path).errors == ["LimitError", "LimitError"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(tmp_path, encoding):
    text = f"“Café” – the minister’s word. {BODY}\n" * 5
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    document = Reading(tmp_path / "a.txt").documents[0]
    assert document.text == text
    assert ("encoding" in document.fields) == (encoding != "utf-8-sig")


def test_an_older_cyrillic_encoding(tmp_path):
    text = "Министр иностранных дел заявил в понедельник, что переговоры о порте продолжатся весной. " * 8
    (tmp_path / "a.txt").write_bytes(text.encode("cp1251"))
    document = Reading(tmp_path / "a.txt").documents[0]
    assert document.text == text
    assert "guessed" in document.fields["encoding"]


def test_a_few_damaged_bytes_do_not_change_the_encoding(tmp_path):
    text = f"“Café” – the minister’s word. {BODY}\n" * 40
    (tmp_path / "a.txt").write_bytes(text.encode() + b"caf\xe9 end.")
    document = Reading(tmp_path / "a.txt").documents[0]
    assert document.text.startswith("“Café”")
    assert "damaged" in document.fields["encoding"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_rows_in_marked_encodings(tmp_path, encoding):
    (tmp_path / "a.jsonl").write_bytes(jsonl([{"text": f"Café. {BODY}"}] * 2).encode(encoding))
    (tmp_path / "b.csv").write_bytes(f"id,text\n1,Café. {BODY}\n2,{BODY}\n".encode(encoding))
    found = Reading(tmp_path)
    assert len(found.documents) == 4
    assert found.texts[0] == f"Café. {BODY}"
    assert not found.skipped


def test_rows_are_streamed():
    class Fed(io.RawIOBase):
        """Hands out exactly what is asked for, for ever."""

        line = jsonl(rows(1)).encode()
        held = b""

        def read(self, size=-1):
            data = self.held + self.line * (size // len(self.line) + 1)
            self.held = data[size:]
            return data[:size]

    documents = read(["-"], stdin=Fed())
    assert [next(documents).item for _ in range(1000)][-1] == 999


def test_limits_are_stated():
    assert limits.MAX_ARTICLE < limits.MAX_ROW <= limits.MAX_WHOLE_FILE


def test_lists_that_a_program_wrote_into_cells_are_their_items(tmp_path):
    cells = ["\"['Ida Orr', 'Per Voss']\"", "[]", '"[""Ida Orr""]"', "[sic]"]
    lines = ["author,text", *(f"{cell},{BODY}" for cell in cells)]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    found = Reading(tmp_path / "a.csv").documents
    assert [d.fields.get("byline", "") for d in found] == ["Ida Orr, Per Voss", "", "Ida Orr", "[sic]"]


def test_an_old_macs_quotation_marks():
    text = "“The wall is older than the town,” the mayor said. He doesn’t know who built it."
    [document] = read(["-"], stdin=io.BytesIO(text.encode("mac_roman")))
    assert document.text == text
