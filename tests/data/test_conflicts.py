"""Where the articles contradict each other or invite a wrong reading: one heading for each such trap."""

import re
from typing import Any

from tests.data.reading import CHINESE, said, steps_of, texts_of


# --- Industry headline
def test_industry_headline_is_the_set_of_2025(content: Any, by_id: Any) -> None:
    headlines = [fact for fact in content["park"] if fact.aspect == "industry"]
    assert [fact.id for fact in headlines if fact.status == "operating"] == ["park-industry-2025"]
    current = [part.zh for part in by_id["park-industry-2025"].parts]
    assert current == ["高原特色生物医药", "医疗器械", "生物资源精深加工", "现代服务业"]
    hydrogen = [fact.id for fact in content["park"] if "氢" in "".join(part.zh for part in fact.parts)]
    assert hydrogen == ["park-industry-2022"]
    assert by_id["park-industry-2022"].status == "ended"
    assert by_id["park-idea-2022"].status == "ended"


def test_industry_headline_leaves_hydrogen_in_the_archive(content: Any, by_id: Any) -> None:
    assert by_id["project-hydrogen"].audience == "archive"
    assert by_id["policy-truck-closed-loop"].audience == "archive"
    for industry in content["industries"]:
        links = (*industry.upstream, *industry.midstream, *industry.downstream, *industry.gaps)
        assert not any("氢" in text.zh for text in links)


# --- Growth rates
def test_growth_rates_are_three_measures(by_id: Any) -> None:
    output, added = by_id["output-value-growth-2023"], by_id["value-added-growth-2025-01-2025-05"]
    energy, before = by_id["energy-intensity-cut-2023"], by_id["value-added-growth-2024"]
    assert (output.value, added.value, energy.value, before.value) == (10, 9.9, 9.9, 3)
    assert len({output.measure, added.measure, energy.measure}) == 3
    assert added.measure == before.measure
    assert (added.current, before.current) == (True, False)
    assert "不是增加值" in output.note.zh
    assert "数字相同" in energy.note.zh


# --- 包保 49 and 67
def test_sponsored_49_and_67_have_different_units_and_no_growth(by_id: Any) -> None:
    old, new = by_id["sponsored-firms-2022"], by_id["sponsored-projects-2025-06"]
    assert (old.value, old.unit.zh, old.current) == (49, "家", False)
    assert (new.value, new.unit.zh, new.current) == (67, "个", True)
    assert old.measure != new.measure
    assert "不算增长" in old.note.zh
    assert "不算增长" in new.note.zh


# --- Satisfaction 96.6 and 96.36
def test_satisfaction_96_6_and_96_36_are_not_merged(by_id: Any) -> None:
    old, new = by_id["public-satisfaction-2022"], by_id["requests-satisfied-2024-h1"]
    assert (old.value, new.value) == (96.6, 96.36)
    assert old.measure != new.measure
    assert (old.current, new.current) == (False, True)
    rates = ("takeup-rate-2022", "closing-rate-2022", "requests-answered-2024-h1", "requests-resolved-2024-h1")
    assert [by_id[key].value for key in rates] == [100, 100, 100, 99.39]
    assert len({by_id[key].measure for key in rates}) == 4


# --- Science firms 169 and 167
def test_science_firms_169_and_167_are_two_actions(by_id: Any) -> None:
    files, checks = by_id["science-files-2023"], by_id["science-checkups-2024-h1"]
    assert (files.value, checks.value) == (169, 167)
    assert files.measure != checks.measure
    assert files.current
    assert checks.current


# --- High-tech firms
def test_high_tech_firms_are_never_added_up(by_id: Any) -> None:
    total, new = by_id["hightech-firms-2023-h1"], by_id["new-hightech-2023"]
    applied = by_id["hightech-applicants-2024-h1"]
    assert (total.value, total.as_of, total.as_of_inferred) == (71, "2023-H1", True)
    assert (new.value, new.span) == (11, "over")
    assert (applied.value, applied.qualifier) == (10, "more_than")
    assert "不是认定" in applied.note.zh
    assert len({total.measure, new.measure, applied.measure}) == 3


