from .a import *
from . import a
print("in b")
