"""Runs random programs in CPython 3.11 and HotPy and compares: see README.md.

    python3.11 compare.py KIND FIRST LAST [option of hotpy ...]
"""
import pathlib
import subprocess
import sys
import tempfile

from kinds import KINDS
from reduction import reduce_program

HERE = pathlib.Path(__file__).resolve().parent
HOTPY = HERE.parent.parent / "hotpy"
CPYTHON = "/usr/bin/python3.11"
CPYTHON_SECONDS = 5
HOTPY_SECONDS = 60


def behaviour(command, seconds):
    """Output, errors and exit code; None if it takes too long."""
    try:
        result = subprocess.run(command, capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    return result.stdout, result.stderr, result.returncode


def first_difference(expected, actual):
    """The first line that differs, expected and actual; None if all is the same."""
    if expected == actual:
        return None
    if actual is None:
        return "", f"more than {HOTPY_SECONDS} seconds"
    for wanted, got in zip(expected[:2], actual[:2]):
        wanted, got = (text.decode(errors="replace").splitlines() + ["<end>"] for text in (wanted, got))
        for lines in zip(wanted, got):
            if lines[0] != lines[1]:
                return lines
    return f"exit code {expected[2]}", f"exit code {actual[2]}"


def difference(source, options):
    """How HotPy differs from CPython on a program: None, or the first lines that do."""
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory) / "program.py"
        path.write_text(source)
        expected = behaviour([CPYTHON, str(path)], CPYTHON_SECONDS)
        if expected is None:
            return None
        return first_difference(expected, behaviour([str(HOTPY), *options, str(path)], HOTPY_SECONDS))


def main(kind, first, last, *options):
    failures = 0
    for seed in range(int(first), int(last)):
        source = KINDS[kind](seed)
        lines = difference(source, options)
        if lines is None:
            continue
        failures += 1
        print(f"{kind} {seed}\n  CPython: {lines[0][:200]}\n  HotPy:   {lines[1][:200]}", flush=True)
        path = HERE / "failures" / f"{kind}-{seed}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(source)
        path.write_text(reduce_program(source, lambda smaller: difference(smaller, options)))
        print(f"  reduced: {path}", flush=True)
    print(f"{kind}: {int(last) - int(first)} programs, {failures} differ")
    return 1 if failures else 0


if __name__ == "__main__":
    if sys.version_info[:2] != (3, 11):
        sys.exit("compare.py: CPython 3.11 is wanted")
    if len(sys.argv) < 4 or sys.argv[1] not in KINDS:
        sys.exit(f"{__doc__}\nKIND is one of {', '.join(KINDS)}")
    sys.exit(main(*sys.argv[1:]))
