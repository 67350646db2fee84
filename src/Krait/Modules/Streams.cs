using System.Text;
using Krait.Capabilities;
using Krait.Core;
using Krait.Objects;
using Krait.Objects.Text;

namespace Krait.Modules;

/// <summary>Text to and from the console that the host gave: UTF-8, errors strict in output (lone surrogates are a
/// UnicodeEncodeError), surrogateescape in input, backslashreplace on standard error.</summary>
internal static class Streams
{
    /// <summary>How long to wait for input before the poll word is looked at.</summary>
    private static readonly TimeSpan nap = TimeSpan.FromMilliseconds(10);

    /// <summary>Writes to standard output or standard error.</summary>
    public static Status Write(Machine machine, PyStr text, bool toError)
    {
        if (machine.Capabilities.Console is not { } console)
            return Denied.Raise(machine, "console");
        Value encoded = default;
        var status = StrCodec.Encode(machine, text, "utf-8", toError ? "backslashreplace" : "strict", ref encoded);
        if (status != Status.Ok)
            return status;
        var bytes = ((PyBytes)encoded.Object!).Span;
        if (!machine.Charge(bytes.Length))
            return Status.Raised;
        try
        {
            if (toError)
                console.WriteError(bytes);
            else
                console.Write(bytes);
            return Status.Ok;
        }
        catch (IOException exception)
        {
            return Denied.Raise(machine, exception);
        }
    }

    /// <summary>Sends what standard output keeps.</summary>
    public static Status Flush(Machine machine)
    {
        if (machine.Capabilities.Console is not { } console)
            return Denied.Raise(machine, "console");
        try
        {
            console.Flush();
            return Status.Ok;
        }
        catch (IOException exception)
        {
            return Denied.Raise(machine, exception);
        }
    }

    /// <summary>Reads a line with its line feed; empty at the end.</summary>
    public static Status ReadLine(Machine machine, ref Value result)
    {
        if (machine.Capabilities.Console is not { } console)
            return Denied.Raise(machine, "console");
        ReadOnlyMemory<byte> line;
        try
        {
            console.Flush();
            while (!console.TryReadLine(nap, out line))
                if (!machine.MayGoOn())
                    return Status.Raised;
        }
        catch (IOException exception)
        {
            return Denied.Raise(machine, exception);
        }
        if (!machine.Charge(line.Length, line.Length))
            return Status.Raised;
        return StrCodec.Decode(machine, PyBytes.Adopt(line), "utf-8", "surrogateescape", ref result);
    }
}
