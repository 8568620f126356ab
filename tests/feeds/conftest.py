"""A server that answers as a test says."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


class Server(ThreadingHTTPServer):
    """What each path answers, and what was asked."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers, self.asked, self.going = {}, [], True

    def at(self, path):
        """The address of a path."""
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    def log_message(self, *told):
        """Say nothing."""

    def do_GET(self):
        """Answer as the test has it."""
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.answers[self.path](self)

    def answer(self, status, body=b"", **headers):
        """Send a whole answer; names of headers with underscores."""
        self.send_response(status)
        for name, value in ({"Content_Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def server():
    """A server of this machine, for the time of one test."""
    with Server() as made:
        threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield made
        made.going = False
        made.shutdown()
