"""What a person may set, each declared once, and the folders the program may write to."""

import sys
from pathlib import Path

import msgspec

from brochure.words import Text

APP = "xining-biotech-brochure"


class Places(msgspec.Struct, frozen=True):
    """The writable folders: what people made, what can be made again, and the log."""

    data: Path
    cache: Path
    logs: Path

    @property
    def content_db(self) -> Path:
        return self.cache / "content.db"

    @property
    def user_db(self) -> Path:
        return self.data / "user.db"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def fonts(self) -> Path:
        return self.cache / "fonts"

    @property
    def recipes(self) -> Path:
        return self.data / "recipes"

    @property
    def pictures(self) -> Path:
        """Where our own copies of the sender's photo and the park's logo are kept."""
        return self.data / "pictures"

    @property
    def grounds(self) -> Path:
        """Where the pictures of base maps are kept; packs stay where they lie."""
        return self.data / "grounds"

    @property
    def map_shell(self) -> Path:
        return self.cache / "map"


def places(home: Path | None = None) -> Places:
    """Return the folders of this user, or all of them below ``home``; none is created here."""
    if home is not None:
        return Places(data=home / "data", cache=home / "cache", logs=home / "logs")
    import platformdirs

    dirs = platformdirs.PlatformDirs(APP, appauthor=False)
    return Places(data=Path(dirs.user_data_dir), cache=Path(dirs.user_cache_dir), logs=Path(dirs.user_log_dir))


def shared_fonts() -> Path:
    """Return the folder where set-up puts the fonts for every user of this environment."""
    return Path(sys.prefix) / "share" / "park-fonts"


class Setting(msgspec.Struct, frozen=True):
    """One thing a person may set."""

    key: str
    default: str
    choices: tuple[str, ...]
    help: Text


SETTINGS: tuple[Setting, ...] = (
    Setting("lang", "zh", ("zh", "en"), Text("窗口的语言", "Language of the window")),
    Setting("theme", "light", ("light", "dark"), Text("浅色或深色", "Light or dark")),
    Setting("reader", "", (), Text("手册为谁准备", "Whom the brochure is for")),
    Setting("contact", "", (), Text("园区联系人，印在手册上", "Contact person printed in the brochure")),
    Setting(
        "sender_name",
        "",
        (),
        Text("发件人姓名，印在前言、末页和名片码上", "Sender's name, in letter, back page and code"),
    ),
    Setting("sender_role", "", (), Text("发件人职务", "The sender's role")),
    Setting("sender_organisation", "", (), Text("发件人单位，可空", "The sender's organisation, if any")),
    Setting("sender_phone", "", (), Text("发件人电话", "The sender's phone")),
    Setting("sender_email", "", (), Text("发件人电子邮件", "The sender's e-mail")),
    Setting(
        "sender_photo",
        "",
        (),
        Text("发件人照片，本程序保存的文件", "The sender's photo, a file of ours"),
    ),
    Setting("sender_logo", "", (), Text("园区标志，本程序保存的文件", "The park's logo, a file of ours")),
    Setting("compared", "", (), Text("正在对比的记录，JSON 列表", "Records being compared, a JSON list")),
    Setting("review_number", "", (), Text("地图审图号，由园区填写", "Map review number, given by the park")),
    Setting("map_maker", "", (), Text("制图单位，由园区填写", "Who made the map, given by the park")),
    Setting("map_date", "", (), Text("制图日期，由园区填写", "Date of the map, given by the park")),
)
