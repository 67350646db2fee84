using Krait.Mpy;

namespace Krait.Campaign;

/// <summary>
/// Makes mutants. A case is a seed and a number: the same pair gives the same bytes, on any machine and in any order.
/// </summary>
internal sealed class Mutator(byte[][] corpus, int seed)
{
    /// <summary>Mutants keep magic, version, flags and small-int size: those have rules of their own that tests cover.</summary>
    private const int HeaderLength = 4;

    /// <summary>Varuints at the limits of their lengths and of what the loader accepts; also of jumps and small counts.</summary>
    private static readonly byte[][] Varuints =
    [
        [0x00], [0x01], [0x3f], [0x40], [0x41], [0x7f], [0x81, 0x00], [0x81, 0x7f], [0x82, 0x00], [0xff, 0x7f], [0x83, 0xff, 0x7f],
        [0x84, 0x80, 0x00], [0x87, 0xff, 0xff, 0xff, 0x7f], [0x88, 0x80, 0x80, 0x80, 0x00], [0x80, 0x00], [0x80, 0x80, 0x80, 0x80, 0x80, 0x00],
    ];

    private readonly CodeMap[] maps = new CodeMap[corpus.Length];

    /// <summary>The bytes of a case.</summary>
    public byte[] Make(int number)
    {
        var random = new Random(HashCode(seed, number));
        var source = random.Next(corpus.Length);
        var bytes = new List<byte>(corpus[source]);
        switch (random.Next(10))
        {
            case 0:
                var cut = random.Next(HeaderLength, bytes.Count);
                bytes.RemoveRange(cut, bytes.Count - cut);
                break;
            case 1:
                Insert(bytes, random);
                break;
            case 2:
                Splice(bytes, corpus[random.Next(corpus.Length)], random);
                break;
            case 3:
                PutVaruint(bytes, random);
                break;
            case 4 or 5:
                ChangeBytes(bytes, random);
                break;
            case 6:
                for (var changes = random.Next(1, 4); changes > 0; changes--)
                    ChangeInstruction(bytes, maps[source] ??= CodeMap.Of(corpus[source]), random);
                break;
            default:
                return Drift(bytes, maps[source] ??= CodeMap.Of(corpus[source]), random);
        }
        return [.. bytes];
    }

    /// <summary>Goes far from the original and is still accepted: changes that the loader would refuse are taken back.
    /// Only such files get past the verifier with code that no compiler would write.</summary>
    private static byte[] Drift(List<byte> bytes, CodeMap map, Random random)
    {
        byte[] accepted = [.. bytes];
        for (var tries = random.Next(4, 40); tries > 0; tries--)
        {
            ChangeInstruction(bytes, map, random);
            byte[] changed = [.. bytes];
            if (MpyLoader.TryLoad(changed, out _, out _))
                accepted = changed;
            else
                bytes = [.. accepted];
        }
        return accepted;
    }

    /// <summary>Neighbouring numbers give unrelated seeds.</summary>
    private static int HashCode(int seed, int number)
    {
        var mixed = unchecked(((ulong)(uint)seed << 32 | (uint)number) * 0x9e3779b97f4a7c15);
        mixed = unchecked((mixed ^ mixed >> 32) * 0xd6e8feb86659fd93);
        return (int)(mixed >> 33);
    }

    private static void ChangeBytes(List<byte> bytes, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(HeaderLength, bytes.Count);
            bytes[at] = random.Next(4) switch
            {
                0 => (byte)(bytes[at] ^ 1 << random.Next(8)),
                1 => bytes[random.Next(bytes.Count)],
                _ => (byte)random.Next(256),
            };
        }
    }

    private static void Insert(List<byte> bytes, Random random)
    {
        var at = random.Next(HeaderLength, bytes.Count + 1);
        for (var count = random.Next(1, 5); count > 0; count--)
            bytes.Insert(at, (byte)random.Next(256));
    }

    /// <summary>The beginning of one file and the end of another.</summary>
    private static void Splice(List<byte> bytes, byte[] other, Random random)
    {
        var at = random.Next(HeaderLength, bytes.Count + 1);
        bytes.RemoveRange(at, bytes.Count - at);
        bytes.AddRange(other.AsSpan(random.Next(HeaderLength, other.Length + 1)));
    }

    private static void PutVaruint(List<byte> bytes, Random random)
    {
        var value = Varuints[random.Next(Varuints.Length)];
        var at = random.Next(HeaderLength, bytes.Count);
        if (random.Next(2) == 0)
            bytes.RemoveRange(at, Math.Min(value.Length, bytes.Count - at));
        else
            bytes.RemoveAt(at);
        bytes.InsertRange(at, value);
    }

    /// <summary>Changes code in its place, so that lengths and jumps stay as they are and the file is often accepted.</summary>
    private static void ChangeInstruction(List<byte> bytes, CodeMap map, Random random)
    {
        if (map.Instructions.Length == 0)
        {
            ChangeBytes(bytes, random);
            return;
        }
        var index = random.Next(map.Instructions.Length);
        var (at, length) = map.Instructions[index];
        switch (random.Next(6))
        {
            case 0 or 1:
                // Another opcode with an operand of the same form.
                var alike = map.Alike(bytes[at]);
                bytes[at] = alike[random.Next(alike.Length)];
                break;
            case 2 when length > 1:
                var value = Varuints[random.Next(Varuints.Length)];
                for (var i = 0; i < value.Length && i < length - 1; i++)
                    bytes[at + 1 + i] = value[i];
                break;
            case 3 when length > 1:
                bytes[at + length - 1] = (byte)random.Next(256);
                break;
            case 4:
                // Another instruction of the file that is as long.
                var (from, size) = map.Instructions[random.Next(map.Instructions.Length)];
                for (var i = 0; size == length && i < size; i++)
                    bytes[at + i] = bytes[from + i];
                break;
            default:
                var (next, nextLength) = map.Instructions[Math.Min(index + 1, map.Instructions.Length - 1)];
                if (next == at + length)
                {
                    // Two neighbours change places.
                    var second = bytes.GetRange(next, nextLength);
                    bytes.RemoveRange(next, nextLength);
                    bytes.InsertRange(at, second);
                }
                break;
        }
    }
}
