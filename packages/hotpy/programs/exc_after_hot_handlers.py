# Exceptions in hot code: handlers in order, what is raised in them, contexts, and finally that replaces.


def choose(i):
    if i % 5 == 0:
        raise KeyError(i)
    if i % 5 == 1:
        raise IndexError(i)
    if i % 5 == 2:
        raise OSError(2, "no")
    return i


def ordered(n):
    counts = {}
    for i in range(n):
        try:
            choose(i)
        except KeyError:
            name = "key"
        except LookupError:
            name = "lookup"
        except (ValueError, OSError) as error:
            name = type(error).__name__
        else:
            name = "none"
        counts[name] = counts.get(name, 0) + 1
    return counts


print(ordered(5000))


def contexts(n):
    depth = 0
    for i in range(n):
        try:
            try:
                choose(i)
            except KeyError:
                [][i]
            except IndexError as error:
                raise ValueError(i) from error
        except Exception as error:
            while error is not None:
                depth += 1
                error = error.__cause__ or error.__context__
    return depth


print(contexts(5000))


def replaced(n):
    kept = 0
    for i in range(n):
        try:
            choose(i)
            kept += 1
        finally:
            if i % 5 != 3:
                continue
            kept += 100
    return kept


print(replaced(5000))


def returned(i):
    try:
        return choose(i)
    except KeyError:
        return "key"
    finally:
        if i % 5 == 1:
            return "finally"


def all_returned(n):
    found = {}
    for i in range(n):
        try:
            value = returned(i)
        except OSError as error:
            value = error.errno
        found[str(value)[:3]] = found.get(str(value)[:3], 0) + 1
    return len(found), found["key"], found["fin"], found["2"]


print(all_returned(4000))


def reraised(n):
    lines = set()
    for i in range(n):
        try:
            try:
                choose(i)
            except OSError as error:
                error.filename = i
                raise
        except OSError as error:
            traceback = error.__traceback__
            count = 0
            while traceback is not None:
                count += 1
                lines.add(traceback.tb_lineno)
                traceback = traceback.tb_next
            if count != 2:
                print("tracebacks", count)
        except LookupError:
            pass
    return sorted(lines)


print(reraised(3000))
