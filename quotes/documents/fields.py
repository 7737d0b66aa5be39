"""Which fields of a JSON object hold what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fields:
    """Names of fields; None for the usual ones."""

    text: str | None = None
    """The article as plain text; usually `text`."""
    html: str | None = None
    """The article as HTML, where there is no plain text; usually `html`."""
    id: str | None = None
    """The document's id; usually `id`, in news items `guid`, `uri` or `_id`."""

    @property
    def names_article(self) -> bool:
        """Whether the field that holds the article is named."""
        return self.text is not None or self.html is not None


USUAL_FIELDS = Fields()
