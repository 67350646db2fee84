# differs: no-local-names
def unbound():
    print(q)
    q = 1
def freevar():
    def g(): return zz
    g()
    zz = 1
for g in [unbound, freevar]:
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
def dele():
    x = 1
    del x
    try:
        x
    except UnboundLocalError as e:
        print(e)
    try:
        del x
    except UnboundLocalError as e:
        print(e)
dele()
