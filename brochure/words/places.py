"""What the places 地图, 海拔, 孵化 and 手册 say; facts come from the records, never from here."""

from brochure.words.text import Text

NO_SANDBOX = Text(
    "以 root 身份运行：网页引擎没有沙箱保护，请改用普通用户。",
    "Running as root: the web engine has no sandbox. Use an ordinary user instead.",
)
RENDERER_DIED = Text("地图进程意外结束（第 {} 次），已重新载入。", "The map process ended by itself (time {}); loaded again.")
