"""Texts as a brochure has them, written for the tests."""

CHINESE = (
    "园区在西宁市城北区，东伴北川河，西依大酉山；南门是 G6 高速的海湖大道互通，距市中心约 5 公里②。",
    "到 2025-06-15，有各类市场主体 6879 户⑤，其中过去一年新设 1163 户⑤，在孵企业 537 家③。",
    "2024 年 1—6 月，规模以上工业增加值增长 9.9 %；全年口径为 3 %，两者不可相比。",
    "园区海拔 2240～2350 米，在吴天一院士提出的 2220～2500 米之内；康养示范园区规划 900 亩②，约 60 公顷。",
    "以“1+7+N”为框架，「管委会＋公司＋基金＋平台＋协会」共同招商——管委会管规划，公司管建设，基金管投资……",
    "《西宁市促进生物医药产业发展若干措施》（2023 年）规定：对取得第三类医疗器械注册证的企业，奖励不超过 200 万元。",
    "签约 39 个项目，投资 23.5 亿元⑤（折合约 3.3 亿美元），来自北京、上海、浙江等 11 个省市。",
    "问：园区能否“拿地即开工”？答：能。施工许可、规划许可“两证齐发”，最快当天。",
    "“四上”企业 71 家，高新技术企业占开发区 49 %，省级及以上平台 127 个（国家级 5 个）。",
    "氧分压约为海平面的 77 %，气温日较差 12 ℃，年日照 2700 小时，冬季平均 -5 ℃。",
    "联系人：待核实；电话：6123458④；网址：https://www.example.cn/park/brochure?edition=zh&version=0.1。",
    "圈码①②③在封底对应来源，公开资料没有答案的，一律写“待核实”，不作推算。",
    "从电子束辐照（10 MeV）到冷链，从中藏药到可穿戴设备，七条链上谁在、缺谁，一看便知。",
    "地块面积 33.3 亩/宗，容积率 1.5～2.5，限高 24 米，建筑密度≥40 %，绿地率≤15 %。",
    "甲、乙、丙、丁（戊、己）、庚，辛；壬：癸。子！丑？寅……卯——辰·巳",
)
ENGLISH = (
    "The park lies in Chengbei District, five kilometres from the city centre; its south gate is at Haihu Avenue.",
    "As of 15 June 2025 there were 6,879 registered market entities, 1,163 of them set up in the past year ⑤.",
    "Investment of RMB 2,350 million in 39 projects (“fast-track” sites); don’t compare it with last year’s figure.",
    "High-tech start-ups, spin-offs and state-of-the-art laboratories share 127 platforms — 96 at provincial level…",
    "Write to park@example.cn or see https://www.example.cn/a-very-long-address/that-never/ends?edition=en&version=0.1",
)
