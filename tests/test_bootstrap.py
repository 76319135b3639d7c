"""The set-up of a checkout: small real ones from a wheelhouse made here, without network, and its rules one by one."""

import hashlib
import importlib.metadata
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
import zipfile
from pathlib import Path

import pytest

from brochure import __main__ as start
from brochure.bootstrap import environment, machine, packages, sentences, steps, suite, wheelhouse
from brochure.bootstrap.environment import READY, Environment, candidates, find_ready
from brochure.bootstrap.packages import PipError
from brochure.bootstrap.pins import describe_machine, parse_pins, this_machine
from brochure.bootstrap.progress import Progress
from brochure.bootstrap.request import Request
from brochure.bootstrap.sentences import SetupError, Voice

ROOT = Path(__file__).parents[1]
PROGRAM = """
import os, sys
def main():
    print(sys.prefix, sys.argv[1:], sorted({"subprocess", "venv", "pathlib", "tempfile"} & set(sys.modules)))
    return 3
"""
SLOW_FONTS = """
import pathlib, time
def cut_fonts(folder, extra):
    pathlib.Path("cutting").touch()
    time.sleep(60)
"""


def _write_wheel(folder: Path, name: str, body: str) -> str:
    """Put a package of one module that can be run with -m into a folder, and return its line of a lock file."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    files = {
        f"{name}/__init__.py": "",
        f"{name}/__main__.py": body,
        f"{name}-1.0.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{name}-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = f"{name}-1.0.dist-info/RECORD"
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)
        archive.writestr(record, "".join(f"{file},,\n" for file in [*files, record]))
    return f"{name}==1.0 \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


class Checkout:
    """A checkout with one package to install, in a folder whose name is not easy."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "园区 手册 🏔️"
        self.home = folder / "home"
        shutil.copytree(ROOT / "brochure" / "bootstrap", self.folder / "brochure" / "bootstrap")
        shutil.copy(ROOT / "main.py", self.folder)
        (self.folder / "brochure" / "__init__.py").touch()
        (self.folder / "brochure" / "__main__.py").write_text(PROGRAM, "utf-8")
        (self.folder / "wheelhouse").mkdir()
        self.lock = self.folder / "requirements.lock"
        self.lock.write_text(_write_wheel(self.folder / "wheelhouse", "tiny_part", ""), "utf-8")
        self.marker = self.folder / ".venv" / READY

    def command(self, *words: str) -> list[str]:
        return [machine.base_python(), str(self.folder / "main.py"), *words]

    def variables(self) -> dict[str, str]:
        screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        kept = {name: value for name, value in os.environ.items() if name not in screens}
        return kept | {"HOME": str(self.home), "PIP_NO_INDEX": "1"}

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*words), env=self.variables(), cwd="/", capture_output=True, encoding="utf-8", timeout=120
        )

    def start_slow(self) -> subprocess.Popen[str]:
        """Begin a set-up that stays in its last step until it is ended."""
        (self.folder / "brochure" / "fonts.py").write_text(SLOW_FONTS, "utf-8")
        for name in ("resources.py", "settings.py"):
            (self.folder / "brochure" / name).write_text(
                "from pathlib import Path\ndata_folder = shared_fonts = lambda: Path()\n", "utf-8"
            )
        process = subprocess.Popen(
            self.command("list"), env=self.variables(), stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
        )
        deadline_s = time.monotonic() + 60
        while not (self.folder / "cutting").exists():
            assert time.monotonic() < deadline_s, "the set-up never came to the fonts"
            assert process.poll() is None, process.stderr
            time.sleep(0.05)
        return process

    def make_quick(self) -> None:
        (self.folder / "brochure" / "fonts.py").unlink()


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_first_start_sets_up_and_the_second_only_hands_over(checkout):
    first = checkout.run("list", "政策 🏔️", "--home", "h")
    assert first.returncode == 3, first.stderr
    assert first.stdout.startswith(str(checkout.folder / ".venv"))
    assert "['list', '政策 🏔️', '--home', 'h']" in first.stdout
    assert "[1/4]" in first.stderr
    assert "1/1 tiny-part 1.0" in first.stderr
    second = checkout.run("list")
    assert (second.returncode, second.stderr) == (3, "")
    assert second.stdout.endswith("['list'] []\n"), "a ready start loads nothing it does not need"


