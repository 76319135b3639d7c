"""pip at work: found, started, listened to, and its failures put into words."""

import contextlib
import glob
import os
import re
import signal
import subprocess
import sysconfig

from brochure.bootstrap import sentences as say
from brochure.bootstrap.environment import Environment
from brochure.bootstrap.machine import base_python, pip_line
from brochure.bootstrap.progress import Progress
from brochure.bootstrap.sentences import Said, SetupError, Voice

_OLDEST_PIP = (22, 3)  # the first with --python
_FAILURES: tuple[tuple[str, Said], ...] = (
    (r"No space left on device|Errno 28|not enough space on the disk", say.DISK_FULL),
    (r"DO NOT MATCH THE HASHES", say.WRONG_HASH),
    (r"Permission denied|Errno 13|WinError (?:5|32)\b|Read-only file system", say.NO_RIGHTS),
    (
        (
            r"NewConnectionError|ConnectTimeout|ReadTimeout|Max retries exceeded|Connection (?:refused|reset|aborted)"
            r"|Connection broken|name resolution|Name or service not known|getaddrinfo failed|Network is unreachable"
            r"|ProxyError|SSLError|timed out|IncompleteRead"
        ),
        say.NO_NETWORK,
    ),
    (r"No matching distribution found", say.NO_PACKAGE),
)
_INSTALL = (
    "install", "--require-hashes", "--only-binary=:all:", "--no-deps", "--no-compile", "--no-warn-script-location",
)  # fmt: skip
_COMMON = ("--no-input", "--disable-pip-version-check", "--progress-bar=off")


class PipError(Exception):
    """pip gave up; what it printed tells why."""

    def __init__(self, output: str) -> None:
        super().__init__("pip gave up")
        self.output = output

    @property
    def kind(self) -> Said:
        return next((said for pattern, said in _FAILURES if re.search(pattern, self.output)), say.FAILED)

    @property
    def package(self) -> str:
        """The package pip stumbled over, as far as it says."""
        named = re.search(r"No matching distribution found for ([^\s(;]+)", self.output)
        named = named or re.search(r"^ {4}([A-Za-z0-9_.-]+==\S+) from ", self.output, re.MULTILINE)
        return named[1] if named else "?"

    def explain(self, folder: str, log: str) -> SetupError:
        """Return the sentence for the person."""
        said = self.kind
        parts: dict[Said, tuple[str, ...]] = {
            say.NO_NETWORK: (),
            say.NO_PACKAGE: (self.package,),
            say.WRONG_HASH: (self.package,),
            say.FAILED: (log,),
        }
        return SetupError(said, *parts.get(said, (folder,)))


def wheels_in(folder: str) -> list[str]:
    """Return the wheels of a folder, none when there is no such folder."""
    return sorted(glob.glob(os.path.join(glob.escape(folder), "*.whl")))


def find_pip(environment: Environment | None, wheelhouse: str) -> list[str]:
    """Return the command that runs pip on behalf of an environment, or for this Python when none is given.

    Asked in turn: the environment's own pip, that of the Python behind it, a wheel of pip in the wheelhouse, and the
    one Python carries along for its own set-up.

    Raises:
        SetupError: None of them is there; the sentence holds the line that brings one.
    """
    target = environment.python if environment else base_python()
    if _pip_version([target, "-m", "pip"]):
        return [target, "-m", "pip"]
    if environment and _pip_version([base_python(), "-m", "pip"]) >= _OLDEST_PIP:
        return [base_python(), "-m", "pip", "--python", environment.python]
    for folder in (wheelhouse, *_carried_along()):
        for wheel in wheels_in(folder):
            if os.path.basename(wheel).startswith("pip-"):
                return [target, os.path.join(wheel, "pip")]
    raise SetupError(say.NO_PIP, pip_line())


def run_pip(
    command: list[str], arguments: list[str], voice: Voice, log: str, *, total: int, scratch: str, hold: int = -1
) -> None:
    """Run pip to its end, telling each package that arrives.

    Args:
        command: pip as ``find_pip`` returned it.
        arguments: What it shall do.
        voice: Who tells the person.
        log: The file that keeps every word of pip.
        total: How many packages are to come.
        scratch: A folder for pip's temporary files: /tmp may be small, and what is killed leaves nothing elsewhere.
        hold: A file descriptor pip keeps open, so that a lock on it lasts as long as pip, whatever happens to us.

    Raises:
        PipError: pip ended with an error.
    """
    os.makedirs(scratch, exist_ok=True)
    process = subprocess.Popen(
        [*command, *arguments, *_COMMON],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=_pip_variables(scratch),
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
        pass_fds=(hold,) if hold >= 0 and os.name != "nt" else (),
    )
    try:
        with open(log, "a", encoding="utf-8") as story:
            output = Progress(voice, total).follow(process, story)
    except BaseException:
        _end(process)
        raise
    if process.wait():
        raise PipError(output)


def install(
    environment: Environment, lock: str, total: int, wheelhouse: str, voice: Voice, hold: int, heading: Said
) -> None:
    """Install every pin of a lock file, from the wheelhouse when there is one, else from the network.

    Raises:
        SetupError: It cannot be done; the sentence says why.
    """
    log = environment.path("set-up.log")
    pip = find_pip(environment, wheelhouse)
    sources: list[tuple[Said, list[str]]] = [(say.FROM_NETWORK, [])]
    if wheels_in(wheelhouse):
        shown = (say.FROM_WHEELHOUSE[0].format(wheelhouse), say.FROM_WHEELHOUSE[1].format(wheelhouse))
        sources.insert(0, (shown, ["--no-index", "--find-links", wheelhouse]))
    for shown, options in sources:
        voice.tell(heading, total, shown)
        try:
            arguments = [*_INSTALL, *options, "-r", lock]
            run_pip(pip, arguments, voice, log, total=total, scratch=environment.path("scratch"), hold=hold)
        except PipError as failure:
            if not options or failure.kind is not say.NO_PACKAGE:
                raise failure.explain(environment.folder, log) from failure
            voice.insist(say.WHEELHOUSE_LACKS, wheelhouse, failure.package)
        else:
            return


def _pip_version(command: list[str]) -> tuple[int, ...]:
    """Return pip's version as numbers, empty where there is no pip."""
    try:
        answer = subprocess.run(
            [*command, "--version"], capture_output=True, encoding="utf-8", errors="replace", check=False
        )
    except OSError:
        return ()
    found = re.match(r"pip (\d+)\.(\d+)", answer.stdout) if answer.returncode == 0 else None
    return (int(found[1]), int(found[2])) if found else ()


def _carried_along() -> list[str]:
    """Return the folders where Python keeps the wheel of pip for its own set-up."""
    standard = os.path.join(sysconfig.get_path("stdlib"), "ensurepip", "_bundled")
    return [folder for folder in (sysconfig.get_config_var("WHEEL_PKG_DIR"), standard) if folder]


def _pip_variables(scratch: str) -> dict[str, str]:
    """Return the variables pip starts with: mirror and proxy as the person set them, nothing that leads elsewhere."""
    strange = ("PYTHONPATH", "PYTHONHOME", "__PYVENV_LAUNCHER__", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON")
    kept = {name: value for name, value in os.environ.items() if name not in strange}
    own = {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PIP_ROOT_USER_ACTION": "ignore", "PYTHONUTF8": "1"}
    return kept | own | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), scratch)


def _end(process: "subprocess.Popen[str]") -> None:
    """End pip together with what it started."""
    if os.name == "nt":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
