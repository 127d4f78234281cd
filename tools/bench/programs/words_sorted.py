"""Words grouped and sorted: anagrams, sorting by several keys, ranks, sets of strings."""

VOWELS = set("aeiou")


def words(count):
    seed, result = 99, []
    for _ in range(count):
        chars = []
        seed = seed * 1664525 + 1013904223 & 0xFFFFFFFF
        for _ in range(3 + (seed >> 28) % 4):
            seed = seed * 1664525 + 1013904223 & 0xFFFFFFFF
            chars.append("etaoinshrdlu"[(seed >> 16) % 12])
        result.append("".join(chars))
    return result


def anagrams(all_words):
    groups = {}
    for word in all_words:
        groups.setdefault("".join(sorted(word)), set()).add(word)
    return [sorted(group) for group in groups.values() if len(group) > 1]


class Player:
    def __init__(self, name, points, games):
        self.name = name
        self.points = points
        self.games = games

    def __lt__(self, other):
        return (self.points, -self.games, self.name) < (other.points, -other.games, other.name)


def main():
    all_words = words(120000)
    groups = anagrams(all_words)
    by_length = sorted(all_words, key=len, reverse=True)
    by_vowels = sorted(set(all_words), key=lambda word: (-sum(char in VOWELS for char in word), word))
    players = [Player(word, len(word) * i % 17, i % 5) for i, word in enumerate(all_words[:20000])]
    ranking = sorted(players, reverse=True)
    unique = set(all_words[:60000]) & set(all_words[60000:])
    longest = max(groups, key=lambda group: (len(group), group))
    return f"{len(groups)} {longest[:4]} {by_length[:2]} {by_vowels[:3]} {ranking[0].name} {ranking[-1].points} {len(unique)}"
