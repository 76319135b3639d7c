"""Match an investor's answers, and read them from a file that somebody wrote by hand."""

import json
from pathlib import Path
from typing import Any

from brochure.eligibility import QUESTIONS, YES_NO, Answers, Finding, Judged, Match, Place, Verdict, choices, match
from brochure.errors import AnswersError
from brochure.store.library import Library
from brochure.words import matcher as say
from brochure.words.text import shown

__all__ = [
    "QUESTIONS", "Answers", "Finding", "Judged", "Match", "Place", "Verdict", "choices", "match", "put_in",
    "read_answers",
]  # fmt: skip
MAX_KB = 64


class _TwiceError(ValueError):
    """A field stands in an object twice."""


def read_answers(path: Path, library: Library) -> Answers:
    """Return the answers of a JSON file; ``null`` is not answered, and export may be true or false.

    Raises:
        AnswersError: The file cannot be read, or a field or value is unknown; the message says what is allowed.
    """
    known = choices(library)
    answers: dict[str, str] = {}
    for field, value in _read_object(path).items():
        question = next((each for each in QUESTIONS if each == field), None)
        if question is None:
            raise AnswersError(say.ANSWERS_FIELD.fill(path.name, shown(field), ", ".join(QUESTIONS)))
        if value is None:
            continue
        if question == "export" and isinstance(value, bool):
            value = YES_NO[value]
        if not isinstance(value, str) or value not in known[question]:
            allowed = ", ".join(known[question])
            raise AnswersError(say.ANSWERS_VALUE.fill(path.name, field, shown(_as_written(value)), allowed))
        answers[field] = value
    return Answers(**answers)


def put_in(found: Match) -> tuple[str, ...]:
    """Return the ids of what is met and may go into a brochure: a policy that is spent stays out."""
    return tuple(finding.record.id for finding in found.offered("met"))


def _read_object(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_KB * 1024 + 1)
    except FileNotFoundError as error:
        raise AnswersError(say.ANSWERS_MISSING.fill(path.name)) from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        why = getattr(error, "strerror", None) or str(error)
        raise AnswersError(say.ANSWERS_UNREADABLE.fill(shown(path.name), why)) from error
    if len(data) > MAX_KB * 1024:
        raise AnswersError(say.ANSWERS_LARGE.fill(path.name, MAX_KB))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnswersError(say.ANSWERS_NOT_UTF8.fill(path.name)) from error
    try:
        value = json.loads(text, object_pairs_hook=_once)
    except _TwiceError as error:
        raise AnswersError(say.ANSWERS_TWICE.fill(path.name, shown(str(error)))) from error
    except json.JSONDecodeError as error:
        raise AnswersError(say.ANSWERS_NOT_JSON.fill(path.name, error.lineno, say.EXAMPLE)) from error
    except (RecursionError, ValueError) as error:  # nested without end, or a number of thousands of digits
        raise AnswersError(say.ANSWERS_NO_OBJECT.fill(path.name, say.EXAMPLE)) from error
    if not isinstance(value, dict):
        raise AnswersError(say.ANSWERS_NO_OBJECT.fill(path.name, say.EXAMPLE))
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _TwiceError(name)
        found[name] = value
    return found


def _as_written(value: object) -> str:
    """Return a value as it stood in the file, half characters named."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
