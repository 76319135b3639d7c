"""The sender: fields and pictures are kept clean, once, in the person's own folder, or refused in a sentence."""

import io
from pathlib import Path

import pytest
from PIL import Image

from brochure.desk import sender as desk
from brochure.desk.change import contact_of, load_settings
from brochure.errors import SettingsError
from brochure.pdf.sender import NOBODY
from brochure.settings import Places

MODEL = 0x0110
GPS = 0x8825


def picture(
    path: Path, kind: str = "JPEG", size: tuple[int, int] = (600, 800), mode: str = "RGB", **more: object
) -> Path:
    Image.new(mode, size, "teal" if mode in ("RGB", "RGBA") else 90).save(path, kind, **more)
    return path


def kept(places: Places) -> list[Path]:
    return sorted(places.pictures.iterdir()) if places.pictures.exists() else []


def test_nobody_until_somebody_is_set(places: Places) -> None:
    assert desk.load_sender(places) == NOBODY
    assert not desk.load_sender(places).is_set


def test_fields_are_kept_trimmed(places: Places) -> None:
    for field, value in {
        "name": " 张三 ",
        "role": "专员",
        "phone": "+86 (971) 000-0000",
        "email": "a.b@example.cn",
    }.items():
        desk.save_field(places, field, value)
    found = desk.load_sender(places)
    assert found.words() == ("张三", "专员", "+86 (971) 000-0000", "a.b@example.cn")
    assert found.is_set


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "张三"), ("email", "a@b"), ("email", "a@b.cn\nBcc: x@y.cn"), ("phone", "call me"), ("phone", "12"),
        ("phone", "１２３４"), ("name", "甲" * 61), ("role", "一\n二"),
    ],
)  # fmt: skip
def test_what_is_no_address_or_number_is_refused(places: Places, field: str, value: str) -> None:
    desk.save_field(places, field, "")
    with pytest.raises(SettingsError) as caught:
        desk.save_field(places, field, value)
    assert caught.value.message.zh != caught.value.message.en
    assert load_settings(places)[f"sender_{field}"] == ""


@pytest.mark.parametrize(
    ("kind", "mode"), [("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGBA"), ("PNG", "P"), ("WEBP", "RGB")]
)
def test_three_kinds_of_picture_are_taken(places: Places, tmp_path: Path, kind: str, mode: str) -> None:
    taken = desk.take_picture(places, "logo", picture(tmp_path / "any.dat", kind, (880, 240), mode))
    assert (taken.width_px, taken.height_px) == (880, 240)
    assert taken.dpi == pytest.approx(880 / 44 * 25.4, abs=1)
    assert desk.load_sender(places).logo is not None


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("long_px", [400, 6_600])
def test_nothing_travels_along_and_the_photo_stands_upright(
    places: Places, tmp_path: Path, kind: str, long_px: int
) -> None:
    exif = Image.Exif()
    exif[MODEL], exif[0x0112] = "SECRET-CAMERA", 6
    exif.get_ifd(GPS)[1] = "N"
    more = {"comment": b"SECRET-COMMENT"} if kind == "JPEG" else {}
    path = picture(tmp_path / "a.jpg", kind, (long_px, long_px // 5), exif=exif, **more)
    assert b"SECRET-CAMERA" in path.read_bytes()
    taken = desk.take_picture(places, "photo", path)
    assert (taken.width_px, taken.height_px) == ((80, 400) if long_px == 400 else (320, 1600))
    (file,) = kept(places)
    data = file.read_bytes()
    assert b"SECRET" not in data
    with Image.open(io.BytesIO(data)) as image:
        assert not dict(image.getexif())
        assert "comment" not in image.info


def test_a_coarse_picture_is_told_and_taken(places: Places, tmp_path: Path) -> None:
    taken = desk.take_picture(places, "photo", picture(tmp_path / "a.png", "PNG", (120, 160)))
    assert not taken.is_fine
    assert "250 dpi" in taken.told().zh
    assert str(taken.dpi) in taken.told().en


@pytest.mark.parametrize(
    "data",
    [
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", b"", b"<svg/>", b"\xff\xd8\xff",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", b"\x89PNG\r\n\x1a\n" + bytes(40), b"BM" + bytes(60),
    ],
)  # fmt: skip
def test_no_other_file_is_opened(places: Places, tmp_path: Path, data: bytes) -> None:
    good = desk.take_picture(places, "photo", picture(tmp_path / "good.jpg"))
    before = kept(places)
    path = tmp_path / "trick.png"
    path.write_bytes(data)
    with pytest.raises(SettingsError) as caught:
        desk.take_picture(places, "photo", path)
    assert "trick.png" in caught.value.message.zh
    assert kept(places) == before
    assert good.width_px == desk.load_sender(places).photo.width_px


def test_half_a_picture_is_none(places: Places, tmp_path: Path) -> None:
    path = picture(tmp_path / "a.jpg", size=(900, 900))
    path.write_bytes(path.read_bytes()[:900])
    with pytest.raises(SettingsError):
        desk.take_picture(places, "photo", path)


def test_too_many_pixels_are_refused_before_they_are_unpacked(places: Places, tmp_path: Path) -> None:
    path = tmp_path / "wide.png"
    Image.new("1", (13_000, 4_000)).save(path)
    with pytest.raises(SettingsError) as caught:
        desk.take_picture(places, "logo", path)
    assert "wide.png" in caught.value.message.en


def test_a_new_picture_takes_the_place_of_the_old_one(places: Places, tmp_path: Path) -> None:
    desk.take_picture(places, "photo", picture(tmp_path / "a.jpg"))
    desk.take_picture(places, "logo", picture(tmp_path / "l.png", "PNG"))
    desk.take_picture(places, "photo", picture(tmp_path / "b.jpg", size=(610, 800)))
    assert [path.name.split("-")[0] for path in kept(places)] == ["logo", "photo"]
    desk.drop_picture(places, "photo")
    assert desk.load_sender(places).photo is None
    assert [path.name.split("-")[0] for path in kept(places)] == ["logo"]


def test_a_picture_that_is_gone_or_spoilt_is_told_and_left_out(places: Places, tmp_path: Path) -> None:
    desk.save_field(places, "name", "张三")
    desk.take_picture(places, "photo", picture(tmp_path / "a.jpg"))
    kept(places)[0].write_bytes(b"spoilt")
    assert desk.load_sender(places).photo is None
    assert desk.lost_pictures(places) == ("photo",)
    assert desk.load_sender(places).is_set


def test_a_name_that_is_not_ours_is_never_opened(places: Places, tmp_path: Path) -> None:
    from brochure.desk.change import save_setting

    places.pictures.mkdir(parents=True)
    picture(places.data / "secret.jpg")
    save_setting(places, "sender_photo", "../secret.jpg")
    assert desk.load_sender(places).photo is None


def test_a_sender_stands_for_the_contact(places: Places) -> None:
    from brochure.desk.change import save_setting

    save_setting(places, "contact", "李四")
    assert contact_of(load_settings(places)) == "李四"
    desk.save_field(places, "name", "张三")
    assert contact_of(load_settings(places)) is None
