"""One record: is it sourced, dated and told in both languages, and what do its words claim."""

import datetime
from collections.abc import Iterator
from typing import Literal

import msgspec

from brochure.claims import counts
from brochure.claims.fold import fold
from brochure.claims.wording import OVERRIDABLE, Claim, Rule, Setting, families, is_quoted, judge_text
from brochure.model.flat import columns
from brochure.model.kinds import BasePart, Figure, Policy
from brochure.model.record import Record
from brochure.model.validity import first_day, last_day, validity
from brochure.store.library import Library
from brochure.words import Lang, Text
from brochure.words import check as say
from brochure.words import claims as look
from brochure.words.text import shown

NEAR_WELLNESS = ("base", "zones", "industries", "services", "projects", "park")
HEALTH_PARTS = ("claim", "study")
"""Parts of the base that speak of health: never without the advice to ask a doctor."""
AGELESS = ("sources", "places")
"""Kinds whose numbers do not change from year to year."""


class Issue(msgspec.Struct, frozen=True):
    """One thing that is not right: which rule, with which record, in which field, and what to do about it.

    ``error`` may not be published; ``warning`` is open and says so. ``lang`` is the side that is concerned, ``wording``
    the words as they stand there.
    """

    level: Literal["error", "warning"]
    record: str | None
    kind: str | None
    field: str | None
    message: Text
    rule: Rule = "content"
    wording: str | None = None
    lang: Lang | None = None

    @property
    def overridable(self) -> bool:
        """Whether it may be printed for somebody who insists, beside its label."""
        return self.rule in OVERRIDABLE


def judge_record(record: Record, library: Library | None = None, on: datetime.date | None = None) -> tuple[Issue, ...]:
    """Return all that is wrong with one record, in the order of its fields.

    Args:
        record: Need not be in the library: what somebody wants to import is judged the same way.
        library: Where the records lie that it points to; without one, where it points is not looked at.
        on: The day for which a policy is in force or not; without one, only its dates are looked at.
    """
    return tuple(_record(record, library, on))


def _record(record: Record, library: Library | None, on: datetime.date | None) -> Iterator[Issue]:
    yield from _sources(record, library)
    yield from _dates(record)
    setting = _setting(record, on)
    for field, text in texts(record):
        yield from _translation(record, field, text)
        if record.audience != "archive":  # the archive keeps the words of its time
            yield from _wording(record, field, text, setting)
    yield from _counts(record)
    if isinstance(record, BasePart) and record.part in HEALTH_PARTS and record.audience != "archive":
        yield from _doctor(record)


def texts(record: Record) -> Iterator[tuple[str, Text]]:
    """Yield every text of a record that a person reads, with the field it stands in."""
    for column in columns(type(record)):
        value = getattr(record, column.field)
        if column.form == "text" and value is not None:
            yield column.field, value
        elif column.form == "texts":
            for text in value:
                yield column.field, text


# sources and dates


def _sources(record: Record, library: Library | None) -> Iterator[Issue]:
    if not record.sources and record.kind != "sources":
        yield error("unsourced", record, "sources", say.NO_SOURCE)
    for column in columns(type(record)) if library is not None else ():
        if column.ref is None:
            continue
        value = getattr(record, column.field)
        for id in (value,) if isinstance(value, str) else value or ():
            other = library.find(id) if library is not None else None
            if other is None or column.ref not in ("*", other.kind):
                message = say.UNKNOWN_SOURCE if column.ref == "sources" else say.DANGLING
                yield error("link", record, column.field, message.fill(id))


def _dates(record: Record) -> Iterator[Issue]:
    if isinstance(record, Figure):
        if record.as_of is None:
            yield error("undated", record, "as_of", say.NO_PERIOD)
        if record.value is None and record.text is None:
            yield error("no_value", record, "value", say.NO_VALUE)
    elif record.as_of is None and record.kind not in AGELESS and record.audience != "archive":
        yield from _undated_numbers(record)
    if isinstance(record, Policy) and _is_crossed(record):
        yield error("dates_crossed", record, "valid_to", say.DATES_CROSSED)


def _is_crossed(policy: Policy) -> bool:
    return bool(policy.valid_from and policy.valid_to and last_day(policy.valid_to) < first_day(policy.valid_from))


