# Locals of frames that wait for a call are there when the call raises, in hot code with handlers.


def risky(n):
    if n % 7 == 3:
        raise ValueError(n)
    return n * 2


def through(n):
    doubled = n + 1
    try:
        first = risky(n)
        doubled = first
        return risky(first)
    except ValueError as error:
        return -doubled - error.args[0]
    finally:
        log.append(doubled)


def outer(count):
    total = 0
    seen = ()
    for i in range(count):
        before = total
        try:
            total += through(i)
            if total % 11 == 5:
                raise KeyError(i, before)
        except KeyError as error:
            seen = (i, before, total, error.args)
            total -= before // 2
        else:
            seen = seen[:3]
    return total, seen


log = []
print(outer(6000), len(log), sum(log), log[-5:])


def deep(level, n):
    here = level * n
    try:
        if level == 0:
            return 1 // (n % 5)
        inner = deep(level - 1, n)
    except ZeroDivisionError:
        here += 1
        if level == 3:
            return here
        raise
    return inner + here


print(sum(deep(5, n) for n in range(3000)))


def nested(n):
    result = []
    for i in range(n):
        a = i
        try:
            b = i * 3
            try:
                c = b + [1, 2, 3][i % 4]
            except IndexError:
                c = -b
                a += [10][i % 3]
        except IndexError:
            a = c - 1
        finally:
            result.append((a, b, c))
    return result


made = nested(4000)
print(made[:12], sum(a + b + c for a, b, c in made))


def rebinding(n):
    x = None
    for i in range(n):
        try:
            x = i
            x = risky(i) + risky(i + 1) + x
        except ValueError as x_error:
            x = ("failed", x, str(x_error))
        del i
        yield x


print([each for each in rebinding(3000) if each.__class__ is tuple][:4])
