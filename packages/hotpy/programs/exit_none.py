# SystemExit raised by hand, caught once, then not.
try:
    raise SystemExit(5)
except SystemExit as e:
    print("caught", e.code)
try:
    raise SystemExit
except BaseException as e:
    print(repr(e), e.code)
raise SystemExit(None)
