# Modules that CPython has in its binary show no lines in tracebacks, and no file.
import codecs
import collections.abc
import os
import tempfile
import traceback


class Nothing(collections.abc.MutableMapping):
    def __getitem__(self, key):
        raise KeyError(key)

    __setitem__ = __delitem__ = None

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


def undecodable(**options):
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "file")
        with open(path, "wb") as file:
            file.write(b"abc\ndef\xff")
        with open(path, **options) as file:
            return file.read()


print(os.path.join.__code__.co_filename, os.__file__)
for attempt in (
    lambda: os.environ["no such variable"],
    lambda: os.path.join("a", 5),
    lambda: os.makedirs("/proc/no/such"),
    lambda: codecs.lookup("utf-8").incrementaldecoder().decode(b"\xff"),
    lambda: Nothing().popitem(),
    lambda: undecodable(),
    lambda: undecodable(encoding="ascii"),
    lambda: undecodable(encoding="utf-16"),
):
    try:
        attempt()
    except Exception as error:
        traceback.print_exception(error)
os.environ["no such variable"]
