"""What the set-up says, in both languages; of its own, for it runs before anything else is there."""

import sys

Said = tuple[str, str]

STEP_ENVIRONMENT: Said = (
    "[1/4] 建立程序自己的 Python 环境：{}",
    "[1/4] Making the program's own Python environment: {}",
)
STEP_PACKAGES: Said = ("[2/4] 安装 {} 个组件（{}）", "[2/4] Installing {} packages ({})")
STEP_BYTECODE: Said = ("[3/4] 预编译，使以后启动更快", "[3/4] Compiling, so that later starts are quick")
STEP_FONTS: Said = (
    "[4/4] 准备三种字重的中文字体（只做一次）",
    "[4/4] Cutting the Chinese font in three weights (once only)",
)
STEP_TESTS: Said = ("安装测试所需的 {} 个组件（{}）", "Installing {} packages for the tests ({})")
READY: Said = ("准备完毕，用时 {}。", "Ready after {}.")
FROM_NETWORK: Said = ("从网络下载", "from the network")
FROM_WHEELHOUSE: Said = ("取自 {}，不用网络", "from {}, without network")

PACKAGE: Said = ("      {}/{} {}{} · {}", "      {}/{} {}{} · {}")
WRITING: Said = ("写入磁盘", "writing to disk")
UNPACKING: Said = ("      正在写入磁盘 · {}", "      Writing to disk · {}")
STILL: Said = ("      仍在进行：{} · {}", "      Still at it: {} · {}")

FIRST_START: Said = (
    "第一次启动：先安装程序所需的组件，只做一次，请勿关闭窗口。",
    "First start: the parts the program needs are installed once. Please leave this open.",
)
NEW_PARTS: Said = (
    "程序或 Python 有更新：重新安装所需的组件，只做一次，请勿关闭窗口。",
    "The program or Python is newer: its parts are installed again, once. Please leave this open.",
)
WAITING: Said = (
    "另一次启动正在安装，等它完成…… {}",
    "Another start is setting up; waiting for it … {}",
)
READ_ONLY: Said = (
    "程序所在文件夹不可写（只读），改用：{}",
    "The program's folder cannot be written (read-only); this is used instead: {}",
)
NO_PLACE: Said = (
    "没有可写的文件夹用于安装（试过：{}）。请把程序放进可写的文件夹，或用 --home 指定一个。",
    "No folder for the set-up can be written (tried: {}). Put the program into a writable one or name one with --home.",
)
NO_LOCK: Said = (
    "{} 不存在、已损坏或不可读。请重新取得完整的程序文件夹。",
    "{} is missing, damaged or cannot be read. Get the whole program folder again.",
)
NO_ROOM: Said = (
    "磁盘空间不足：{} 所在磁盘需要 {} GB，现有 {} GB。腾出空间后再次启动即可，会重新开始。",
    "Not enough disk space: the disk of {} needs {} GB and has {} GB. Free some and start again; it begins afresh.",
)
DISK_FULL: Said = (
    "安装时磁盘已满（{}）。腾出空间后再次启动即可，会重新开始。",
    "The disk filled up during set-up ({}). Free some space and start again; it begins afresh.",
)
NO_PIP: Said = (
    "这里的 Python 没有 pip，无法安装组件。请先运行：{}",
    "This Python has no pip, so nothing can be installed. First run: {}",
)
NO_VENV: Said = (
    "无法建立 Python 环境（{}）。请安装完整的 Python 3.11–3.13 后再次启动。",
    "The Python environment could not be made ({}). Install a complete Python 3.11–3.13 and start again.",
)
NO_NETWORK: Said = (
    (
        "无法下载组件：网络不通。请连上网络后再次启动；或在有网络的电脑上运行“python3 main.py wheelhouse”，"
        "把得到的 wheelhouse 文件夹放到 main.py 旁边。"
    ),
    (
        "The packages cannot be downloaded: no network. Connect and start again; or run `python3 main.py wheelhouse` "
        "on a computer with network and put the folder wheelhouse it fills beside main.py."
    ),
)
NO_PACKAGE: Said = (
    (
        "没有适合本机的组件 {}。程序支持：Linux x86-64（glibc 2.34 起）和 ARM64（2.39 起）、64 位 Windows 10 起、"
        "Apple 芯片的 macOS 15 起。"
    ),
    (
        "There is no package {} for this machine. Supported: Linux on x86-64 (glibc 2.34 or newer) and ARM64 (2.39), "
        "Windows 10 or newer with 64 bits, macOS 15 or newer on Apple silicon."
    ),
)
WHEELHOUSE_LACKS: Said = (
    "{} 缺少组件 {}，改从网络下载。",
    "{} lacks the package {}; trying the network instead.",
)
WRONG_HASH: Said = (
    "组件 {} 与锁定文件记录的校验值不符，没有安装。请换一个网络或下载源后重试；若用 wheelhouse，请重新制作。",
    (
        "The package {} is not the one the lock file names by its hash, so nothing was installed. Try another network "
        "or package source; if you use a wheelhouse, make it again."
    ),
)
NO_RIGHTS: Said = (
    "没有写入 {} 的权限，或文件正被另一个程序占用。请关闭本程序的其他窗口后再次启动。",
    "{} may not be written, or another program holds it. Close other windows of this program and start again.",
)
FAILED: Said = (
    "安装没有完成，全部经过记在 {}。再次启动会重新开始。",
    "The set-up did not finish; the whole story is in {}. The next start begins afresh.",
)
DISK_TROUBLE: Said = (
    "安装没有完成，文件出了问题（{}）。再次启动会重新开始。",
    "The set-up did not finish, a file made trouble ({}). The next start begins afresh.",
)
UNFORESEEN: Said = (
    "安装意外中断（{}）。再次启动会重新开始；加 --verbose 可看到经过。",
    "The set-up stopped for a reason nobody foresaw ({}). The next start begins afresh; --verbose shows the story.",
)
STOPPED: Said = ("已停止。下次启动会重新开始安装。", "Stopped. The next start begins the set-up afresh.")
FONTS_LATER: Said = (
    "      字体暂时没有备好，首次导出时会再做。",
    "      The fonts could not be cut now; the first export will do it.",
)

