using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <content>To and from text.</content>
internal partial class PyBytes
{
    [PyFunction("decode")]
    internal Status Decode(Machine machine, ref Value result, [Named] string encoding = "utf-8", string errors = "strict") =>
        StrCodec.Decode(machine, this, encoding, errors, ref result);

    [PyClassMethod("fromhex")]
    internal static Status FromHex(Machine machine, PyType type, PyStr text, ref Value result)
    {
        var status = BytesHex.Parse(machine, text, ref result);
        return status == Status.Ok && type is ClassType
            ? machine.Call(Value.Of(type), result, ref result)
            : status;
    }

    [PyFunction("hex")]
    internal Status Hex(Machine machine, ref Value result, [Named("sep")] in Value separator = default, [Named("bytes_per_sep")] int group = 1) =>
        BytesHex.Format(machine, this, separator, group, ref result);

    [PyFunction("__bytes__")]
    internal Status ToBytes(Machine machine, ref Value result) => Self(ref result);

    [PyFunction("__getnewargs__")]
    internal Status GetNewArguments(Machine machine, ref Value result)
    {
        result.SetObject(PyTuple.Of(Value.Of(Plain)));
        return Status.Ok;
    }
}
