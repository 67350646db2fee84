using Krait.Core;

namespace Krait.Mpy;

/// <summary>The type byte of an entry of an object table.</summary>
internal enum ObjectType : byte
{
    /// <summary>The table of functions that native code calls.</summary>
    FunctionTable,
    None,
    False,
    True,
    Ellipsis,
    Str,
    Bytes,
    Int,
    Float,
    Complex,
    Tuple,
}

/// <summary>One entry of an object table, where it lies.</summary>
internal ref struct ObjectEntry
{
    /// <summary>What it is.</summary>
    public ObjectType Type;

    /// <summary>The text of a str (UTF-8, lone surrogates included) or a number (ASCII), or the contents of bytes.</summary>
    public ReadOnlySpan<byte> Data;

    /// <summary>The number of items of a tuple. They follow: the cursor that gave the tuple gives them next, depth first.</summary>
    public int Count;
}

/// <summary>Reads constants of a verified image one at a time, so that each is made when it is first used.</summary>
internal ref struct ObjectCursor
{
    private ReadOnlySpan<byte> rest;

    /// <summary>A cursor before an entry of the object table.</summary>
    public ObjectCursor(ModuleImage image, int index) => rest = image.Bytes[image.ObjectOffsets[index]..];

    /// <summary>A cursor before the entry whose type byte the bytes begin with; the reader has accepted them.</summary>
    public ObjectCursor(ReadOnlySpan<byte> bytes) => rest = bytes;

    /// <summary>Reads an entry and goes on behind it; the items of a tuple are entries of their own.</summary>
    public ObjectEntry Read()
    {
        var type = (ObjectType)rest[0];
        rest = rest[1..];
        switch (type)
        {
            case ObjectType.Str or ObjectType.Bytes:
                var text = Take(Length());
                rest = rest[1..];
                return new() { Type = type, Data = text };
            case ObjectType.Int or ObjectType.Float or ObjectType.Complex:
                return new() { Type = type, Data = Take(Length()) };
            case ObjectType.Tuple:
                return new() { Type = type, Count = Length() };
            default:
                return new() { Type = type };
        }
    }

    private int Length()
    {
        for (var value = 0; ;)
        {
            var b = rest[0];
            rest = rest[1..];
            value = value << 7 | b & 0x7f;
            if (b < 0x80)
                return value;
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
