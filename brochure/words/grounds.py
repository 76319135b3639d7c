"""What is said about base maps of one's own: the panel, the command, and why a file is not taken."""

from typing import Final

from brochure.words.text import Text

# the panel
ROW: Final = Text("用自己的底图", "Your own base map")
ROW_NONE: Final = Text("瓦片包，或一张有坐标的图", "Tiles, or a picture with corners")
ROW_COUNT: Final = Text("已添加 {} 幅，显示 {} 幅", "{} added, {} shown")
TITLE: Final = Text("底图", "Base maps")
CLOSE: Final = Text("关闭底图面板", "Close base maps")
ADD: Final = Text("添加…", "Add…")
DROP: Final = Text(
    "把 MBTiles、PMTiles 瓦片包或 PNG、JPEG、WEBP 图片拖到这里，也可以点“添加”。只在本机读取。",
    "Drop an MBTiles or PMTiles pack here, or a PNG, JPEG or WEBP picture, or press Add. Nothing leaves this computer.",
)
READING: Final = Text("正在读取“{}”…", "Reading “{}”…")
FILES: Final = Text("底图文件", "Base map files")
KIND: Final[dict[str, Text]] = {
    "mbtiles": Text("瓦片包 MBTiles", "MBTiles tiles"),
    "pmtiles": Text("瓦片包 PMTiles", "PMTiles tiles"),
    "picture": Text("图片", "Picture"),
}
DATUM: Final[dict[str, Text]] = {
    "wgs84": Text("CGCS2000／WGS 84", "CGCS2000 / WGS 84"),
    "gcj02": Text("GCJ-02（高德、腾讯）", "GCJ-02 (AMap, Tencent)"),
    "bd09": Text("BD-09（百度）", "BD-09 (Baidu)"),
}
GCJ_NOTE: Final = Text(
    "GCJ-02：已按园区常数平移（约 ±10 米），只在园区附近准确",
    "GCJ-02: moved by the constant for the park (about ±10 m), true near the park only",
)
ZOOMS: Final = Text("第 {}–{} 级", "levels {}–{}")
SHOW: Final = Text("显示“{}”", "Show “{}”")
RAISE: Final = Text("上移“{}”", "Move “{}” up")
LOWER: Final = Text("下移“{}”", "Move “{}” down")
REMOVE: Final = Text("移除“{}”", "Remove “{}”")
OPACITY: Final = Text("“{}”的不透明度", "Opacity of “{}”")
PERCENT: Final = Text("{}%", "{}%")
ADDED: Final = Text("已添加底图“{}”", "Base map “{}” added")
REMOVED: Final = Text("已移除底图“{}”", "Base map “{}” removed")
LOCKED: Final = Text(
    "审图号 {}：原样使用，不透明度固定。叠加园区图层后公开展示，须另行送审。",
    "Review number {}: used unchanged, opacity fixed. To show it in public with layers of ours on top needs a review of its own.",
)
# the form of a picture, and of a pack
FORM_PICTURE: Final = Text("图片“{}”盖在哪里？", "Where does “{}” lie?")
FORM_PACK: Final = Text("瓦片包“{}”", "Tile pack “{}”")
CORNERS_NOTE: Final = Text(
    "四边的经纬度，十进制度；正北朝上、未旋转的图才能对准。",
    "The four edges in decimal degrees. Only a picture that is not turned, north up, will fit.",
)
CORNERS_FOUND: Final = Text("四边取自“{}”。", "The edges come from “{}”.")
WEST: Final = Text("西（经度）", "West (longitude)")
SOUTH: Final = Text("南（纬度）", "South (latitude)")
EAST: Final = Text("东（经度）", "East (longitude)")
NORTH: Final = Text("北（纬度）", "North (latitude)")
DATUM_ASKED: Final = Text("坐标系", "Datum")
REVIEW_NUMBER: Final = Text("审图号（如有，照图上抄写）", "Review number, as printed on the map (if any)")
MAKER: Final = Text("制图单位", "Made by")
MAP_DATE: Final = Text("日期", "Date")
USE: Final = Text("放到地图上", "Put it on the map")
CANCEL: Final = Text("不添加", "Do not add")
# on the map
CREDIT_GROUND: Final = Text("底图：{}", "Base map: {}")
CREDIT_REVIEW: Final = Text("审图号 {}", "Review no. {}")
# what happened to a file since
GONE: Final = Text(
    "“{}”不在原处了，地图照常使用。放回原处或移除。",
    "“{}” is no longer where it was; the map works without it. Put it back, or remove it here.",
)
CHANGED: Final = Text(
    "“{}”添加之后被改动过，暂不显示。请移除后重新添加。",
    "“{}” was changed since it was added and is not shown. Remove it and add it again.",
)
UNREADABLE_NOW: Final = Text("“{}”现在读不出来，暂不显示：{}", "“{}” cannot be read now and is not shown: {}")