# --- Money from outside
def test_outside_funds_of_2024_are_a_part_of_the_year(by_id: Any, content: Any) -> None:
    part, whole = by_id["outside-funds-2024-07"], by_id["outside-funds-2023"]
    assert (part.value, part.as_of, part.unit.zh) == (10.4, "2024-07", "亿元")
    assert (whole.value, whole.span) == (15.03, "over")
    assert "不是全年" in part.note.zh
    assert by_id["outside-funds-share-2024-07"].value == 52
    assert by_id["outside-funds-share-2023"].value == 100.2
    # 15, 20 and 20 would follow by division, but no article says so
    assert not [f.id for f in content["figures"] if f.unit.zh == "亿元" and f.value in (15, 20)]


# --- Project totals
def test_project_totals_keep_their_three_scopes(by_id: Any) -> None:
    keys = ("landed-large-projects-2023", "landed-projects-2024-07", "recruited-projects-2025-06")
    assert [by_id[key].value for key in keys] == [6, 7, 39]
    assert len({by_id[key].measure for key in keys}) == 3
    assert len({by_id[key].scope.zh for key in keys}) == 3
    totals = ("landed-large-investment-2023", "landed-investment-2024-07", "recruited-investment-2025-06")
    assert [(by_id[key].value, by_id[key].qualifier) for key in totals] == [
        (28.8, "about"), (33.13, "about"), (23.5, None),
    ]  # fmt: skip
    for key in (keys[2], totals[2]):
        assert by_id[key].status == "unverified"
        assert "未列，待核实" in by_id[key].note.zh
        assert by_id[key].as_of_inferred


# --- Growth fund
def test_growth_fund_is_one_of_the_funds_and_not_the_fourth(by_id: Any) -> None:
    assert by_id["growth-fund-size-2023"].related == ("fund-jidi",)
    assert (by_id["growth-fund-size-2023"].value, by_id["growth-fund-size-2023"].unit.zh) == (2, "亿元")
    funds = by_id["industry-funds-2023"]
    assert (funds.value, funds.named) == (4, 3)
    assert by_id["fund-jidi"].size_yi == 2
    assert "两个日期并列" in by_id["fund-jidi"].note.zh
    assert set(funds.related) == {"fund-cicc", "fund-jidi", "fund-zhongcai", "fund-fourth"}
    assert "不是第四支" in funds.note.zh


# --- Four funds, three names
def test_four_funds_have_three_names(content: Any, by_id: Any) -> None:
    assert len(content["funds"]) == 4
    assert [fund.id for fund in content["funds"] if "未列名称" in fund.name.zh] == ["fund-fourth"]
    assert by_id["fund-fourth"].size_yi is None
    assert {fund.id: fund.size_yi for fund in content["funds"] if fund.size_yi} == {"fund-jidi": 2.0}
    assert [text.zh[:4] for text in by_id["fund-jidi"].history] == ["2023", "2023", "2024"]
    assert {"极地基金", "西宁生物园区科技成长股权投资基金"} <= set(by_id["fund-jidi"].aliases)


# --- Yak bone
def test_yak_bone_project_is_one_and_being_built(content: Any, by_id: Any) -> None:
    found = [project for project in content["projects"] if "牦牛骨" in project.name.zh]
    assert [project.id for project in found] == ["project-yak-bone"]
    assert (found[0].status, found[0].zone) == ("building", "zone-phase3")
    assert [text.zh[:4] for text in found[0].history] == ["2019", "2022", "2025"]
    assert "小分子胶原蛋白" in found[0].name.zh


def test_yak_bone_project_is_not_said_to_be_finished(by_id: Any) -> None:
    case = by_id["service-idle-assets"]
    assert "zone-phase3" in case.related
    assert "2019" in steps_of(case)[0]
    assert "建设中" in steps_of(case)[-1]
    assert not re.search("完工|竣工|投产", case.statement.zh)


