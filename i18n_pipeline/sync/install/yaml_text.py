"""Values in YAML that is written as text, for the sake of its comments."""

import json


def quoted(text: object) -> str:
    """A double-quoted scalar; JSON's strings are YAML's."""
    return json.dumps(str(text), ensure_ascii=False)
