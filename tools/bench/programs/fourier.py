"""Fast Fourier transform with pairs of floats, a bank of filters, statistics."""

import math


def transform(values, inverse=False):
    size = len(values)
    if size == 1:
        return values
    even, odd = transform(values[::2], inverse), transform(values[1::2], inverse)
    sign = 1 if inverse else -1
    first, second = [], []
    for k in range(size // 2):
        angle = sign * 2 * math.pi * k / size
        wr, wi = math.cos(angle), math.sin(angle)
        (er, ei), (xr, xi) = even[k], odd[k]
        tr, ti = wr * xr - wi * xi, wr * xi + wi * xr
        first.append((er + tr, ei + ti))
        second.append((er - tr, ei - ti))
    return first + second


def filtered(samples, low, high):
    spectrum = transform([(x, 0.0) for x in samples])
    size = len(spectrum)
    kept = [pair if low <= min(i, size - i) < high else (0.0, 0.0) for i, pair in enumerate(spectrum)]
    return [re / size for re, _ in transform(kept, inverse=True)]


def statistics(values):
    count = len(values)
    mean = sum(values) / count
    variance = sum((x - mean) ** 2 for x in values) / count
    ordered = sorted(values)
    return mean, math.sqrt(variance), ordered[count // 2], ordered[-1]


def main():
    size = 16384
    samples = [math.sin(i / 9) + 0.5 * math.sin(i / 2.5) + (i * 7919 % 101) / 300 for i in range(size)]
    lines = []
    for low, high in ((0, 10), (10, 50), (50, 200), (200, 8192)):
        band = filtered(samples, low, high)
        lines.append(" ".join(f"{x:.6f}" for x in statistics(band)))
    return "; ".join(lines)
