"""The REST API over an archive, to be mounted under ``/v1``: every kind of record, search and corrections.

Its description in OpenAPI is at ``/v1/openapi.json``. Who may ask, and by what name the server is called, is
the business of whatever it is mounted in.
"""

from __future__ import annotations

from onrecord.web.api.application import create_api

__all__ = ["create_api"]
