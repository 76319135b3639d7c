"""Set one tape with Typst in a process of its own: template, tape, fonts, PDF."""

import sys

import typst

template, tape, fonts, out = sys.argv[1:]
typst.compile(
    template,
    output=out,
    root=template.rpartition("/")[0],
    font_paths=[fonts],
    ignore_system_fonts=True,
    sys_inputs={"tape": tape},
)
