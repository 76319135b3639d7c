"""Names that try to be something else: markup, templates, scripts, control characters, rare and turned-round letters.

``HX`` marks every one: ``HX49HX`` on a surface means that a template was run, ``window.HX`` that a script was.
"""

import itertools

_PAYLOADS = (
    "{{7*7}}", "{{ 7*7 }}", "{%if 1%}", "{% raw %}", "{#", "{{", "}}", "{%", "${7*7}", "${window.HX=1}", "#{7*7}", "<%= 7*7 %>",
    "`${window.HX=1}`", "`", "'", '"', "\\", "\\u0027", "</script><script>window.HX=1</script>", "<script>window.HX=1</script>",
    "<img src=x onerror=window.HX=1>", "<svg onload=window.HX=1>", "<svg/onload=alert(1)>", "<iframe src=javascript:window.HX=1>",
    "<a href='javascript:window.HX=1'>x</a>", "<b>x</b>", "<para>x</para>", "<font color='red'>x", "<br/>", "<!--", "-->", "]]>",
    "<![CDATA[", "<link rel=stylesheet href=//x>", "<base href=//x>", "<meta http-equiv=refresh content=0>", "&lt;b&gt;", "&amp;",
    "&#x3c;img&#x3e;", "&nosuch;", "&", "<", ">", "<<", "</", "<a href=\"#nowhere\">x</a>", "<img src=\"cover.png\"/>",
    "javascript:window.HX=1", "data:text/html,<script>window.HX=1</script>", "//x/y", "../../etc/passwd", "..\\..\\x", "CON", "NUL.pdf",
    "a/b", "a:b", "a|b", "a?b*c", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'; DROP TABLE zones; --", "\" OR 1=1 --", "%' OR '1'='1",
    "NEAR(a b)", "a AND OR", "name:*", "col:x", "*", "^x", "(", ")", "a\"b", "%s%s%n", "{0}", "{name}", "%(x)s", "$1", "\\n", "null",
    "undefined", "NaN", "true", "0", "1e400", "__proto__", "constructor", "toString", "hasOwnProperty",
)  # fmt: skip
_LETTERS = (
    "𠮷野家", "𠀀", "👨‍👩‍👧‍👦", "🏔️", "e\u0301", "ﷺ", "مرحبا", "שלום", "\u202eabc\u202c", "\u2066x\u2069", "\u200bx\u200b", "\ufeffx",
    "\u00adx", "\u0000x", "\u0007x", "\u001b[31mx", "\u007fx", "\u0085x", "\u2028x", "\u2029x", "\r\nx", "a\nb", "a\tb", "\u3000x\u3000",
    "ｆｕｌｌ１２３", "①②③", "㎡℃±", "“”‘’", "《》【】", "，。；：！？", "……", "——", "·", "�", "\ue000", "\U000f0000", "ǎǘñß", "ИЙ", "한국어", "日本語",
    "ไทย", "𝒳", "½", "Ⅷ", "㊣", "x" * 300, "汉" * 200, "W" * 90, "i" * 200, "，" * 20, "（" * 12, "a b " * 60, "-" * 80,
)  # fmt: skip


def hostile_strings(count: int = 300) -> tuple[str, ...]:
    """Return ``count`` different strings, always the same ones, each with its sentinel and number."""
    frames = ("HX{}HX", "HX青海{}生物HX", "HX {} Ltd HX", "{}HX", "HX{}")
    made = (frame.replace("{}", payload, 1) for frame, payload in itertools.product(frames, (*_PAYLOADS, *_LETTERS)))
    return tuple(dict.fromkeys(made))[:count]
