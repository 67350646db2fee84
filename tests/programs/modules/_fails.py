print("fails runs")
started = True
1 / 0
