"""A process as the plain data that its YAML holds: only what was written, texts in all their languages."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import BaseModel

from svcflow.model.text import Localized

__all__ = ["json_text", "plain"]

_NOT_IN_XML = re.compile("[\x7f\ud800-\udfff\ufffe\uffff]")


def plain(model: BaseModel) -> dict[str, Any]:
    """Return the data of a model: dicts, lists, strings, numbers; read by the model again, it gives the same."""
    data = model.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)
    return _localized(model, data)  # type: ignore[no-any-return]


def _localized(value: Any, data: Any) -> Any:
    """Put texts in several languages back, which Pydantic dumps in one."""
    if isinstance(value, Localized):
        return dict(value.by_language)
    if isinstance(value, BaseModel) and isinstance(data, dict):
        names = {field.alias or name: name for name, field in type(value).model_fields.items()}
        return {
            key: _localized(getattr(value, names[key]), part) if key in names else part
            for key, part in data.items()
        }
    if isinstance(value, tuple) and isinstance(data, list) and len(value) == len(data):
        return [_localized(one, part) for one, part in zip(value, data, strict=True)]
    if isinstance(value, dict) and isinstance(data, dict):
        return {key: _localized(value[key], part) if key in value else part for key, part in data.items()}
    return data


def json_text(data: Any) -> str:
    """Return data as JSON that XML can hold, whatever characters are in it."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    return _NOT_IN_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
