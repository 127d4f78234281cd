# The methods of str, with corner cases.
s = "  The quick brown fox  "
print([s.strip(), s.lstrip(), s.rstrip(), s.split(), s.split(" "), s.split(None, 2), s.rsplit(None, 1)])
print("a,b,,c".split(","), "a,b,,c".split(",", 2), "a,b,,c".rsplit(",", 1), "".split(), "".split(","), "abc".split("abc"))
print("a\nb\r\nc\rd\n".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "x\x0cy\x85z\u2028w".splitlines())
print("-".join(["a", "b"]), "".join([]), "x".join("abc"), ", ".join(str(i) for i in range(3)))
print("hello".find("l"), "hello".rfind("l"), "hello".find("z"), "hello".find("l", 3), "hello".find("", 9), "hello".count("l"), "hello".count(""))
print("hello".replace("l", "L"), "hello".replace("l", "", 1), "aaa".replace("a", "aa"), "abc".replace("", "-"), "abc".replace("", "-", 2))
print("Hello World".upper(), "Hello".lower(), "hello world".title(), "hELLO".capitalize(), "Hello".swapcase())
print("abc".startswith("ab"), "abc".startswith(("x", "a")), "abc".endswith("c"), "abc".startswith("b", 1), "abc".startswith(""))
print("ab".center(7, "*"), "ab".ljust(5) + "|", "ab".rjust(5), "42".zfill(5), "-42".zfill(5), "+x".zfill(4))
print("abc".isalpha(), "a1".isalnum(), "12".isdigit(), "".isalpha(), "Ab".isupper(), "ab".islower(), " ".isspace(), "Ab Cd".istitle(), "a_1".isidentifier())
print("a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("-"), "abc".rpartition("-"))
print("xxabcxx".strip("x"), "abc".strip("abc"), "www.example.com".strip("cmowz."), "Arthur: three!".removeprefix("Arthur: "), "file.txt".removesuffix(".txt"))
print("tab\tx\ty".expandtabs(4), "abc".translate({97: "A", 98: None, 99: 67}), "{} {x}".format(1, x=2))
print("a" * 3, 3 * "ab", "a" * 0, "a" * -1, "abc" + "def", "b" in "abc", "" in "", "bc" not in "abc")
for f in (lambda: "a".index("b"), lambda: "a".split(""), lambda: "-".join([1]), lambda: "a".center(5, "xx"), lambda: "a"[5], lambda: s["b"], lambda: "abc".replace("a"), lambda: "a".nothing, lambda: "abc".find(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
