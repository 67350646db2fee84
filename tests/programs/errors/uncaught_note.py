class Problem(Exception):
    pass
def generate():
    yield 1
    e = Problem("line one\nline two")
    e.add_note("a note")
    raise e
try:
    for x in generate():
        print(x)
finally:
    print("cleaned")
