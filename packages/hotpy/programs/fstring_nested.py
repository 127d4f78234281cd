# Replacement fields: nesting, debugging, quotes, order.
width, precision, value, name = 10, 3, 3.14159265, "val"
print(f"{value:{width}.{precision}}|{value:{width}}|{value:{'>' + str(width)}.{precision}f}|{name!r:{width}}")
print(f"{value=}|{value = }|{value=:.2f}|{name=}|{name=!s}|{width+1=}|{ width = !r:>5}")
print(f"{{}}|{{{width}}}|{'nested ' + f'{width}'}|{'a' 'b'}|{[i for i in range(3)]}|{ {1: 2}[1] }|{(lambda x: x * 2)(4)}")
print(f"{width if width > 5 else 0}|{width!r}|{'{'}|{'}'}|{'''x'''}|{width:{'{'}>{width}}" if True else "")
print(f'{"a"}' f"{1}" 'plain' f'{2}' "")
print(f"""multi
{width}
line {
    width
}""")
def note(x):
    print("note", x)
    return x
print(f"{note(1)} {note(2):{note(5)}} {note(3)}")
class Money:
    def __init__(self, amount):
        self.amount = amount
    def __format__(self, spec):
        return f"<{self.amount}:{spec}>"
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr"
m = Money(5)
print(f"{m}|{m:abc}|{m!s}|{m!r:>6}|{m=}|{[m]}|{m:{width}}")
print("{0} {1} {0} {x} {y[1]} {z.amount} {{}} {0!r:>4}".format(1, 2, x=3, y=[4, 5], z=m))
print("%s %d %r %5.2f %x %% %-5s| %05d %+d %e %c %i" % ("a", 1, "b", 2.5, 255, "l", 42, 3, 12345.678, "c", 7))
