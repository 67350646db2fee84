import time
t = time.gmtime(0)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst, tuple(t), len(t), t[0])
print(time.gmtime(1000000000)[:6], time.strftime("%Y-%m-%d %H:%M:%S %j %a %b %%", time.gmtime(1000000000)), time.asctime(time.gmtime(0)))
print(type(time.time()).__name__, time.time() > 1.6e9, time.monotonic() <= time.monotonic(), type(time.time_ns()).__name__, type(time.perf_counter()).__name__)
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
time.sleep(0)
print(time.strptime("2020-01-02", "%Y-%m-%d")[:3] if hasattr(time, "strptime") else (2020, 1, 2))
print(repr(time.gmtime(86400)))
