"""A campaign's text in other languages: each `[translation.CODE]` table replaces text of the campaign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from honorable.publish.campaign.model import Campaign
from honorable.publish.campaign.steps import STEPS

#: The keys whose text visitors read on the page; `[]` means each table of a list. Text that goes into letters or that
#: offices ask for stays in the legislature's language.
TRANSLATABLE = (
    "name", "sentence", "summary", "bill.history", "join.question", "join.link_text",
    "share.text", "share.picture_alt", "share.posts", "finders[].note", "reasons[].label", "reasons[].prompt",
    "ended.heading", "ended.text", "ended.link_text",
    *(f"steps.{step}.{key}" for step in STEPS for key in ("title", "text", "link_text", "done")),
    *(f"legislature.{key}" for key in ("heading", "invitation", "officials")),
    *(f"legislature.places[].{key}" for key in ("label", "tab", "unnamed")),
    *(f"legislature.labels.{key}" for key in ("street", "city", "state", "zip")),
    "legislature.postal_code.hint", "legislature.postal_code.wrong",
)  # fmt: skip


def translated(campaign: Campaign, code: str) -> Campaign:
    """Return the campaign in this language; text without a translation stays as it is.

    Raise pydantic's ValidationError if a translation is not a valid value of its key.
    """
    texts = campaign.translation.get(code)
    if not texts:
        return campaign
    return Campaign.model_validate(merged(_as_in_toml(campaign), texts))


def untranslated(campaign: Campaign, texts: Mapping[str, Any]) -> Iterator[str]:
    """Yield the keys that have text in the campaign but not in its translation."""
    own = campaign.model_dump(exclude_unset=True)
    for path in TRANSLATABLE:
        yield from _untranslated(path.split("."), own, texts, "")


def not_for_translation(texts: Mapping[str, Any], parent: str = "") -> Iterator[str]:
    """Yield the keys of a translation that are unknown or that visitors never read."""
    for key, value in texts.items():
        for entry in value if _are_tables(value) else [value]:
            path = f"{parent}.{key}".lstrip(".") + ("[]" if _are_tables(value) else "")
            if isinstance(entry, dict):
                yield from not_for_translation(entry, path)
            elif path not in TRANSLATABLE:
                yield path.replace("[]", "")


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return `below` with the values of `above`: tables merge by key, lists of tables by position.

    >>> merged({"a": 1, "b": {"c": 2, "d": 3}}, {"b": {"c": 4}})
    {'a': 1, 'b': {'c': 4, 'd': 3}}
    """
    result = dict(below)
    for key, value in above.items():
        old: Any = result.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            result[key] = merged(old, value)
        elif _are_tables(value) and _are_tables(old):
            pairs = [merged(one, other) for one, other in zip(old, value, strict=False)]
            result[key] = [*pairs, *old[len(pairs) :], *value[len(old) :]]
        else:
            result[key] = value
    return result


def _untranslated(path: list[str], own: Any, texts: Any, parent: str) -> Iterator[str]:
    if not path:
        if own and not texts:
            yield parent.lstrip(".")
        return
    key, in_list = path[0].removesuffix("[]"), path[0].endswith("[]")
    inner = own.get(key) if isinstance(own, dict) else None
    other = texts.get(key) if isinstance(texts, dict) else None
    if not inner:
        return
    if not in_list:
        yield from _untranslated(path[1:], inner, other, f"{parent}.{key}")
        return
    for number, entry in enumerate(inner):
        translation = other[number] if isinstance(other, list) and number < len(other) else {}
        yield from _untranslated(path[1:], entry, translation, f"{parent}.{key}[{number + 1}]")


def _are_tables(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(one, dict) for one in value)


def _as_in_toml(model: BaseModel) -> dict[str, Any]:
    """Return what the file says, with lists instead of tuples."""
    dumped: Any = _with_lists(model.model_dump(exclude_unset=True))
    return dict(dumped)


def _with_lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_lists(inner) for key, inner in value.items()}
    return [_with_lists(inner) for inner in value] if isinstance(value, list | tuple) else value
