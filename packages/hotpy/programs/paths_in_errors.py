"""Errors of the system name what __fspath__ gives, not the object that has it."""

import os
from pathlib import Path


class Bad:
    def __fspath__(self):
        return 3


class Raising:
    def __fspath__(self):
        raise LookupError("no path")


class Bytes:
    def __fspath__(self):
        return b"/nonexistent/bytes"


missing = Path("/nonexistent/file")
for function in (os.stat, os.lstat, os.listdir, os.remove, os.rmdir, os.chdir, os.scandir, os.readlink, os.mkdir, open):
    for path in (missing, str(missing), os.fsencode(missing), Bytes(), Bad(), Raising()):
        try:
            function(path)
        except OSError as error:
            print(function.__name__, error, repr(error.filename))
        except (TypeError, LookupError) as error:
            print(function.__name__, type(error).__name__, error)
for function in (os.rename, os.replace, os.symlink, os.link):
    try:
        function(missing, missing.with_name("other"))
    except OSError as error:
        print(function.__name__, error, repr(error.filename), repr(error.filename2))
for action in (missing.read_text, missing.stat, missing.unlink, missing.rmdir, missing.mkdir, missing.touch):
    try:
        action()
    except OSError as error:
        print(action.__name__, error)
