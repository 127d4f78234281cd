# Predicates, case and padding of characters of each width, alone and in words; and replacing and counting wherever parts may lie.

PREDICATES = (
    str.isalpha,
    str.isalnum,
    str.isdecimal,
    str.isdigit,
    str.isnumeric,
    str.isspace,
    str.isprintable,
    str.isascii,
    str.isupper,
    str.islower,
    str.istitle,
    str.isidentifier,
)
CASES = (str.upper, str.lower, str.casefold, str.swapcase, str.title, str.capitalize)

latin = [chr(code) for code in range(256)]
some = "\t 1AZaz_\x85\xa0\xaa\xad\xb2\xb5\xb7\xba\xbc\xc0\xd7\xde\xdf\xe0\xf7\xfe\xff"
for test in PREDICATES:
    print(test.__name__)
    print("".join(["01"[test(c)] for c in latin]))
    print("".join(["01"[test("a" + c)] + "01"[test("A" + c + "b")] + "01"[test(c + "1")] for c in some]))
    print(test(""), [test(c) for c in ("\u0436", "\u0416", "\u0660", "\U0001d7d8", "\u2003", "\u0416\u0436")])
for change in CASES:
    print(change.__name__)
    print(ascii("".join([change(c) for c in latin])))
    print(ascii([change(c + "aB" + c + "b " + c) for c in some]))
    print(ascii([change(t) for t in ("", "the QUICK brown fox's den, " * 2, "\xe9T\xc9 " * 9, "\u0436\u0416 a\xdf")]))
    print(ascii([change("x" * n + c + "Yz") for n in (15, 16, 40) for c in "\xb5\xdf\xff\xaa\xd7"]))

for text in ("", "a", "ab", "\u0436", "\U0001f600b"):
    for width in (0, 1, 2, 5, 18):
        print([text.ljust(width), text.rjust(width, "*"), text.center(width, "\u0436"), text.zfill(width)])
print("-5".zfill(6), "+\u0436".zfill(6), "abc".center(6), "abc".center(7), repr("ab".center(1)))

texts = ["", "a", "aaaa", "abab" * 9, "x" * 15 + "ab" + "x" * 31 + "ab", "\u0436b" * 20 + "ab", "b\U0001f600" * 11]
texts += ["a" * 700 + "b", ("a" * 40 + "b") * 60, "ab " * 3000]
for text in texts:
    for part in ("a", "b", "ab", "aa", "aab", "a" * 40 + "b", "\u0436", "\U0001f600b", "xab"):
        print(len(text), ascii(part[:3]), text.count(part), text.count(part, 3), text.count(part, 1, -2), end=" ")
        for by in ("", "c", "a", "yz", "\u0436", "\U0001f600\U0001f600"):
            for limit in (-1, 0, 1, 3):
                result = text.replace(part, by, limit)
                print(len(result), end=" " if result == by.join(text.split(part, limit)) else "? ")
        print()
    print([len(text.replace("", "-", limit)) for limit in (-1, 0, 1, 5)], text.replace("", "-", 5)[:12], text.count(""))
