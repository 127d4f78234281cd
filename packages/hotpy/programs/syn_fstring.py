print("never")
x = f"{a b}"
