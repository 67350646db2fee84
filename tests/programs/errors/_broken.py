def load():
    return {}["absent"]
value = load()
