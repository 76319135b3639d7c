"""What a person changes through the desk."""

import pytest

from brochure.desk.change import load_settings, load_shortlist, save_setting, save_shortlist
from brochure.errors import SettingsError
from brochure.settings import SETTINGS, Places
from brochure.store.user_db import UserStore


def test_defaults_until_something_is_set(places: Places) -> None:
    assert load_settings(places) == {setting.key: setting.default for setting in SETTINGS}
    assert load_shortlist(places) == ()


def test_what_is_set_is_kept(places: Places) -> None:
    save_setting(places, "lang", "en")
    save_setting(places, "reader", "某某科技 & <b>")
    save_shortlist(places, ("zone-core", "policy-x"))
    assert load_settings(places)["lang"] == "en"
    assert load_settings(places)["reader"] == "某某科技 & <b>"
    assert load_shortlist(places) == ("zone-core", "policy-x")


def test_a_setting_is_one_of_its_choices(places: Places) -> None:
    with pytest.raises(SettingsError) as caught:
        save_setting(places, "theme", "pink")
    assert "light" in caught.value.message.zh
    with pytest.raises(SettingsError):
        save_setting(places, "colour", "pink")
    assert not places.user_db.exists()


def test_a_value_of_another_version_falls_back(places: Places) -> None:
    UserStore(places.user_db).save_setting("theme", "sepia")
    assert load_settings(places)["theme"] == "light"


def test_damage_never_stops_a_start(places: Places) -> None:
    places.user_db.parent.mkdir(parents=True)
    places.user_db.write_bytes(b"no database" * 500)
    assert load_settings(places)["lang"] == "zh"
    assert load_shortlist(places) == ()
    save_setting(places, "lang", "en")
    assert load_settings(places)["lang"] == "en"
