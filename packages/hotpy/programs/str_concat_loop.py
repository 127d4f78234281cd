# Strings that grow in loops.
s = ""
for i in range(3000):
    s += str(i % 10)
print(len(s), s[:20], s[-20:], s.count("7"))
t = ""
for c in "hello":
    t = t + c * 2
    u = t
print(t, u)
parts = []
for i in range(100):
    parts.append(f"{i:03d}")
joined = ",".join(parts)
print(len(joined), joined[-7:])
a = b = "x"
a += "y"
print(a, b)
w = ""
for i in range(200):
    w += chr(0x1F600 + i % 10) if i % 50 == 0 else "é" if i % 30 == 0 else "a"
print(len(w), w[:3], w.count("a"))
