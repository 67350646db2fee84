print("second", __name__)
value = 2
