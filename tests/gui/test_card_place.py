"""What the card and the chain page say of a place, and what the map says of a red line under the wellness site."""

import json

from brochure.desk import intake
from brochure.desk.opening import open_library
from brochure.desk.place import place
from brochure.gui.card import Card
from brochure.gui.card_place import place_part, placed_feature
from brochure.gui.stage_detail import StageDetail
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.maps.sheet import build_sheet
from tests.content.red_lines import box, feature, write

STAGE, FIRM = "stage-tusstar", "enterprise-jinhe"


def test_what_nobody_placed_is_told_as_it_is(library):
    assert place_part(library.record(FIRM), library).lines[0].zh == "还没有标到图上。"
    assert place_part(library.record(STAGE), library).lines[0].zh == "图上位置为示意。"
    assert place_part(library.record("zone-food"), library) is None
    assert place_part(library.record("policy-build-on-land-award"), library) is None
    assert placed_feature(library.record(STAGE), library) is None


def test_the_card_offers_to_place_what_staff_can_place(qtbot, hub, qapp):
    card = Card(hub, None)
    asked = []
    card.place_asked.connect(asked.append)
    hub.chosen = FIRM
    card.show_record(FIRM)
    assert card.place_button.text() == "标到图上"
    assert card.place_button.sizeHint().height() >= 44
    card.place_button.click()
    assert asked == [FIRM]
    del card.place_button
    card.clear()
    card.show_record("zone-food")
    assert not hasattr(card, "place_button")
    card.deleteLater()


def test_the_chain_page_tells_a_placed_stage_from_a_sketched_one(qtbot, hub, where):
    place(open_library(where), where, STAGE, 36.69, 101.75)
    for lang, said in (("zh", "由园区标注"), ("en", "Placed by the park")):
        renewed = Hub(open_library(where), where, lang)
        detail = StageDetail(renewed)
        detail.show_stage(renewed.library.record(STAGE))
        assert detail.place_mark.accessibleName().startswith(said)
        detail.show_stage(renewed.library.record("stage-youth-park"))
        assert not detail.place_mark.accessibleName().startswith(said)
        detail.deleteLater()


def test_the_wellness_site_is_no_sketch_once_its_red_line_is_there(hub, where, tmp_path):
    library = open_library(where)
    before = {each["id"]: each for each in json.loads(build_sheet(library.features))["features"]}
    assert before["zone-kangyang"]["precision"] == "schematic"
    path = write(tmp_path, feature([box(0, 5)], name="zone-kangyang"))
    intake.apply(library, where, intake.compare(library, where, [path]))
    after = {each["id"]: each for each in json.loads(build_sheet(open_library(where).features))["features"]}
    assert after["zone-kangyang"]["precision"] == "placed"
    assert after["zone-kangyang"]["note"] == {"zh": "规划 900 亩（2023）", "en": "900 mu planned (2023)"}
    assert after["zone-kangyang"]["planned"] is True, "a plan looks like a plan, however well its line is known"


def test_a_card_of_a_red_line_names_day_and_file(qtbot, hub, where, tmp_path):
    library = open_library(where)
    path = write(tmp_path, feature([box(15, 3)]))
    intake.apply(library, where, intake.compare(library, where, [path]))
    renewed = Hub(open_library(where), where, "en")
    card = Card(renewed, None)
    card.show_record("zone-food")
    words = " ".join(block.text() for block in card.findChildren(TextBlock))
    assert "from the file 红线.geojson" in words
    assert "Area within the red line:" in words
    card.deleteLater()
