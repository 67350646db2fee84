using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// An exception of a builtin type. What its type adds to a plain exception (attributes, how <c>str</c> shows it) is an
/// <see cref="ExceptionKind"/>; what it lived through is in <c>PyException.Traceback.cs</c>.
/// </summary>
/// <remarks>Limits are exceptions too, for the unwinder's sake, but Python code never gets hold of one.</remarks>
internal partial class PyException : PyObject
{
    private readonly BuiltinType type;
    private PyTuple arguments;
    private Value[]? fields;
    private PyDict? attributes;

    private protected PyException(BuiltinType type, PyTuple arguments)
    {
        this.type = type;
        this.arguments = arguments;
    }

    public override PyType Type => type;

    /// <summary>What the builtin type adds.</summary>
    public ExceptionKind Kind => type.ExceptionKind!;

    /// <summary>The <c>args</c>.</summary>
    public PyTuple Arguments => arguments;

    /// <summary>The exception that was being handled when this one was raised.</summary>
    public PyException? Context
    {
        get;
        set
        {
            field = value;
            if (value is not null)
                value.isContext = true;
        }
    }

    /// <summary>Whether this was ever a context: only then can making it one's successor close a cycle.</summary>
    private bool isContext;

    /// <summary>The exception given with <c>from</c>.</summary>
    public PyException? Cause { get; private set; }

    /// <summary>Whether <see cref="Context"/> is not shown.</summary>
    public bool SuppressContext { get; set; }

    /// <summary>Which limit this is; <see cref="LimitKind.None"/> for Python's exceptions.</summary>
    public LimitKind LimitKind { get; private init; }

    /// <summary>Whether this is a limit: a raise that Python code never sees.</summary>
    public bool IsLimit => LimitKind != LimitKind.None;

    /// <summary>An exception without arguments.</summary>
    public static PyException Create(PyType type) => Create(type, PyTuple.Empty);

    /// <summary>An exception with one argument.</summary>
    public static PyException Create(PyType type, in Value argument) => Create(type, PyTuple.Of(argument));

    /// <summary>An exception with these arguments, made without running Python code.</summary>
    public static PyException Create(PyType type, PyTuple arguments) => type is ClassType made
        ? new PyExceptionInstance(made, arguments)
        : new PyException((BuiltinType)type, arguments);

    /// <summary>A NameError, ImportError or AttributeError that knows which name was not found, and where.</summary>
    public static PyException CreateNamed(Machine machine, BuiltinType type, string message, in Value name, in Value owner = default)
    {
        var exception = new PyException(type, PyTuple.Of(Value.Of(PyStr.From(message))));
        var first = exception.Kind.FirstKeyword;
        // These kinds derive nothing that could raise.
        exception.SetField(machine, first, name);
        if (!owner.IsNull)
            exception.SetField(machine, first + 1, owner);
        return exception;
    }

    /// <summary>A limit.</summary>
    public static PyException Limit(LimitKind kind) => new(Types.BaseException, PyTuple.Empty) { LimitKind = kind };

    /// <summary>Sets the cause (None: null); the context is not shown from then on.</summary>
    public void SetCause(PyException? cause)
    {
        Cause = cause;
        SuppressContext = true;
    }

    /// <summary>Makes <paramref name="handled"/> the context, and breaks a cycle that this would close.</summary>
    /// <remarks>A program may have closed a cycle of its own by setting <c>__context__</c>: the second pointer, at half
    /// the speed, meets the first when there is one.</remarks>
    public void SetContext(PyException handled)
    {
        if (handled == this)
            return;
        if (!isContext)
        {
            // As nearly always: a chain of handlers inside handlers is not walked for each of its exceptions.
            Context = handled;
            return;
        }
        var slow = handled;
        var advance = false;
        for (var link = handled; link.Context is { } next; link = next)
        {
            if (next == this)
            {
                link.Context = null;
                break;
            }
            if (advance)
                slow = slow.Context!;
            advance = !advance;
            if (next == slow)
                break;
        }
        Context = handled;
    }

