# repr of strings and the escapes of literals.
for s in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\t", "nl\n", "cr\r", "back\\slash", "\0", "\x1b[0m", "\x7f", "é", "\u200d", "\ud834", "\U0001d11e", "", " "):
    print(repr(s), len(s), ascii(s))
print("\101\60\x41\u0041\u2022", r"\n\x", R"\'", "a\
b", """multi
line "quoted" ''' """, 'single''adjacent' "strings")
print("\400"[0] == chr(256))
