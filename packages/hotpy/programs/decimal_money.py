# Decimals as programs about money use them: quantized with every rounding, made of ints, cut to ints, in loops that get hot.
import decimal
from decimal import Decimal, getcontext, localcontext, Inexact, Rounded

ROUNDINGS = [name for name in dir(decimal) if name.startswith("ROUND_")]
TEXTS = "0 -0 1 -1 2.5 -2.5 0.125 -0.125 1.005 -1.005 2.675 99.995 -99.995 0.001 0.0050 1E+3 12345678901234.5 99999999999999 99999999999.995 -0.004 5E-14 NaN Infinity 1234567890123456789.125".split()
UNITS = [Decimal(text) for text in ("1", "0.1", "0.01", "1E+2", "1E-10", "1E-14", "-3.00")]


def quantized(value, unit, rounding):
    try:
        return str(value.quantize(unit, rounding))
    except (decimal.InvalidOperation, ValueError) as error:
        return type(error).__name__


for rounding in ROUNDINGS:
    for text in TEXTS:
        value = Decimal(text)
        given = [quantized(value, unit, rounding) for unit in UNITS]
        with localcontext() as context:
            context.rounding = rounding
            by_context = [quantized(value, unit, None) for unit in UNITS]
        print(rounding, text, *given, "" if given == by_context else by_context)


def flags(value, rounding):
    context = getcontext()
    context.clear_flags()
    value.quantize(UNITS[2], rounding=rounding)
    return context.flags[Inexact], context.flags[Rounded]


for rounding in ROUNDINGS:
    print(rounding, [flags(Decimal(text), rounding) for text in ("1.23", "1.230", "1.234", "1.2")])

with localcontext() as context:
    context.traps[Inexact] = True
    try:
        Decimal("1.234").quantize(UNITS[2], decimal.ROUND_HALF_UP)
    except Inexact as error:
        print("trapped", error)
with localcontext() as context:
    context.prec = 3
    print(quantized(Decimal("123.456"), UNITS[2], decimal.ROUND_HALF_UP))

for rounding in ("ROUND_NOTHING", 4, ""):
    try:
        print(Decimal("1.5").quantize(UNITS[0], rounding))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Money(Decimal):
    pass


def total(count):
    owed = Decimal(0)
    cents = 0
    for i in range(count):
        price = Decimal(i - count // 3) * Decimal("0.0475")
        owed += price.quantize(UNITS[2], decimal.ROUND_HALF_UP) - price.quantize(UNITS[2], rounding=decimal.ROUND_DOWN)
        cents += int(price) + int(Money(price)) + int(price * 100)
    return owed, cents


print(total(3000))
for number in (0, -0, 7, -7, 2**30 - 1, -(2**30), 2**30, 2**70, True):
    value = Decimal(number)
    print(value, value.as_tuple(), value.is_signed(), int(value), Money(number), type(Money(number)).__name__)
for text in TEXTS:
    try:
        value = Decimal(text)
        print(text, int(value), value.__trunc__(), int(Money(text)), type(int(value)).__name__)
    except (ValueError, OverflowError) as error:
        print(text, type(error).__name__, error)
