# An object that reduces to itself has no end: RecursionError, as in CPython.
import functools
import pickle


class Endless:
    def __reduce__(self):
        return Endless, (self,)


def capture(*args):
    pass


partial = functools.partial(capture)
partial.__setstate__((partial, (), {}, {}))
for each in (Endless(), partial):
    try:
        pickle.dumps(each)
    except RecursionError as error:
        print(type(error).__name__)
