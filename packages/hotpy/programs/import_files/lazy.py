def __getattr__(n):
    if n.startswith("_"): raise AttributeError(n)
    return n+"!"