@pytest.mark.skipif(sys.platform == "win32", reason="process groups")
@pytest.mark.parametrize("signal_sent", [signal.SIGKILL, signal.SIGINT])
def test_interrupted_set_up_leaves_no_marker_and_repeats_cleanly(checkout, signal_sent):
    process = checkout.start_slow()
    os.killpg(process.pid, signal_sent)
    _, said = process.communicate(timeout=30)
    assert not checkout.marker.exists()
    assert "Traceback" not in said
    if signal_sent == signal.SIGINT:
        assert process.returncode == 130
        assert sentences.STOPPED[0] in said
        assert sentences.STOPPED[1] in said
    (checkout.folder / ".venv" / "half written").mkdir()
    checkout.make_quick()
    again = checkout.run("list", "--lang", "en")
    assert again.returncode == 3, again.stderr
    assert again.stderr.startswith(sentences.FIRST_START[1])
    assert not (checkout.folder / ".venv" / "half written").exists()


def test_second_start_waits_for_the_first(checkout):
    first = subprocess.Popen(
        checkout.command("list"), env=checkout.variables(), stderr=subprocess.PIPE, encoding="utf-8"
    )
    second = checkout.run("list")
    _, said = first.communicate(timeout=60)
    assert (first.returncode, second.returncode) == (3, 3)
    assert (said + second.stderr).count("[1/4]") == 2, "set up once, told in two languages"


def test_another_lock_sets_up_anew(checkout):
    assert checkout.run("list").returncode == 3
    line = _write_wheel(checkout.folder / "wheelhouse", "other_part", "")
    checkout.lock.write_text(checkout.lock.read_text() + line)
    again = checkout.run("list")
    assert again.returncode == 3
    assert "2/2 other-part" in again.stderr
    assert again.stderr.startswith(sentences.NEW_PARTS[0])


def test_copy_of_a_folder_from_another_machine_sets_up_anew(checkout):
    """The link to a Python that is not there is no Python."""
    assert checkout.run("list").returncode == 3
    python = Path(Environment(str(checkout.folder / ".venv")).python)
    python.unlink()
    python.symlink_to("/nowhere/python3")
    assert "[1/4]" in checkout.run("list").stderr


def test_changed_package_is_refused_in_one_sentence(checkout):
    wheel = next((checkout.folder / "wheelhouse").glob("*.whl"))
    wheel.write_bytes(wheel.read_bytes() + b"\0")
    answer = checkout.run("list", "--lang", "zh")
    assert answer.returncode == 1
    assert answer.stderr.splitlines()[-1] == sentences.WRONG_HASH[0].format("tiny_part==1.0")
    assert not checkout.marker.exists()


@pytest.mark.parametrize("lock", ["<<<<<<< HEAD\n", ""])
def test_damaged_lock_is_a_sentence(checkout, lock):
    checkout.lock.write_text(lock)
    answer = checkout.run("list", "--quiet", "--lang", "en")
    assert answer.returncode == 1
    assert answer.stderr == sentences.NO_LOCK[1].format(checkout.lock) + "\n"
    assert "Traceback" in checkout.run("list", "--verbose").stderr


