"""Audit the content: what may not be published, and what wants another look."""

import sys

from brochure.cli import tell
from brochure.cli.asked import Asked
from brochure.cli.frame import command
from brochure.cli.shape import write_json
from brochure.desk.check import Issue, check
from brochure.desk.opening import open_library
from brochure.errors import ContentError
from brochure.words import check as words
from brochure.words import command as say
from brochure.words.fields import FIELDS


@command("check")
def check_content(asked: Asked) -> int:
    """Audit the content; ends with 1 on an error."""
    issues = _issues(asked)
    errors = sum(issue.level == "error" for issue in issues)
    if asked.json:
        write_json(issues)
    else:
        sys.stdout.write("".join(f"{_line(asked, issue)}\n" for issue in issues))
    if not asked.quiet:
        tell(asked, words.SUMMARY.fill(errors, len(issues) - errors))
    return 1 if errors else 0


def _issues(asked: Asked) -> tuple[Issue, ...]:
    """Return what is wrong; content that cannot be taken at all is one error."""
    try:
        library = open_library(asked.places)
        if isinstance(library.problem, ContentError):
            raise library.problem
    except ContentError as error:
        return (Issue("error", None, None, None, error.message),)
    return check(library)


def _line(asked: Asked, issue: Issue) -> str:
    where = ""
    if issue.record is not None and issue.field is not None:
        field = FIELDS.get(issue.field)
        label = f"{issue.field}（{field.zh}）" if field is not None and asked.lang == "zh" else issue.field
        where = words.WHERE.fill(f"{issue.kind}/{issue.record}", label).to(asked.lang)
    return f"{asked.say(say.LEVEL[issue.level])}  {where}{asked.say(issue.message)}"


COMMANDS = {"check": check_content}
