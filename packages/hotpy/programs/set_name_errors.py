"""What __set_name__ raises is the cause of a RuntimeError."""
class D:
    def __set_name__(self,o,n): 1/0
try:
    class C: d=D()
except Exception as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__))
class M(type):
    def __new__(m,*a):
        try:
            return super().__new__(m,*a)
        except RuntimeError as e: print('RE',e)
class C(metaclass=M): d=D()
import enum
try:
    class E(enum.Enum):
        A = 1
        def __init__(self, x, y): pass
except TypeError as e: print(e)
type.__new__(type,'X',(),{'d':D()})