def test_missing_package_is_named(checkout):
    next((checkout.folder / "wheelhouse").glob("*.whl")).rename(
        checkout.folder / "wheelhouse" / "x-1.0-py3-none-any.whl"
    )
    answer = checkout.run("list", "--lang", "en", "--quiet")
    assert answer.returncode == 1
    lacks, none = answer.stderr.splitlines()
    assert lacks == sentences.WHEELHOUSE_LACKS[1].format(checkout.folder / "wheelhouse", "tiny_part==1.0")
    assert none == sentences.NO_PACKAGE[1].format("tiny_part==1.0")


def test_tests_are_set_up_once_and_get_their_words(checkout, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    body = "import os, sys; print(os.path.basename(os.getcwd()), sys.argv[1:]); sys.exit(5)"
    lock = _write_wheel(checkout.folder / "wheelhouse", "pytest", body)
    (checkout.folder / "requirements-test.lock").write_text(lock, "utf-8")
    for attempt in (1, 2):
        answer = checkout.run("--lang", "en", "test", "-k", "pages", "--lang", "x")
        assert answer.returncode == 5, answer.stderr
        assert answer.stdout == f"{checkout.folder.name} ['-k', 'pages', '--lang', 'x']\n"
        assert ("1/1 pytest 1.0" in answer.stderr) is (attempt == 1)


def test_the_whole_suite_runs_on_all_cores_and_what_measures_time_alone():
    together, alone = suite.runs([])
    assert tuple(together[:2]) == ("-m", "not alone")
    assert int(together[together.index("-n") + 1]) >= 1
    assert alone == ["-m", "alone"]
    assert suite.runs(["-k", "pages"]) == [["-k", "pages"]]


@pytest.mark.parametrize(("codes", "told"), [((0, 0), 0), ((1, 0), 1), ((0, 1), 1), ((0, -11), 139), ((-6, 0), 134)])
def test_a_run_of_the_suite_that_failed_or_was_killed_is_told(codes, told, monkeypatch):
    ended = iter(codes)
    monkeypatch.setattr(suite.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess((), next(ended)))
    assert suite.run([]) == told
    assert next(ended, None) is None, "each run was made"


def test_read_only_checkout_uses_the_cache_and_says_so(checkout, monkeypatch, capsys):
    monkeypatch.setenv("HOME", str(checkout.home))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    real = steps.hold_folder

    def refuse(folder, voice):
        if folder == str(checkout.folder / ".venv"):
            raise PermissionError(13, "Permission denied", folder)
        return real(folder, voice)

    monkeypatch.setattr(steps, "hold_folder", refuse)
    monkeypatch.setattr(steps, "_build", lambda checkout, environment, lock, voice, hold: None)
    made = steps.set_up(str(checkout.folder), Request(["--lang", "en"]), Voice("en"))
    assert made.folder == candidates(str(checkout.folder), None)[1]
    assert made.folder.startswith(str(checkout.home))
    assert sentences.READ_ONLY[1].format(made.folder) in capsys.readouterr().err
    assert made.variables(str(checkout.folder))["PYTHONPYCACHEPREFIX"].startswith(made.folder)
    below_home = Path(candidates(str(checkout.folder), "somewhere")[1])
    assert below_home.parent == Path.cwd() / "somewhere"


def test_nowhere_to_write(checkout, monkeypatch):
    def refuse(folder, voice):
        raise OSError(30, "Read-only file system", folder)

    monkeypatch.setattr(steps, "hold_folder", refuse)
    with pytest.raises(SetupError) as caught:
        steps.set_up(str(checkout.folder), Request([]), Voice())
    assert caught.value.said is sentences.NO_PLACE


def test_full_disk_is_said_before_anything_is_fetched(checkout, monkeypatch):
    monkeypatch.setattr(steps.shutil, "disk_usage", lambda folder: type("Usage", (), {"free": 4e8}))
    with pytest.raises(SetupError) as caught:
        steps.set_up(str(checkout.folder), Request([]), Voice(quiet=True))
    assert caught.value.parts == (str(checkout.folder / ".venv"), steps.NEEDED_GB, "0.4")


def test_marker_tells_whole_from_half(tmp_path):
    made = Environment(str(tmp_path))
    lock = b"part==1.0\n"
    assert not made.is_ready(lock)
    python = Path(made.python)
    python.parent.mkdir()
    shutil.copy(sys.executable, python)
    assert not made.is_ready(lock), "a Python alone is no environment"
    (tmp_path / f"{READY}.part").write_bytes(lock)
    assert not made.is_ready(lock), "a marker is not there before it is whole"
    (tmp_path / "pyvenv.cfg").write_text(f"home = {Path(sys.base_prefix)}\n")
    made.mark_ready(lock)
    assert made.is_ready(lock)
    assert not made.is_ready(b"part==1.1\n")
    assert not made.is_ready(b"")


def test_environment_of_another_python_is_not_ready_from_inside(tmp_path, monkeypatch):
    made = Environment(str(tmp_path))
    monkeypatch.setattr(Environment, "_has_python", lambda self: True)
    made.mark_ready(b"lock")
    monkeypatch.setattr(environment.sys, "prefix", str(tmp_path))
    assert made.is_ready(b"lock")
    monkeypatch.setattr(environment, "_head", lambda: b"# Python 3.99")
    assert not made.is_ready(b"lock")


def test_without_a_lock_nothing_is_ready(tmp_path):
    assert find_ready(str(tmp_path), None) is None


@pytest.mark.parametrize(
    ("typed", "word", "rest", "window"),
    [
        ([], None, [], True),
        (["--lang", "en"], None, [], True),
        (["--home", "test", "--quiet"], None, [], True),
        (["--home=x", "export", "a.pdf"], "export", ["a.pdf"], False),
        (["--help"], None, [], False),
        (["--version"], None, [], False),
        (["test", "-k", "x"], "test", ["-k", "x"], False),
        (["--lang", "test", "list"], "list", [], False),
    ],
)
def test_words_are_told_from_options(typed, word, rest, window):
    request = Request(typed)
    assert (request.word, request.rest, request.wants_window) == (word, rest, window)


def test_options_of_the_start_are_found_wherever_they_stand():
    request = Request(["export", "a.pdf", "--lang", "en", "--home", "h", "--quiet", "--verbose"])
    assert (request.lang, request.home, request.quiet, request.verbose) == ("en", "h", True, True)
    assert Request(["export", "a.pdf", "--lang", "both"]).lang is None


LOCKS = ("requirements.lock", "requirements-test.lock")


@pytest.mark.parametrize("name", LOCKS)
def test_lock_has_hashes_for_all_and_no_address(name):
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(r"https?:|//|@", text)
    pins = parse_pins(text)
    assert len(pins) > 40
    assert not [pin.name for pin in pins if not pin.hashes]


@pytest.mark.parametrize("python", wheelhouse.PYTHONS)
@pytest.mark.parametrize("target", wheelhouse.TARGETS)
def test_every_machine_gets_each_package_once(target, python):
    described = wheelhouse.TARGETS[target].describe(f"{python}.1")
    pins = [pin for name in LOCKS for pin in parse_pins((ROOT / name).read_text("utf-8")) if pin.fits(described)]
    versions = {}
    for pin in pins:
        assert versions.setdefault(pin.name, pin.version) == pin.version
    assert len(versions) > 80


def test_every_dependency_of_the_project_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["test"]]
    locked = {_plain(pin.name) for name in LOCKS for pin in parse_pins((ROOT / name).read_text("utf-8"))}
    assert {_plain(re.split(r"[=<>]", line)[0]) for line in asked} <= locked


