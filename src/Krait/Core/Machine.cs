using System.Numerics;
using Krait.Objects;

namespace Krait.Core;

/// <summary>
/// One engine's machine: everything that belongs to an engine and not to the process, an image or a frame. One thread
/// at a time runs it.
/// </summary>
/// <remarks>
/// <para>Parts: this file holds the state and what every built-in needs (results, ids, names);
/// <c>Machine.Raise.cs</c> exceptions; <c>Machine.Limits.cs</c> steps, memory and the poll word;
/// <c>Machine.Call.cs</c> calling back into Python from C#. The interpreter derives from it and supplies
/// <see cref="Run"/>.</para>
/// </remarks>
public abstract partial class Machine
{
    private long nextId = 0x1000;
    private int nextVersion;

    /// <summary>Creates the machine of one engine.</summary>
    private protected Machine(Limits limits)
    {
        Limits = limits;
        CallToll = IsMetered ? 1 : 0;
        RecursionLimit = limits.Recursion;
        Interned = new InternTable(this);
        Names = new Names(this);
        Builtins = new PyDict();
        Modules = new PyDict();
        BeginRun();
    }

    /// <summary>Seeds the hashes of strings, so that nobody can prepare colliding keys.</summary>
    internal ulong HashSeed { get; init; } = (ulong)Random.Shared.NextInt64();

    /// <summary>What the host handed in.</summary>
    internal Capabilities.CapabilitySet Capabilities { get; init; } = Krait.Capabilities.CapabilitySet.None;

    /// <summary>The engine's interned strings.</summary>
    internal InternTable Interned { get; }

    /// <summary>The names that C# itself looks up (special methods, module attributes).</summary>
    internal Names Names { get; }

    /// <summary>The namespace of the module builtins.</summary>
    internal PyDict Builtins { get; }

    /// <summary>The module builtins itself.</summary>
    internal Value BuiltinsModule { get; set; }

    /// <summary>sys.modules.</summary>
    internal PyDict Modules { get; }

    /// <summary>The interned str of <paramref name="text"/>.</summary>
    internal PyStr Intern(string text) => Interned.Get(text);

    /// <summary>Writes a str and answers Ok. The text's size must be charged already when it depends on input.</summary>
    internal Status Return(ref Value result, string text)
    {
        result.SetObject(PyStr.From(text));
        return Status.Ok;
    }

    /// <summary>Writes an int of any size and answers Ok.</summary>
    internal Status Return(ref Value result, BigInteger value)
    {
        result.Set(PyInt.Normalize(value));
        return Status.Ok;
    }

    /// <summary>id(object): a number unique to this object among all objects of this engine, a multiple of 16, the
    /// same every time and never an address.</summary>
    internal long IdOf(PyObject item) => ids.GetValue(item, _ => new Identity(Interlocked.Increment(ref nextId) << 4)).Id;

    /// <summary>A version number never given before in this engine: shapes, dict key sets.</summary>
    internal int NextVersion() => ++nextVersion;

    private sealed record Identity(long Id);

    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<PyObject, Identity> ids = [];
}
