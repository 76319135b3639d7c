"""Which figures stand beside each other, which must not be taken for each other, and how their dates are said."""

import pytest

from brochure.model.kinds import Figure
from brochure.provenance import (
    are_one_series,
    counted_to,
    figures_of,
    how_compared,
    lookalikes,
    parts_of,
    readings,
    same_matter,
    say_published,
    say_when,
    sources_of,
    whole_of,
)
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import provenance as say
from tests.factories import make

FIRMS = Text("家", "firms")
YEAR = Text("全年", "whole year")


def figure_of(library: Library, id: str) -> Figure:
    found = library.record(id)
    assert isinstance(found, Figure)
    return found


def ids(found: tuple[Figure, ...]) -> list[str]:
    return [each.id for each in found]


def test_readings_come_newest_first_whichever_was_asked_for(library: Library) -> None:
    for id in ("value-added-growth-2024", "value-added-growth-2025-01-2025-05"):
        found = readings(library, figure_of(library, id))
        assert ids(found) == ["value-added-growth-2025-01-2025-05", "value-added-growth-2024"]


def test_a_figure_of_the_archive_is_its_own_reading(library: Library) -> None:
    kept = [each for each in library.records("figures", archive=True) if each.audience == "archive"]
    for figure in kept:
        assert isinstance(figure, Figure)
        assert figure in readings(library, figure)


def test_different_scopes_are_never_one_series() -> None:
    day = make(Figure, "a", measure="m", value=1.0, unit=FIRMS, span="at", as_of="2024-07")
    year = make(Figure, "b", measure="m", value=2.0, unit=FIRMS, span="over", as_of="2023")
    scoped = make(
        Figure, "c", measure="m", value=2.0, unit=FIRMS, span="at", as_of="2023-07", scope=Text("全年", "year")
    )
    alike = make(Figure, "d", measure="m", value=2.0, unit=FIRMS, span="at", as_of="2023-07")
    assert not are_one_series((day, alike))
    for pair, reason in (
        ((day, year), say.DAY_AND_STRETCH), ((day, scoped), say.SCOPES_DIFFER), ((day, alike), say.NOT_KNOWN_ALIKE),
    ):  # fmt: skip
        assert how_compared(pair) == say.NOT_COMPARED.fill(reason)


def test_one_series_may_be_compared() -> None:
    pair = [
        make(Figure, f"m-{year}", measure="m", value=1.0, unit=FIRMS, span="at", as_of=year, series="m")
        for year in ("2023", "2024")
    ]
    assert are_one_series(pair)
    assert how_compared(pair) == say.ONE_SERIES


def test_five_months_are_not_compared_with_a_year(library: Library) -> None:
    found = readings(library, figure_of(library, "value-added-growth-2024"))
    assert are_one_series(found)
    assert how_compared(found) == say.SERIES_UNEVEN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("requests-satisfied-2024-h1", "public-satisfaction-2022"),
        ("sponsored-projects-2025-06", "sponsored-firms-2022"),
        ("science-files-2023", "science-checkups-2024-h1"),
        ("hightech-firms-2023-h1", "new-hightech-2023"),
        ("talents-2023-h1", "kunlun-talents-2023-h1"),
        ("energy-intensity-cut-2023", "value-added-growth-2025-01-2025-05"),
    ],
)
def test_a_note_that_warns_of_another_figure_leads_to_it_and_back(one: str, other: str, library: Library) -> None:
    assert other in ids(lookalikes(library, figure_of(library, one)))
    assert one in ids(lookalikes(library, figure_of(library, other)))


def test_a_value_that_many_share_names_none_of_them(library: Library) -> None:
    found = ids(lookalikes(library, figure_of(library, "requests-resolved-2024-h1")))
    assert not {"takeup-rate-2022", "hazardous-waste-2023"} & set(found)  # its note says 100%, and many are 100%


def test_no_figure_is_listed_in_two_places(library: Library) -> None:
    for figure in library.records("figures"):
        assert isinstance(figure, Figure)
        whole = whole_of(library, figure)
        places = [
            *ids(readings(library, figure)), *ids(parts_of(library, figure)), *ids(lookalikes(library, figure)),
            *ids(same_matter(library, figure)), *([whole.id] if whole is not None else []),
        ]  # fmt: skip
        assert len(places) == len(set(places)), figure.id


def test_whole_and_parts_know_each_other(library: Library) -> None:
    platforms = figure_of(library, "platforms-2023-h1")
    assert ids(parts_of(library, platforms)) == ["platforms-provincial-2023-h1"]
    assert whole_of(library, figure_of(library, "platforms-provincial-2023-h1")) == platforms


def test_figures_on_one_matter_find_each_other(library: Library) -> None:
    found = ids(same_matter(library, figure_of(library, "whitethorn-oil-2025-02-16")))
    assert {"whitethorn-wine-2025-02-16", "whitethorn-value-2025-02-16"} <= set(found)
    assert "whitethorn-oil-2025-02-16" in ids(figures_of(library, library.record("project-whitethorn")))


def test_sources_come_once_by_their_mark(library: Library) -> None:
    found = readings(library, figure_of(library, "outside-funds-2023"))
    assert [source.mark for source in sources_of(library, found)] == [3, 4]


def test_the_newest_count_of_an_article_is_a_day_rather_than_its_month(library: Library) -> None:
    article = sources_of(library, [library.record("market-entities-2025-06-15")])
    assert counted_to(library, article) == "2025-06-15"
    assert counted_to(library, ()) is None


def test_inferred_dates_say_so(library: Library) -> None:
    inferred = figure_of(library, "platforms-2023-h1")
    assert say_when(inferred).zh.endswith("（日期推断）")
    assert say_when(inferred).en.endswith("(date inferred)")
    published = say_published(library.sources(inferred)[0])
    assert published is not None
    assert "日期推断" in published.zh
    assert "推断" not in say_when(figure_of(library, "market-entities-2025-06-15")).zh


@pytest.mark.parametrize(
    ("named", "value", "zh"),
    [(3, 7.0, "原文点名 3 家，其余原文未列"), (7, 7.0, "原文逐一点名"), (0, 4.0, "原文一个都没有点名")],
)
def test_how_many_are_named_is_said_plainly(named: int, value: float, zh: str) -> None:
    said = say.say_named(named, value, FIRMS)
    assert said.zh == zh
    assert said.en
    assert "家" not in said.en