def test_known_parts_are_of_a_safe_age():
    """The floors below which known holes lie open."""

    def installed(name: str) -> tuple[int, ...]:
        return tuple(int(part) for part in importlib.metadata.version(name).split(".")[:3])

    assert installed("reportlab") >= (5, 0, 3)
    assert installed("pillow") >= (12, 2)
    assert installed("defusedxml") >= (0, 7)
    assert installed("pyside6") < (6, 12)


def test_what_runs_is_what_is_locked():
    if not Path(sys.prefix, READY).exists():
        pytest.skip("not the environment main.py made")
    pins = [pin for name in LOCKS for pin in parse_pins((ROOT / name).read_text("utf-8")) if pin.fits(this_machine())]
    assert {pin.name: importlib.metadata.version(pin.name) for pin in pins} == {pin.name: pin.version for pin in pins}


def test_a_line_that_is_no_pin_is_refused():
    with pytest.raises(ValueError, match="line 2"):
        parse_pins("a==1.0\nnonsense here\n")


def test_markers():
    [pin] = parse_pins("a==1.0 ; python_full_version < '3.12' and (os_name == 'nt' or sys_platform != 'linux') \\\n")
    assert pin.fits(describe_machine("win32", "nt", "AMD64", "3.11.9"))
    assert not pin.fits(describe_machine("win32", "nt", "AMD64", "3.12.0"))
    assert not pin.fits(describe_machine("linux", "posix", "x86_64", "3.11.9"))


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            sentences.DISK_FULL,
        ),
        (
            "Connection broken by 'NewConnectionError(': [Errno -3]')'\nERROR: No matching distribution found for x==1",
            sentences.NO_NETWORK,
        ),
        ("ERROR: No matching distribution found for pyside6==6.11.3", sentences.NO_PACKAGE),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES\n    segno==1.6.6 from file:x (from -r", sentences.WRONG_HASH),
        ("OSError: [WinError 5] Access is denied", sentences.NO_RIGHTS),
        ("KeyError: 'x'", sentences.FAILED),
    ],
)
def test_failures_of_pip_have_a_sentence(printed, said):
    explained = PipError(printed).explain("folder", "log")
    assert explained.said is said
    assert "{" not in said[0].format(*explained.parts)


