"""A hand on the map page: dragging it frame by frame, and two thousand operations with the renderer's memory."""

import json
from collections.abc import Mapping
from pathlib import Path

from benchmarks.parts.rounds import BenchError
from benchmarks.parts.web import Answer, Find, Screen

FRAMES = 150
FRAME_S = 1 / 60
DRAG = """
(() => {
  const frames = [], last = { t: 0 };
  let number = 0;
  const step = (now) => {
    if (number) frames.push(now - last.t);
    last.t = now;
    if (number++ === %(frames)d) {
      map_park.fire('moveend');
      document.title = 'done:' + Math.round(1000 * frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.95)]);
      return;
    }
    const side = Math.floor(number / 50) %% 2 ? 1 : -1; // to and fro, as a hand does
    map_park._rawPanBy(L.point(11 * side, 4 * side));
    map_park.fire('move').fire('drag');
    requestAnimationFrame(step);
  };
  setTimeout(() => requestAnimationFrame(step), 1600); // the line of the chain has been drawn by then
})()
"""
"""What Leaflet does at each step of a drag; the title tells the 95th percentile of the time between frames, in µs."""

OPERATE = """
(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const things = %(things)s, layers = ['zones', 'base', 'chain', 'access', 'heights', 'schools', 'enterprises'];
  for (let i = %(start)d; i < %(stop)d; i++) {
    const deed = i %% 8;
    if (deed === 0) park.show(things[i %% things.length]);
    else if (deed === 1) park.setLayers(layers.filter((_, n) => (i >> n) & 1));
    else if (deed === 2) park.setTheme(i %% 16 < 8 ? 'dark' : 'light');
    else if (deed === 3) park.setLanguage(i %% 32 < 16 ? 'en' : 'zh');
    else if (deed === 4) park.setView([36.66 + (i %% 40) / 1000, 101.74, 11 + (i %% 24) / 4]);
    else if (deed === 5) park.setInset({ left: 328, right: i %% 3 ? 0 : 408 });
    else if (deed === 6) park.home(false);
    else park.mark(null);
    await frame();
    if (i %% 200 === 199 && window.gc) window.gc(); // as the window asks it to
  }
  document.title = 'done:' + %(stop)d;
})()
"""


def drag(screen: Screen, url: str, pages: Mapping[str, Answer], find: Find) -> float:
    """Drag the page for some seconds and return the 95th percentile of the time between frames, seconds."""
    _, micro = screen.measure(url, pages, find, after_ready=DRAG % {"frames": FRAMES})
    return micro / 1e6


def operate(
    screen: Screen, url: str, pages: Mapping[str, Answer], find: Find, things: list[str], times: int = 2000
) -> dict[str, float]:
    """Do many things with one page and return the renderer's memory after half of them and after all, MB.

    Raises:
        BenchError: The system does not tell the memory of a process.
    """
    half = times // 2
    found: dict[str, float] = {}
    with screen.kept(url, pages, find) as page:
        for start, stop in ((0, half), (half, times)):
            page.do(OPERATE % {"things": json.dumps(things), "start": start, "stop": stop})
            found[f"MB after {stop}"] = resident_mb(page.process())
    return found


def resident_mb(process: int) -> float:
    """Return the memory of a process that lies in the machine's, MB; Linux only."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))
    except (OSError, StopIteration) as error:
        raise BenchError(f"no memory of process {process}: {error}") from error
