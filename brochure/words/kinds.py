"""Names of kinds, states, levels and links, as a person reads them."""

from typing import Final

from brochure.words.text import Text

KINDS: Final[dict[str, Text]] = {
    "sources": Text("来源", "Sources"),
    "park": Text("园区", "Park"),
    "figures": Text("数据", "Figures"),
    "zones": Text("片区", "Zones"),
    "carriers": Text("载体", "Facilities"),
    "stages": Text("孵化链", "Incubator stages"),
    "base": Text("黄金海拔", "Golden altitude"),
    "policies": Text("政策", "Policies"),
    "enterprises": Text("企业", "Enterprises"),
    "partners": Text("合作与对接", "Partners"),
    "projects": Text("项目", "Projects"),
    "funds": Text("基金", "Funds"),
    "products": Text("金融产品", "Finance products"),
    "services": Text("服务", "Services"),
    "platforms": Text("平台", "Platforms"),
    "honours": Text("荣誉", "Honours"),
    "events": Text("活动", "Events"),
    "industries": Text("产业", "Industries"),
    "alliances": Text("联盟", "Alliances"),
    "talents": Text("人才", "Talent"),
    "places": Text("地点", "Places"),
    "contacts": Text("联系", "Contacts"),
}
KIND: Final[dict[str, Text]] = {
    **KINDS,
    "sources": Text("来源", "Source"),
    "figures": Text("数据", "Figure"),
    "zones": Text("片区", "Zone"),
    "carriers": Text("载体", "Facility"),
    "stages": Text("孵化级", "Incubator stage"),
    "policies": Text("政策", "Policy"),
    "enterprises": Text("企业", "Firm"),
    "partners": Text("合作与对接", "Partner"),
    "projects": Text("项目", "Project"),
    "funds": Text("基金", "Fund"),
    "products": Text("金融产品", "Finance product"),
    "services": Text("服务", "Service"),
    "platforms": Text("平台", "Platform"),
    "honours": Text("荣誉", "Honour"),
    "events": Text("活动", "Event"),
    "industries": Text("产业", "Industry"),
    "alliances": Text("联盟", "Alliance"),
    "places": Text("地点", "Place"),
    "contacts": Text("联系", "Contact"),
}
"""What one record of a kind is called."""
STATUS: Final[dict[str, Text]] = {
    "planned": Text("规划", "Planned"),
    "drafting": Text("起草中", "Drafting"),
    "in_talks": Text("对接", "In talks"),
    "signed": Text("已签约", "Signed"),
    "building": Text("在建", "Being built"),
    "operating": Text("运营", "Operating"),
    "ended": Text("已结束", "Ended"),
    "unverified": Text("待核实", "To be confirmed"),
}
VALIDITY: Final[dict[str, Text]] = {
    "in_force": Text("现行", "In force"),
    "upcoming": Text("待生效", "Not yet in force"),
    "expired": Text("已失效", "Expired"),
    "replaced": Text("已替代", "Replaced"),
    "unverified": Text("待核实", "To be confirmed"),
}
LEVEL: Final[dict[str, Text]] = {
    "national": Text("国家级", "National"),
    "provincial": Text("省级", "Provincial"),
    "city": Text("市级", "City"),
    "district": Text("区级", "District"),
    "development_zone": Text("开发区", "Development zone"),
    "park": Text("园区", "Park"),
}
LINK: Final[dict[str, Text]] = {
    "upstream": Text("上游", "Upstream"),
    "midstream": Text("中游", "Midstream"),
    "downstream": Text("下游", "Downstream"),
}
PRECISION: Final[dict[str, Text]] = {
    "surveyed": Text("实测", "Surveyed"),
    "address": Text("按地址", "By address"),
    "placed": Text("园区标注", "Placed by the park"),
    "schematic": Text("示意", "Schematic"),
}
DIRECTION: Final[dict[str, Text]] = {
    "north": Text("北", "North"),
    "east": Text("东", "East"),
    "south": Text("南", "South"),
    "west": Text("西", "West"),
}
POLICY_TOPIC: Final[dict[str, Text]] = {
    "approval": Text("审批", "Approvals"),
    "innovation": Text("科创", "Innovation"),
    "finance": Text("金融", "Finance"),
    "service": Text("服务", "Service"),
    "registration": Text("登记", "Registration"),
    "capital": Text("资金", "Subsidy"),
    "planning": Text("规划", "Planning"),
    "promotion": Text("招商", "Promotion"),
}
PARTNER_TYPE: Final[dict[str, Text]] = {
    "company": Text("企业", "Companies"),
    "investor": Text("投资机构", "Investors"),
    "university": Text("高校", "Universities"),
    "institution": Text("机构", "Institutions"),
    "association": Text("协会", "Associations"),
    "government": Text("政府部门", "Government"),
    "region": Text("地区", "Regions"),
    "expert": Text("专家", "Experts"),
}
QUALIFIER: Final[dict[str, Text]] = {
    "about": Text("约 {}", "about {}"),
    "more_than": Text("{} 余", "more than {}"),
    "at_least": Text("{} 以上", "{} or more"),
    "under": Text("近 {}", "nearly {}"),
}
TO_BE_CONFIRMED: Final = Text("待核实", "To be confirmed")
NOT_LISTED: Final = Text("原文未列", "Not listed in the source")
SCHEMATIC: Final = Text("示意", "Schematic")
INFERRED: Final = Text("推断", "inferred")
