"""What can be wrong with the content files: which file, which row, which column, what was expected and what stands there."""

from brochure.words.text import Text

CELL = Text("{} 第 {} 行“{}”列应为{}，现为“{}”。", "{}, row {}, column {}: expected {}, found “{}”.")
FEATURE = Text("{} 第 {} 个要素（{}）的 {} 应为{}，现为“{}”。", "{}, feature {} ({}), {}: expected {}, found “{}”.")
MISSING_FILE = Text("缺少内容文件 {}。", "The content file {} is missing.")
NOT_READABLE = Text("读不了内容文件 {}：{}。", "The content file {} cannot be read: {}.")
NOT_UTF8 = Text(
    "{} 不是 UTF-8 编码（像是 {}），请在表格软件里另存为“CSV UTF-8”。",
    "{} is not UTF-8 (it looks like {}); save it as “CSV UTF-8” in the spreadsheet program.",
)
ANOTHER = Text("别的编码", "another encoding")
EMPTY = Text("{} 是空的，第 1 行应为列名。", "{} is empty; row 1 should hold the names of the columns.")
NOT_CSV = Text(
    "{} 第 {} 行的引号没有成对，从这里起分不清各格。",
    "{}, row {}: the quotes do not pair, so the cells cannot be told apart from here on.",
)
NUL = Text(
    "{} 第 {} 行含有空字符（NUL），文件可能已损坏。", "{}, row {} holds a NUL character; the file may be damaged."
)
UNKNOWN_COLUMN = Text("{} 第 1 行的列“{}”不认识{}。", "{}, row 1: the column “{}” is not known{}.")
NEAR = Text("，是否指“{}”", "; did you mean “{}”?")
NO_COLUMN = Text("{} 第 1 行缺少列“{}”。", "{}, row 1: the column “{}” is missing.")
COLUMN_TWICE = Text("{} 第 1 行的列“{}”出现了两次。", "{}, row 1: the column “{}” stands there twice.")
WRONG_WIDTH = Text("{} 第 {} 行应有 {} 格，现有 {} 格。", "{}, row {}: expected {} cells, found {}.")
ID_TWICE = Text(
    "{} 第 {} 行“id”列的“{}”已在 {} 第 {} 行用过。", "{}, row {}, column id: “{}” is taken already by {}, row {}."
)
NOT_JSON = Text("{} 第 {} 行不是有效的 JSON：{}。", "{}, line {} is not valid JSON: {}.")
NOT_GEOJSON = Text("{} 不是 GeoJSON 要素集合。", "{} is not a GeoJSON feature collection.")
FEATURE_TWICE = Text("{} 第 {} 个要素的 id“{}”重复。", "{}, feature {}: the id “{}” stands there twice.")

PERIOD = Text(
    "日期，如 2023、2024-H1、2025-06-15、2025-01/2025-05", "a period such as 2023, 2024-H1, 2025-06-15, 2025-01/2025-05"
)
KEY = Text("小写字母、数字和连字符", "lower-case letters, digits and hyphens")
SHARE = Text("0 到 100 之间的数", "a number from 0 to 100")
KNOWN_ID = Text("{}里已有的 id{}", "an id that exists in {}{}")
ANY_KIND = Text("内容", "the content")
KNOWN_FEATURE = Text("地图上已有的要素 id", "the id of a feature on the map")
NEAR_ID = Text("（是否指“{}”）", " (did you mean “{}”?)")
LATITUDE = Text("35.5 到 38 之间的纬度", "a latitude between 35.5 and 38")
LONGITUDE = Text("100 到 103.5 之间的经度", "a longitude between 100 and 103.5")
SWAPPED = Text("{}（经纬度像是写反了）", "{} (latitude and longitude look swapped)")
ON_EARTH = Text("地球上的经纬度", "a latitude and longitude on Earth")
BOTH = Text("纬度和经度都有，或都空着", "both latitude and longitude, or neither")
TEXT = Text("文字", "text")
FLAG = Text("true 或 false", "true or false")
PLAIN_TEXT = Text("没有空字符和半个字符的文字", "text without a NUL or half a character")
NUMBER = Text("数字", "a number")
WHOLE = Text("整数", "a whole number")
ONE_OF = Text("以下之一：{}", "one of {}")
ASKING_ID = Text(
    "政策、基金、金融产品、载体、服务或片区的 id", "the id of a policy, fund, product, facility, service or zone"
)
SOURCED = Text("至少一个来源", "at least one source")
NO_ANSWER = Text("空（没有写是哪一问）", "nothing (no question is named)")
SOME_ANSWER = Text("至少一个答案（写了是哪一问）", "at least one answer (a question is named)")
NOT_ACCEPTED = Text("不在 accepted 里的答案", "an answer that is not in accepted")
READING_REFUSES = Text("空（我们的理解不能把人挡在外面）", "nothing (what is only our reading turns nobody away)")
LIST = Text("id 的列表", "a list of ids")
POSITIONS = Text("[经度, 纬度] 的列表", "a list of [longitude, latitude]")
RING = Text("首尾相接、至少四点的环", "a closed ring of at least four positions")
LINE = Text("至少两点的线", "a line of at least two positions")
GEOMETRY = Text("Point、LineString、MultiLineString 或 Polygon", "Point, LineString, MultiLineString or Polygon")
