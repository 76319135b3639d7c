"""The sentences of the service page: how an approval runs, what came of it, and who helps."""

from typing import Final

from brochure.words.text import Text

TITLE_EARLY: Final = Text("签合同之前，先把材料备好", "Papers ready before you sign")
TITLE: Final = Text("事情怎么办，谁来帮", "How things get done, and who helps")
USUAL: Final = Text("通常", "As usual")
USUAL_PAPERS: Final = Text("备材料，办各项手续", "Papers, then permits and approvals")
USUAL_NOTE: Final = Text("一件接一件（示意）", "One after the other (sketch)")
EARLY: Final = Text("拿地\n即开工", "Start building on land award")
EARLY_NOTE: Final = Text("并行预审批", "Pre-approval, side by side")
START: Final = Text("开工", "Start of work")
GAINED: Final = Text("提前的时间", "Time gained")
TRACKS_NOTE: Final = Text("条块长短只示先后，不代表天数。适用于{}。{}", "Lengths show order, not days. For: {}. {}")
SOLVED: Final = Text("{}，解决率 {}", "{}, {} resolved")
MEASURES: Final = Text("{}项举措", "{} measures")
WAYS: Final = Text("办理方式：{}；“{}”。", "Ways: {}; {}.")
PARTIES: Final = Text("{}方协同招商", "{} parties promote together")
REPORTED: Final = Text("{}报道：{}", "Reported in {}: {}")
HELP: Final[dict[str, Text]] = {
    "service-open-hours": Text("午间、周末", "Noon and weekends"),
    "service-free-services": Text("免费", "Free of charge"),
    "service-hotline": Text("专线", "Hotline"),
    "service-three-visits": Text("三访三促", "Three visits"),
}
"""Short headings over services, by record; a service without a record has no heading either."""
