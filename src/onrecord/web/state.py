"""What all requests share: the archive's readers, the templates, the jobs, the secrets of forms."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from onrecord.web.adding import Adder
from onrecord.web.drawing import environment
from onrecord.web.guard import VISITOR, Secrets, cookie
from onrecord.web.readers import Readers


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """Made once for each app."""

    path: Path
    readers: Readers
    adder: Adder
    token: str | None = None
    secrets: Secrets = field(default_factory=Secrets)
    environment: Environment = field(default_factory=environment)

    def draw(self, name: str, request: Request, **values: object) -> str:
        """A page as HTML."""
        return self.environment.get_template(name).render(
            path=request.url.path, archive=self.path.parent.name or "archive", **values
        )

    def problem(self, request: Request, told: str, status: int) -> Response:
        """A page that says what is wrong, in one sentence."""
        told = told.removeprefix(f"{self.path}: ")
        return HTMLResponse(self.draw("problem.html.j2", request, told=told, status=status), status)

    def form(self, name: str, request: Request, status: int = 200, **values: object) -> Response:
        """A page with a form, which carries this visitor's secret and so is never kept."""
        visitor = cookie(request.headers, VISITOR) or secrets.token_urlsafe(24)
        secret = self.secrets.of(visitor)
        body = self.draw(name, request, secret=secret, **values)
        response = HTMLResponse(body, status)
        response.set_cookie(VISITOR, visitor, httponly=True, samesite="strict", path="/")
        return response

    def is_from_form(self, request: Request, told: object) -> bool:
        """Whether a form that was sent is one that this visitor was given."""
        return isinstance(told, str) and self.secrets.knows(cookie(request.headers, VISITOR), told)


def state_of(request: Request) -> State:
    """The state of the app that serves a request."""
    return cast("State", request.app.state.onrecord)
