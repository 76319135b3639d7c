"""Where things stand in a brochure that was set: pages of headings and sections, blocks of findings."""

import msgspec

from brochure.gui.preview_pages import Preview
from brochure.pdf.preflight import Finding
from brochure.words import lint
from brochure.words.page.furniture import READINGS, SECTION


def page_of(preview: Preview, where: str) -> int | None:
    """Return the page of a heading, counted from 0, in whichever language it stands there; ``None`` where it is not."""
    titles = dict(reversed(preview.headings))
    both = next((text for text in SECTION.values() if where in (text.zh, text.en)), None)
    wanted = (both.zh, both.en) if both is not None else (where,)
    return next((titles[title] for title in wanted if title in titles), None)


def pages_of_sections(preview: Preview) -> dict[str, int]:
    """Return how many pages each section has: from its heading to the next."""
    named: dict[str, str] = {title: section for section, text in SECTION.items() for title in (text.zh, text.en)}
    named |= dict.fromkeys((READINGS.zh, READINGS.en), "sources")
    starts = [(named[title], page) for title, page in preview.headings if title in named]
    counts: dict[str, int] = {}
    for place, (section, page) in enumerate(starts):
        end = starts[place + 1][1] if place + 1 < len(starts) else preview.pages
        counts[section] = counts.get(section, 0) + max(end - page, 1)
    return counts


def place_finding(preview: Preview, finding: Finding) -> Finding:
    """Return a finding with the page and the block that it is about, where the preview has them."""
    if finding.page:
        return finding
    page, frame = preview.first_of(finding.record) or (None, None)
    if page is None and finding.section is not None:
        page = page_of(preview, SECTION[finding.section].zh)
    if page is None:
        return finding
    where = lint.PAGE_OF.fill(page + 1, finding.where)
    return msgspec.structs.replace(finding, page=page + 1, frame=frame, where=where)
