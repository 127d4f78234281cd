# Characters of strings in hot loops: iterated over, picked by index, compared.


def count(text, wanted):
    n = 0
    for c in text:
        if c == wanted:
            n += 1
    return n


def compare(text, other):
    same = different = 0
    for i in range(len(text)):
        if text[i] == other[i]:
            same += 1
        if text[-1 - i] != other[i]:
            different += 1
    return same, different


def words(tokens, wanted):
    return sum(1 for token in tokens if token == wanted), sum(token != wanted for token in tokens)


narrow = "the quick brown fox\0\xff\xe9" * 40
wide = "the quick \u20ac brown \U0001f600 fox" * 40
grown = ""
for i in range(300):
    grown += chr(97 + i % 26)
for _ in range(30):
    results = [count(text, c) for text in (narrow, wide, grown) for c in ("o", "\xe9", "\u20ac", "\U0001f600", "")]
print(results)
for _ in range(30):
    results = [compare(a, b) for a, b in ((narrow, narrow), (narrow, wide), (wide[:300], grown), (grown, narrow))]
print(results)
tokens = "if x then y else z if if".split() + ["i" + "f", "(", ")", "", "\u20ac" + "f"]
for _ in range(100):
    results = [words(tokens, w) for w in ("if", "".join(["i", "f"]), "(", "", "\u20acf", "no")]
print(results)


def past_the_end(text):
    seen = []
    for i in range(2000):
        try:
            seen.append(text[i])
        except IndexError as error:
            return len(seen), seen[-1], str(error)


print(past_the_end(narrow), past_the_end(wide))


def consumed(text):
    """An iterator stays at its end, and is shared."""
    iterator = iter(text)
    taken = []
    for c in iterator:
        taken.append(c)
        if c == "q":
            break
    rest = "".join(iterator)
    return len(taken), len(rest), list(iterator), next(iterator, None)


for _ in range(200):
    result = consumed(narrow)
print(result)


class Text(str):
    def __eq__(self, other):
        return "equal"

    __hash__ = str.__hash__


def refined(texts):
    found = []
    for text in texts:
        found.append(text == "a")
        for c in text:
            found.append(c == "b")
    return found


for _ in range(100):
    result = refined(["a", Text("ab"), "b", Text("")])
print(result)
