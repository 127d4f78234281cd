print("never printed")
while True
    pass
