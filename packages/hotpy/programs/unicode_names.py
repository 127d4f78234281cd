import unicodedata as u
def t(f,*a):
    try: print(f.__name__, ascii(a), ascii(f(*a)))
    except Exception as e: print(f.__name__, ascii(a), type(e).__name__, ascii(e))
for f in (u.category,u.name,u.decimal,u.numeric,u.digit,u.mirrored,u.combining, u.bidirectional, u.east_asian_width, u.decomposition):
    for a in ((), (1,), ('ab',), ('',), ('\ud800',), ('a','x'), ('a','b','c'), ('5',), ('½',)): t(f,*a)
for a in ((), (1,), ('x',1), ('NFX','a'), ('NFX',''), ('NFC',1), ('NFC','e\u0301'),('NFC','a','b')): t(u.normalize,*a); t(u.is_normalized,*a)
for a in ((1,), ('nope',), ('a','b'), (b'a',), (b'LATIN SMALL LETTER A',), ('\xe9',), ('NEL',), ('KEYCAP DIGIT ONE',)): t(u.lookup,*a); t(u.ucd_3_2_0.lookup, *a)
print(u.UCD,u.UCD.__module__, u.__doc__[:30], u.category.__module__)
t(u.UCD); print(u.UCD.category(u.ucd_3_2_0, 'a')); print(u.unidata_version, u.ucd_3_2_0.unidata_version)
t(u.ucd_3_2_0.name, '\u0220'); t(u.ucd_3_2_0.name, '\U0001f600', 5); t(u.ucd_3_2_0.name, '\U0001f600')
print('e\u0301 \u2022'.encode('ascii','namereplace'), 'ж\ud800\U0010ffff'.encode('latin-1','namereplace'))

# Names in strings, and identifiers.
print("\N{BULLET}\N{latin small letter a with acute}\N{HANGUL SYLLABLE GAG}\N{CJK UNIFIED IDEOGRAPH-4E00}", f"{1:\N{DIGIT ZERO}>3}\N{NBSP}".encode())
for text in ("'\\N{KEYCAP DIGIT ONE}'", "f'\\N{NO SUCH}'", "'\\N'", "'\\N{}'", "'\\N{SPACE'", "ﬁne = 1", "a\u0378 = 1"):
    try:
        exec(text)
        print(sorted(name for name in globals() if name == "fine"))
    except SyntaxError as error:
        print(error.msg)
print(ascii([getattr("ǆ ᾳ ŉx ΑΣ Ɤ \U0010ffff ꟃ", m)() for m in ("upper", "lower", "title", "casefold", "swapcase", "capitalize")]))
