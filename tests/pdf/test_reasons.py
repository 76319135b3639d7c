"""Three reasons by rule: each from a record, each with its source, fewer rather than one without."""

import datetime

import pytest

from brochure.pdf.choice import choose
from brochure.pdf.reasons import COUNT, Reason, build_reasons
from brochure.pdf.recipe import Recipe
from brochure.store.library import Library

ON = datetime.date(2026, 3, 2)


def reasons(library: Library, **asked: object) -> tuple[Reason, ...]:
    recipe = Recipe(on=ON, **asked)  # type: ignore[arg-type]
    return build_reasons(library, choose(library, recipe))


@pytest.mark.parametrize("sector", ["industry-devices", "industry-wellness", "industry-digital", None])
def test_each_reason_has_words_and_sources(sector: str | None, library: Library) -> None:
    found = reasons(library, sectors=(sector,) if sector else None)
    assert len(found) == COUNT
    assert len({reason.heading for reason in found}) == COUNT
    for reason in found:
        assert reason.body.zh.endswith("。") or reason.body.zh
        assert reason.body.en
        assert reason.sources
        assert all(library.find(source) is not None for source in reason.sources)


def test_the_devices_lane_leads(library: Library) -> None:
    first, *_ = reasons(library, sectors=("industry-devices",))
    lane = library.record("policy-device-fast-lane")
    assert lane.summary is not None
    assert lane.summary.zh.rstrip("。") in first.body.zh
    assert "2025 年 6 月报道" in first.body.zh
    assert first.heading == lane.name
    assert first.sources == lane.sources


def test_a_lane_is_a_reason_only_for_the_field_its_source_names(library: Library) -> None:
    lane = library.record("policy-device-fast-lane")
    found = reasons(library, sectors=("industry-traditional-medicine",))
    assert lane.id not in {reason.record.id for reason in found if reason.record is not None}


def test_no_record_gives_two_reasons(library: Library) -> None:
    found = reasons(library, sectors=("industry-devices", "industry-traditional-medicine", "industry-wellness"))
    told = [reason.record.id for reason in found if reason.record is not None]
    assert len(told) == len(set(told)) == COUNT


def test_a_chosen_site_is_a_reason_with_status_and_date(library: Library) -> None:
    _, site, *_ = reasons(library, sectors=("industry-devices",), zones=("zone-kangyang", "zone-device-cluster"))
    assert site.record is not None
    assert site.record.id == "zone-device-cluster", "the one of the chosen field goes first"
    assert site.body.zh.startswith("2025 年在建；")
    assert site.body.zh.count("在建") == 1, "what is being built is the site, not what its last words name"
    assert site.body.zh.endswith("（2025 年 6 月报道）。")
    assert site.body.en.endswith("(reported June 2025).")
    _, planned, *_ = reasons(library, zones=("zone-sme",), sectors=("industry-devices",))
    assert "待核实，2024 年中报道" in planned.body.zh
    assert not any(reason.record and reason.record.kind == "zones" for reason in reasons(library))


def test_a_lane_that_was_not_chosen_is_no_reason(library: Library) -> None:
    lane = library.record("policy-device-fast-lane")
    found = reasons(library, sectors=("industry-devices",), policies=("policy-one-window",))
    assert lane.id not in {reason.record.id for reason in found if reason.record is not None}


def test_wellness_is_told_of_the_height(library: Library) -> None:
    park = library.record("base-altitude-park")
    told = next(each for each in reasons(library, sectors=("industry-wellness",)) if each.record is park)
    assert park.statement.zh.rstrip("。") in told.body.zh  # type: ignore[attr-defined]
    assert "吴天一" in told.body.zh, "whose idea the band is"


def test_a_gap_in_the_chain_is_not_praised(library: Library) -> None:
    for sector in library.records("industries"):
        words = "".join(reason.body.zh for reason in reasons(library, sectors=(sector.id,)))
        for state, items in (
            (sector.midstream_state, sector.midstream),  # type: ignore[attr-defined]
            (sector.downstream_state, sector.downstream),  # type: ignore[attr-defined]
        ):
            if state != "present" and items:
                assert f"有{items[0].zh}" not in words


def test_figures_among_the_reasons_carry_their_period(library: Library) -> None:
    found = [reason for reason in reasons(library) if "99.39" in reason.body.zh]
    assert found
    assert "2024" in found[0].body.zh
    assert "2024" in found[0].body.en


def test_same_choice_same_reasons(library: Library) -> None:
    assert reasons(library, sectors=("industry-devices",)) == reasons(library, sectors=("industry-devices",))