# --- Top ten talent project
def test_top_ten_talent_project_is_listed_once_with_three_articles(content: Any) -> None:
    named = [honour for honour in content["honours"] if "十大特色人才" in honour.name.zh]
    assert [honour.as_of for honour in named] == ["2023"]
    assert set(named[0].sources) == {"article-2023", "article-2024-annual", "article-2024-mid"}
    assert "三大产业“双招双引”" in said(named[0].holders_text)


# --- Science association
def test_science_association_is_listed_once(content: Any) -> None:
    assert [(h.id, h.as_of) for h in content["honours"] if "科学技术协会" in h.name.zh] == [
        ("honour-science-association", "2023")
    ]


# --- 金诃 and 金河
def test_jinhe_is_one_firm_with_two_spellings(content: Any, by_id: Any) -> None:
    named = [firm for firm in content["enterprises"] if re.search("金[诃河]", firm.name.zh)]
    assert [firm.id for firm in named] == ["enterprise-jinhe"]
    assert {"金河藏药股份有限公司", "金诃藏药集团有限公司"} <= set(named[0].aliases)
    assert named[0].legal_name is None
    first = [text.zh for text in named[0].achievements if "首家" in text.zh]
    assert first == ["报道称青海省首家新型研发机构（2023）③④"]


def test_jinhe_alone_is_the_first_rd_institution(by_id: Any) -> None:
    assert by_id["honour-new-rd-institution"].holders == ("enterprise-jinhe",)
    assert by_id["honour-ip-advantage"].holders == ("enterprise-jinhe",)
    assert "全称待确认" in by_id["honour-new-rd-institution"].note.zh


# --- Mingnuo
def test_mingnuo_stands_at_its_highest_level(by_id: Any) -> None:
    first = {
        slug: by_id[f"enterprise-{slug}"].achievements[0].zh for slug in ("mingnuo", "yinaweikang", "sanjiangyuan")
    }
    assert "国家级" in first["mingnuo"]
    assert "国家级" in first["yinaweikang"]
    assert "省级" in first["sanjiangyuan"]
    assert not any("国家级" in text.zh for text in by_id["enterprise-sanjiangyuan"].achievements)


def test_mingnuo_keeps_the_provincial_title_as_history(by_id: Any) -> None:
    national, provincial = by_id["honour-national-green-factory"], by_id["honour-provincial-green-factory"]
    assert (national.level, provincial.level) == ("national", "provincial")
    assert set(national.holders) == {"enterprise-mingnuo", "enterprise-yinaweikang"}
    assert set(provincial.holders) == {"enterprise-sanjiangyuan", "enterprise-mingnuo"}
    assert "国家级" in provincial.note.zh


# --- Wellness names and functions
def test_wellness_functions_are_those_of_2024(content: Any, by_id: Any) -> None:
    phases = sorted((part for part in content["base"] if part.part == "phase"), key=lambda part: part.order)
    assert [(part.status, part.as_of) for part in phases] == [
        ("planned", "2022"), ("planned", "2023-H1"), ("in_talks", "2024-H1"), ("unverified", "2025-06"),
    ]  # fmt: skip
    sides = {part.direction: part for part in content["base"] if part.part == "neighbour"}
    assert set(sides) == {"east", "west", "south", "north"}
    assert sides["north"].status == "unverified"
    assert sides["north"].zone is None
    current = [part.name.zh for part in content["base"] if part.part == "function" and part.audience == "public"]
    assert current == ["康养产业", "医疗康复", "康养服务", "康养旅居"]
    assert by_id["base-functions-2023"].audience == "archive"
    claim = by_id["base-claim-habituation"]
    assert "适度、符合一定条件" in claim.statement.zh
    assert "吴天一" in claim.attributed_to.zh
    for part in content["base"]:
        if part.part == "claim":
            assert "医生" in part.note.zh, part.id
            assert "doctor" in part.note.en, part.id


