"""Threads that import the same modules at the same time find them complete; those that import one another's do not wait for ever."""
import importlib
import os
import sys
import tempfile
import threading

sys.setswitchinterval(1e-5)
faults = []


def together(count, work):
    def run(index):
        try:
            work(index)
        except BaseException as error:
            faults.append(repr(error))

    threads = [threading.Thread(target=run, args=(index,)) for index in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def statements(index):
    import fractions
    import statistics
    from decimal import Decimal

    assert statistics.mean([1, 2]) == 1.5 and fractions.Fraction(1, 3) and Decimal(1)


together(10, statements)

with tempfile.TemporaryDirectory() as directory:
    sys.path.insert(0, directory)

    def write(name, text):
        with open(os.path.join(directory, name), "w") as file:
            file.write(text)

    slow = "import time\nfor _ in range(5):\n    time.sleep(0.002)\n"
    os.mkdir(os.path.join(directory, "slow_package"))
    write("slow_package/__init__.py", slow + "from . import part\ncomplete = part.complete\n")
    write("slow_package/part.py", slow + "complete = 1\n")
    write("slow_module.py", slow + "complete = 2\n")
    write("broken.py", slow + "1 / 0\n")
    # Each waits for the other, in two threads.
    write("one.py", slow + "import two\nhere = 1\n")
    write("two.py", slow + "import one\nhere = 2\n")
    importlib.invalidate_caches()

    def forms(index):
        if index % 3 == 0:
            import slow_package.part
        elif index % 3 == 1:
            slow_package = importlib.import_module("slow_package")
        else:
            from slow_package import part, complete
            import slow_package
        assert slow_package.complete == slow_package.part.complete == 1
        module = __import__("slow_module") if index % 2 else importlib.import_module("slow_module")
        assert module.complete == 2

    together(12, forms)
    counts = []

    def failing(index):
        try:
            import broken
        except ZeroDivisionError:
            counts.append(index)

    together(4, failing)
    print(len(counts) > 0, "broken" in sys.modules)
    together(2, lambda index: __import__(("one", "two")[index]))
    import one
    import two

    print(one.here, two.here, one.two is two, two.one is one)
print(faults)
