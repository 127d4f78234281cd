# sys.exit with a message goes to stderr, exit code 1.
import sys
def f():
    sys.exit("fatal: something is wrong")
f()
