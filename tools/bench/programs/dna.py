"""Frequencies of the pieces of a random sequence: slices of strings as keys of dicts."""


def sequence(length):
    seed, chars = 42, []
    for _ in range(length):
        seed = (seed * 3877 + 29573) % 139968
        chars.append("ACGT"[seed * 4 // 139968])
    return "".join(chars)


def frequencies(text, size):
    counts = {}
    for at in range(len(text) - size + 1):
        piece = text[at : at + size]
        if piece in counts:
            counts[piece] += 1
        else:
            counts[piece] = 1
    return counts


def reverse_complement(text):
    return text[::-1].translate(str.maketrans("ACGT", "TGCA"))


def main():
    text = sequence(250000)
    lines = []
    for size in (1, 2, 4, 12):
        counts = frequencies(text, size)
        best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
        lines.append(", ".join(f"{piece} {count}" for piece, count in best))
    other = reverse_complement(text)
    lines.append(str(sum(a == b for a, b in zip(text, other))))
    lines.append(str([text.count(piece) for piece in ("GGT", "GGTA", "GGTATT")]))
    return "; ".join(lines)
