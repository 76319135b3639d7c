"""What pip prints, told in plain words: which package of how many, and that it is still at it when it falls silent."""

import queue
import re
import subprocess
import threading
import time
from typing import TextIO

from brochure.bootstrap import sentences as say
from brochure.bootstrap.sentences import Voice, clock

HEARTBEAT_S = 10.0
_WHEEL = re.compile(r"([A-Za-z0-9_.]+)-(\d[^-/\\]*)-[^/\\]*\.whl(?: \(([\d.]+ [kMG]?B)\))?(?: \(from .*)?$")
_WRITING = "Installing collected packages"


class Progress:
    """Counts the packages of one run of pip and tells them."""

    def __init__(self, voice: Voice, total: int) -> None:
        self._voice = voice
        self._total = total
        self._seen: set[str] = set()
        self._doing: str | say.Said = "pip"
        self._began_s = time.monotonic()

    def follow(self, process: "subprocess.Popen[str]", story: TextIO) -> str:
        """Listen until pip falls silent for good; keep every line in ``story`` and return them all."""
        lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(process, lines), daemon=True).start()
        heard: list[str] = []
        while True:
            try:
                line = lines.get(timeout=HEARTBEAT_S)
            except queue.Empty:
                self._voice.tell(say.STILL, self._doing, self._clock())
                continue
            if line is None:
                return "".join(heard)
            heard.append(line)
            story.write(line)
            self.hear(line.rstrip())

    def hear(self, line: str) -> None:
        """Tell what one line of pip means for the person, if anything."""
        if line.startswith(_WRITING):
            self._doing = say.WRITING
            self._voice.tell(say.UNPACKING, self._clock())
        found = _WHEEL.search(line)
        name = found[1].replace("_", "-").lower() if found else ""
        if found and name not in self._seen:
            self._seen.add(name)
            self._doing = name
            size = f" ({found[3]})" if found[3] else ""
            number = f"{len(self._seen):>{len(str(self._total))}}"
            self._voice.tell(say.PACKAGE, number, self._total, f"{name} {found[2]}", size, self._clock())

    def _clock(self) -> str:
        return clock(time.monotonic() - self._began_s)


def _listen(process: "subprocess.Popen[str]", lines: "queue.SimpleQueue[str | None]") -> None:
    try:
        for line in process.stdout or ():
            lines.put(line)
    finally:
        lines.put(None)