def test_wellness_names_and_nine_hundred_mu_never_of_phase_one(content: Any, by_id: Any) -> None:
    site = by_id["zone-kangyang"]
    assert (site.area_mu, site.area_km2) == (900.0, 0.6)
    assert "不是一期" in site.note.zh
    assert "not of phase one" in site.note.en
    assert [zone.id for zone in content["zones"] if zone.area_mu is not None] == ["zone-kangyang"]
    for record in by_id.values():
        for _, text in texts_of(record):
            assert not re.search(r"一期[^，。；]*900 ?亩|900 ?亩[^，。；]*一期(?!面积)", text.zh), (record.id, text.zh)


# --- Wellness partners
def test_wellness_partners_and_others_are_never_tenants(content: Any) -> None:
    firms = {name for firm in content["enterprises"] for name in (firm.name.zh, *firm.aliases)}
    outside = {
        "华电", "阿里集团", "中金资本", "东方美谷", "青海省股权交易中心", "中康养", "保利集团", "华大基因", "泰康",
        "亿护家", "光大健康", "泰康人寿",
    }  # fmt: skip
    partners = {partner.name.zh: partner for partner in content["partners"]}
    assert outside <= set(partners)
    assert not firms & {name for partner in content["partners"] for name in (partner.name.zh, *partner.aliases)}
    wellness = [partner for partner in content["partners"] if partner.industry == "industry-wellness"]
    assert {partner.status for partner in wellness} == {"in_talks", None}
    assert [partner.name.zh for partner in wellness if partner.status is None] == ["吴天一"]
    assert [partner.id for partner in content["partners"] if partner.status == "signed"] == [
        "partner-oriental-beauty-valley", "partner-seven-universities",
    ]  # fmt: skip
    assert partners["华电"].audience == "archive"
    assert partners["泰康"].id != partners["泰康人寿"].id
    by_year = {year: [p.name.zh for p in wellness if p.status and p.as_of[:4] == year] for year in ("2023", "2024")}
    assert by_year == {
        "2023": ["中康养", "保利集团", "华大基因", "泰康", "亿护家"],
        "2024": ["光大健康", "泰康人寿"],
    }


# --- Altitude
def test_altitude_of_the_park_is_not_that_of_the_site(by_id: Any) -> None:
    park, ideal = by_id["base-altitude-park"], by_id["base-altitude-ideal"]
    assert "2240～2350" in park.statement.zh
    assert park.zone == "zone-core"
    assert "2220～2500" in ideal.statement.zh
    assert ideal.attributed_to is not None


def test_altitude_figures_say_whose_they_are(by_id: Any) -> None:
    park, ideal = by_id["park-altitude-2023-h1"], by_id["ideal-altitude-2023-h1"]
    assert (park.text.zh, ideal.text.zh) == ("2240～2350", "2220～2500")
    assert "不是 900 亩" in park.note.zh
    assert "吴天一" in ideal.note.zh


# --- Waste 100%
def test_waste_100_percent_is_two_indicators(by_id: Any) -> None:
    solid, hazardous = by_id["solid-waste-2023-h1"], by_id["hazardous-waste-2023"]
    assert (solid.value, hazardous.value) == (100, 100)
    assert solid.measure != hazardous.measure


# --- Platforms 70%
def test_platforms_70_percent_belongs_to_the_96_and_not_to_the_127(by_id: Any) -> None:
    share = by_id["platforms-province-share-2023-h1"]
    assert share.part_of == "platforms-provincial-2023-h1"
    assert (share.value, share.qualifier) == (70, "at_least")
    assert by_id["platforms-provincial-2023-h1"].part_of == "platforms-2023-h1"
    assert "推断" in by_id["platforms-provincial-2023-h1"].note.zh


# --- Policy versions
def test_policy_versions_of_the_science_project_rules_are_one_family(by_id: Any) -> None:
    old, trial = by_id["policy-science-project-rules"], by_id["policy-science-project-rules-trial"]
    assert old.family == trial.family == "science-project-rules"
    assert old.related == (trial.id,)


