# Counting words in a dict, in variants.
seed = 42
def random(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return (seed >> 8) % n
letters = "etaoinshrdlu"
words = ["".join([letters[random(12)] for _ in range(1 + random(3))]) for _ in range(4000)]
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:8]
print(len(counts), top)
class Counter:
    def __init__(self):
        self.counts = {}
        self.total = 0
    def add(self, word):
        try:
            self.counts[word] += 1
        except KeyError:
            self.counts[word] = 1
        self.total += 1
c = Counter()
for w in words: c.add(w)
print(c.total, c.counts == counts, list(c.counts) == list(counts))
pairs = {}
for i in range(len(words) - 1):
    key = words[i][0], words[i + 1][0]
    if key not in pairs: pairs[key] = []
    pairs[key].append(i)
print(len(pairs), sum(len(v) for v in pairs.values()), sorted((len(v), k) for k, v in pairs.items())[-3:])
by_length = {}
for w in counts:
    by_length.setdefault(len(w), {})[w] = counts[w]
print({n: len(d) for n, d in sorted(by_length.items())})
numbers = {}
for i in range(5000):
    k = i * 7919 % 257 if i % 2 else float(i % 64)
    numbers[k] = numbers.get(k, 0) + i
print(len(numbers), sum(numbers.values()), numbers[3], numbers[3.0] is numbers[3])
