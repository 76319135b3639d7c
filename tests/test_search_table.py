"""What people type and what they must see first: written by hand from the content files, query by query."""

import pytest

from brochure.desk.browse import search
from brochure.store.library import Library

CHARACTERS = """
氢能 industry-new-energy
氢 industry-new-energy
康养 industry-wellness
藏药 industry-traditional-medicine
医美 industry-devices
青稞 industry-plateau-resources
算力 industry-digital
绿色算力 industry-digital
芯片 industry-digital
机器人 industry-equipment
金诃 enterprise-jinhe
金河 enterprise-jinhe
金河藏药 enterprise-jinhe
金诃藏药 enterprise-jinhe
三江源 enterprise-sanjiangyuan
明诺 enterprise-mingnuo
佰抗 enterprise-baikang
国肽 enterprise-guotai
芯物源 enterprise-xinwuyuan
华大 partner-bgi
华大基因 partner-bgi
保利 partner-poly
泰康 partner-taikang
阿里 partner-alibaba
光大 partner-everbright-health
吴天 partner-wu-tianyi
吴天一 partner-wu-tianyi
吴院士 partner-wu-tianyi
青大 partner-qhu
青海大学 partner-qhu
商会 partner-chamber
江北新区 partner-jiangbei
股交中心 partner-equity-exchange
中金 partner-cicc-capital
中金基金 fund-cicc
极地基金 fund-jidi
科创贷 product-science-loan
专利贷 product-patent-loan
创新券 product-voucher
双倍增 policy-double-increase
绿色通道 policy-device-fast-lane
六方联审 policy-device-fast-lane
拿地即开工 policy-build-on-land-award
一窗受理 policy-one-window
最多跑一次 policy-one-trip
十四五 policy-plan-14th-five-year
水电气 policy-input-subsidy
包保 policy-sponsorship-work-plan
三期 zone-phase3
北区 zone-north
本部 zone-core
园区本部 zone-core
食保区 zone-food
健康谷 zone-life-valley
黄金海拔 zone-kangyang
湿地公园 zone-wetland
北川湿地公园 zone-wetland
海棠公园 zone-haitang
体育公园 zone-sports
大酉山 zone-dayou-hill
药用植物园 zone-herb-garden
管委会 contact-office
电话 contact-hotline
热线 contact-hotline
机场 place-airport
火车站 place-xining-station
西宁站 place-xining-station
南门 place-gate
市中心 place-city-centre
拉萨 place-lhasa
西宁大学 place-xnu
高新区 park-identity-hightech
愿景 park-vision
主导产业 park-industry-2025
新质生产力 park-goals-2024
孵化器 stage-bio-incubator
加速器 stage-food-accelerator
众创空间 stage-tusstar
青海大学科技园 stage-qhu-science-park
孵化链 service-incubator-chain
代建 service-idle-assets
科协 service-science-association
白刺 project-whitethorn
牦牛骨 project-yak-bone
锂 project-salt-lake-lithium
盐湖提锂 project-salt-lake-lithium
智慧城市 project-smart-city
扫地机器人 project-vacuum-robot
昆仑英才 talent-kunlun
习服 base-claim-habituation
规划用地 base-site
市场主体 market-entities-2025-06-15
增加值 value-added-growth-2025-01-2025-05
限上 trade-firms-above-threshold-2023
高企 hightech-firms-2023-h1
"""
INITIALS = """
hj zone-kangyang
hjhb zone-kangyang
HJHB zone-kangyang
ky industry-wellness
jh enterprise-jinhe
jhzy enterprise-jinhe
sjy enterprise-sanjiangyuan
hdjy partner-bgi
bljt partner-poly
qhdx partner-qhu
wty partner-wu-tianyi
smjkg zone-life-valley
bbpq zone-north
tygy zone-sports
kcd product-science-loan
jdjj fund-jidi
sbz policy-double-increase
xnz place-xining-station
fhq stage-bio-incubator
"""
PINYIN = """
kangyang industry-wellness
qingneng industry-new-energy
zangyao industry-traditional-medicine
jinhezangyao enterprise-jinhe
jin he zang yao enterprise-jinhe
baoli partner-poly
huada partner-bgi
wutianyi partner-wu-tianyi
beibupianqu zone-north
huangjinhaiba zone-kangyang
lasa place-lhasa
jichang place-airport
nanmen place-gate
gaoqi hightech-firms-2023-h1
kechuangdai product-science-loan
shuangbeizeng policy-double-increase
nadijikaigong policy-build-on-land-award
fuhuaqi stage-bio-incubator
baici project-whitethorn
maoniugu project-yak-bone
"""
ENGLISH = """
Jinhe enterprise-jinhe
Jinhe Tibetan Medicine enterprise-jinhe
TusStar carrier-tusstar
ＴｕｓＳｔａｒ carrier-tusstar
Poly Group partner-poly
BGI partner-bgi
Alibaba partner-alibaba
Wu Tianyi partner-wu-tianyi
wellness industry-wellness
DIGITAL industry-digital
Golden-Altitude zone-kangyang
North Area zone-north
core area zone-core
Phase III zone-phase3
SME Park zone-sme
Haitang zone-haitang
Jidi Fund fund-jidi
voucher product-voucher
lithium project-salt-lake-lithium
yak project-yak-bone
whitethorn project-whitethorn
irradiation project-electron-beam
airport place-airport
Lhasa place-lhasa
La Paz place-la-paz
accelerator stage-food-accelerator
double-increase policy-double-increase
maker space stage-tusstar
"""
NUMBERS = """
6123458 contact-hotline
555 talent-555
555计划 talent-555
900亩 base-site
2240 park-altitude
637 event-tangdao-fair
33.13 landed-investment-2024-07
18.4 patents-per-10k-2022
99.39 requests-resolved-2024-h1
6879 market-entities-2025-06-15
1163 new-entities-2025-06-15
3530 health-checks-2024-h1
1697 science-loans-2023
148.7 wholesale-sales-2023
9.9% value-added-growth-2025-01-2025-05
2亿 growth-fund-size-2023
15.03 outside-funds-2023
1+7+N policy-innovation-system
3D打印 project-waste-3d-printing
5G park-digital-convergence-2023
"""
SLIPS = """
Jinhee enterprise-jinhe
Jihne enterprise-jinhe
Jinhe Tibetn Medicin enterprise-jinhe
Baiknag enterprise-baikang
Mingnou enterprise-mingnuo
sanjiangyaun enterprise-sanjiangyuan
colagen enterprise-hongyuan
Alibabba partner-alibaba
Everbrigth partner-everbright-health
Taikng partner-taikang
Zhongkangyag partner-zhongkangyang
polly partner-poly
wellnss industry-wellness
lithum project-salt-lake-lithium
whitetorn project-whitethorn
acelerattor stage-food-accelerator
hydrogn park-industry-2022
vouchr product-voucher
Tusstr carrier-tusstar
kunmnig place-kunming
Bogota place-bogota
denvr place-denver
kangynag industry-wellness
jinhezngyao enterprise-jinhe
今诃藏药 enterprise-jinhe
jinhe藏药 enterprise-jinhe
"""


