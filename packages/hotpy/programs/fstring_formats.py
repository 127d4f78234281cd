# The format mini-language for every type.
n, x, s = 42, 3.14159, "text"
print(f"{n}|{n:5}|{n:<5}|{n:^5}|{n:>5}|{n:05}|{n:+}|{n: }|{n:x}|{n:#x}|{n:X}|{n:o}|{n:#o}|{n:b}|{n:#010b}|{n:c}|{n:e}|{n:,}|{n:_}|{n:%}|{n:n}|{n:d}")
print(f"{x}|{x:.2f}|{x:10.3f}|{x:<10.1f}|{x:+.0f}|{x:e}|{x:.3e}|{x:g}|{x:.3g}|{x:%}|{x:.1%}|{x:010.2f}|{x:,.2f}|{x:G}|{x:E}|{x:#.0f}")
print(f"{s}|{s:10}|{s:>10}|{s:^10}|{s:*^10}|{s:.2}|{s:10.2}|{s!r}|{s!s:>8}|{s!a:>8}|{s:s}")
print(f"{-n:5}|{-n:05}|{-n:=+6}|{-n:<+6}|{-255:#x}|{-255:#06x}|{0:+}|{-0.0:+}|{-0.0}|{0.0:+.1f}")
print(f"{1234567:,}|{1234567:_}|{1234567.891:,.2f}|{1234567:15,}|{0xABCDEF:_x}|{1e10:,}|{123:010,}|{2**70:,}")
print(f"{1e300}|{1e300:f}"[:60], f"{1e-10:f}|{1e-10:g}|{1e16:g}|{123456789:g}|{0.0001:g}|{0.00001:g}|{100000.0:g}|{1000000.0:g}")
print(f"{float('inf')}|{float('nan'):10}|{float('-inf'):f}|{float('inf'):e}|{float('nan'):05}|{True}|{True:d}|{True:5}|{None}|{None!r:>6}")
print(f"{0.5:.0f}|{1.5:.0f}|{2.5:.0f}|{2.675:.2f}|{0.125:.2f}|{1e22:.0f}|{1/3:.20f}|{9.995:.2f}|{1e15:.1f}")
for spec in ("d", "5.2", "z", "s", "x", "<<<", ",x", "+s", "=5"):
    for value in (1, 1.5, "s", None, [1]):
        try:
            print(repr(format(value, spec)), end=" ")
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e, end=" ")
    print()
