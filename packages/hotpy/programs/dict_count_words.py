# Counting words, as programs do.
text = "the quick brown fox jumps over the lazy dog the fox " * 200
counts = {}
for word in text.split():
    if word in counts:
        counts[word] += 1
    else:
        counts[word] = 1
for word in sorted(counts, key=lambda w: (-counts[w], w)):
    print(word, counts[word])
letters = {}
for c in text:
    letters[c] = letters.get(c, 0) + 1
print(letters)
lengths = {}
for word in text.split():
    lengths.setdefault(len(word), []).append(word[0])
print({k: "".join(v[:5]) for k, v in lengths.items()})
squares = {}
for i in range(2000):
    squares[i * i % 997] = squares.get(i * i % 997, 0) + 1
print(len(squares), sum(squares.values()), squares[0], squares[1])
