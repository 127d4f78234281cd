# Hashes of text, and so the order of sets of it, are those of CPython with the same seed.
words = "the quick brown fox jumps over the lazy dog and runs into the deep dark forest".split()
print([hash(word) for word in words[:4]])
print(hash(""), hash(b""), hash("abcdefg"), hash("abcdefgh"), hash("abcdefghi"), hash("x" * 1000))
print(hash("é"), hash("€uro"), hash("\U0001f600 face"), hash("\ud800"))
print(hash(b"abc") == hash("abc"), hash(("a", b"a", "a" * 9)), hash(frozenset(words)))
print(set(words))
print(set("a set of characters"), frozenset("of characters"))
print({word.encode() for word in words})
print({(word, len(word)) for word in words})
print(set(words) & set("the dog runs".split()), set(words) - {"the"}, set(words) ^ {"the", "cat"})

# Sets grow, lose keys and are copied; keys are views of longer texts, subclasses and texts that have no hash yet.
numbers = set()
for i in range(300):
    numbers.add(str(i))
    numbers.discard(str(i // 2))
print(numbers)
print(set(numbers.copy()), [numbers.pop() for _ in range(20)])
long = ""
for i in range(1500):
    long += "ab"
    if i % 250 == 249:
        print(hash(long), long in {long}, {long: i}["ab" * (i + 1)])


class Name(str):
    def __hash__(self):
        return str.__hash__(self)


class Like:
    "Found where a text is, by its hash."

    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == other


print({Name(word) for word in words}, hash(Name("fox")) == hash("fox"))
places = {word: i for i, word in enumerate(words)}
print([places[Like(word)] for word in words], [Like(word) in set(words) for word in words])
print([places[Name(word)] for word in words], {Like(word): i for i, word in enumerate(words)}["fox"])