def test_wheelhouse_is_asked_first_and_the_network_only_for_what_it_lacks(tmp_path, monkeypatch):
    asked = []

    def run(command, arguments, voice, log, **rest):
        asked.append(arguments)
        if "--no-index" in arguments:
            raise PipError("ERROR: No matching distribution found for numpy==2.4.6")

    monkeypatch.setattr(packages, "find_pip", lambda environment, wheelhouse: ["pip"])
    monkeypatch.setattr(packages, "run_pip", run)
    made = Environment(str(tmp_path / "venv"))
    packages.install(made, "a.lock", 1, str(tmp_path / "house"), Voice(quiet=True), -1, sentences.STEP_PACKAGES)
    assert [("--no-index" in arguments) for arguments in asked] == [False]
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "a-1-py3-none-any.whl").touch()
    packages.install(made, "a.lock", 1, str(tmp_path / "house"), Voice(quiet=True), -1, sentences.STEP_PACKAGES)
    assert [("--no-index" in arguments) for arguments in asked] == [False, True, False]
    assert asked[1][asked[1].index("--find-links") + 1] == str(tmp_path / "house")
    for arguments in asked:
        assert {"--require-hashes", "--only-binary=:all:"} <= set(arguments)
        assert arguments[-2:] == ["-r", "a.lock"]


def test_without_pip_the_line_that_brings_it(tmp_path, monkeypatch):
    monkeypatch.setattr(packages, "_pip_version", lambda command: ())
    monkeypatch.setattr(packages, "_carried_along", list)
    monkeypatch.setattr(packages, "pip_line", lambda: "sudo apt-get install -y python3-pip")
    with pytest.raises(SetupError) as caught:
        packages.find_pip(Environment(str(tmp_path)), str(tmp_path))
    assert caught.value.said is sentences.NO_PIP
    (tmp_path / "pip-26.3-py3-none-any.whl").touch()
    assert packages.find_pip(Environment(str(tmp_path)), str(tmp_path))[1] == str(
        tmp_path / "pip-26.3-py3-none-any.whl/pip"
    )


