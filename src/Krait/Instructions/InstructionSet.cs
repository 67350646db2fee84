using System.Globalization;

namespace Krait.Instructions;

/// <summary>The instruction set as tools see it: what can be asked of each instruction without reading its code.</summary>
public static class InstructionSet
{
    /// <summary>All instructions. Of the several that one definition makes, each is listed for itself.</summary>
    public static IReadOnlyList<InstructionFacts> All()
    {
        var all = new List<InstructionFacts>();
        foreach (var definition in InstructionProperties.All())
        {
            var names = Words(definition.Name);
            var codes = Words(definition.Codes);
            for (var i = 0; i < names.Length; i++)
                all.Add(new InstructionFacts(definition, names[i], Bytes(codes[i])));
        }
        return all;
    }

    /// <summary>The words of a list in the table.</summary>
    internal static string[] Words(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A byte in hexadecimal, or a range first..last.</summary>
    private static byte[] Bytes(string text)
    {
        var first = byte.Parse(text.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var last = byte.Parse(text.AsSpan(text.Length - 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var bytes = new byte[last - first + 1];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(first + i);
        return bytes;
    }
}
