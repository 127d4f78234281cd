# Markers count characters, and wide ones come before them.
def f(größe, naïve):
    return größe["ключ"] + naïve
café = {"ключ": 1}
print(f(café, 2))
"ééé" + f(café, 3) + café["не"]