LIBRARIES_INSTALLING: Said = (
    "窗口需要 {} 个系统库，正在用 apt-get 安装：{}",
    "The window needs {} system libraries; installing them with apt-get: {}",
)
LIBRARIES_MISSING: Said = (
    "缺少窗口所需的系统库：{}。请运行：\n    {}",
    "System libraries the window needs are missing: {}. Type:\n    {}",
)
LIBRARIES_UNKNOWN_SYSTEM: Said = (
    "请用本系统的软件管理器安装含有这些文件的软件包",
    "install the packages that hold these files with your system's package manager",
)

WHEELHOUSE_START: Said = (
    "正在把 {} 个组件下载到 {}（{}，Python {}）",
    "Downloading {} packages into {} ({}, Python {})",
)
WHEELHOUSE_DONE: Said = (
    (
        "完成：{} 个文件，{} MB，在 {}。把程序文件夹连同它（名为 wheelhouse，放在 main.py 旁边）拷到另一台"
        "电脑，在那里运行 python3 main.py，不需要网络。"
    ),
    (
        "Done: {} files, {} MB, in {}. Copy the program's folder with it (named wheelhouse, beside main.py) to the "
        "other computer and run python3 main.py there; no network is needed."
    ),
)
WHEELHOUSE_OTHERS: Said = (
    "为其他系统制作：python3 main.py wheelhouse --for {} --python 3.11|3.12|3.13；连同测试所需：--with-tests。",
    (
        "For another system: python3 main.py wheelhouse --for {} --python 3.11|3.12|3.13; with what the tests need: "
        "--with-tests."
    ),
)
WHEELHOUSE_USAGE: Said = (
    "用法：python3 main.py wheelhouse [文件夹] [--for {}] [--python 3.11|3.12|3.13] [--with-tests]",
    "Usage: python3 main.py wheelhouse [FOLDER] [--for {}] [--python 3.11|3.12|3.13] [--with-tests]",
)


class SetupError(Exception):
    """The set-up cannot go on; the person is told why and what to do."""

    def __init__(self, said: Said, *parts: object, code: int = 1) -> None:
        super().__init__(said[1].format(*parts))
        self.said = said
        self.parts = parts
        self.code = code


class Voice:
    """Speaks to the person on stderr: in the language asked for, otherwise in both."""

    def __init__(self, lang: str | None = None, *, quiet: bool = False) -> None:
        self._lang = lang
        self._quiet = quiet

    def tell(self, said: Said, *parts: object) -> None:
        """Say how it goes, unless the person wants it quiet."""
        if not self._quiet:
            self.insist(said, *parts)

    def insist(self, said: Said, *parts: object) -> None:
        """Say what must be known even when it is to be quiet."""
        sides = {"zh": said[:1], "en": said[1:]}.get(self._lang or "", said)
        lines = [side.format(*(_pick(part, side is said[0]) for part in parts)) for side in sides]
        sys.stderr.write("\n".join(dict.fromkeys(lines)) + "\n")
        sys.stderr.flush()


def _pick(part: object, chinese: bool) -> object:
    """Return a part that is itself said twice in the language of the side it stands in."""
    return part[0 if chinese else 1] if isinstance(part, tuple) else part


def clock(seconds: float) -> str:
    """Return a duration as minutes and seconds, ``1:07``."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
