"""Texts in both languages of the library: Spanish first, English second.

The texts are short labels and sentences. Their content (length, characters) is checked by
the class that holds them, with `fields.LABEL`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

import attrs

from .values import Value

__all__ = ["Language", "Text"]

_SLOT = r"\{([A-Za-z0-9_]+)\}"


class Language(StrEnum):
    """A language of the library's texts (idioma); Spanish is the default everywhere."""

    ES = "es"
    EN = "en"


@attrs.frozen(weakref_slot=False)
class Text(Value):
    """One text in Spanish and English.

    Texto bilingüe. Positional, because the order is the rule: Spanish first.

    Attributes:
        es: The Spanish wording, which is the original.
        en: The English wording; ``None`` means that there is none, and Spanish stands in.

    Source:
        Own.

    >>> str(Text("meta", "target"))
    'meta'
    >>> Text("meta", "target").to(Language.EN), Text("guardería").to(Language.EN)
    ('target', 'guardería')
    >>> Text("meta").to("fr")
    Traceback (most recent call last):
        ...
    ValueError: 'fr' is not a valid Language
    """

    es: str
    en: str | None = None

    def to(self, language: Language) -> str:
        """Give the wording in *language*; Spanish where there is no English one."""
        if Language(language) is Language.EN and self.en is not None:
            return self.en
        return self.es

    def __str__(self) -> str:
        return self.es

    def format(self, **parts: object) -> Text:
        """Put *parts* into both wordings; a `Text` among them goes in by its language."""
        return Text(*(self._filled(language, parts) for language in Language))

    def _filled(self, language: Language, parts: dict[str, object]) -> str:
        # One pass of plain replacement, never str.format: a text that holds braces must
        # not be able to walk attributes or to be filled a second time.
        def filling(slot: re.Match[str]) -> str:
            part = parts.get(slot[1], slot[0])
            return part.to(language) if isinstance(part, Text) else str(part)

        return re.sub(_SLOT, filling, self.to(language))


def join(texts: Iterable[Text], separator: str = "; ") -> Text:
    """Join *texts* into one, language by language."""
    kept = tuple(texts)
    return Text(*(separator.join(text.to(language) for text in kept) for language in Language))
