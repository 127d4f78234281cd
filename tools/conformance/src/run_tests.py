"""Runs one of CPython's own test files:  run_tests.py NAME [ID ...]

The tests named by IDs are left out: those that ended a run of this program before.
Each test prints a line as it begins and one as it ends, in columns divided by tabs:

    @@  begin  ListTest.test_append
    @@  ok     ListTest.test_append
    @@  fail   ListTest.test_sort      AssertionError: …
    @@  skip   ListTest.test_repr      needs more memory

Then `@@ end`; or, where the file cannot be imported, `@@ unloaded` and the exception.
"""
import importlib
import sys
import unittest

from test import support

stdout = sys.stdout
# As CPython's own runner has it: no tests that want gigabytes, minutes, the network or a screen.
support.use_resources = {}
support.verbose = 0


def say(*words):
    print("\n@@", *(" ".join(str(word).split()) for word in words), sep="\t", file=stdout, flush=True)


def describe(error):
    return f"{error[0].__name__}: {error[1]}"[:200]


class Report(unittest.TestResult):
    def __init__(self, name):
        super().__init__()
        self.prefix = f"test.{name}."
        self.running = None

    def identify(self, test):
        return test.id().removeprefix(self.prefix)

    def startTest(self, test):
        super().startTest(test)
        self.running, self.outcome = test, ("ok",)
        say("begin", self.identify(test))

    def stopTest(self, test):
        super().stopTest(test)
        if sys.exc_info()[0] is not None:
            # The exception goes on, and ends the program: the test has no outcome.
            return
        self.running = None
        say(self.outcome[0], self.identify(test), *self.outcome[1:])

    def note(self, test, kind, reason):
        """What sets up a class or a module is no test of its own, but fails or is skipped like one."""
        if self.running is None:
            say(kind, self.identify(test), reason)
        elif self.outcome[0] != "fail":
            self.outcome = kind, reason

    def addError(self, test, error):
        self.note(test, "fail", describe(error))

    def addFailure(self, test, error):
        self.note(test, "fail", describe(error))

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.note(test, "fail", describe(error))

    def addUnexpectedSuccess(self, test):
        self.note(test, "fail", "passes, although a failure is expected")

    def addSkip(self, test, reason):
        self.note(test, "skip", reason)


def tests_of(suite):
    for each in suite:
        if isinstance(each, unittest.TestSuite):
            yield from tests_of(each)
        else:
            yield each


def main(name, *left_out):
    try:
        module = importlib.import_module(f"test.{name}")
        suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    except BaseException as error:
        say("unloaded", name, describe((type(error), error)))
        return
    report = Report(name)
    unittest.TestSuite(test for test in tests_of(suite) if report.identify(test) not in left_out).run(report)
    say("end", name)


main(*sys.argv[1:])
