import math
print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.floor(10**20), math.sqrt(2), math.isqrt(99), math.factorial(20), math.factorial(25), math.gcd(12, 18), math.gcd(), math.gcd(0, 5, 10), math.lcm(4, 6), math.comb(10, 3), math.perm(5, 2), math.perm(4))
print(math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10), math.pow(2, 0.5), math.hypot(3, 4), math.hypot(1, 2, 3), math.dist([1, 2], [4, 6]), math.cbrt(27), math.exp2(3))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(1), math.atan2(1, -1), math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5), math.degrees(math.pi), math.radians(180))
print(math.fabs(-2), math.fmod(-7, 3), math.remainder(7, 4), math.modf(1.5), math.frexp(8), math.ldexp(0.5, 4), math.copysign(1, -0.0), math.fsum([0.1] * 10), math.prod([1, 2, 3], start=2), math.nextafter(1, 2), math.ulp(1.0))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 2, rel_tol=0.5), math.isclose(1, 1.1, abs_tol=0.2))
print(math.gamma(5), math.erf(0.5), math.erfc(0.5))
for f in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.gcd(1.5), lambda: math.acos(2), lambda: math.exp(1000), lambda: math.floor("a"), lambda: math.sqrt("a"), lambda: math.pow(0, -1), lambda: math.isqrt(-1), lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.comb(-1, 2), lambda: math.sqrt(), lambda: math.sqrt(1, 2), lambda: math.fmod(1, 0), lambda: math.log("a"), lambda: math.ldexp(1, 2000), lambda: math.dist([1], [1, 2]), lambda: math.trunc("a"), lambda: math.sin(math.inf), lambda: math.gamma(0), lambda: math.nope, lambda: math.log(10**1000), lambda: math.log2(2**2000), lambda: math.prod(["a", 2])]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class F:
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
    def __float__(self): return 4.0
    def __round__(self, n=None): return ("round", n)
print(math.floor(F()), math.ceil(F()), math.trunc(F()), math.sqrt(F()), round(F()), round(F(), 2))
