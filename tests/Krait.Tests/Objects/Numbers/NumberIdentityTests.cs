using System.Numerics;
using Krait.Core;
using Krait.Modules;
using Krait.Objects;

namespace Krait.Tests.Objects;

/// <summary>Identities that hold for all numbers, on random ones.</summary>
public class NumberIdentityTests
{
    private const int Rounds = 20_000;

    private readonly BareMachine machine = new() { MaxStrDigits = 0 };
    private readonly Random random = new(20261121);

    [Fact]
    public void A_quotient_and_its_remainder_give_back_the_dividend()
    {
        for (var i = 0; i < Rounds; i++)
        {
            var (a, b) = (Int(400), Int(300));
            if (b.IsZero)
                continue;
            var quotient = Integer(BinaryOperator.FloorDivide, a, b);
            var remainder = Integer(BinaryOperator.Modulo, a, b);
            Assert.Equal(a, quotient * b + remainder);
            Assert.True(remainder.IsZero || remainder.Sign == b.Sign);
            Assert.True(BigInteger.Abs(remainder) < BigInteger.Abs(b));
        }
    }

    [Fact]
    public void Arithmetic_on_64_bits_agrees_with_big_ints()
    {
        for (var i = 0; i < Rounds; i++)
        {
            var (a, b) = (Int(64), Int(64));
            var count = random.Next(130);
            Assert.Equal(a + b, Integer(BinaryOperator.Add, a, b));
            Assert.Equal(a - b, Integer(BinaryOperator.Subtract, a, b));
            Assert.Equal(a * b, Integer(BinaryOperator.Multiply, a, b));
            Assert.Equal(a & b, Integer(BinaryOperator.And, a, b));
            Assert.Equal(a | b, Integer(BinaryOperator.Or, a, b));
            Assert.Equal(a ^ b, Integer(BinaryOperator.Xor, a, b));
            Assert.Equal(a << count, Integer(BinaryOperator.LeftShift, a, count));
            Assert.Equal(FloorShift(a, count), Integer(BinaryOperator.RightShift, a, count));
            Assert.Equal(BigInteger.Pow(a, count / 10), Integer(BinaryOperator.Power, a, count / 10));
        }
    }

