# A parser and printer of JSON written in Python.
def parse(s):
    value, i = parse_value(s, skip(s, 0))
    if skip(s, i) != len(s): raise ValueError(f"extra data at {i}")
    return value
def skip(s, i):
    while i < len(s) and s[i] in " \n\t": i += 1
    return i
def parse_value(s, i):
    if i >= len(s): raise ValueError("unexpected end")
    c = s[i]
    if c == "{":
        d = {}
        i = skip(s, i + 1)
        while s[i] != "}":
            k, i = parse_string(s, i)
            i = skip(s, i)
            if s[i] != ":": raise ValueError(f"':' expected at {i}")
            d[k], i = parse_value(s, skip(s, i + 1))
            i = skip(s, i)
            if s[i] == ",": i = skip(s, i + 1)
            elif s[i] != "}": raise ValueError(f"',' expected at {i}")
        return d, i + 1
    if c == "[":
        l = []
        i = skip(s, i + 1)
        while s[i] != "]":
            v, i = parse_value(s, i)
            l.append(v)
            i = skip(s, i)
            if s[i] == ",": i = skip(s, i + 1)
        return l, i + 1
    if c == '"': return parse_string(s, i)
    for text, value in (("true", True), ("false", False), ("null", None)):
        if s.startswith(text, i): return value, i + len(text)
    j = i
    while j < len(s) and s[j] in "+-0123456789.eE": j += 1
    if i == j: raise ValueError(f"unexpected {c!r} at {i}")
    text = s[i:j]
    return (float(text) if any(x in text for x in ".eE") else int(text)), j
def parse_string(s, i):
    out = []
    i += 1
    while s[i] != '"':
        if s[i] == "\\":
            i += 1
            if s[i] == "u":
                out.append(chr(int(s[i + 1:i + 5], 16)))
                i += 4
            else:
                out.append({"n": "\n", "t": "\t"}.get(s[i], s[i]))
        else:
            out.append(s[i])
        i += 1
    return "".join(out), i + 1
def dump(v):
    if v is None: return "null"
    if v is True: return "true"
    if v is False: return "false"
    if isinstance(v, (int, float)): return repr(v)
    if isinstance(v, str): return '"' + "".join({'"': '\\"', "\n": "\\n", "\\": "\\\\"}.get(c, c) for c in v) + '"'
    if isinstance(v, list): return "[" + ", ".join(map(dump, v)) + "]"
    return "{" + ", ".join(f"{dump(k)}: {dump(x)}" for k, x in v.items()) + "}"
text = '{"a": [1, -2.5, 1e3, true, null], "b": {"c": "x\\n\\u00e9\\"q", "d": []}, "big": 12345678901234567890, "😀": "𝄞"}'
value = parse(text)
print(value)
print(dump(value), parse(dump(value)) == value)
for bad in ("", "[1", "{1: 2}", "[1] x", "@", '{"a" 1}'):
    try:
        print(parse(bad))
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
big = [{"id": i, "name": f"item {i}", "tags": ["t"] * (i % 4), "score": i / 7} for i in range(60)]
print(parse(dump(big)) == big, len(dump(big)))
