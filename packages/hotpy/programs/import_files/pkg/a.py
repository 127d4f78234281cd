print("in a")
