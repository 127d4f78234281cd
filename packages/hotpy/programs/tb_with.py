# An exception raised in a with block and again in __exit__.
class Resource:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, tb):
        self.closed.append(1)
def use():
    with Resource() as r:
        raise OSError("disk on fire")
use()
