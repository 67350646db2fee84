namespace Krait.Mpy;

/// <summary>The header of a file.</summary>
/// <param name="SubVersion">The revision of the native interface; matters with native code only.</param>
/// <param name="Architecture">The number of the machine its native code is for; 0 without native code.</param>
/// <param name="ArchitectureFlags">Extensions of that machine that the code uses, when the header carries them.</param>
/// <param name="SmallIntBits">The size of a small int, sign included, that the code was made for.</param>
internal readonly record struct MpyHeader(int SubVersion, int Architecture, int? ArchitectureFlags, int SmallIntBits)
{
    private static readonly string[] Architectures =
    [
        "none", "x86", "x64", "armv6", "armv6m", "armv7m", "armv7em", "armv7emsp", "armv7emdp", "xtensa", "xtensawin",
        "rv32imc", "rv64imc", "debug",
    ];

    /// <summary>The name of the architecture as the cross-compiler's -march option spells it.</summary>
    public string ArchitectureName => Architectures[Architecture];

    /// <summary>Reads the header, or says in the cursor's error what is wrong with it.</summary>
    public static bool TryRead(ref MpyCursor cursor, out MpyHeader header)
    {
        header = default;
        if (cursor.Remaining < 4)
            return cursor.Fail(0, "header.magic", "too short for a .mpy file");
        if (cursor.Byte() != 'M')
            return cursor.Fail(0, "header.magic", "not a .mpy file: it does not begin with 'M'");
        var version = cursor.Byte();
        if (version != 6)
            return cursor.Fail(1, "header.version", $"version {version} is not supported, only version 6 is{Releases(version)}");
        var feature = cursor.Byte();
        var bits = cursor.Byte();
        var architecture = (feature >> 2) & 15;
        if ((feature & 0x80) != 0)
            return cursor.Fail(2, "header.flags", $"unknown feature bit in 0x{feature:x2}");
        if (architecture >= Architectures.Length)
            return cursor.Fail(2, "header.arch", $"unknown architecture {architecture}");
        if (architecture != 0 && (feature & 3) != 3)
            return cursor.Fail(2, "header.subversion", $"native code of sub-version {feature & 3}, only sub-version 3 is supported");
        if (bits > 63)
            return cursor.Fail(3, "header.bits", $"made for small ints of {bits} bits; at most 63 are supported");
        int? flags = null;
        if ((feature & 0x40) != 0)
        {
            if (!cursor.TryVarUint(out var value))
                return false;
            flags = value;
        }
        header = new(feature & 3, architecture, flags, bits);
        return true;
    }

    /// <summary>The releases that wrote an old version.</summary>
    private static string Releases(byte version) => version switch
    {
        5 => " (MicroPython 1.12 to 1.18 made such files)",
        4 => " (MicroPython 1.11 made such files)",
        3 => " (MicroPython 1.9.3 to 1.10 made such files)",
        2 => " (MicroPython 1.9 to 1.9.2 made such files)",
        0 => " (MicroPython 1.5.1 to 1.8.7 made such files)",
        _ => "",
    };
}
