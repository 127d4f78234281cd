"""NotImplemented is true, and warns of that wherever it is asked."""

import warnings


def told(run):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        result = run()
    return result, [(each.category.__name__, str(each.message), each.lineno) for each in caught]


for run in (
    lambda: bool(NotImplemented),
    lambda: 1 if NotImplemented else 2,
    lambda: not NotImplemented,
    lambda: NotImplemented and 1,
    lambda: [n for n in range(3) if NotImplemented],
    lambda: all([NotImplemented]),
    lambda: list(filter(None, [NotImplemented])),
    lambda: NotImplemented.__bool__(),
):
    print(told(run))

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        if NotImplemented:
            pass
    except DeprecationWarning as error:
        print(error)


def hot():
    return sum(1 for n in range(300) if NotImplemented)


print(told(hot)[0], len(told(hot)[1]))
