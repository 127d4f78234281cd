print(1in [1], 0x1for 3, 1_000if 1else 2)
