# sys.exit with a number.
import sys
print("leaving")
try:
    sys.exit(3)
finally:
    print("cleaning up")
print("never")
