import collections

import pytest

from brochure.desk.industry import ALIKE, LINKS, build_chain, find_fit, industries, placeless, shared_run
from brochure.model.kinds import Enterprise, Policy, Project


def test_every_firm_and_project_stands_in_exactly_one_place(library):
    seen = collections.Counter(record.id for record in placeless(library))
    for industry in industries(library):
        seen.update(each.record.id for each in build_chain(library, industry).standing)
    everyone = {each.id for kind in ("enterprises", "projects") for each in library.records(kind)}
    assert set(seen) == everyone
    assert set(seen.values()) == {1}


def test_who_has_no_link_stands_apart_and_who_has_one_stands_in_it(library):
    for industry in industries(library):
        chain = build_chain(library, industry)
        assert [link.link for link in chain.links] == list(LINKS)
        assert all(each.record.link is None for each in chain.unplaced)
        assert all(each.record.link == link.link for link in chain.links for each in link.standing)
    energy = build_chain(library, library.record("industry-new-energy"))
    assert [each.record.id for each in energy.unplaced] == ["enterprise-huanghua"]


def test_a_placing_of_our_own_is_marked(library):
    for industry in industries(library):
        for each in build_chain(library, industry).standing:
            own = each.record.industry_inferred or (each.link is not None and each.record.link_inferred)
            assert each.inferred == own
    assert any(each.inferred for each in build_chain(library, industries(library)[0]).standing)


def test_every_gap_stands_once_with_its_own_words(library):
    for industry in industries(library):
        chain = build_chain(library, industry)
        assert [gap.number for gap in chain.gaps] == list(range(len(industry.gaps)))
        for gap, said in zip(chain.gaps, industry.gaps, strict=True):
            assert f"{gap.title.zh}：{gap.state.zh}".removesuffix("：") == said.zh
            assert f"{gap.title.en}: {gap.state.en}".removesuffix(": ").casefold() == said.en.casefold()


@pytest.mark.parametrize(
    ("industry", "title", "link"),
    [
        ("industry-traditional-medicine", "“十八青药”原料供应", "upstream"),
        ("industry-traditional-medicine", "片剂、胶囊剂高值化", "midstream"),
        ("industry-traditional-medicine", "中药饮片", None),
        ("industry-equipment", "工业设计与研发", "downstream"),
        ("industry-devices", "医学美容", None),
    ],
)
def test_the_link_of_a_gap_is_read_from_its_words_or_stays_unknown(library, industry, title, link):
    chain = build_chain(library, library.record(industry))
    assert next(gap.link for gap in chain.gaps if gap.title.zh == title) == link


def test_a_gap_leads_only_to_what_names_its_industry(library):
    for industry in industries(library):
        chain = build_chain(library, industry)
        for gap in chain.gaps:
            fit = find_fit(library, chain, gap)
            assert fit.zones
            assert all(industry.id in policy.industries for policy in fit.policies)
            assert {each.record.id for each in fit.neighbours} == {each.record.id for each in chain.standing}
            firms = [isinstance(each.record, Enterprise) for each in fit.neighbours]
            assert firms == sorted(firms, reverse=True)
            assert set(fit.to_take) <= {each.id for part in (fit.carriers, fit.zones, fit.policies) for each in part}
            named = [*fit.carriers, *fit.zones, *fit.policies, *fit.services]
            assert len({each.id for each in named}) == len(named)


def test_a_sector_without_a_policy_says_none(library):
    chain = build_chain(library, library.record("industry-digital"))
    assert find_fit(library, chain, chain.gaps[0]).policies == ()
    policies = [each for each in library.records("policies") if isinstance(each, Policy)]
    assert not any("industry-digital" in each.industries for each in policies)


def test_a_project_that_speaks_of_the_gap_is_reported(library):
    chain = build_chain(library, library.record("industry-traditional-medicine"))
    fit = find_fit(library, chain, chain.gaps[1])
    assert [each.id for each in fit.reported] == ["project-qingyao-tablets"]
    assert all(isinstance(each, Project) for each in fit.reported)


def test_what_stands_as_a_firm_is_not_named_twice(library):
    chain = build_chain(library, library.record("industry-traditional-medicine"))
    assert chain.links[1].activities == ()
    assert [each.zh for each in chain.links[2].activities] == ["特色产品展销中心", "援青六省市龙头对接"]


def test_a_sector_without_firms_still_has_its_chain(library):
    chain = build_chain(library, library.record("industry-wellness"))
    assert chain.firms == ()
    assert all(link.activities or link.standing or link.gaps for link in chain.links)


@pytest.mark.parametrize(
    ("one", "other", "length"), [("", "甲", 0), ("甲乙丙丁", "丙丁戊", 2), ("医疗康复、", "医疗康复、康养", 5)]
)
def test_shared_run(one, other, length):
    assert shared_run(one, other) == shared_run(other, one) == length
    assert ALIKE > 3
