# Text that is translated by tables of all kinds, quoted and escaped, and widened by tabs and zeros.

table = str.maketrans("abc", "xyz", "d")
print("abcdef".translate(table), ("abcdef" * 20).translate(table))
wide = {97: None, 233: "zz", 8364: "\U0001f600q", 0x1F600: 65}
print("aé€😀".translate(wide), ("aé€😀" * 20).translate(wide))


class Following(dict):
    def __missing__(self, key):
        return key + 1


class Upper:
    asked = 0

    def __getitem__(self, key):
        Upper.asked += 1
        if key == 108:
            raise LookupError
        return chr(key).upper()


class Odd:
    def __init__(self, key):
        self.key = key

    def __hash__(self):
        return hash(self.key)

    def __eq__(self, other):
        return self.key == other


print("hello".translate(Following()), "hello".translate(Upper()), "a€".translate({Odd(97): "odd", Odd(8364): None}))
for odd in {104: -1}, {104: 1.5}, {104: 0x110000}, {104: 2**70}, {104.0: 65}, {True: 66}, {104: True}, 5, None:
    try:
        print(repr("hello\x01".translate(odd)))
    except Exception as error:
        print(type(error).__name__, error)
print(repr("".translate({})), repr("a".translate({97: ""})), "a".translate({97: 98}) == "b")

for text in "a\tb\tc", "\t\t", "ab\n\tc\r\td", "é\t€", "", "x", "\t", "x" * 300 + "\ty":
    for size in 8, 4, 0, -1, 1:
        print(repr(text.expandtabs(size)), end=" ")
print()
try:
    ("\t" * 1000).expandtabs(2**31 - 1)
except MemoryError:
    print("MemoryError")
for text in "-5", "+5", "5", "", "-", "é", "-€", "+", "--x":
    print([text.zfill(length) for length in (-1, 0, 1, 2, 3, 6)])

texts = ["", "a", "'", '"', "'\"", "a\nb", "\t\r\n\\", "\x00\x1f\x7f\x80\xa0\xad\xe9", "€", "\U0001f600", "\u0378", "\u2028"]
texts += ["it's", 'say "x"', "x" * 40 + "\n" + "y" * 30, "'" * 20, "é" * 17 + "'", "\\" * 16, "\U000e0001"]
for text in texts:
    print(repr(text), ascii(text), [text], (text, 1), "%r" % text, "%a" % text, f"{text!r} {text!a}", len(repr(text)))
print(ascii(["é", "€"]), [{"é": "\n"}], {"'"}, ("\ud800",).__repr__())
