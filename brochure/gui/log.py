"""The story of a failure goes into the log; logging is loaded when there is something to say."""


def log_failure(what: str, error: BaseException) -> None:
    """Keep what failed with its traceback, for whoever looks for the cause."""
    import logging

    logging.getLogger(__name__).error(what, exc_info=error)
