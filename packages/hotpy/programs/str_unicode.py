# Strings beyond the BMP, and in each width.
s = "aé€😀z"
print(s, len(s), s[3], s[-1], s[::-1], [c for c in s], [ord(c) for c in s])
print(repr(s), ascii(s), s.upper(), s.find("😀"), s.index("z"), s[1:4], s.replace("😀", "🎉🎉"), s.count("😀"))
t = "😀" * 3
print(len(t), t == "😀😀😀", t[1] == "😀", "😀" in t, t.split("😀"), (t + "x").strip("😀"))
print("\U0001F600" == "😀", chr(0x1F600), ord("😀"), chr(0x10FFFF) == "\U0010ffff", len("\U0010ffff"))
print("e\u0301", len("e\u0301"), "é" == "e\u0301", "ß".upper(), "İ".lower() == "i̇", "ﬁ".upper(), "Straße".casefold())
print(repr("\x00\x7f\x80\xa0\xad\u200b\ud800\U000e0001"), ascii("ü\ud800😀"))
print(sorted(["é", "e", "z", "😀", "€", "Z"]), max("aé€😀"), min("aé€😀"))
print("😀".isalpha(), "é".isalpha(), "٣".isdigit(), "²".isdigit(), "²".isdecimal(), "Ⅷ".isnumeric(), "ǅ".istitle())
d = {"😀": 1, "é": 2, "\ud83d": 3}
print(d["😀"], d["é"], len(d), "😀"[0] in d)
for bad in (-1, 0x110000):
    try:
        chr(bad)
    except ValueError as e:
        print(e)
try:
    ord("ab")
except TypeError as e:
    print(e)
print(f"{'😀':>4}|{'é':^5}|{'€':*<3}")
word = ""
for c in "naïve café 😀":
    word = c + word
print(word)
