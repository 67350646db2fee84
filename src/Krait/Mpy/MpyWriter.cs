namespace Krait.Mpy;

/// <summary>Writes <c>.mpy</c> files of version 6: header, qstr table, object table, raw code with its children.</summary>
internal static class MpyWriter
{
    public const byte FormatVersion = 6;
    const byte HasArchitectureFlags = 0x40;
    const int HasChildren = 4;

    public static byte[] Write(MpyModule module)
    {
        var writer = new ByteWriter(1024);
        writer.Write((byte)'M');
        writer.Write(FormatVersion);
        writer.Write(module.ArchitectureFlags is null ? (byte)0 : HasArchitectureFlags);
        writer.Write((byte)module.SmallIntBits);
        if (module.ArchitectureFlags is { } flags)
            writer.WriteVarUint(flags);
        writer.WriteVarUint((uint)module.Qstrs.Count);
        writer.WriteVarUint((uint)module.Objects.Count);
        foreach (var qstr in module.Qstrs)
            WriteQstr(writer, qstr);
        foreach (var constant in module.Objects)
            constant.Write(writer);
        WriteRawCode(writer, module.Root);
        return writer.Span.ToArray();
    }

    static void WriteQstr(ByteWriter writer, byte[] text)
    {
        var index = StaticQstrs.IndexOf(text);
        if (index > 0)
        {
            writer.WriteVarUint((uint)index << 1 | 1);
            return;
        }
        writer.WriteVarUint((uint)text.Length << 1);
        writer.Write(text);
        writer.Write(0);
    }

    /// <summary>Children follow their parent; the stack stands in for recursion, so nesting is no matter.</summary>
    static void WriteRawCode(ByteWriter writer, RawCode root)
    {
        var pending = new Stack<RawCode>([root]);
        while (pending.TryPop(out var code))
        {
            var hasChildren = code.Children.Count > 0;
            writer.WriteVarUint((uint)code.FunData.Length << 3 | (hasChildren ? HasChildren : 0u));
            writer.Write(code.FunData);
            if (!hasChildren)
                continue;
            writer.WriteVarUint((uint)code.Children.Count);
            for (var i = code.Children.Count - 1; i >= 0; i--)
                pending.Push(code.Children[i]);
        }
    }
}
