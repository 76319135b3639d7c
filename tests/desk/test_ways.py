from brochure.desk import ways


def test_the_five_parties_keep_the_order_of_the_source_and_lead_on(library):
    way = ways.find_way(library, ways.PARTIES)
    assert [step.text.zh for step in way.steps] == ["管委会", "公司", "基金", "平台", "协会"]
    targets = [step.target for step in way.steps]
    assert not way.in_turn
    assert targets[4] == "partner-device-association"
    assert all(library.find(target) is not None for target in targets)
    assert set(targets) <= {way.service.id, *(each.id for each in library.related(way.service.id))}


def test_a_step_that_names_nothing_leads_to_its_own_mechanism(library):
    way = ways.find_way(library, "service-one-window")
    assert {step.target for step in way.steps} <= {"service-one-window", "policy-one-window"}
    assert [step.number for step in way.steps] == [1, 2]


def test_building_at_once_opens_the_approvals(library):
    found = ways.approvals(library)
    assert found[0].service.id == ways.BUILD_AT_ONCE
    assert [step.text.zh for step in found[0].steps][-1] == "拿地即开工"
    assert found[0].in_turn
    assert all(way.service.topic == "approval" for way in found)


def test_the_archive_is_not_shown(library):
    assert all(each.audience == "public" and each.steps for each in ways.mechanisms(library))
    assert "service-four-horses" not in {each.id for each in ways.mechanisms(library)}


def test_only_projects_that_the_sources_name_with_a_fund_stand_beside_the_funds(library):
    found = ways.fund_board(library)
    assert {each.id for each in found.funds} == {"fund-cicc", "fund-jidi", "fund-zhongcai", "fund-fourth"}
    assert all(each.funds for each in found.projects)
    assert len(found.projects) == 3


def test_what_is_not_there_is_nothing(library):
    assert ways.find_way(library, "service-nowhere") is None
    assert ways.find_way(library, "zone-kangyang") is None
