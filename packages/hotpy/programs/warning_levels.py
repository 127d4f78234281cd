# Levels of warnings count the frames that are not of the import system.
import os.path
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, file, line, *more: print(os.path.basename(file), line, message)

PASSES = "def through(call, *args):\n    return call(*args)\n"
bootstrap = {}
exec(compile(PASSES, "<frozen importlib._bootstrap>", "exec"), bootstrap)
through = bootstrap["through"]


def warn(level):
    warnings.warn(f"level {level}", stacklevel=level)


def middle(level):
    through(through, warn, level)


def outer(level):
    middle(level)


for level in range(-1, 8):
    outer(level)

# A frame of the import system that itself warns counts all.
source = "import warnings\ndef own(level):\n    warnings.warn(f'own {level}', stacklevel=level)\n"
exec(compile(source, "<frozen importlib._bootstrap_external>", "exec"), bootstrap)
for level in range(1, 6):
    through(through, bootstrap["own"], level)