def _rows(table: str) -> list[tuple[str, str]]:
    return [(words, id) for words, id in (line.rsplit(" ", 1) for line in table.split("\n") if line)]


ASKED = [row for table in (CHARACTERS, INITIALS, PINYIN, ENGLISH, NUMBERS, SLIPS) for row in _rows(table)]


@pytest.mark.parametrize(("words", "first"), ASKED)
def test_the_first_hit(library: Library, words: str, first: str) -> None:
    hits = search(library, words)
    assert hits[0].id == first
    assert hits[0].why.zh
    assert hits[0].why.en


@pytest.mark.parametrize(("words", "first"), _rows(INITIALS))
def test_first_letters_are_named_as_the_reason(library: Library, words: str, first: str) -> None:
    hit = next(hit for hit in search(library, words) if hit.id == first)
    assert hit.why.zh.startswith("拼音首字母")
    assert hit.why.en.startswith("Pinyin initials")


@pytest.mark.parametrize(("words", "first"), [row for row in _rows(SLIPS) if row[0].isascii()])
def test_a_slip_is_named_as_the_reason(library: Library, words: str, first: str) -> None:
    hit = next(hit for hit in search(library, words) if hit.id == first)
    assert hit.why.zh.startswith("拼写相近：")
    assert hit.why.en.startswith("Close spelling: ")


def test_the_table_is_long_enough_and_asks_nothing_twice() -> None:
    assert len(ASKED) == len({words for words, _ in ASKED}) >= 120