def _undated_numbers(record: Record) -> Iterator[Issue]:
    for field, text in texts(record):
        for lang, side in sides(text):
            folded = fold(side)
            number = look.MEASURED.search(folded)
            if number and not look.YEAR.search(folded):
                message = say.UNDATED_NUMBER.fill(number[0].strip())
                yield error("undated", record, field, message, number[0].strip(), lang)
                break


# words


def _setting(record: Record, on: datetime.date | None) -> Setting:
    dates: Literal["none", "known", "unknown"] = "none"
    if isinstance(record, Policy):
        held = record.valid_from is not None and record.status != "drafting"
        if held and on is not None:
            held = validity(record, on) == "in_force"
        dates = "known" if held else "unknown"
    sourced = bool(record.sources) or record.kind == "sources"
    return Setting(
        wellness=record.kind in NEAR_WELLNESS
        and bool(look.WELLNESS.search(fold(f"{record.name.zh} {record.name.en}"))),
        dates=dates,
        quote=(record.quote or "") if sourced else "",
        attributed=record.kind == "sources" or (sourced and getattr(record, "attributed_to", None) is not None),
        evidence=sourced and (record.kind == "honours" or getattr(record, "level", None) == "national"),
    )


def _wording(record: Record, field: str, text: Text, setting: Setting) -> Iterator[Issue]:
    near = setting.wellness or (
        record.kind in NEAR_WELLNESS and bool(look.WELLNESS.search(fold(f"{text.zh} {text.en}")))
    )
    if near and not setting.wellness:
        setting = msgspec.structs.replace(setting, wellness=True)
    for lang, side in sides(text):
        for claim in judge_text(side, setting):
            if lang == "en" and claim.rule == "superlative" and _is_carried(claim, text.zh, setting.quote):
                continue
            yield error(claim.rule, record, field, SAID[claim.rule].fill(shown(claim.wording)), claim.wording, lang)


def _is_carried(claim: Claim, zh: str, quote: str) -> bool:
    """Whether the Chinese side says the same sort of thing in the very words of the Chinese quote."""
    folded = fold(quote)
    return any(is_quoted(wording, folded) for wording in families(zh)[claim.family])


def _translation(record: Record, field: str, text: Text) -> Iterator[Issue]:
    if not text.zh:
        yield warning("translation", record, field, say.NO_CHINESE, lang="zh")
    if not text.en:
        yield warning("translation", record, field, say.NO_ENGLISH, lang="en")
    elif text.en == text.zh and say.CHINESE.search(text.en):
        yield warning("translation", record, field, say.NOT_TRANSLATED.fill(text.en), lang="en")


def _doctor(record: Record) -> Iterator[Issue]:
    """A statement on health is never printed without the advice to ask a doctor."""
    told = [text for _, text in texts(record)]
    if not all(
        any(look.DOCTOR[lang].search(text.zh if lang == "zh" else text.en) for text in told) for lang in look.DOCTOR
    ):
        yield error("no_doctor", record, "note", say.NO_DOCTOR)


def _counts(record: Record) -> Iterator[Issue]:
    found = counts.outrun(record)
    if found is None:
        return
    count, named = found.counted, found.named
    if found.said:
        words = say.UNNAMED.fill(count, named) if named else say.NONE_NAMED.fill(count)
        yield warning("unnamed_members", record, found.field, words)
    elif record.audience != "archive":
        yield error("unnamed_members", record, found.field, say.UNNAMED_UNSAID.fill(count, named))


SAID: dict[Rule, Text] = {
    "superlative": say.SUPERLATIVE,
    "medical": say.MEDICAL,
    "tax_rebate": say.TAX_REBATE,
    "guarantee": say.GUARANTEE,
    "in_force": say.IN_FORCE,
    "placeholder": say.PLACEHOLDER,
}
"""What is said of each rule about wording."""


def sides(text: Text) -> tuple[tuple[Lang, str], ...]:
    """Return both languages of a text."""
    return ("zh", text.zh), ("en", text.en)


def error(
    rule: Rule, record: Record, field: str, message: Text, wording: str | None = None, lang: Lang | None = None
) -> Issue:
    """Return what may not be published of a record."""
    return Issue("error", record.id, record.kind, field, message, rule, wording, lang)


def warning(rule: Rule, record: Record, field: str, message: Text, *, lang: Lang | None = None) -> Issue:
    """Return what is open with a record."""
    return Issue("warning", record.id, record.kind, field, message, rule, None, lang)
