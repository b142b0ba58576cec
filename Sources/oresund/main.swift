print("oresund")
