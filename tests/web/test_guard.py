"""Who may ask and who may write: by Host, Origin, token, size and pace; and what every answer carries."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient
from typer.testing import CliRunner

from onrecord.archive import Archive
from onrecord.cli.application import app as application
from onrecord.errors import FatalError
from onrecord.web import create_app, guard
from onrecord.web.app import check_exposure

HERE = "http://127.0.0.1:8431"


def secret_of(client, page="/add"):
    return re.search(r'name="secret" value="([0-9a-f]+)"', client.get(page).text).group(1)


def test_a_name_bound_to_this_machine_by_another_site_is_refused(empty):
    for host in ("evil.example", "evil.example:8431", "127.0.0.1.evil.example", "", "[::2]:8431"):
        assert empty.get("/", headers={"host": host}).status_code == 421
    for host in ("localhost:9", "127.0.0.1", "[::1]:8431", "LOCALHOST"):
        assert empty.get("/", headers={"host": host}).status_code == 200


def test_every_answer_forbids_inline_scripts_frames_and_requests_to_others(empty):
    for page in ("/", "/add", "/nothing", "/static/app.js"):
        headers = empty.get(page).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
    assert empty.get("/", headers={"host": "evil.example"}).headers["content-security-policy"] == policy


def test_another_sites_form_cannot_write(empty):
    secret = secret_of(empty)
    for headers in ({"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        answer = empty.post("/add", data={"secret": secret, "text": "x"}, headers=headers)
        assert answer.status_code == 403


def test_a_form_without_this_visitors_secret_is_refused(empty):
    secret = secret_of(empty)
    assert empty.post("/add", data={"text": "x"}).status_code == 403
    assert empty.post("/add", data={"secret": "0" * 64, "text": "x"}).status_code == 403
    empty.cookies.clear()
    assert empty.post("/add", data={"secret": secret, "text": "x"}).status_code == 403


def test_a_body_larger_than_allowed_is_refused_whatever_it_says_of_itself(empty, monkeypatch):
    monkeypatch.setattr(guard, "MOST_OF_REQUEST", 1000)
    secret = secret_of(empty)
    body = {"secret": secret, "text": "x" * 2000}
    assert empty.post("/add", data=body).status_code == 413

    def endless():
        for _ in range(100):
            yield b"x" * 100

    told = {"content-type": "application/x-www-form-urlencoded"}
    assert empty.post("/add", content=endless(), headers=told).status_code == 413


def test_whoever_has_no_token_can_send_no_more_than_one(archive_file):
    with TestClient(create_app(archive_file, token=guard.digest_of("t")), base_url=HERE) as client:
        secret = secret_of(client, "/login")
        form = {"secret": secret, "token": "x" * guard.MOST_OF_LOGIN}
        assert client.post("/login", data=form).status_code == 413
        told = {"content-type": "application/x-www-form-urlencoded"}
        parts = (b"x" * 1000 for _ in range(100))
        assert client.post("/login", content=parts, headers=told).status_code == 413
        assert client.post("/login", data={"secret": secret, "token": "t"}).status_code == 200


def test_writes_come_at_a_persons_pace(empty):
    secret = secret_of(empty)
    answers = [empty.post("/add", data={"secret": secret}).status_code for _ in range(int(guard.BURST) + 3)]
    assert answers[0] == 400
    assert answers[-1] == 429
    assert empty.get("/").status_code == 200


def test_permits_come_back_with_time_and_are_counted_for_each_address():
    now = [0.0]
    pace = guard.Pace(lambda: now[0])
    assert [pace.allows("a") for _ in range(int(guard.BURST) + 1)][-2:] == [True, False]
    assert pace.allows("b")
    now[0] += 1 / guard.PER_SECOND
    assert pace.allows("a")
    assert not pace.allows("a")


def test_with_a_token_nothing_is_shown_without_it(tmp_path):
    app = create_app(tmp_path / "onrecord.db", hosts=("desk.example",), token=guard.digest_of("open sesame"))
    with TestClient(app, base_url="http://desk.example", follow_redirects=False) as client:
        assert client.get("/").headers["location"] == "/login"
        assert client.get("/v1/articles").status_code == 401
        assert client.post("/add").status_code == 401
        assert client.get("/", headers={"authorization": "Bearer open sesame"}).status_code == 200
        assert client.get("/", headers={"authorization": "Bearer sesame"}).status_code == 303
        secret = secret_of(client, "/login")
        assert client.post("/login", data={"secret": secret, "token": "wrong"}).status_code == 401
        entered = client.post("/login", data={"secret": secret, "token": "open sesame"})
        assert entered.status_code == 303
        assert "HttpOnly" in entered.headers["set-cookie"]
        assert client.get("/").status_code == 200


def test_other_machines_are_served_only_with_a_token():
    for host in ("127.0.0.1", "localhost", "::1", "127.1.2.3"):
        check_exposure(host, None)
    for host in ("0.0.0.0", "192.168.1.4", "::", "desk.example"):  # noqa: S104
        with pytest.raises(FatalError, match="token"):
            check_exposure(host, None)
        check_exposure(host, guard.digest_of("x"))


@given(st.text())
def test_hosts_cookies_and_tokens_of_any_characters_are_only_unknown(told):
    guard.host_of(told)
    assert not guard.Secrets().knows(told, told) or not told
    guard.digest_of(told.encode("utf-8", "replace").decode())


def test_a_token_is_kept_as_its_digest_and_never_logged(tmp_path, caplog, capfd):
    with Archive(tmp_path / "onrecord.db"):
        pass
    made = CliRunner().invoke(application, ["serve", str(tmp_path / "onrecord.db"), "--new-token"])
    token = made.stdout.strip()
    kept = tmp_path / "onrecord.token"
    assert len(token) >= 40
    assert kept.read_text("ascii").strip() == guard.digest_of(token)
    assert kept.stat().st_mode & 0o077 == 0
    caplog.set_level(0)
    app = create_app(tmp_path / "onrecord.db", token=kept.read_text("ascii").strip())
    with TestClient(app, base_url=HERE, follow_redirects=False) as client:
        secret = secret_of(client, "/login")
        assert client.post("/login", data={"secret": secret, "token": token}).status_code == 303
        assert client.get("/v1/articles", headers={"authorization": f"Bearer {token}"}).status_code == 200
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert token.encode() not in written
    printed = "".join(capfd.readouterr())
    logged = "".join(r.getMessage() for r in caplog.records if not r.name.startswith("httpx"))
    assert token not in printed + logged


def test_a_page_that_could_not_be_made_has_the_same_headers(archive_file, monkeypatch):
    monkeypatch.setattr("onrecord.views.index.voices", lambda *_, **__: 1 / 0)
    app = create_app(archive_file)
    with TestClient(app, base_url=HERE, raise_server_exceptions=False) as client:
        right, wrong = client.get("/add"), client.get("/speakers")
    assert (right.status_code, wrong.status_code) == (200, 500)
    assert "ZeroDivisionError" in wrong.text
    assert all(wrong.headers[name] == right.headers[name] == value for name, value in guard.HEADERS.items())


@pytest.mark.parametrize("host", ["192.0.2.7", "2001:db8::7"])
def test_a_server_is_known_by_the_address_it_listens_at(host):
    from onrecord.web.server import as_host

    assert guard.host_of(f"{as_host(host)}:8431") == as_host(host)