# --- Drafts and plans
def test_drafts_the_action_plan_of_2024(by_id: Any) -> None:
    plan = by_id["policy-action-plan-2024-2026"]
    assert (plan.status, plan.valid_from, plan.valid_to) == ("drafting", None, None)
    assert [policy.id for policy in by_id.values() if policy.kind == "policies" and policy.status == "drafting"] == [
        plan.id
    ]


def test_drafts_and_plans_carry_their_badge(by_id: Any) -> None:
    assert by_id["policy-action-plan-2024-2026"].status == "drafting"
    for key in ("product-credit-points", "zone-herb-garden", "alliance-green-computing"):
        assert by_id[key].status == "planned", key
    assert [text.zh.partition("：")[2].rstrip("②③④") for text in by_id["fund-jidi"].history] == [
        "拟发起设立",
        "设立，规模 2 亿元",
        "备案成功，实际运行",
    ]


def test_plans_the_computing_alliance_has_members_to_be_invited(by_id: Any) -> None:
    alliance = by_id["alliance-green-computing"]
    assert (alliance.status, alliance.as_of, alliance.member_count) == ("planned", "2024-H2", None)
    assert "拟吸纳" in alliance.note.zh
    assert [link.zh for link in by_id["alliance-red-collar"].links] == [
        "组织联建", "资源联享", "事务联商", "活动联办", "党员联育", "经济联促",
    ]  # fmt: skip


# --- Xining University
def test_xining_university_is_not_renamed(by_id: Any) -> None:
    assert by_id["place-xnu"].name.zh.startswith("西宁大学")
    assert not set(by_id["place-xnu"].aliases) & {"青海理工学院"}
    assert by_id["place-qhit"].lat is None


# --- Counts that outrun their lists
def test_counts_that_outrun_their_lists_name_nobody_else(by_id: Any) -> None:
    for key in (
        "universities-2023", "three-year-plans-2023", "service-libraries-2023", "innovation-actions-2023",
        "community-members-2024-06", "listed-firms-2023", "water-saving-firms-2023", "alliance-university-union",
        "alliance-medicine-chain", "service-university-union", "service-chain-group", "platform-device-review",
    ):  # fmt: skip
        note = by_id[key].note.zh
        assert re.search(r"未列|只列|另外", note), (key, note)
    assert by_id["alliance-university-union"].members == ()
    assert len(by_id["alliance-red-collar"].members) == 4
    assert by_id["alliance-red-collar"].member_count == 13


def test_counts_that_outrun_their_lists_say_so(content: Any, by_id: Any) -> None:
    plans = [policy for policy in content["policies"] if policy.family == "three-year-plans"]
    assert len(plans) == 2
    assert all("未列" in policy.note.zh for policy in plans)
    assert "未列" in by_id["policy-device-fast-lane"].note.zh
    assert "未列" in by_id["partner-seven-universities"].note.zh
    assert "未列" in by_id["product-listing"].note.zh


# --- Text slips
SPACED = {
    "一窗受理 一次办好",
    "智启生物新篇 臻享生命优品",
    "科技创新引领高质量发展 奋力打造生态文明高地上的新型现代化科创园区",
}


def test_text_slips_stay_in_the_quotes_and_leave_the_display(content: Any, by_id: Any) -> None:
    assert "投资投资" in by_id["project-smart-city"].quote
    for records in content.values():
        for record in records:
            for field, text in texts_of(record):
                assert "投资投资" not in text.zh, (record.id, field)
                assert not re.search(r"[\u4e00-\u9fff][,;:!?]", text.zh), (record.id, field, text.zh)
                bare = text.zh
                for kept in SPACED:
                    bare = bare.replace(kept, "")
                assert not re.search(r"[\u4e00-\u9fff] +[\u4e00-\u9fff]", bare), (record.id, field, text.zh)


def test_text_slips_of_columns_leave_no_line_break_in_a_quote(by_id: Any) -> None:
    for record in by_id.values():
        if record.quote:
            assert CHINESE.search(record.quote), record.id
            assert not re.search(r"[\r\n\t]|  ", record.quote), record.id
