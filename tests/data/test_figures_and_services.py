"""The traps of the sources, one by one: figures, identity, services, honours, events, alliances, talent and places."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from geographiclib.geodesic import Geodesic

from brochure.model.flat import columns
from brochure.words.numbers import say_figure
from tests.data.reading import CHINESE, steps_of, texts_of

DATA = Path(__file__).parents[2] / "data"
OWN = (
    "sources", "park", "figures", "services", "platforms", "honours",
    "events", "alliances", "talents", "places", "contacts",
)  # fmt: skip
ARTICLES = ("article-2022", "article-2023", "article-2024-annual", "article-2024-mid", "article-2025")


@pytest.mark.parametrize("kind", OWN)
def test_every_record_names_its_source_and_speaks_both_languages(kind: str, content: Any) -> None:
    assert content[kind]
    for record in content[kind]:
        assert record.sources or kind == "sources", record.id
        for field, text in texts_of(record):
            assert text.zh, (record.id, field)
            assert text.en, (record.id, field)
            assert not CHINESE.search(text.en), (record.id, field, text.en)


@pytest.mark.parametrize("kind", OWN)
def test_every_reference_points_to_a_record_of_its_kind(kind: str, content: Any, by_id: Any) -> None:
    for record in content[kind]:
        for column in columns(type(record)):
            value = getattr(record, column.field)
            if column.ref is None or value is None:
                continue
            for each in value if isinstance(value, tuple) else (value,):
                assert each in by_id, (record.id, column.field, each)
                assert column.ref in ("*", by_id[each].kind), (record.id, column.field, each)
                assert each != record.id


def test_ids_are_used_once_in_all_kinds(content: Any) -> None:
    ids = Counter(record.id for records in content.values() for record in records)
    assert [key for key, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("kind", OWN)
def test_chinese_is_set_with_chinese_marks(kind: str, content: Any) -> None:
    for record in content[kind]:
        for field, text in texts_of(record):
            assert not re.search(r"[\u4e00-\u9fff][,;:!?]", text.zh), (record.id, field, text.zh)
            assert not re.search(r"[0-9][—–-][0-9]+ ?米", text.zh), (record.id, field, text.zh)


# --- sources
def test_articles_stand_in_the_order_of_their_dates_not_of_their_file_numbers(content: Any, by_id: Any) -> None:
    articles = [source for source in content["sources"] if source.role == "article"]
    assert [source.id for source in articles] == list(ARTICLES)
    assert [source.mark for source in articles] == [1, 2, 3, 4, 5]
    assert [source.file[:3] for source in articles] == ["000", "004", "002", "001", "003"]
    assert [source.reporter.zh for source in articles] == ["张国静", "张国静", "张国强", "师晓琼", "张国静"]
    for source in articles:
        assert source.published_is_inferred
        assert source.publisher is None
    assert "未载" in by_id["article-2024-mid"].name.zh


def test_open_data_share_mark_six_and_name_their_licence(content: Any, by_id: Any) -> None:
    assert {source.mark for source in content["sources"] if source.role == "open_data"} == {6}
    assert [source.id for source in content["sources"] if source.mark == 7] == ["computed"]
    licences = {key: by_id[key].licence for key in ("open-osm", "open-geonames", "open-srtm")}
    assert licences == {"open-osm": "ODbL 1.0", "open-geonames": "CC BY 4.0", "open-srtm": "Public domain"}


# --- figures
def test_every_figure_has_a_value_a_date_and_the_words_of_its_article(content: Any) -> None:
    assert len(content["figures"]) > 90
    for figure in content["figures"]:
        assert figure.as_of, figure.id
        assert figure.value is not None or figure.text is not None, figure.id
        assert figure.quote, figure.id
        assert figure.id == f"{figure.measure}-{figure.as_of.replace('/', '-').lower()}"
        assert set(figure.sources) & set(ARTICLES), figure.id


def test_one_series_holds_one_measure_of_one_scope(content: Any) -> None:
    series: dict[str, list[Any]] = {}
    for figure in content["figures"]:
        if figure.series:
            series.setdefault(figure.series, []).append(figure)
    assert {key: [figure.id for figure in held] for key, held in series.items()} == {
        "value-added-growth": ["value-added-growth-2025-01-2025-05", "value-added-growth-2024"]
    }
    for held in series.values():
        assert len({(figure.measure, figure.scope.zh, figure.unit.zh, figure.span) for figure in held}) == 1
        assert len([figure for figure in held if figure.current]) == 1


def test_a_measure_has_one_current_reading(content: Any) -> None:
    current = Counter(figure.measure for figure in content["figures"] if figure.current)
    assert [measure for measure, times in current.items() if times > 1] == []


def test_eight_figures_open_the_overview(content: Any) -> None:
    shown = sorted((figure.headline, figure.id, figure.value) for figure in content["figures"] if figure.headline)
    assert shown == [
        (1, "market-entities-2025-06-15", 6879), (2, "value-added-growth-2025-01-2025-05", 9.9),
        (3, "recruited-projects-2025-06", 39), (4, "sponsored-projects-2025-06", 67),
        (5, "hightech-firms-2023-h1", 71), (6, "platforms-2023-h1", 127),
        (7, "incubating-firms-2023", 537), (8, "requests-resolved-2024-h1", 99.39),
    ]  # fmt: skip


def test_carriers_are_not_the_six_stages(by_id: Any) -> None:
    assert by_id["carriers-2023-h1"].value == 8
    assert "不等于孵化链" in by_id["carriers-2023-h1"].note.zh
    parts = [by_id[key] for key in ("national-incubators-2023-h1", "national-maker-spaces-2023-h1")]
    assert [(part.value, part.part_of) for part in parts] == [(3, "carriers-2023-h1"), (2, "carriers-2023-h1")]


def test_nine_hundred_mu_is_planned_and_sixty_hectares_are_computed(by_id: Any) -> None:
    area, converted = by_id["wellness-area-2023-h1"], by_id["wellness-hectares-2023-h1"]
    assert (area.value, area.unit.zh, area.status) == (900, "亩", "planned")
    assert "不是一期" in area.note.zh
    assert converted.value * 15 == area.value
    assert "computed" in converted.sources


def test_what_is_only_expected_is_marked(content: Any) -> None:
    planned = {figure.id for figure in content["figures"] if figure.status == "planned"}
    assert {key for key in planned if key.startswith("whitethorn")} == {
        f"whitethorn-{key}-2025-02-16" for key in ("oil", "flavone", "liquid", "wine", "value")
    }
    assert "robot-export-share-2022" in planned
    assert len([key for key in planned if key.startswith("reserve-projects")]) == 4


def test_talents_are_not_added_up(by_id: Any) -> None:
    counts = ("talents-2023-h1", "kunlun-talents-2023-h1", "plan-555-talents-2023-h1", "science-workers-2023-h1")
    assert [by_id[key].value for key in counts] == [40, 27, 16, 2]
    assert by_id["talents-2023-h1"].qualifier == "more_than"
    assert all(by_id[key].part_of is None for key in counts)
    assert "不相加" in by_id["talents-2023-h1"].note.zh


@pytest.mark.parametrize(
    ("key", "zh", "en"),
    [
        ("business-handled-2024-h1", "1 万余 件", "more than 10,000 items"),
        ("print-services-2024-h1", "5000 余次", "more than 5,000 times"),
        ("sales-help-2024-h2-2025-06", "9000 余万元", "more than RMB 90 million"),
        ("landed-investment-2024-07", "约 33.13 亿元", "about RMB 3,313 million"),
        ("approval-steps-cut-2022", "50%以上", "50% or more"),
        ("pool-firms-2024-h1", "60 家以上", "60 firms or more"),
        ("hypoxia-research-2023-h1", "近 30 年", "nearly 30 years"),
        ("science-loans-2023", "1697 万元", "RMB 16.97 million"),
    ],
)
def test_a_count_is_said_with_its_about_or_more(key: str, zh: str, en: str, by_id: Any) -> None:
    assert (say_figure(by_id[key], "zh"), say_figure(by_id[key], "en")) == (zh, en)


def test_dates_that_no_article_prints_are_marked_inferred(content: Any) -> None:
    for figure in content["figures"]:
        if figure.as_of in ("2023-H1", "2025-06", "2025-02-16"):
            assert figure.as_of_inferred, figure.id
        if figure.as_of in ("2025-06-15", "2025-01/2025-05", "2024-07"):
            assert not figure.as_of_inferred, figure.id


# --- identity
def test_park_has_two_names_for_one_place(content: Any) -> None:
    identities = [fact for fact in content["park"] if fact.aspect == "identity"]
    assert [fact.sources for fact in identities] == [("article-2025",), ("article-2024-mid",)]
    assert "主承载体" in identities[1].name.zh


def test_frame_of_policy_names_no_members(by_id: Any) -> None:
    frame = by_id["park-policy-frame"]
    assert frame.parts == ()
    assert "未列" in frame.note.zh


def test_goals_of_the_plan_are_no_zones(by_id: Any, content: Any) -> None:
    goals = [part.zh for part in by_id["park-spatial-goals"].parts]
    assert len(goals) == 4
    assert not set(goals) & {zone.name.zh for zone in content["zones"]}


# --- services
@pytest.mark.parametrize(
    ("key", "steps"),
    [
        ("service-five-party-model", ["管委会", "公司", "基金", "平台", "协会"]),
        ("service-three-ways", ["企业化", "市场化", "专业化"]),
        ("service-task-force", ["专班", "专员"]),
        ("service-joint-task-force", ["生物经济招商专班", "招商部门", "招商公司"]),
        ("service-lifecycle-ledger", ["前期洽谈", "中期落地", "后期运营"]),
        ("service-one-trip", ["减事项", "并环节", "有流程", "缩时限", "强服务", "重事后"]),
        ("service-device-fast-lane", ["审批绿色通道", "药械六方联审平台", "工作专班"]),
        ("service-online-registration", ["全类型", "全业务", "全流程"]),
        ("service-three-visits", ["带着政策走访", "直面问题访谈", "持续跟踪回访"]),
        ("service-four-roles", ["政策宣传员", "困难协调员", "工作联络员", "发展服务员"]),
        ("service-free-services", ["预防健康体检", "刻章", "文印", "邮寄"]),
        ("service-growth-ladder", ["科技型中小企业", "高新技术企业", "科技小巨人"]),
    ],
)
def test_steps_keep_the_order_of_the_source(key: str, steps: list[str], by_id: Any) -> None:
    assert steps_of(by_id[key]) == steps


def test_mapping_of_the_five_parties_is_marked_as_ours(by_id: Any) -> None:
    model = by_id["service-five-party-model"]
    assert model.counted == len(model.steps) == len(model.step_notes) == 5
    assert "归纳" in model.note.zh
    assert "reading" in model.note.en


def test_notes_of_steps_stand_beside_theirsteps_of(content: Any) -> None:
    for service in content["services"]:
        assert len(service.step_notes) in (0, len(service.steps)), service.id


def test_third_of_the_five_degrees_is_an_acceleration(by_id: Any) -> None:
    assert [step[-2:] for step in steps_of(by_id["service-five-degrees"])] == ["高度", "广度", "速度", "力度", "温度"]
    assert steps_of(by_id["service-five-degrees"])[2] == "项目推进要加速度"


def test_practices_of_2022_are_to_be_confirmed(content: Any) -> None:
    for service in content["services"]:
        if service.as_of == "2022":
            assert service.status in ("unverified", "ended"), service.id


def test_archive_holds_epidemic_inspections_and_party_matters_and_nothing_more(content: Any, by_id: Any) -> None:
    kept = {record.id for records in content.values() for record in records if record.audience == "archive"}
    assert kept == {
        # the epidemic
        "service-epidemic", "service-epidemic-task-force-2022", "policy-truck-closed-loop", "park-epidemic-2022",
        # inspections and petitions
        "service-supervision", "inspection-findings-2023", "inspection-petitions-2023",
        "third-inspection-petitions-2023", "key-waste-firms-2023", "other-waste-firms-2023",
        "park-environment-well-2023", "enterprise-jianiang",
        # Party and staff matters
        "park-party-branch", "park-party-idea-2023", "park-guidance-2023", "park-plenums-2024", "park-education-2025",
        "park-requirements-2022", "park-style-2022", "park-province-frame-2022", "service-four-horses",
        "event-half-year-2023", "event-promotion-conference-2025", "park-principles-2024", "policy-promotion-duties",
        "alliance-medicine-chain", "alliance-red-collar", "alliance-green-computing", "community-members-2024-06",
        "three-lists-2023", "service-three-lists-2023", "event-party-community", "event-medicine-alliance-2023",
        # what has been overtaken
        "project-hydrogen", "partner-huadian", "base-functions-2023",
    }  # fmt: skip
    for key in kept:
        assert by_id[key].note is not None, key


# --- honours, platforms, alliances
def test_an_honour_of_several_firms_says_how_many_are_not_named(by_id: Any) -> None:
    assert len(by_id["honour-regional-listing"].holders) == 3
    assert "4 家" in by_id["honour-regional-listing"].holders_text.zh
    assert len(by_id["honour-water-saving-firms"].holders) == 2
    assert "3 家" in by_id["honour-water-saving-firms"].holders_text.zh


def test_platforms_under_way_are_not_operating(by_id: Any) -> None:
    states = {key: by_id[f"platform-{key}"].status for key in ("chip-centre", "wuxi-branch", "zhongke")}
    assert states == {"chip-centre": "planned", "wuxi-branch": "planned", "zhongke": "building"}


# --- events
def test_showrooms_open_on_their_days_and_the_third_is_a_fair(by_id: Any) -> None:
    keys = ("event-showroom-first", "event-showroom-datong", "event-tangdao-fair")
    assert [by_id[key].as_of for key in keys] == ["2024-12-09", "2025-05-10", "2025-05-24"]
    assert by_id["event-showroom-first"].where is None
    assert "不是门店" in by_id["event-tangdao-fair"].note.zh
    assert not [each for each in by_id["event-tangdao-fair"].related if each.startswith("carrier-")]


def test_fairs_carry_their_edition_and_an_inferred_year(by_id: Any) -> None:
    fairs = [by_id[key] for key in ("event-fair-24", "event-fair-26")]
    assert [(fair.edition, fair.as_of, fair.as_of_inferred) for fair in fairs] == [
        (24, "2023", True),
        (26, "2025", True),
    ]


# --- places and contacts
def test_distances_are_those_of_the_coordinates(content: Any, by_id: Any) -> None:
    origins = {"km_from_gate": by_id["place-gate"], "km_from_centre": by_id["place-museum"]}
    found = 0
    for place in content["places"]:
        for field, start in origins.items():
            stated = getattr(place, field)
            if stated is not None:
                metres = Geodesic.WGS84.Inverse(start.lat, start.lon, place.lat, place.lon)["s12"]
                assert stated == pytest.approx(metres / 1000, abs=0.06), (place.id, field)
                assert "computed" in place.sources
                found += 1
    assert found == 9


def test_places_lie_around_the_park_and_say_how_well_they_are_known(content: Any) -> None:
    for place in content["places"]:
        assert (place.lat is None) == (place.lon is None) == (place.precision is None), place.id
        if place.lat is not None:
            assert 36.4 < place.lat < 37.5, place.id
            assert 101.2 < place.lon < 102.2, place.id
        assert place.pressure_percent is None, place.id


def test_places_without_a_point_say_why(content: Any) -> None:
    pointless = [place for place in content["places"] if place.lat is None and place.type in ("campus", "landmark")]
    assert {place.id for place in pointless} == {"place-qhit", "place-puning"}
    assert all("不落点" in place.note.zh for place in pointless)


def test_one_height_stands_for_the_city_on_the_ruler(content: Any) -> None:
    heights = [place.elevation_m for place in content["places"] if place.type == "city" and place.elevation_m]
    assert heights == [2261]
    assert len([place for place in content["places"] if place.type == "comparison"]) >= 12


def test_hill_keeps_both_names(by_id: Any) -> None:
    assert {"大酉山", "大西山"} <= set(by_id["place-dayou-tunnel"].aliases)


def test_contacts_give_the_number_and_nothing_invented(content: Any, by_id: Any) -> None:
    assert by_id["contact-hotline"].number == "6123458"
    assert "区号待核实" in by_id["contact-hotline"].note.zh
    assert [contact.id for contact in content["contacts"] if contact.number] == ["contact-hotline"]
    assert by_id["contact-mailbox"].address is None
    assert "城北区" in by_id["contact-office"].address.zh
    assert "待核实" in by_id["contact-office"].address.zh
    assert not re.search(r"\d", by_id["contact-help-window"].hours.zh)
