"""Records what CPython 3.11 does with each of programs/*.py and programs/*/main.py:  python3.11 record-programs.py [name ...]

Beside NAME.py it leaves NAME.out (what went to stdout), NAME.err (stderr, where there was any, with paths relative to
programs/ and addresses 0x0) and NAME.exit (the exit code, where it is not 0). A program that does not do the same twice is refused.
"""
import os
import pathlib
import re
import subprocess
import sys

if sys.version_info[:2] != (3, 11):
    sys.exit("record-programs.py: CPython 3.11 is wanted")
programs = pathlib.Path(__file__).resolve().parent / "programs"


def run(program, seed):
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8:surrogatepass"}
    result = subprocess.run([sys.executable, program.relative_to(programs)], cwd=programs, env=environment, capture_output=True, timeout=30)
    errors = result.stderr.decode().replace(f"{programs}/", "")
    errors = re.sub(r" at 0x[0-9a-f]+>", " at 0x0>", errors)
    return result.stdout, errors.encode(), result.returncode


def write(path, content):
    if content:
        path.write_bytes(content)
    else:
        path.unlink(missing_ok=True)


names = sys.argv[1:] or sorted([path.stem for path in programs.glob("*.py")] + [path.parent.name for path in programs.glob("*/main.py")])
for name in names:
    program = programs / f"{name}.py"
    if not program.exists():
        program = programs / name / "main.py"
    out, errors, code = run(program, "1")
    if run(program, "2") != (out, errors, code):
        sys.exit(f"{name}: two runs differ")
    (programs / f"{name}.out").write_bytes(out)
    write(programs / f"{name}.err", errors)
    write(programs / f"{name}.exit", f"{code}\n".encode() if code else b"")
print(f"{len(names)} programs recorded")
