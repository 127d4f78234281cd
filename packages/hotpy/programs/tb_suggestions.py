# "Did you mean" for names and attributes.
class Thing:
    colour = 1
    def method(self): pass
def first():
    length = 5
    return lenght
for f in (lambda: Thing().color, first):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
prnit("hello")
