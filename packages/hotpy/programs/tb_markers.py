# Markers under calls, operators, subscripts, attributes and names, over several lines.
def f(x):
    data = {"a": {"b": [1, 2, 3]}}
    return data["a"]["b"][x] + data["a"]["c"][0]
class A:
    def method(self, k):
        return (self.other(k)
                .upper()
                .missing(1, 2))
    def other(self, k): return "text"
def g():
    return A().method(
        f(1) if False else 5,
    )
def h():
    try:
        g()
    except AttributeError as e:
        x = 1 + f(0) * 2
h()
