"""One address is asked for, within bounds; a server of our own gives every kind of answer."""

from __future__ import annotations

import ipaddress
import re
import shutil
import ssl
import subprocess
import time
from pathlib import Path

import pytest

from onrecord import fetching
from onrecord.errors import ItemError, LimitError, UnreadableError
from onrecord.fetching import Tags, fetch

ROOT = Path(__file__).parents[2]


def test_what_is_unchanged_is_not_sent_again(server):
    def feed(request):
        same = request.headers.get("If-None-Match") == '"a1"'
        request.answer(304 if same else 200, b"" if same else b"words", ETag='"a1"', Last_Modified="Tue")

    server.answers["/feed"] = feed
    found = fetch(server.at("/feed"))
    assert (found.data, found.tags) == (b"words", Tags('"a1"', "Tue"))
    assert fetch(server.at("/feed"), found.tags) is None
    first, second = (headers for _, headers in server.asked)
    assert "If-None-Match" not in first
    assert (second["If-None-Match"], second["If-Modified-Since"]) == ('"a1"', "Tue")
    assert first.keys() == {"Host", "Accept-Encoding", "User-Agent", "Accept", "Connection"}


def test_unchanged_without_having_been_asked_so_is_no_answer(server):
    server.answers["/feed"] = lambda request: request.answer(304)
    with pytest.raises(UnreadableError, match="304"):
        fetch(server.at("/feed"))


def test_it_is_followed_where_it_leads_and_not_for_ever(server):
    server.answers["/old"] = lambda request: request.answer(301, Location="/new%20one?x=1")
    server.answers["/new%20one?x=1"] = lambda request: request.answer(200, b"moved")
    server.answers["/round"] = lambda request: request.answer(302, Location="/round")
    found = fetch(server.at("/old#part"))
    assert (found.data, found.url) == (b"moved", server.at("/new%20one?x=1"))
    with pytest.raises(LimitError, match="more than 5 times"):
        fetch(server.at("/round"))


@pytest.mark.parametrize(
    ("leads", "words"),
    [
        ("file:///etc/hostname", "leads to file:"),
        ("ftp://quay.example/feed", "leads to ftp:"),
        ("http://10.255.255.1/", "not on the public network"),
        ("http://[fe80::1]/", "not on the public network"),
        ("http://169.254.169.254/latest", "not on the public network"),
        ("http://me:word@quay.example/", "name or password"),
        ("http://:80/", "not an address"),
        ("http://[::1/", "not an address"),
    ],
)
def test_it_is_not_followed_everywhere(server, leads, words):
    server.answers["/feed"] = lambda request: request.answer(302, Location=leads)
    with pytest.raises(UnreadableError, match=words):
        fetch(server.at("/feed"))


@pytest.mark.parametrize(
    ("address", "given", "may"),
    [
        ("127.0.0.1", None, True),  # whoever gives it means it
        ("127.0.0.1", "127.0.0.1", True),
        ("::1", "127.0.0.1", True),
        ("10.0.0.7", "127.0.0.1", False),
        ("10.0.0.7", "10.0.0.7", True),
        ("10.0.0.8", "10.0.0.7", False),
        ("127.0.0.1", "10.0.0.7", False),
        ("127.0.0.1", "93.184.216.34", False),
        ("::ffff:127.0.0.1", "93.184.216.34", False),
        ("224.0.0.1", "93.184.216.34", False),
        ("93.184.216.35", "93.184.216.34", True),
        ("93.184.216.34", "10.0.0.7", True),
    ],
)
def test_which_machines_may_be_asked(address, given, may):
    allowed = fetching._may_be_asked(
        fetching._address(address), None if given is None else ipaddress.ip_address(given)
    )
    assert allowed is may


def drip(request):
    """A server that never ends, and always says something in time."""
    request.send_response(200)
    request.end_headers()
    while request.server.going:
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.05)


def drip_headers(request):
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while request.server.going:
        request.wfile.write(b"X-More: x")
        request.wfile.flush()
        time.sleep(0.05)


def wait(request):
    while request.server.going:
        time.sleep(0.05)


@pytest.mark.parametrize("slow", [drip, drip_headers, wait])
def test_what_takes_too_long_is_cut_off(server, slow):
    server.answers["/feed"] = slow
    begun = time.monotonic()
    with pytest.raises(LimitError, match=r"longer than 0\.4 seconds"):
        fetch(server.at("/feed"), seconds=0.4)
    assert time.monotonic() - begun < 5


