"""The story of a failure goes into the log; logging is loaded when there is something to say."""

from brochure.errors import BrochureError
from brochure.words import Text


def log_failure(what: str, error: BaseException) -> None:
    """Keep what failed with its traceback, for whoever looks for the cause."""
    import logging

    logging.getLogger(__name__).error(what, exc_info=error)


def reason_of(error: Exception, what: str) -> Text:
    """Return what to say to a person; what no sentence was made for goes into the log as well, as ``what`` failed."""
    if isinstance(error, BrochureError):
        return error.message
    log_failure(what, error)
    return Text(str(error), str(error))