def test_progress_counts_each_package_once(capsys):
    progress = Progress(Voice("en"), 12)
    for line in (
        "Collecting numpy==2.4.6",
        "  Downloading numpy-2.4.6-cp311-cp311-manylinux_2_28_x86_64.whl.metadata (62 kB)",
        "Downloading numpy-2.4.6-cp311-cp311-manylinux_2_28_x86_64.whl (16.9 MB)",
        "Saved ./numpy-2.4.6-cp311-cp311-manylinux_2_28_x86_64.whl",
        "Processing ./a b/python_dateutil-4.0.0-py3-none-any.whl (from -r /a b/requirements.lock (line 3))",
        "Installing collected packages: numpy, python-dateutil",
    ):
        progress.hear(line)
    lines = [line.strip() for line in capsys.readouterr().err.splitlines()]
    assert lines == ["1/12 numpy 2.4.6 (16.9 MB) · 0:00", "2/12 python-dateutil 4.0.0 · 0:00", "Writing to disk · 0:00"]


def test_wheelhouse_for_another_machine_takes_its_packages(tmp_path, monkeypatch):
    taken = {}

    def run(command, arguments, voice, log, **rest):
        taken["words"] = arguments
        taken["lock"] = Path(arguments[arguments.index("-r") + 1]).read_text("utf-8")
        Path(log).touch()

    monkeypatch.setattr(wheelhouse, "find_pip", lambda environment, folder: ["pip"])
    monkeypatch.setattr(wheelhouse, "run_pip", run)
    words = [str(tmp_path / "轮子"), "--for", "windows", "--python", "3.13", "--with-tests", "--quiet"]
    assert wheelhouse.fill_wheelhouse(str(ROOT), words, Voice(quiet=True)) == 0
    assert taken["words"][taken["words"].index("--platform") :][:2] == ["--platform", "win_amd64"]
    assert {"--require-hashes", "--no-deps", "cp313", "abi3"} <= set(taken["words"])
    names = {pin.name: pin.version for pin in parse_pins(taken["lock"].replace(" --hash", "\n--hash"))}
    assert "colorama" in names
    assert ";" not in taken["lock"]
    assert list((tmp_path / "轮子").iterdir()) == []


@pytest.mark.parametrize("words", [["--for", "amiga"], ["--python", "2.7"], ["a", "b"], ["--what"]])
def test_wheelhouse_tells_its_usage(words):
    with pytest.raises(SetupError) as caught:
        wheelhouse.Order(str(ROOT), words)
    assert caught.value.code == 2


@pytest.fixture
def linux(monkeypatch):
    """A Linux where two libraries are missing and the user is nobody special."""
    monkeypatch.setattr(machine.sys, "platform", "linux")
    monkeypatch.setattr(machine, "_loads", lambda file: file not in ("libEGL.so.1", "libasound.so.2", "libcups.so.2"))
    monkeypatch.setattr(machine, "is_root", lambda: False)
    monkeypatch.setattr(machine, "_known_to_apt", lambda packages: set())
    monkeypatch.delenv("DISPLAY", raising=False)
    return monkeypatch


def _only(linux, *programs):
    linux.setattr(machine, "find_program", lambda name: name if name in programs else None)


def test_missing_libraries_and_the_line_for_them(linux):
    _only(linux, "apt-get")
    assert machine.missing_libraries() == ("libEGL.so.1", "libasound.so.2")
    assert machine.install_line(machine.missing_libraries()) == (
        "sudo apt-get install -y --no-install-recommends libegl1 libasound2"
    )
    assert machine.install_line().endswith("libasound2 libcups2"), "doctor asks for printing too"
    linux.setattr(machine, "_known_to_apt", lambda packages: {"libasound2t64"})
    linux.setattr(machine, "is_root", lambda: True)
    assert machine.install_line(("libasound.so.2", "libEGL.so.1")) == (
        "apt-get install -y --no-install-recommends libasound2t64 libegl1"
    )
    _only(linux, "dnf")
    linux.setattr(machine, "is_root", lambda: False)
    assert machine.install_line(("libEGL.so.1",)) == "sudo dnf install -y 'libEGL.so.1()(64bit)'"
    _only(linux)
    assert machine.install_line(("libEGL.so.1",)) == ""
    assert machine.install_line(()) == ""


