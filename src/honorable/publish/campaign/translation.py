"""A campaign's own words in other languages: the tables `[translation.es]`, laid over the campaign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from honorable.publish.campaign.model import Campaign
from honorable.publish.campaign.steps import STEPS

#: The texts that a visitor reads on the page, by the way to them; `[]` stands for each table of a list. What goes into
#: letters and what offices are asked in stays in the legislature's language.
READ = (
    "name", "sentence", "summary", "bill.history", "join.question", "join.link_text",
    "share.text", "share.picture_alt", "share.posts", "finders[].note",
    *(f"steps.{step}.{key}" for step in STEPS for key in ("title", "text", "link_text", "done")),
    *(f"legislature.{key}" for key in ("heading", "invitation", "officials")),
    *(f"legislature.places[].{key}" for key in ("label", "tab", "unnamed")),
    *(f"legislature.labels.{key}" for key in ("street", "city", "state", "zip")),
    "legislature.postal_code.hint", "legislature.postal_code.wrong",
)  # fmt: skip


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """One table over another: tables key by key, lists of tables one by one, all else replaced."""
    merged = dict(below)
    for key, value in above.items():
        old: Any = merged.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            merged[key] = laid_over(old, value)
        elif _are_tables(value) and _are_tables(old):
            pairs = [laid_over(one, other) for one, other in zip(old, value, strict=False)]
            merged[key] = [*pairs, *old[len(pairs) :], *value[len(old) :]]
        else:
            merged[key] = value
    return merged


def untranslated(campaign: Campaign, words: Mapping[str, Any]) -> Iterator[str]:
    """The keys of the campaign that say something, and whose translation does not."""
    own = campaign.model_dump(exclude_unset=True)
    for path in READ:
        yield from _untranslated(path.split("."), own, words, "")


def not_for_translation(words: Mapping[str, Any], at: str = "") -> Iterator[str]:
    """The keys of a translation that nobody reads on the page, or that are none."""
    for key, value in words.items():
        for entry in value if _are_tables(value) else [value]:
            path = f"{at}.{key}".lstrip(".") + ("[]" if _are_tables(value) else "")
            if isinstance(entry, dict):
                yield from not_for_translation(entry, path)
            elif path not in READ:
                yield path.replace("[]", "")


def _untranslated(path: list[str], own: Any, words: Any, at: str) -> Iterator[str]:
    if not path:
        if own and not words:
            yield at.lstrip(".")
        return
    key, each = path[0].removesuffix("[]"), path[0].endswith("[]")
    inner = own.get(key) if isinstance(own, dict) else None
    other = words.get(key) if isinstance(words, dict) else None
    if not inner:
        return
    if not each:
        yield from _untranslated(path[1:], inner, other, f"{at}.{key}")
        return
    for number, entry in enumerate(inner):
        translated = other[number] if isinstance(other, list) and number < len(other) else {}
        yield from _untranslated(path[1:], entry, translated, f"{at}.{key}[{number + 1}]")


def _are_tables(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(one, dict) for one in value)


def translated(campaign: Campaign, code: str) -> Campaign:
    """The campaign in this language; what is not translated stays as it is.

    Raises pydantic's ValidationError where a translation is not what its key must be.
    """
    words = campaign.translation.get(code)
    if not words:
        return campaign
    own: dict[str, Any] = _plain(campaign)
    return Campaign.model_validate(laid_over(own, words))


def _plain(model: BaseModel) -> dict[str, Any]:
    """What the file said, as TOML has it: lists, not tuples."""
    dumped: Any = _with_lists(model.model_dump(exclude_unset=True))
    return dict(dumped)


def _with_lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_lists(inner) for key, inner in value.items()}
    return [_with_lists(inner) for inner in value] if isinstance(value, list | tuple) else value
