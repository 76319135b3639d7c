"""A period as a person writes it, in both languages: ``2024-H1`` is 2024 年 1—6 月 or, for a count, 截至 2024 年中."""

from brochure.words.text import Text

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def say_date(period: str) -> Text:
    """Return one point or stretch of time without any “as of”."""
    if "/" in period:
        return _say_stretch(*period.split("/", 1))
    year, _, rest = period.partition("-")
    if not rest:
        return Text(f"{year} 年", year)
    if rest in ("H1", "H2"):
        first, second = (
            Text(f"{year} 年上半年", f"first half of {year}"),
            Text(f"{year} 年下半年", f"second half of {year}"),
        )
        return first if rest == "H1" else second
    month, _, day = rest.partition("-")
    if day:
        return Text(period, f"{int(day)} {MONTHS[int(month) - 1]} {year}")
    return Text(f"{year} 年 {int(month)} 月", f"{MONTHS[int(month) - 1]} {year}")


def say_short_date(day: str) -> Text:
    """Return a day in as little room as it takes, for the line below a switch."""
    year, month, number = day.split("-")
    return Text(day, f"{int(number)} {MONTHS[int(month) - 1][:3]} {year}")


def say_as_of(period: str) -> Text:
    """Return the day something was counted, 截至 included."""
    if period.endswith("-H1"):
        return Text(f"截至 {period[:4]} 年中", f"as of mid-{period[:4]}")
    if period.endswith("-H2"):
        return Text(f"截至 {period[:4]} 年底", f"as of late {period[:4]}")
    date = say_date(period)
    return Text(f"截至 {date.zh}", f"as of {date.en}")


def say_period(period: str, span: str) -> Text:
    """Return a figure's date: ``at`` a day it was counted, or ``over`` a time it covers."""
    if span == "at":
        return say_as_of(period)
    if period.endswith("-H1"):
        return Text(f"{period[:4]} 年 1—6 月", f"January–June {period[:4]}")
    return say_date(period)


def say_seen(period: str) -> Text:
    """Return when a source last spoke of something: short, for lists."""
    if period.endswith("-H1"):
        return Text(f"{period[:4]} 年中", f"mid-{period[:4]}")
    return say_date(period)


def _say_stretch(start: str, end: str) -> Text:
    if start[:4] == end[:4] and len(start) == len(end) == 7:
        year, first, last = start[:4], int(start[5:]), int(end[5:])
        return Text(f"{year} 年 {first}—{last} 月", f"{MONTHS[first - 1]}–{MONTHS[last - 1]} {year}")
    first_text, last_text = say_date(start), say_date(end)
    if len(start) == len(end) == 4:
        return Text(f"{start}—{end} 年", f"{start}–{end}")
    return Text(f"{first_text.zh}—{last_text.zh}", f"{first_text.en} – {last_text.en}")
