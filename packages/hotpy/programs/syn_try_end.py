if x:
    try: pass
