import re
class S(str): pass
def run(n):
    out = None
    for i in range(n):
        out = [
            re.sub("o", "0", "hello world foo"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world foo bar"),
            re.sub(r"\s+", " ", "a  b   c"), re.sub("x*", "-", "abxd"), re.sub("x", "y", "abc"),
            re.sub("", "-", "abc"), re.sub(r"(a)|b", r"<\1>", "abab"), re.sub(r"(?P<n>\d)", r"[\g<n>]", "a1b2"),
            re.sub(r"(\d)", r"[\g<1>]\\", "a1b2"), re.sub(r"(\d)", r"\n\t", "a1b2"), re.sub(r"\d", r"\g<0>\g<0>", "a1b2"),
            re.sub("b", "\u20ac", "abcb"), re.sub("\u20ac", "b", "a\u20acc\u20ac"), re.sub("é", r"\g<0>é", "né\U0001f600é"),
            re.sub("a", "b", "aaaa", 2), re.subn("a", "b", "aaaa", 2), re.subn("a", "b", "aaaa"), re.subn("z", "b", "aaaa"),
            re.subn("(a)", r"\1\1", "aaaa", count=1),
            re.sub("a", "b", S("aa")), re.sub("a", S("b"), "aa"), re.sub(S("a"), "b", "aa"), re.sub(b"a", b"b", b"aa"),
            re.sub("a", lambda m: m.group() * 2, "abca"), re.sub("a", lambda m: None, "abca"),
            re.findall(r"\d+", "a 12 b 34"), re.findall(r"(\w)(\d)?", "a1b"), re.findall("(x)|y", "xyx"), re.findall("", "ab"),
            re.findall(rb"\d", b"a1"), re.findall("\u20ac.", "\u20aca\u20acb"), re.findall("b*", "abbc"),
            re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(,)|(;)", "a,b;c"), re.split("x", "abc"), re.split(",", "a,b,c", 1),
            re.split(r"\b", "hello you"), re.split("", "ab"), re.split(",", "", maxsplit=2), re.split(",", "a,b", -1),
            re.match(r"(\d+)-(\d+)", "12-34x").groups(), re.match("b", "ab"), re.fullmatch("a+", "aaa").span(), re.fullmatch("a+", "aab"),
            re.search(r"(?P<k>\w)=(?P<v>\d)?", "  a=").groupdict(), re.search("q", "abc"), re.search("c$", "abc").string,
            re.search("c$", S("abc")).end(), re.match(r"(a)(b)?", "ac").lastindex,
        ]
    return out
for each in run(40): print(repr(each))
s = "abc"
print(re.sub("x", "y", s) is s)
big = "".join(["a1"] * 40)
for i in range(30): last = re.sub(r"((((((((((a))))))))))(1)", r"\11", big)[:20]
print(last)
def bad(n, f):
    for i in range(n):
        try: f()
        except Exception as e: last = type(e).__name__ + ": " + str(e)
    print(last)
bad(30, lambda: re.sub("(a)", r"\2", "a"))
bad(30, lambda: re.sub("(a)", r"\g<2>", "a"))
bad(30, lambda: re.sub("(a)", r"\g<x>", "a"))
bad(30, lambda: re.sub("(a)", r"\g<", "a"))
bad(30, lambda: re.sub("(a)", "\\", "a"))
bad(30, lambda: re.sub("(a)", r"\q", "a"))
bad(30, lambda: re.sub("a", "b", b"a"))
bad(30, lambda: re.sub("a", b"b", "a"))
bad(30, lambda: re.sub("a", 5, "a"))
bad(30, lambda: re.sub("a", "b", None))
bad(30, lambda: re.compile(b"a").findall("a"))
bad(30, lambda: re.compile("a").split(5))
bad(30, lambda: re.compile("a").match())
bad(30, lambda: re.sub("a", lambda m: 5, "xa"))
r = re.compile("(.)(.)?")
def grown(n):
    t = ""
    for i in range(n):
        t += "ab" * 100
        x = len(r.findall(t)), len(r.split(t)), len(r.sub(r"\2\1", t)), r.match(t).group(2), bool(r.search(t))
    return x
print(grown(30))
print(len(re.sub("(?:a|b)*", "x", "ab" * 20000)), len(re.findall("(?:a|ab)(?:c|bcd)(?:d*)", "abcd" * 1000)))
