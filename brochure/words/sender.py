"""The sender of the brochure: what is asked of the office, and what is wrong with a field or a picture."""

from typing import Final

from brochure.words.text import Text

TITLE: Final = Text("发件人", "Sender")
LEAD: Final = Text(
    "设一次，以后每本手册的前言、末页和二维码名片都用它；空着的不印。",
    "Set once; letter, back page and the card in the code of every brochure use it. What is empty is not printed.",
)
FIELDS: Final[dict[str, Text]] = {
    "name": Text("姓名", "Name"),
    "role": Text("职务", "Role"),
    "organisation": Text("单位（可空）", "Organisation (optional)"),
    "phone": Text("电话", "Phone"),
    "email": Text("电子邮件", "E-mail"),
}
PICTURES: Final[dict[str, Text]] = {
    "photo": Text("照片", "Photo"),
    "logo": Text("园区标志", "Park logo"),
}
CHOOSE: Final = Text("选择图片…", "Choose…")
DROP: Final = Text("也可以把图片拖进来；PNG、JPEG、WebP。", "Or drop one here: PNG, JPEG or WebP.")
TAKE_OUT: Final = Text("取下", "Remove")
PICTURE_FILES: Final = Text("图片", "Pictures")
NOT_SET: Final = Text("未设", "Not set")
KEPT: Final = Text("已保存，预览随之更新。", "Kept; the preview follows.")
FINE: Final = Text("{} × {} 像素，印出约 {} dpi。", "{} × {} pixels, about {} dpi in print.")
COARSE: Final = Text(
    "{} × {} 像素，印出约 {} dpi，低于 250 dpi，会显得粗糙；请换一张大些的。",
    "{} × {} pixels, about {} dpi in print: under 250 dpi it looks coarse. Choose a larger one.",
)
WRONG_EMAIL: Final = Text(
    "“{}”不像电子邮件地址，没有保存；应如 name@example.cn。",
    "“{}” is no e-mail address and was not kept; it should look like name@example.cn.",
)
WRONG_PHONE: Final = Text(
    "“{}”不像电话号码，没有保存；只能有数字、空格和 + - ( )。",
    "“{}” is no phone number and was not kept; only digits, spaces and + - ( ) are allowed.",
)
TOO_LONG: Final = Text("{}超过 {} 个字，没有保存。", "{} has more than {} characters and was not kept.")
ONE_LINE: Final = Text("{}只能写一行，没有保存。", "{} is one line only; it was not kept.")
PICTURE_GONE: Final = Text(
    "{}的文件读不了，这次不印；请重新选择。", "The file of the {} cannot be read and is not printed; choose it again."
)
PICTURE_NOT_KEPT: Final = Text("{}没有保存：{} 不能写入（{}）。", "The {} was not kept: {} cannot be written ({}).")
