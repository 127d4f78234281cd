from ..a import __name__ as n
from .. import b
value = n
