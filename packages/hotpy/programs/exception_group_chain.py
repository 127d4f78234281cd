# Chains of exceptions within groups: a group that comes first in a chain closes nothing but itself.
import sys


def group(*members):
    return ExceptionGroup("group", members)


def show(exception):
    sys.__excepthook__(type(exception), exception, None)


def after(exception, context):
    exception.__context__ = context
    return exception


show(group(after(RuntimeError("wrapped"), group(OSError(2, "none", "file")))))
show(group(after(RuntimeError("wrapped"), group(OSError(1))), ValueError(2)))
show(group(after(group(ValueError(3)), group(OSError(4)))))
show(group(after(group(ValueError(5)), KeyError(6))))
show(after(group(after(KeyError(7), after(group(ValueError(8)), group(ValueError(9))))), group(TypeError(10))))
