using Krait.Core;

namespace Krait.Objects;

/// <summary>The errors of encoding, decoding and translating: codec, object, the stretch that failed, the reason.</summary>
internal sealed class UnicodeErrorKind : ExceptionKind
{
    private static readonly string[] codecNames = ["encoding", "object", "start", "end", "reason"];
    private static readonly string[] translationNames = ["object", "start", "end", "reason"];

    private readonly string[] names;
    private readonly bool decodes;

    private UnicodeErrorKind(string[] names, bool decodes)
    {
        this.names = names;
        this.decodes = decodes;
    }

    public static UnicodeErrorKind Encode { get; } = new(codecNames, decodes: false);

    public static UnicodeErrorKind Decode { get; } = new(codecNames, decodes: true);

    public static UnicodeErrorKind Translate { get; } = new(translationNames, decodes: false);

    public override string[] Fields => names;

    public override Status Derive(Machine machine, PyException exception, Value[] fields)
    {
        var items = exception.Arguments.Items;
        if (items.Length != names.Length)
            return machine.Raise(Types.TypeError, $"function takes exactly {names.Length} arguments ({items.Length} given)");
        for (var i = 0; i < items.Length; i++)
        {
            var isObject = names[i] == "object";
            var isNumber = names[i] is "start" or "end";
            if (isNumber && !Numbers.IsInt(items[i]))
                return machine.Raise(Types.TypeError, $"'{Operations.TypeName(items[i])}' object cannot be interpreted as an integer");
            if (isObject && decodes && Operations.TypeOf(items[i]) is var type && !type.IsSubclassOf(Types.Bytes)
                && !type.IsSubclassOf(Types.ByteArray))
                return machine.Raise(Types.TypeError, $"a bytes-like object is required, not '{type.Name}'");
            if (!isNumber && !(isObject && decodes) && items[i].Object is not PyStr)
                return machine.Raise(Types.TypeError, $"argument {i + 1} must be str, not {Operations.TypeName(items[i])}");
            fields[i] = items[i];
        }
        return Status.Ok;
    }

    public override Status Str(Machine machine, PyException exception, ref Value result)
    {
        var last = names.Length - 1;
        Value source = default, start = default, end = default, reason = default;
        if (exception.Field(machine, last - 3, out source) != Status.Ok || exception.Field(machine, last - 2, out start) != Status.Ok
            || exception.Field(machine, last - 1, out end) != Status.Ok || exception.Field(machine, last, out reason) != Status.Ok)
            return Status.Raised;
        if (Operations.Str(machine, reason, out string why) != Status.Ok)
            return Status.Raised;
        var codec = "";
        if (names == codecNames)
        {
            if (exception.Field(machine, 0, out var encoding) != Status.Ok || Operations.Str(machine, encoding, out codec) != Status.Ok)
                return Status.Raised;
        }
        var verb = names == translationNames ? "can't translate" : decodes ? $"'{codec}' codec can't decode" : $"'{codec}' codec can't encode";
        var (one, many) = decodes ? ("byte", "bytes") : ("character", "characters");
        var where = $"in position {start.Bits}-{end.Bits - 1}";
        if (end.Bits == start.Bits + 1 && Operations.Length(machine, source, out var length) == Status.Ok
            && start.Bits >= 0 && start.Bits < length)
        {
            Value item = default;
            var status = Operations.GetItem(machine, source, start, ref item);
            if (status != Status.Ok)
                return status;
            var shown = decodes ? $"0x{item.Bits:x2}" : Escape(((PyStr)item.Object!).Text);
            return machine.Return(ref result, $"{verb} {one} {shown} in position {start.Bits}: {why}");
        }
        return machine.Return(ref result, $"{verb} {many} {where}: {why}");
    }

    private static string Escape(string character)
    {
        var point = character.Length == 2 ? char.ConvertToUtf32(character[0], character[1]) : character[0];
        return point <= 0xff ? $"'\\x{point:x2}'" : point <= 0xffff ? $"'\\u{point:x4}'" : $"'\\U{point:x8}'";
    }
}
