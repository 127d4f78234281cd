# Methods of str over texts of all widths, and the three ways of formatting.
s1 = "a"
texts = ["", "Hello World", "  spaced\tout\n", "éèÀ ÿ", "Жжук Яя", "a😀b😀c", "ß ŉ ﬁ", "l1\nl2\r\nl3\x0bl4\u2028l5", "\ud800x", "A1b2²½Ⅷ一", "ΑΣ ΑΣΑ"]
def show(x):
    return ascii(x)
no = "upper lower title swapcase capitalize casefold isalpha isdigit isalnum isspace isupper islower istitle isdecimal isnumeric isidentifier isprintable isascii strip lstrip rstrip split rsplit splitlines".split()
for t in texts:
    print(show(t), show(repr(t)), len(t))
    for m in no:
        print(m, show(getattr(t, m)()))
    print(show(t.splitlines(True)), show([c for c in t]), show(t[::-1]), show(t[1:-1:2]), show(t[-3:]), show(t * 2))
    for u in ["", "a", "😀"]:
        for m in ["find", "rfind", "count", "startswith", "endswith", "removeprefix", "removesuffix"]:
            print(m, show(getattr(t, m)(u)), end=" ")
        print(u in t, show(t.replace(u, "<>")), show(t.replace(u, "", 2)), show(t.replace(u, "é", 1)), t < u, t == u, t >= u, show(t + u))
        for m in ["index", "rindex", "split", "rsplit", "partition", "rpartition"]:
            try: print(m, show(getattr(t, m)(u)), end=" ")
            except ValueError as e: print(e, end=" ")
        for m in ["split", "rsplit"]:
            for k in (0, 1, 2, -1):
                try: print(show(getattr(t, m)(u, k)), end=" ")
                except ValueError as e: print(e, end=" ")
                print(show(getattr(t, m)(None, k)), end=" ")
        print(show(t.strip(u)), show(t.lstrip(u)), show(t.rstrip(u)), show(u.join([t, "q", t])), show(t.join("ab")), show(t.find(u, 2)), show(t.find(u, -4, -1)), t.count(u, 1, 5), t.rfind(u, 0, 3), t.startswith(u, 1), t.endswith(u, 0, -1), t.startswith((u, "H")), t.endswith(()))
    for w in (0, 3, 10, 15):
        print(show(t.center(w)), show(t.center(w, "*")), show(t.ljust(w, "é")), show(t.rjust(w, "😀")), show(t.zfill(w)), show(t.expandtabs(w)))
    print(show(t.translate({97: "Z", 98: None, 99: 65})), show(t.translate(str.maketrans("abc", "xyz", "l"))), show(t.translate(str.maketrans({"a": "1", 98: "22"}))))
print("+5".zfill(5), "-5".zfill(6), "5".zfill(1), "".zfill(2))
for bad in [lambda: "a".find(1), lambda: "a".split(1), lambda: "a".replace(1, 2), lambda: "a".replace("a", 2), lambda: "a".strip(1), lambda: "a".startswith(1), lambda: "a".startswith((1,)), lambda: "a".join(1), lambda: "a".join([1]), lambda: "a".join(["a", None]), lambda: "a".center(1, "ab"), lambda: "a".center("a"), lambda: "a".center(5, 1), lambda: "a".partition(1), lambda: 1 in s1, lambda: "a".removeprefix(1), lambda: "a".index("b"), lambda: "a".zfill("a"), lambda: "a"[5], lambda: "a" * "b", lambda: "a" + 1, lambda: 1 + "a", lambda: "a" - 1, lambda: "a" * 1.5, lambda: "a".translate(1), lambda: str.maketrans("a", "bc"), lambda: str.maketrans("ab"), lambda: "a".split(maxsplit="x"), lambda: "a".splitlines(1, 2), lambda: "a" < 1, lambda: "abc".upper(1), lambda: str.upper(), lambda: "a".foo, lambda: "a".expandtabs("x"), lambda: "a".find("a", "b"), lambda: str(1, 2), lambda: str(b=1), lambda: "".join(iter(5)), lambda: "%s" % (), lambda: "%d" % "x", lambda: "%q" % 1, lambda: "%" % 1, lambda: "%(a)s" % 1, lambda: "%(a)s" % {}, lambda: "%s %s" % (1,), lambda: "%c" % "ab", lambda: "%c" % 1.5, lambda: "%*d" % ("a", 1), lambda: "%x" % 1.5, lambda: "%f" % "a", lambda: "a" % 1, lambda: "%(a" % {"a": 1}, lambda: "{".format(), lambda: "}".format(), lambda: "{0}{}".format(1), lambda: "{}{0}".format(1), lambda: "{1}".format(1), lambda: "{a}".format(), lambda: "{!x}".format(1), lambda: "{!}".format(1), lambda: "{:d}".format("a"), lambda: "{a.b}".format(a=1), lambda: "{a[b}".format(a=1), lambda: "{a[0]}".format(a=[]), lambda: "{:{}}".format(1), lambda: "{:{:{}}}".format(1, 2, 3), lambda: "{0.}".format(1), lambda: "{0[]}".format(1), lambda: "{0[a]x}".format({"a": 1})]:
    try: print(show(bad()))
    except Exception as e: print(type(e).__name__, e)
print("%s %r %a %d %i %5d|%-5d|%05d|%+d|% d|%x %X %#x %o %#o %e %.3e %g %.2f %5.1f|%-8s|%8s|%.2s|%c%c%%" % (1, "é", "é", 3, 4.7, 5, 6, 7, 8, 9, 255, 255, 255, 8, 8, 1.5, 12345.678, 1e10, 3.14159, 2.25, "ab", "cd", "xyz", "c", 65))
print("%(a)s %(b)05.1f %(a)r" % {"a": 1, "b": 2.5}, "%s" % [1, 2], "%s" % {"a": 1}, "%s" % ((1, 2),), "%*.*f" % (8, 2, 3.14159), "%-*d|" % (5, 3), "%5s|%-5s|" % ("é", "😀"), "%.0f %.1f" % (0.5, 0.25), "%d" % 10**20, "%x" % -255, "%#X" % 255, "%+.2e" % 12345.678, "%s" % None)
print("{} {1} {0}".format if 0 else "", "{} {}".format(1, 2), "{1} {0} {a} {b.real} {c[0]} {d[k]}".format(1, 2, a=3, b=4, c=[5], d={"k": 6}), "{:>5}|{:<5}|{:^5}|{:*^7}|{:05d}|{:+.2f}|{:,}|{:_}|{:x}|{:#b}|{:e}|{:%}|{:10.3s}|".format(1, 2, 3, "m", 42, 3.14159, 1234567, 1234567, 255, 5, 12345.678, 0.25, "abcdef"), "{{}} {{{}}}".format(1), "{!r} {!s} {!a}".format("é", "é", "é"), "{:{w}.{p}f}".format(3.14159, w=10, p=2), "{0:{1}}".format("x", 5), "{:}".format("z"), "{a}{a}".format(a="q"), "{0[0][1]}".format([[1, 2]]), "{x}".format_map({"x": 1}))
x = 3.14159; n = 42; s = "str"
print(f"{x:.2f} {n:5d} {s!r:>10} {n:#x} {x=:.1f} {n!s} {s:^9} {x:{n}.{3}} {[1]} {n:,} {-n:+} {True} {None} {n:c} {x:g} {1e100:n} {x:10} {s:10}|{n:<10}|")
