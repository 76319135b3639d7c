"""What was typed, as far as the start must understand it; the rest is the command line's."""

_WITH_VALUE = ("--home", "--lang")
_QUESTIONS = ("--help", "--version", "-h")


class Request:
    """The first word of a command, what follows it, and the options that concern the start itself."""

    def __init__(self, arguments: list[str]) -> None:
        self.all = arguments
        self.word: str | None = None
        self.rest: list[str] = []
        self.home: str | None = None
        self.lang: str | None = None
        self.quiet = False
        self.verbose = False
        self.asks = False
        waiting = ""
        for place, argument in enumerate(arguments):
            name, equals, value = argument.partition("=")
            if waiting:
                self._take(waiting, argument)
                waiting = ""
            elif name in _WITH_VALUE and equals:
                self._take(name, value)
            elif name in _WITH_VALUE:
                waiting = name
            elif argument == "--":
                break
            elif argument.startswith("-"):
                self._take(argument, "")
            elif self.word is None:
                self.word, self.rest = argument, arguments[place + 1 :]

    def _take(self, name: str, value: str) -> None:
        if name == "--home":
            self.home = value
        elif name == "--lang" and value in ("zh", "en"):
            self.lang = value
        self.quiet = self.quiet or name == "--quiet"
        self.verbose = self.verbose or name == "--verbose"
        self.asks = self.asks or name in _QUESTIONS

    @property
    def wants_window(self) -> bool:
        """No word and no question: the window."""
        return self.word is None and not self.asks

    @property
    def wants_tests(self) -> bool:
        return self.word == "test"

    @property
    def wants_wheelhouse(self) -> bool:
        return self.word == "wheelhouse"
