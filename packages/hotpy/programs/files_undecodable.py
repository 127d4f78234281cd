# Where text files cannot be decoded, and which ends of lines they have seen.
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "file")


def attempt(read, **options):
    try:
        with open(path, **options) as file:
            print(" ", ascii(read(file)), file.newlines)
    except UnicodeDecodeError as error:
        print(" ", error, error.object)


for data in (b"a\nb\xff", b"a\xff\nb", b"a\r\nb\rc\n\xc3\xa9", b"a\nb\xc3\xa9", b"\xc3\xa9\n\xe2\x28\xa1", b""):
    with open(path, "wb") as file:
        file.write(data)
    for options in ({}, {"newline": ""}, {"newline": "\n"}, {"newline": "\r\n"}, {"encoding": "ascii"}, {"errors": "ignore"}):
        print(data, options)
        for read in (list, lambda file: file.read(), lambda file: file.readline()):
            attempt(read, **options)
os.remove(path)
os.rmdir(os.path.dirname(path))
