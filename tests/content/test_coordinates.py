"""Pasted coordinates: every way a person writes them, and one sentence for everything else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.content.coordinates import CENTRE, is_near, km_from_centre, parse_position
from brochure.content.geometry import is_local
from brochure.errors import ContentError
from brochure.model.datum import distance_m, from_wgs84

HAN = re.compile(r"[\u3400-\u9fff]")
WRITTEN = [
    "101.7484, 36.6875",
    "36.6875, 101.7484",
    "36.6875 101.7484",
    "101.7484,36.6875",
    " 101.7484 ,\t36.6875\n",
    "36.6875\n101.7484",
    "36.6875 N 101.7484 E",
    "36.6875N, 101.7484E",
    "36.6875N101.7484E",
    "N36.6875 E101.7484",
    "E 101.7484, N 36.6875",
    "(36.6875, 101.7484)",
    "[101.7484, 36.6875]",
    "lat: 36.6875, lng: 101.7484",
    "Latitude 36.6875 Longitude 101.7484",
    "lon=101.7484;lat=36.6875",
    "+36.6875 +101.7484",
    "101.7484/36.6875",
    "１０１．７４８４，３６．６８７５",
    "101。7484、36。6875",
    "101.7484；36.6875",
    "北纬36.6875，东经101.7484",
    "北纬 36.6875° 东经 101.7484°",
    "纬度：36.6875 经度：101.7484",
    "东经101度44分54.24秒，北纬36度41分15秒",
    "36°41′15″N 101°44′54.24″E",
    "36° 41' 15\" N, 101° 44' 54.24\" E",
    "36°41'15''N 101°44'54.24''E",
    "N36°41′15″ E101°44′54.24″",
    "36º41’15”, 101º44’54.24”",
    "36°41.25'N 101°44.904'E",
    "36.6875° 101.7484°",
    "36.687500000000000, 101.748399999999999",
]
REFUSED = [
    ("", "粘贴"), ("   \n", "粘贴"), ("。", "读不懂"),
    ("abc", "读不懂"), ("36.6875", "还缺经度"), ("101.7484", "还缺纬度"),
    ("7", "还缺另一个"), ("36°41′15″", "读不懂"), ("NaN, NaN", "读不懂"),
    ("nan 101.7", "读不懂"), ("inf, 36", "读不懂"),
    ("36.6875, 101.7484, 2260", "现有 3 个数"), ("36,6875 101,7484", "现有 4 个数"),
    ("36.6875 101.7484; 36.7 101.75", "现有 4 个数"), ("36 41 15 101 44 54", "现有 6 个数"), ("0, 0", "西宁一带"),
    ("-36.6875, 101.7484", "西宁一带"), ("36.6875, -101.7484", "西宁一带"), ("36.6875S 101.7484E", "西宁一带"),
    ("36.6875 N 101.7484 W", "西宁一带"), ("39.9, 116.4", "西宁一带"), ("36.7, 36.7", "西宁一带"),
    ("101.7, 101.7", "西宁一带"), ("91, 181", "西宁一带"), ("36.6875 E 101.7484 N", "不合"),
    ("36.6875 N 101.7484 N", "都标成纬度"), ("36.6875 E 101.7484 E", "都标成经度"), ("4060000, 396000", "以米计"),
    ("36°61′15″ 101°44′54″", "小于 60"), ("36°41′75″ 101°44′54″", "小于 60"), ("36.5°41′ 101.7°", "只用一种写法"),
    ("36.68751234567890123, 101.7484", "超过 15 位"), ("1e2, 36.6", "现有 3 个数"), ("0x24, 0x65", "读不懂"),
    ("36.6875, 101.7484 hello", "读不懂"), ("<script>36.6875, 101.7484</script>", "读不懂"), ("{{7*7}}", "读不懂"),
    ("36.6875,,101.7484", "读不懂"), ("--36.6875, 101.7484", "读不懂"), ("36.6.875, 101.7", "现有 3 个数"),
    ("३६.६८७५, १०१.७४८४", "读不懂"), ("36_000, 101", "读不懂"),
    ("1" * 190 + ", 36", "读不懂"), ("9" * 5000, "最多 200"),
    ("36.6875, 101.7484\0", "读不懂"), ("36.6875\u202e, 101.7484", "读不懂"), ("一百零一, 三十六", "读不懂"),
    ("http://x/?q=36.6875,101.7484", "读不懂"), ("36°41′15″N 101°44′54″E 36°N", "现有 3 个数"),
]  # fmt: skip


@pytest.mark.parametrize("text", WRITTEN)
def test_every_way_to_write_it_is_read(text):
    assert parse_position(text) == (36.6875, 101.7484)


@pytest.mark.parametrize(("text", "said"), REFUSED)
def test_everything_else_is_one_sentence_in_both_languages(text, said):
    with pytest.raises(ContentError) as caught:
        parse_position(text)
    zh, en = caught.value.to("zh"), caught.value.to("en")
    assert said in zh
    assert zh.endswith("。")
    assert en.endswith(".")
    assert "\n" not in zh + en
    assert len(zh) < 150
    assert not HAN.search(en.replace("一百零一, 三十六", ""))


def test_one_named_axis_is_enough():
    assert parse_position("36.6875N 101.7484") == (36.6875, 101.7484)


def test_a_datum_is_taken_off():
    for datum in ("gcj02", "bd09"):
        lat, lon = from_wgs84(*CENTRE, datum)
        assert distance_m(parse_position(f"{lon:.8f}, {lat:.8f}", datum), CENTRE) < 0.2


@given(st.floats(35.5, 38.0), st.floats(100.0, 103.5))
def test_any_position_near_xining_is_read_either_way_round(lat, lon):
    wanted = round(lat, 6), round(lon, 6)
    assert parse_position(f"{lon:.6f}, {lat:.6f}") == wanted
    assert parse_position(f"{lat:.6f}，{lon:.6f}") == wanted


@given(st.text(max_size=60))
def test_whatever_is_pasted_is_read_or_refused(text):
    try:
        found, said = parse_position(text), None
    except ContentError as error:
        found, said = None, error.to("zh")
    assert said.endswith("。") if said is not None else is_local(*found)


def test_how_far_from_the_centre():
    assert km_from_centre(CENTRE) == 0
    assert km_from_centre((36.6171, 101.7782)) == pytest.approx(8.2, abs=0.2)
    assert is_near((36.7, 101.75))
    assert not is_near((36.935, 101.6736))