    /// <summary>Replaces the <c>args</c>; attributes derived from the old ones stay.</summary>
    public Status SetArguments(Machine machine, PyTuple replacement)
    {
        var status = Derive(machine);
        arguments = replacement;
        return status;
    }

    /// <summary>What a constructor or <c>__init__</c> does: new <c>args</c>, and the attributes that follow from them.</summary>
    public Status Reset(Machine machine, PyTuple replacement)
    {
        arguments = replacement;
        fields = null;
        return Derive(machine);
    }

    /// <summary>The <c>args</c> without what the kind moved to an attribute.</summary>
    internal void TrimArguments(PyTuple trimmed) => arguments = trimmed;

    /// <summary>An attribute that the kind adds, by its index there. Exceptions that C# raises are many and are seldom
    /// asked: their attributes are derived from the arguments when they are.</summary>
    public Status Field(Machine machine, int index, out Value value)
    {
        var status = Derive(machine);
        value = status == Status.Ok ? fields![index] : default;
        return status;
    }

    /// <summary>Writes an attribute that the kind adds.</summary>
    public Status SetField(Machine machine, int index, in Value value)
    {
        var status = Derive(machine);
        if (status == Status.Ok)
            fields![index] = value;
        return status;
    }

    internal override PyDict? AttributeDictionary(Machine machine, bool create) =>
        create ? attributes ??= new PyDict() : attributes;

    /// <summary>MicroPython gives every exception <c>value</c> and <c>errno</c>, its first argument: they stand behind
    /// everything else, so a program may use the names as it likes.</summary>
    internal override Status GetAttribute(Machine machine, PyStr name, ref Value result)
    {
        if (name.Text is "value" or "errno" && !Type.Lookup(machine, name, out _)
            && !Attributes.TryGetOwn(machine, Value.Of(this), name, out _))
        {
            result.Set(arguments.Items is [var first, ..] ? first : Value.None);
            return Status.Ok;
        }
        return Attributes.GetDefault(machine, Value.Of(this), name, ref result);
    }

    internal override Status Str(Machine machine, ref Value result) => Kind.Str(machine, this, ref result);

    internal override Status Repr(Machine machine, ref Value result)
    {
        var status = arguments.Items is [var only]
            ? Operations.Repr(machine, only, ref result)
            : Operations.Repr(machine, Value.Of(arguments), ref result);
        if (status != Status.Ok)
            return status;
        var text = ((PyStr)result.Object!).Text;
        if (!machine.Charge(text.Length, 2L * text.Length))
            return Status.Raised;
        return machine.Return(ref result, arguments.Items.Length == 1 ? $"{Type.Name}({text})" : Type.Name + text);
    }

    private Status Derive(Machine machine)
    {
        if (fields is not null)
            return Status.Ok;
        var names = Kind.Fields;
        if (names.Length == 0)
        {
            fields = [];
            return Status.Ok;
        }
        // Bounded: at most eight, the attributes of a SyntaxError.
        var derived = new Value[names.Length];
        Array.Fill(derived, Value.None);
        var status = Kind.Derive(machine, this, derived);
        if (status == Status.Ok)
            fields = derived;
        return status;
    }
}

/// <summary>An exception of a Python class.</summary>
internal sealed class PyExceptionInstance : PyException, IInstance
{
    private InstanceState state;

    public PyExceptionInstance(ClassType type, PyTuple arguments)
        : base(type.Layout, arguments)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;

    /// <summary>Of several builtin bases the first in the method resolution order says how to show it.</summary>
    internal override Status Str(Machine machine, ref Value result)
    {
        foreach (var type in Type.Mro)
            if (type is BuiltinType { OwnExceptionKind: { } kind })
                return kind.Str(machine, this, ref result);
        return base.Str(machine, ref result);
    }
}