def test_what_is_too_long_is_not_taken(server, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 1000)
    server.answers["/told"] = lambda request: request.answer(200, b"", Content_Length="1001")
    server.answers["/untold"] = lambda request: request.answer(200, b"x" * 100_000, Content_Length="")
    server.answers["/fits"] = lambda request: request.answer(200, b"x" * 1000)
    for path in ("/told", "/untold"):
        with pytest.raises(LimitError, match="longer than"):
            fetch(server.at(path))
    assert len(fetch(server.at("/fits")).data) == 1000


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda request: request.answer(404), r"404 \(Not Found\)"),
        (lambda request: request.answer(599), "answers 599"),
        (lambda request: request.answer(301), "301"),  # that leads nowhere
        (lambda request: request.answer(200, b"abc", Content_Length="10"), "broke off"),
        (lambda request: request.wfile.write(b"SSH-2.0-quay\r\n"), "not that of a web server"),
        (lambda _: None, "broke off|not that of a web server"),
    ],
)
def test_what_cannot_be_had_is_told_in_a_sentence(server, answer, words):
    server.answers["/feed"] = answer
    with pytest.raises(UnreadableError, match=words) as raised:
        fetch(server.at("/feed"))
    assert raised.value.where == server.at("/feed")


@pytest.mark.parametrize(
    "url",
    [
        *("http://", "http://a b/", "http://x..y/", "http://\0/", "http://q:99999/", "http://q:0/"),
        *("https:///x", "http://" + "q" * 70 + "/", "http://[::1", "http://quay.invalid/"),
    ],
)
def test_no_address_breaks_it(url):
    with pytest.raises(ItemError):
        fetch(url, seconds=2)


def test_nobody_listening_is_told(server):
    server.shutdown()
    server.server_close()
    with pytest.raises(UnreadableError, match="nothing answers"):
        fetch(server.at("/feed"))


def test_tls_that_does_not_hold_is_refused(server):
    with pytest.raises(UnreadableError):
        fetch(server.at("/feed").replace("http:", "https:"), seconds=5)


def test_tags_that_no_server_needs_are_not_kept(server):
    server.answers["/feed"] = lambda request: request.answer(200, b"x", ETag="e" * 2000, Last_Modified="a\tb")
    assert fetch(server.at("/feed")).tags == Tags()


def test_only_one_module_asks_the_network():
    asking = re.compile(
        r"^\s*(?:import|from) (?:socket|ssl|http\.client|urllib\.request|requests|httpx)\b", re.MULTILINE
    )
    found = {
        path.relative_to(ROOT / "src/onrecord").as_posix()
        for path in (ROOT / "src").rglob("*.py")
        if asking.search(path.read_text("utf-8"))
    }
    assert found == {"fetching.py", "web/server.py"}  # the latter is asked, and asks nobody
    using = {
        path.relative_to(ROOT / "src/onrecord").as_posix()
        for path in (ROOT / "src").rglob("*.py")
        if re.search(r"import fetching|onrecord\.(?:fetching|feeds)\b", path.read_text("utf-8"))
    }
    assert using == {"cli/add.py", "feeds.py"}


def test_tls_holds_for_the_name_that_was_asked_for(tmp_path, monkeypatch, server):
    """With a certificate of its own for "localhost", trusted for this test: not for the address, nor untrusted."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificate")
    key, made = tmp_path / "key.pem", tmp_path / "made.pem"
    asked = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    told = ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(made)]
    subprocess.run([*asked, *told], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.answers |= {
        "/feed": lambda request: request.answer(200, b"words"),
        "/down": lambda request: request.answer(302, Location="http://localhost/feed"),
        "/slow": drip,
    }
    at = f"https://localhost:{server.server_port}"
    with pytest.raises(UnreadableError, match="certificate does not hold"):
        fetch(f"{at}/feed", seconds=10)
    monkeypatch.setenv("SSL_CERT_FILE", str(made))
    assert fetch(f"{at}/feed", seconds=10).data == b"words"
    with pytest.raises(UnreadableError, match="certificate does not hold"):
        fetch(f"https://127.0.0.1:{server.server_port}/feed", seconds=10)
    with pytest.raises(UnreadableError, match="from https to http"):
        fetch(f"{at}/down", seconds=10)
    with pytest.raises(LimitError, match="longer than 1 seconds"):
        fetch(f"{at}/slow", seconds=1)
