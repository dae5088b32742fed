"""Fields of forms by Django's templates for Jinja2, which knows a template by heart once it has read it.

The article's screen has some five hundred fields, and reading a template of Django's own language for each took half of it.
"""

from functools import cached_property
from typing import Any

from django.forms.renderers import DjangoTemplates, Jinja2
from django.template import TemplateDoesNotExist


class Renderer(DjangoTemplates):
    """Of the setting FORM_RENDERER. A field whose template is there in Django's own language alone is written by that."""

    @cached_property
    def quick(self) -> Jinja2:
        """Jinja2's templates."""
        return Jinja2()

    def get_template(self, template_name: str) -> Any:
        """The template of that name."""
        try:
            return self.quick.get_template(template_name)
        except TemplateDoesNotExist:
            return super().get_template(template_name)
