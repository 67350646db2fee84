using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <content>What sys says of the implementation: the same in every engine.</content>
internal static partial class SysModule
{
    /// <summary>Below this a bound of int's decimal digits would hit ordinary programs.</summary>
    private const int SmallestDigitBound = 640;

    /// <summary>The .mpy format: version 6, sub-version 3, no native code.</summary>
    private const int MpyVersion = 6 | 3 << 8;

    private const string KraitVersion = "0.1.0";

    private static readonly StructKind versionKind = new("sys", "version_info", false, "major", "minor", "micro", "releaselevel", "serial");

    private static readonly StructKind implementationKind =
        new("sys", "implementation", false, "name", "version", "_machine", "_mpy", "cache_tag", "hexversion");

    private static readonly StructKind floatKind = new("sys", "float_info", false,
        "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds");

    private static readonly StructKind intKind = new("sys", "int_info", false,
        "bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold");

    private static readonly StructKind hashKind = new("sys", "hash_info", false,
        "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff");

    private static readonly StructKind flagsKind = new("sys", "flags", false, "debug", "inspect", "interactive", "optimize",
        "dont_write_bytecode", "no_user_site", "no_site", "ignore_environment", "verbose", "bytes_warning", "quiet",
        "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits");

    /// <summary>The language level, then the implementation, as programs split it.</summary>
    [PyConstant("version")]
    internal static string Version => $"3.11.0; Krait {KraitVersion}";

    [PyConstant("version_info")]
    internal static Value VersionInfo => versionKind.Of(Value.Int(3), Value.Int(11), Value.Int(0), Text("final"), Value.Int(0));

    [PyConstant("hexversion")]
    internal static long HexVersion => 0x030b00f0;

    [PyConstant("implementation")]
    internal static Value Implementation => implementationKind.Of(Text("krait"),
        versionKind.Of(Value.Int(0), Value.Int(1), Value.Int(0), Text("final"), Value.Int(0)),
        Text("Krait on .NET"), Value.Int(MpyVersion), Value.None, Value.Int(0x000100f0));

    [PyConstant("platform")]
    internal static string Platform => OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    [PyConstant("float_repr_style")]
    internal static string FloatReprStyle => "short";

    [PyConstant("byteorder")]
    internal static string ByteOrder => BitConverter.IsLittleEndian ? "little" : "big";

    [PyConstant("maxsize")]
    internal static long MaxSize => long.MaxValue;

    [PyConstant("maxunicode")]
    internal static long MaxUnicode => 0x10ffff;

    [PyConstant("executable")]
    internal static string Executable => "";

    [PyConstant("copyright")]
    internal static string Copyright => "The Krait authors";

    [PyConstant("dont_write_bytecode")]
    internal static bool WritesNoBytecode => true;

    [PyConstant("float_info")]
    internal static Value FloatInfo => floatKind.Of(Value.Float(double.MaxValue), Value.Int(1024), Value.Int(308),
        Value.Float(2.2250738585072014e-308), Value.Int(-1021), Value.Int(-307), Value.Int(15), Value.Int(53),
        Value.Float(2.220446049250313e-16), Value.Int(2), Value.Int(1));

    [PyConstant("int_info")]
    internal static Value IntInfo => intKind.Of(Value.Int(32), Value.Int(4), Value.Int(4300), Value.Int(SmallestDigitBound));

    [PyConstant("hash_info")]
    internal static Value HashInfo => hashKind.Of(Value.Int(64), Value.Int((1L << 61) - 1), Value.Int(314159), Value.Int(0),
        Value.Int(1000003), Text("keyed"), Value.Int(64), Value.Int(64), Value.Int(0));

    [PyConstant("flags")]
    internal static Value Flags
    {
        get
        {
            var items = new Value[flagsKind.Fields.Length]; // Bounded: a constant.
            Array.Fill(items, Value.Int(0));
            items[^1] = Value.Int(4300);
            return flagsKind.Of(items);
        }
    }

    private static Value Text(string text) => Value.Of(PyStr.From(text));
}