    [Fact]
    public void A_float_is_read_back_from_its_repr()
    {
        for (var i = 0; i < Rounds; i++)
        {
            var value = Float();
            Assert.True(FloatText.TryParse(FloatText.Repr(value), out var read));
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(read));
        }
    }

    [Fact]
    public void Every_power_of_two_is_read_back_from_its_repr()
    {
        for (var exponent = Floats.SmallestExponent; exponent <= 1023; exponent++)
        {
            Assert.True(FloatText.TryParse(FloatText.Repr(Math.ScaleB(1, exponent)), out var read));
            Assert.Equal(Math.ScaleB(1, exponent), read);
        }
    }

    [Fact]
    public void A_float_is_read_back_from_its_hexadecimal_form()
    {
        for (var i = 0; i < Rounds; i++)
        {
            var value = Float();
            Value result = default;
            Assert.Equal(Status.Ok, FloatHex.Read(machine, FloatHex.Write(value), ref result));
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), result.Bits);
        }
    }

    [Fact]
    public void An_int_is_compared_with_a_float_by_exact_value()
    {
        for (var i = 0; i < Rounds; i++)
        {
            var value = Float();
            Floats.Split(value, out var mantissa, out var exponent);
            var signed = value < 0 ? -(BigInteger)mantissa : mantissa;
            // Near the float as often as anywhere.
            var number = random.Next(2) == 0 ? Int(200) : new BigInteger(value) + random.Next(-1, 2);
            var exact = exponent < 0 ? (number << -exponent).CompareTo(signed) : number.CompareTo(signed << exponent);
            Assert.Equal(exact < 0, Holds(BinaryOperator.Less, PyInt.Normalize(number), Value.Float(value)));
            Assert.Equal(exact == 0, Holds(BinaryOperator.Equal, PyInt.Normalize(number), Value.Float(value)));
            Assert.Equal(exact > 0, Holds(BinaryOperator.Less, Value.Float(value), PyInt.Normalize(number)));
        }
    }

    [Fact]
    public void Equal_numbers_of_different_kinds_hash_alike()
    {
        for (var i = 0; i < Rounds; i++)
        {
            var value = Math.Truncate(Float());
            var hash = Krait.Objects.Numbers.Hash(Value.Float(value));
            Assert.Equal(hash, Krait.Objects.Numbers.Hash(PyInt.Normalize(new BigInteger(value))));
            Assert.Equal(hash, Krait.Objects.Numbers.Hash(Value.Of(new PyComplex(value, 0))));
        }
    }

    [Fact]
    public void Long_numbers_are_written_and_read_as_dotnet_does()
    {
        foreach (var bits in new[] { 1000, 1700, 1701, 1702, 5000, 40_000 })
            for (var i = 0; i < 5; i++)
            {
                var number = Int(bits) | BigInteger.One << (bits - 1);
                var text = number.ToString();
                Assert.Equal(text, IntText.Decimal(machine, number));
                Value result = default;
                Assert.Equal(Status.Ok, IntText.Parse(machine, text, 10, Value.None, ref result));
                Assert.Equal(number, ((PyInt)result.Object!).Number);
            }
        foreach (var digits in new[] { 511, 512, 513, 1024, 1025, 4096, 4097 })
        {
            var power = BigInteger.Pow(10, digits);
            Assert.Equal(power.ToString(), IntText.Decimal(machine, power));
            Assert.Equal((power - 1).ToString(), IntText.Decimal(machine, power - 1));
        }
    }

    [Fact]
    public void Multiplication_and_division_in_pieces_agree_with_dotnet()
    {
        foreach (var (left, right) in new[] { (600_000, 600_000), (1_300_000, 300_000), (700_000, 65), (270_000, 265_000), (900_000, 140_000), (600_000, 3000) })
        {
            var (a, b) = (Int(left) | BigInteger.One << (left - 1), BigInteger.Abs(Int(right)) | BigInteger.One << (right - 1));
            Assert.True(BigMath.TryMultiply(machine, a, b, out var product));
            Assert.Equal(a * b, product);
            Assert.True(BigMath.TryDivMod(machine, a, b, out var quotient, out var remainder));
            Assert.Equal(a, quotient * b + remainder);
            Assert.True(remainder.Sign >= 0 && remainder < b);
        }
    }

    [Fact]
    public void A_whole_square_root_is_the_largest_whose_square_fits()
    {
        for (var i = 0; i < 2000; i++)
        {
            var number = BigInteger.Abs(Int(random.Next(1, 900)));
            Assert.True(SquareRoot.TryCompute(machine, number, out var root, out var rest));
            Assert.Equal(number, root * root + rest);
            Assert.True(rest.Sign >= 0 && rest <= 2 * root);
            Assert.True(SquareRoot.TryCompute(machine, root * root, out var exact, out rest));
            Assert.Equal(root, exact);
            Assert.True(rest.IsZero);
        }
    }

    [Fact]
    public void A_power_with_a_modulus_agrees_with_dotnet()
    {
        for (var i = 0; i < 2000; i++)
        {
            var (b, e, m) = (Int(300), BigInteger.Abs(Int(100)), Int(200));
            if (m.IsZero)
                continue;
            Assert.True(BigModular.TryPower(machine, b, e, m, out var power));
            var expected = BigInteger.ModPow(b, e, BigInteger.Abs(m));
            Assert.True(((power - expected) % m).IsZero);
            Assert.True(power.IsZero || power.Sign == m.Sign);
        }
    }

    private BigInteger Int(int bits)
    {
        var bytes = new byte[random.Next(bits / 8 + 1)];
        random.NextBytes(bytes);
        return new BigInteger(bytes);
    }

    private double Float()
    {
        while (true)
        {
            var value = random.Next(3) == 0 ? Math.ScaleB(random.NextDouble() - 0.5, random.Next(-10, 70)) : BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value))
                return value;
        }
    }

    private BigInteger Integer(BinaryOperator op, BigInteger left, BigInteger right)
    {
        Value result = default;
        Assert.Equal(Status.Ok, Operations.Binary(machine, op, PyInt.Normalize(left), PyInt.Normalize(right), ref result));
        // What fits 64 bits is never an object.
        var isLong = result.IsInt;
        var value = isLong ? result.Bits : ((PyInt)result.Object!).Number;
        Assert.Equal(isLong, value >= long.MinValue && value <= long.MaxValue);
        return value;
    }

    private bool Holds(BinaryOperator op, in Value left, in Value right)
    {
        Value result = default;
        Assert.Equal(Status.Ok, Operations.Compare(machine, op, left, right, ref result));
        return result.AsBool;
    }

    private static BigInteger FloorShift(BigInteger value, int count)
    {
        var divisor = BigInteger.One << count;
        var quotient = BigInteger.DivRem(value, divisor, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }
}