def test_x11_libraries_count_only_with_an_x11_screen(linux):
    linux.setattr(machine, "_loads", lambda file: file != "libxcb-cursor.so.0")
    assert machine.missing_libraries() == ()
    linux.setenv("DISPLAY", ":0")
    linux.delenv("WAYLAND_DISPLAY", raising=False)
    assert machine.missing_libraries() == ("libxcb-cursor.so.0",)
    linux.setattr(machine.sys, "platform", "darwin")
    assert machine.missing_libraries() == ()


def test_missing_libraries_are_said_and_nothing_stops(linux, tmp_path, capsys):
    _only(linux, "apt-get")
    made = Environment(str(tmp_path))
    steps.provide_libraries(made, Voice("en", quiet=True))
    line = "sudo apt-get install -y --no-install-recommends libegl1 libasound2"
    assert capsys.readouterr().err == sentences.LIBRARIES_MISSING[1].format("libEGL.so.1 libasound.so.2", line) + "\n"
    _only(linux)
    steps.provide_libraries(made, Voice("zh"))
    assert sentences.LIBRARIES_UNKNOWN_SYSTEM[0] in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
    linux.setattr(machine, "_loads", lambda file: True)
    steps.provide_libraries(made, Voice("zh"))
    assert [path.name for path in tmp_path.iterdir()] == ["libraries-found"]
    linux.setenv("DISPLAY", ":0")
    assert not made.has_libraries(), "another kind of screen needs more"


def test_root_on_debian_installs_after_saying_so(linux, tmp_path, capsys):
    _only(linux, "apt-get")
    linux.setattr(machine, "is_root", lambda: True)
    linux.setattr(steps, "_install_libraries", lambda missing, log: linux.setattr(machine, "_loads", lambda file: True))
    steps.provide_libraries(Environment(str(tmp_path)), Voice("en"))
    assert capsys.readouterr().err == sentences.LIBRARIES_INSTALLING[1].format(2, "libEGL.so.1 libasound.so.2") + "\n"


def test_screens(linux):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        linux.delenv(name, raising=False)
    assert not machine.has_screen()
    linux.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert machine.has_screen()
    linux.delenv("WAYLAND_DISPLAY")
    linux.setattr(machine.sys, "platform", "win32")
    assert machine.has_screen()


def test_report_tells_each_line_in_both_languages():
    report = machine.environment_report()
    assert all(zh and en and value for (zh, en), value in report)
    assert dict(report)[("环境", "Environment")] == sys.prefix


def test_sentences_say_the_same_in_both_languages():
    said = {name: value for name, value in vars(sentences).items() if name.isupper()}
    assert len(said) > 30
    for name, (zh, en) in said.items():
        assert zh.count("{}") == en.count("{}"), name
        assert name == "PACKAGE" or re.search("[一-鿿]", zh), name
        assert not re.search("[一-鿿]", en), name


def test_voice_speaks_one_language_or_both(capsys):
    Voice("zh").insist(sentences.READY, "1:00")
    Voice("en").tell(sentences.STEP_PACKAGES, 3, sentences.FROM_NETWORK)
    Voice(None, quiet=True).tell(sentences.FIRST_START)
    Voice().insist(sentences.STOPPED)
    assert capsys.readouterr().err.splitlines() == [
        "准备完毕，用时 1:00。",
        "[2/4] Installing 3 packages (from the network)",
        *sentences.STOPPED,
    ]


