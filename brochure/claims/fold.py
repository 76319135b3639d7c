"""Text as the guard compares it: what a writer can change without changing the meaning is taken out."""

import re
import unicodedata
from typing import Final

_TRADITIONAL: Final = (
    "萬與專業東兩嚴個爲舉書爭於亞產畝億僅儀價優會傳倫體餘兌關養內寫軍準減憑則創別辦務動勵區醫華協單佔廠歷壓縣雙發變臺號後噸團園圍國場塊堅處備頭獎學寧實審對壽塵層屆"
    "峯師帶並廣應廢開張強當錄徵總願戶執揚報擬據數無時顯術機條極構標棟檔檢樓氣沒窪濟潤溫災點獨獻環現療碼確離種祕稱稅穩筆類約級納線組細終紹經給絕統繼續緩編繳翹職聯腫髒"
    "節範榮藥獲營蟲補見規計認記設訪證評識診誠話說請諾謝負貢財責敗賬質貼資賠賺踐車轉輪輕載達過邁還遠遲適選遙裏鑑錢銷鍵長問間階際陳險隱頁頂項頑預領題額風駐龍為汙裡説癒"
)
_SIMPLE: Final = (
    "万与专业东两严个为举书争于亚产亩亿仅仪价优会传伦体余兑关养内写军准减凭则创别办务动励区医华协单占厂历压县双发变台号后吨团园围国场块坚处备头奖学宁实审对寿尘层届"
    "峰师带并广应废开张强当录征总愿户执扬报拟据数无时显术机条极构标栋档检楼气没洼济润温灾点独献环现疗码确离种秘称税稳笔类约级纳线组细终绍经给绝统继续缓编缴翘职联肿脏"
    "节范荣药获营虫补见规计认记设访证评识诊诚话说请诺谢负贡财责败账质贴资赔赚践车转轮轻载达过迈还远迟适选遥里鉴钱销键长问间阶际陈险隐页顶项顽预领题额风驻龙为污里说愈"
)
_CHARACTERS: Final = str.maketrans(_TRADITIONAL, _SIMPLE) | dict.fromkeys(
    map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufe0f\ufeff")
)
_CHARACTERS.update(str.maketrans("’‘", "''"))
_SEAM: Final = re.compile(r"(?<=[\u3400-\u9fff])[\s·•・‧∙*_~^`|\\/+\-–='\"“”.<>\[\]【】《「」『』]+(?=[\u3400-\u9fff])")
"""What may stand between two Chinese characters and says nothing; ``》`` stays, it ends the name of a source."""
_SPELT: Final = re.compile(r"(?<![a-z0-9])[a-z](?:[ ._*\-]+[a-z]){2,}(?![a-z0-9])")
_LETTERS: Final = re.compile(r"[ ._*\-]+")


def fold(text: str) -> str:
    """Return a text in simplified characters, half-width and lower case, without what only parts its letters."""
    plain = _SEAM.sub("", _plain(text))
    return _SPELT.sub(lambda found: _LETTERS.sub("", found[0]), plain)


def stretch(text: str, start: int, end: int) -> str:
    """Return the part of a text that its folded form holds from ``start`` to ``end``, as it was written."""
    owners: list[int] = []
    plain = ""
    for at, char in enumerate(text):
        part = _plain(char)
        owners += [at] * len(part)
        plain += part
    for found in reversed(list(_SEAM.finditer(plain))):
        del owners[found.start() : found.end()]
    plain = _SEAM.sub("", plain)
    for found in reversed(list(_SPELT.finditer(plain))):
        for gap in reversed(list(_LETTERS.finditer(found[0]))):
            del owners[found.start() + gap.start() : found.start() + gap.end()]
    if not start < end <= len(owners):
        return fold(text)[start:end]
    return text[owners[start] : owners[end - 1] + 1]


def _plain(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_CHARACTERS)
    return text.casefold()
