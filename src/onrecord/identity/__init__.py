"""Chains of single articles to speakers: one person, one record, across outlets and years.

``join`` is a plain function over records. An archive that grows keeps what ``Joining`` tells its
``Register``, and never joins an old article again.
"""

from __future__ import annotations

from onrecord.identity.directory import Directory
from onrecord.identity.forms import FormCount
from onrecord.identity.index import Register
from onrecord.identity.joining import Joining, join
from onrecord.identity.parting import is_apart, parts
from onrecord.identity.profiles import Profile
from onrecord.identity.recording import profile

__all__ = ["Directory", "FormCount", "Joining", "Profile", "Register", "is_apart", "join", "parts", "profile"]
