"""A value as it stands on a page: what Django makes of it, by a shorter way for what is on every page."""

from html import escape
from typing import Any

from django.template.base import render_value_in_context
from django.template.context import Context
from django.utils.safestring import SafeString


def shown(value: Any, context: Context) -> str:
    """Mostly a text, which is escaped, or is safe already; sometimes a number. Anything else goes Django's way."""
    kind = type(value)
    if kind is SafeString:
        return str(value)
    if kind is str:
        return escape(value) if context.autoescape else str(value)
    # No thousands are set apart (config/settings.py).
    return str(value) if kind is int else render_value_in_context(value, context)
