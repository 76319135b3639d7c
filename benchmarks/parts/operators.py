"""The drawing of one of our pages as SVG: its operators read back, the words left out."""

import re
from collections.abc import Iterable, Iterator

_TEXT = re.compile(r"(?:/Artifact BMC )?BT .*? ET(?: EMC)?", re.DOTALL)
_CAPS = {"0": "butt", "1": "round", "2": "square"}
_JOINS = {"0": "miter", "1": "round", "2": "bevel"}
_PATH = {"m": "M", "l": "L", "c": "C", "h": "Z"}
_PAINT = {"f*": (True, False), "f": (True, False), "S": (False, True), "B*": (True, True), "B": (True, True)}


def to_svg(ops: Iterable[str], width_mm: float, height_mm: float) -> str:
    """Return the drawing as an SVG document, one user unit a millimetre.

    Raises:
        ValueError: The page uses an operator that is not known here: the picture would lack something.
    """
    body = "".join(_Reader().read(_TEXT.sub("", "\n".join(ops))))
    size = f'width="{width_mm:g}mm" height="{height_mm:g}mm" viewBox="0 0 {width_mm:g} {height_mm:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{body}</svg>\n'


class _Reader:
    def __init__(self) -> None:
        self.fill = self.stroke = "#000000"
        self.width, self.cap, self.join, self.dash = "1", "butt", "miter", ""
        self.alphas = (1.0, 1.0)
        self.path: list[str] = []
        self.clips = 0
        self.open: list[int] = []
        self.saved: list[tuple[object, ...]] = []

    def read(self, content: str) -> Iterator[str]:
        stack: list[str] = []
        for word in content.split():
            if word.endswith("BDC") or word == "EMC":  # the ground is marked as such; that is no picture
                continue
            if word[0] in "0123456789-./[" or word[0] == "]" or word.endswith("]"):
                stack.append(word)
                continue
            yield from self.act(word, stack)
            stack.clear()
        yield "</g>" * sum(self.open)

    def act(self, word: str, stack: list[str]) -> Iterator[str]:
        if word in _PATH:
            self.path.append(_PATH[word] + " ".join(stack))
        elif word == "re":
            x, y, w, h = stack
            self.path.append(f"M{x} {y}h{w}v{h}h-{w}Z" if w[0] != "-" else f"M{x} {y}h{w}v{h}h{w[1:]}Z")
        elif word in _PAINT:
            yield self.painted(*_PAINT[word])
            self.path.clear()
        elif word in ("q", "Q", "cm", "W", "W*", "n"):
            yield from self.state(word, stack)
        elif word in ("rg", "RG"):
            colour = "#" + "".join(f"{round(float(part) * 255):02x}" for part in stack)
            self.fill, self.stroke = (colour, self.stroke) if word == "rg" else (self.fill, colour)
        elif word in ("w", "J", "j", "d"):
            self.pen(word, stack)
        elif word == "gs":
            fill, _, stroke = stack[0].removeprefix("/A").partition("-")
            self.alphas = int(fill) / 1000, int(stroke) / 1000
        else:
            raise ValueError(f"an operator without a picture: {word} {stack}")

    def pen(self, word: str, stack: list[str]) -> None:
        match word:
            case "w":
                self.width = stack[0]
            case "J":
                self.cap = _CAPS[stack[0]]
            case "j":
                self.join = _JOINS[stack[0]]
            case _:
                self.dash = " ".join(stack[:-1]).strip("[] ")

    def state(self, word: str, stack: list[str]) -> Iterator[str]:
        if word == "q":
            self.saved.append((self.fill, self.stroke, self.width, self.cap, self.join, self.dash, self.alphas))
            self.open.append(0)
        elif word == "Q":
            yield "</g>" * self.open.pop()
            self.fill, self.stroke, self.width, self.cap, self.join, self.dash, self.alphas = self.saved.pop()  # type: ignore[assignment]
        elif word == "cm":
            self.open[-1] += 1
            yield f'<g transform="matrix({" ".join(stack)})">'
        elif word in ("W", "W*"):
            self.clips += 1
            self.open[-1] += 1
            rule = ' clip-rule="evenodd"' if word == "W*" else ""
            yield f'<clipPath id="c{self.clips}"><path d="{" ".join(self.path)}"{rule}/></clipPath>'
            yield f'<g clip-path="url(#c{self.clips})">'
        else:
            self.path.clear()

    def painted(self, fill: bool, stroke: bool) -> str:
        look = f'fill="{self.fill}" fill-rule="evenodd"' if fill else 'fill="none"'
        if fill and self.alphas[0] < 1:
            look += f' fill-opacity="{self.alphas[0]:g}"'
        if stroke:
            look += f' stroke="{self.stroke}" stroke-width="{self.width}"'
            look += f' stroke-linecap="{self.cap}" stroke-linejoin="{self.join}"'
            look += f' stroke-dasharray="{self.dash}"' if self.dash else ""
            look += f' stroke-opacity="{self.alphas[1]:g}"' if self.alphas[1] < 1 else ""
        return f'<path d="{" ".join(self.path)}" {look}/>'