# why a file is not taken: one sentence each, with what to do
NOT_THERE: Final = Text("找不到“{}”。请检查路径。", "“{}” is not there. Check the path.")
A_FOLDER: Final = Text(
    "“{}”是文件夹。请选其中的瓦片包或图片文件。", "“{}” is a folder. Choose the pack or picture inside it."
)
NO_FILE: Final = Text(
    "“{}”不是普通文件。请选瓦片包或图片文件。", "“{}” is no ordinary file. Choose a tile pack or a picture."
)
UNREADABLE: Final = Text(
    "无法读取“{}”：{}。请检查文件的权限。", "“{}” cannot be read: {}. Check the rights of the file."
)
EMPTY: Final = Text("“{}”是空文件。请重新复制一份。", "“{}” is empty. Copy it again.")
ODD_NAME: Final = Text(
    "文件名“{}”含有本机编码不认识的字符。请改名后再添加。",
    "The name “{}” has characters this computer’s encoding does not know. Rename the file and add it again.",
)
UNKNOWN_KIND: Final = Text(
    "“{}”不是底图文件：只收 MBTiles、PMTiles（第 3 版）瓦片包和 PNG、JPEG、WEBP 图片。",
    "“{}” is no base map: only MBTiles and PMTiles (version 3) packs and PNG, JPEG and WEBP pictures are taken.",
)
OTHER_FORMAT: Final = Text(
    "“{}”是 {} 文件，不能作底图。请另存为 PNG 加坐标文件，或制成栅格 MBTiles。",
    "“{}” is a {} file and cannot be a base map. Save it as a PNG with a world file, or as a raster MBTiles pack.",
)
NO_DATABASE: Final = Text(
    "“{}”不是 MBTiles 数据库：可能已加密、已损坏，或是别的文件改了名。请重新获取。",
    "“{}” is no MBTiles database: it may be encrypted, damaged or another file renamed. Get it again.",
)
DAMAGED: Final = Text(
    "“{}”已损坏，读不完整。请重新复制一份。", "“{}” is damaged and cannot be read to the end. Copy it again."
)
NO_TABLES: Final = Text(
    "“{}”是数据库，但缺少 {}，不是 MBTiles。请重新导出。",
    "“{}” is a database but lacks {}, so it is no MBTiles pack. Export it again.",
)
NO_TILES: Final = Text("“{}”里一张瓦片也没有。请重新导出。", "“{}” holds no tile at all. Export it again.")
SLOW: Final = Text(
    "“{}”没有瓦片索引，读得太慢。请用制图软件重新导出（带索引）。",
    "“{}” has no index of its tiles and reads too slowly. Export it again, with an index.",
)
VECTOR: Final = Text(
    "“{}”是矢量瓦片包；这里只能用栅格包（PNG、JPEG、WebP）。请导出为栅格瓦片。",
    "“{}” is a vector pack; only raster packs (PNG, JPEG, WebP) work here. Export it as raster tiles.",
)
NO_RASTER: Final = Text(
    "“{}”的瓦片不是 PNG、JPEG 或 WebP 图片。请导出为这三种之一。",
    "The tiles of “{}” are not PNG, JPEG or WebP pictures. Export them as one of these.",
)
TILE_TOO_BIG: Final = Text(
    "“{}”有瓦片大于 2 MB 或 4096 像素。请按 256 或 512 像素重新切片。",
    "“{}” has a tile of more than 2 MB or 4096 pixels. Cut it again into tiles of 256 or 512 pixels.",
)
BAD_ZOOMS: Final = Text(
    "“{}”的缩放级别写成 {}–{}，不合理（应在 0–24 之间，先小后大）。请重新导出。",
    "“{}” states the zoom levels {}–{}, which cannot be (0–24, the lower first). Export it again.",
)
TOO_COARSE: Final = Text(
    "“{}”最细只到第 {} 级，看不清园区。请用第 {} 级以上的包。",
    "“{}” goes to level {} only, too coarse for the park. Use a pack with level {} or more.",
)
TOO_FINE: Final = Text(
    "“{}”从第 {} 级才开始，地图最大只到第 {} 级。请带上较粗的级别再导出。",
    "“{}” begins at level {} only; the map goes to level {}. Export it with coarser levels too.",
)
BAD_BOUNDS: Final = Text(
    "“{}”写的范围“{}”不是西、南、东、北四个经纬度。请重新导出。",
    "The bounds of “{}”, “{}”, are not west, south, east and north in degrees. Export it again.",
)
ELSEWHERE: Final = Text(
    "“{}”盖不到园区一带（东经 {}–{}，北纬 {}–{}）。请换一幅。",
    "“{}” does not cover the country around the park ({}–{} E, {}–{} N). Choose another one.",
)
NOTHING_NEAR: Final = Text(
    "“{}”在园区一带没有瓦片。请换一幅。", "“{}” has no tiles around the park. Choose another one."
)
OLD_PMTILES: Final = Text(
    "“{}”是 PMTiles 第 {} 版；这里只读第 3 版。请用 pmtiles 工具转换。",
    "“{}” is PMTiles version {}; only version 3 is read. Convert it with the pmtiles tool.",
)
TRUNCATED: Final = Text(
    "“{}”不完整：应有 {} 字节，只有 {}。请重新复制。",
    "“{}” is cut short: {} bytes are expected, {} are there. Copy it again.",
)
COMPRESSION: Final = Text(
    "“{}”用的压缩方式（{}）这里不读。请用 gzip 或不压缩重新导出。",
    "“{}” is compressed in a way ({}) that is not read here. Export it with gzip, or without.",
)
NO_PICTURE: Final = Text(
    "“{}”不是完整的 PNG、JPEG 或 WEBP 图片。请重新导出。",
    "“{}” is no whole PNG, JPEG or WEBP picture. Export it again.",
)
PICTURE_TOO_BIG: Final = Text(
    "“{}”太大：{}像素以内的 {} 图片才能用。请缩小后再添加。",
    "“{}” is too big: a picture may have {} pixels as {}. Make it smaller and add it again.",
)
FILE_TOO_BIG: Final = Text(
    "“{}”太大：文件最多 250 MB。请缩小后再添加。",
    "“{}” is too big: the file may have 250 MB. Make it smaller and add it again.",
)
CORNERS_MISSING: Final = Text(
    "“{}”没有坐标文件。请填西、南、东、北四边的经纬度。",
    "“{}” has no world file. Give its four edges: west, south, east, north.",
)
CORNER_NO_NUMBER: Final = Text(
    "{}“{}”不是数字。请写十进制度，如 101.7460。", "{}: “{}” is no number. Write decimal degrees such as 101.7460."
)
CORNERS_SWAPPED: Final = Text(
    "“{}”的四边颠倒或重合：西 {} 须小于东 {}，南 {} 须小于北 {}。请改正。",
    "The edges of “{}” are swapped or equal: west {} must be less than east {}, south {} less than north {}. Correct them.",
)
CORNERS_OFF: Final = Text(
    "“{}”的四边不是经纬度（经度 ±180，纬度 ±85）。请改用度。",
    "The edges of “{}” are no longitudes and latitudes (±180, ±85). Give degrees.",
)
CORNERS_WIDE: Final = Text(
    "“{}”跨 {}°，这么大的图按四边拉伸对不准。请用 {}° 以内的图。",
    "“{}” spans {}°: so wide a picture cannot fit by its four edges. Use one within {}°.",
)
CORNERS_TINY: Final = Text(
    "“{}”只跨 {}°，不到几十米。请检查四边。", "“{}” spans only {}°, a few tens of metres. Check its edges."
)
WORLD_FILE_BAD: Final = Text(
    "坐标文件“{}”不是六行数字。请重新导出，或删去它后手填四边。",
    "The world file “{}” does not hold six lines of numbers. Export it again, or remove it and type the edges.",
)
WORLD_FILE_TURNED: Final = Text(
    "坐标文件“{}”说图是旋转或上下颠倒的，放不准。请导出正北朝上的图。",
    "By the world file “{}” the picture is turned or upside down and will not fit. Export it north up.",
)
WORLD_FILE_METRES: Final = Text(
    "坐标文件“{}”用的不是经纬度（可能是米）。请按 CGCS2000 经纬度导出。",
    "The world file “{}” is not in degrees (metres, it seems). Export it in CGCS2000 longitude and latitude.",
)
BD09: Final = Text(
    "“{}”是百度坐标（BD-09），投影与本地图不同，对不准，因此不收。请换 CGCS2000 或 GCJ-02 的图。",
    "“{}” is in Baidu’s datum (BD-09), whose projection is another one: it cannot fit and is not taken. Use one in CGCS2000 or GCJ-02.",
)
TWICE: Final = Text("“{}”已在底图列表里。", "“{}” is in the list of base maps already.")
TOO_MANY: Final = Text(
    "底图最多 {} 幅。请先移除用不到的。", "There can be {} base maps at most. Remove one you do not need first."
)
NOT_KEPT: Final = Text(
    "图片存不进“{}”：{}。什么也没有添加。", "The picture cannot be kept in “{}”: {}. Nothing was added."
)
LOCKED_OPACITY: Final = Text(
    "“{}”有审图号，须原样使用，不能改不透明度。",
    "“{}” carries a review number and is used unchanged; its opacity stays.",
)
BASE_MAP: Final = Text("底图", "base map")

# the command
SHOWN: Final = Text("显示", "shown")
HIDDEN: Final = Text("隐藏", "hidden")
NONE: Final = Text(
    "还没有自己的底图。用 --add FILE 添加。", "There is no base map of your own yet. Add one with --add FILE."
)
DONE_ADDED: Final = Text("已添加 {}：{}", "Added {}: {}")
DONE_REMOVED: Final = Text("已移除 {}：{}", "Removed {}: {}")