def test_set_up_needs_nothing_but_the_standard_library():
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import brochure.bootstrap.steps; "
        "print([m for m in sys.modules if m.startswith('brochure.') and not m.startswith('brochure.bootstrap')])"
    )
    answer = subprocess.run([machine.base_python(), "-I", "-S", "-c", code], capture_output=True, text=True)
    assert answer.stdout == "[]\n", answer.stderr


def test_another_python_is_told_what_is_needed(monkeypatch, capfdbinary):
    spec = importlib.util.spec_from_file_location("first_file", ROOT / "main.py")
    first_file = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(first_file)
    monkeypatch.setattr(first_file.sys, "version_info", (3, 9, 1))
    monkeypatch.setenv("PATH", "/nowhere")
    assert first_file.run_with_another_python() == 1
    said = capfdbinary.readouterr().err.decode("utf-8")
    assert "这里是 3.9" in said
    assert "this is 3.9" in said


class TestStart:
    """What ``brochure.__main__`` makes of the words."""

    @pytest.fixture
    def typed(self, monkeypatch):
        commands = []
        monkeypatch.setattr(start, "_command_line", lambda words: commands.append(words) or 0)
        monkeypatch.setattr(start, "has_screen", lambda: False)
        return commands

    def test_without_a_screen_both_brochures_are_written_and_named(self, typed, tmp_path, monkeypatch, capsys):
        monkeypatch.chdir(tmp_path)
        assert start.main(["--home", "h"]) == 0
        assert typed == [
            ["export", "西宁生物科技产业园区-手册.pdf", "--lang", "zh", "--home", "h"],
            ["export", "Xining-Biotech-Park-brochure.pdf", "--lang", "en", "--home", "h"],
        ]
        said = capsys.readouterr().err
        assert "没有屏幕" in said
        assert "no screen" in said
        assert str(tmp_path / "西宁生物科技产业园区-手册.pdf") in said

    def test_words_go_to_the_command_line(self, typed):
        assert start.main(["list", "zones"]) == 0
        assert start.main(["--help"]) == 0
        assert typed == [["list", "zones"], ["--help"]]

    def test_without_its_libraries_the_window_gives_way_to_the_brochure(self, typed, monkeypatch, capsys):
        monkeypatch.setattr(start, "has_screen", lambda: True)
        monkeypatch.setattr(start, "window_lacks", lambda: ("libEGL.so.1",))
        assert start.main(["--lang", "en"]) == 0
        assert [words[0] for words in typed] == ["export", "export"]
        assert "without libEGL.so.1" in capsys.readouterr().err

    def test_a_failed_export_ends_it(self, monkeypatch, typed):
        monkeypatch.setattr(start, "_command_line", lambda words: 1)
        assert start.main([]) == 1

    def test_a_bug_is_a_sentence_and_its_story_is_kept(self, monkeypatch, tmp_path, capsys):
        def fail(words):
            raise ZeroDivisionError(f"in {Path.home()}/secret")

        monkeypatch.setattr(start, "_command_line", fail)
        assert start.main(["list", "--home", str(tmp_path), "--lang", "en"]) == 1
        said = capsys.readouterr().err
        assert "Traceback" not in said
        assert "Something unexpected" in said
        story = (tmp_path / "logs" / "brochure.log").read_text("utf-8")
        assert "ZeroDivisionError: in ~/secret" in story
        assert start.main(["list", "--home", str(tmp_path), "--verbose"]) == 1
        assert "Traceback" in capsys.readouterr().err

    def test_a_stopped_command_says_so(self, monkeypatch, capsys):
        def stop(words):
            raise KeyboardInterrupt

        monkeypatch.setattr(start, "_command_line", stop)
        assert start.main(["export", "--lang", "en"]) == 130
        assert capsys.readouterr().err == "Stopped.\n"
