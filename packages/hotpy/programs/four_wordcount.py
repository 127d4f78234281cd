"""Counting in dicts."""
text = "the quick brown fox jumps over the lazy dog and the fox runs away from the dog"
words = text.split() * 12


def count_by_get(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def count_by_test(words):
    counts = {}
    for word in words:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


def count_by_exception(words):
    counts = {}
    for word in words:
        try:
            counts[word] += 1
        except KeyError:
            counts[word] = 1
    return counts


def lengths(words):
    by_length = {}
    for word in words:
        by_length.setdefault(len(word), []).append(word)
    return by_length


counts = count_by_get(words)
print(counts)
print(counts == count_by_test(words) == count_by_exception(words))
print(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:4])
print({size: len(group) for size, group in sorted(lengths(words).items())})
print(count_by_get("mississippi" * 9), count_by_get([1, 1.0, True, "1", (1,), None] * 7))
print(count_by_test(["a" + str(i % 40) for i in range(300)]) == count_by_get(["a" + str(i % 40) for i in range(300)]))
total = 0
for word in counts:
    total += counts[word] * len(word)
print(total, sum(counts.values()), max(counts, key=counts.get))
letters = {}
for word in words:
    for letter in word:
        letters[letter] = letters.get(letter, 0) + 1
print("".join(sorted(letters)), letters["o"], len(letters))
for word in list(counts):
    if counts[word] < 20:
        del counts[word]
print(counts)
