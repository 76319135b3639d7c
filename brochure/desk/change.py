"""What a person changes: the shortlist, what is compared, and the settings."""

from collections.abc import Mapping

import msgspec

from brochure.errors import SettingsError, StoreError
from brochure.settings import SETTINGS, Places
from brochure.store.user_db import UserStore
from brochure.words import errors as say


def load_shortlist(places: Places) -> tuple[str, ...]:
    """Return the ids put aside, in their order; none where the file cannot be read, for a start must not fail."""
    try:
        return UserStore(places.user_db).shortlist()
    except StoreError:
        return ()


def save_shortlist(places: Places, ids: tuple[str, ...]) -> None:
    """Keep a shortlist.

    Raises:
        StoreError: It could not be kept; what was kept before is as it was.
    """
    UserStore(places.user_db).save_shortlist(tuple(ids))


def load_compared(places: Places) -> tuple[str, ...]:
    """Return the ids being compared, in their order; none where they cannot be read, for a start must not fail."""
    try:
        return msgspec.json.decode(load_settings(places)["compared"] or "[]", type=tuple[str, ...])
    except msgspec.DecodeError:
        return ()


def save_compared(places: Places, ids: tuple[str, ...]) -> None:
    """Keep what is compared.

    Raises:
        StoreError: It could not be kept; what was kept before is as it was.
    """
    save_setting(places, "compared", msgspec.json.encode(ids).decode() if ids else "")


def load_settings(places: Places) -> dict[str, str]:
    """Return every setting with its value or, where none was made or it is no longer allowed, its default."""
    try:
        made = UserStore(places.user_db).settings()
    except StoreError:
        made = {}
    return {
        setting.key: made[setting.key]
        if setting.key in made and (not setting.choices or made[setting.key] in setting.choices)
        else setting.default
        for setting in SETTINGS
    }


def contact_of(made: Mapping[str, str]) -> str | None:
    """Return the contact to print where a request names none; a sender that was set stands for itself."""
    return None if made["sender_name"] else made["contact"] or None


def save_setting(places: Places, key: str, value: str) -> None:
    """Keep one setting.

    Raises:
        SettingsError: There is no such setting, or it cannot have that value.
        StoreError: It could not be kept; what was kept before is as it was.
    """
    setting = next((each for each in SETTINGS if each.key == key), None)
    if setting is None:
        raise SettingsError(say.UNKNOWN_SETTING.fill(key))
    if setting.choices and value not in setting.choices:
        raise SettingsError(say.WRONG_SETTING.fill(key, value, ", ".join(setting.choices)))
    UserStore(places.user_db).save_setting(key, value)
