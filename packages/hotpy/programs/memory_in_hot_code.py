# MemoryError in hot loops: it belongs to the instruction that asked, handlers and finally run, and the loop goes on.
HUGE = 10**15


def requests(kind, n):
    if kind == 0:
        return [n] * HUGE
    if kind == 1:
        return "ab" * HUGE
    if kind == 2:
        return (n,) * HUGE
    if kind == 3:
        return b"x" * HUGE
    return list(range(HUGE))


def hot(n):
    failed = kept = ended = 0
    for i in range(n):
        value = i
        try:
            if i % 50 == 7:
                value = requests(i // 50 % 4, i)
            kept += 1
        except MemoryError:
            failed += 1
            kept += value % 3
        finally:
            ended += 1
    return failed, kept, ended


print(hot(4000))


def leaves(n):
    for i in range(n):
        try:
            if i == n - 1:
                return [i] * HUGE
        finally:
            last.append(i)


last = []
for _ in range(3):
    try:
        leaves(1500)
    except MemoryError as error:
        print("left", error.args, last[-1], len(last))


def inside(n):
    text = "x"
    for i in range(n):
        with_text = text
        try:
            with_text += "y" * (HUGE if i % 100 == 99 else 1)
        except MemoryError:
            text = text[:10]
            continue
        text = with_text
    return len(text)


print(inside(2000))
values = [0] * 100
try:
    values *= HUGE
except MemoryError:
    print(len(values))
try:
    values[2:4] = (1,) * HUGE
except MemoryError:
    print(len(values))
