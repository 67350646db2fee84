using Krait.Core;

namespace Krait.Objects;

/// <summary>The members of a builtin exception type. They all share one C# class, so they are bound here and not by the
/// generator, which binds one type for each class.</summary>
internal sealed class ExceptionBinding(string name, ExceptionKind? kind = null) : TypeBinding
{
    public override string Name => name;

    public override bool IsBase => true;

    internal override ExceptionKind? ExceptionKind => kind;

    internal override bool AddsLayout => name == "BaseException" || kind is { Fields.Length: > 0 };

    public override Slots Slots => kind is null ? Slots.None : Slots.Repr | Slots.Str;

    public override NativeFunction? Constructor => kind is null ? null : Construct;

    public override void Bind(MemberTable members)
    {
        if (kind is null)
            return;
        members.Method("__init__", Initialize);
        for (var i = 0; i < kind.Fields.Length; i++)
            BindField(members, kind.Fields[i], i);
        if (name == "BaseException")
            ExceptionMethods.Bind(members);
    }

    private static void BindField(MemberTable members, string field, int index) => members.Property(field,
        (machine, in arguments, ref result) =>
        {
            var status = ((PyException)arguments[0].Object!).Field(machine, index, out var value);
            result.Set(value);
            return status;
        },
        (machine, in arguments, ref _) =>
            ((PyException)arguments[0].Object!).SetField(machine, index, arguments[1].IsNull ? Value.None : arguments[1]));

    /// <summary>Makes an exception of the type given first. A class with an <c>__init__</c> of its own decides there
    /// what its builtin base gets to see.</summary>
    private static Status Construct(Machine machine, in Arguments arguments, ref Value result)
    {
        var type = (PyType)arguments[0].Object!;
        var rest = arguments.Skip(1);
        var items = PyTuple.From(machine, rest.Values);
        if (items is null)
            return Status.Raised;
        if (type == Types.OSError && items.Items.Length is >= 2 and <= 5)
            type = OSErrorKind.TypeOf(items.Items[0]);
        var exception = PyException.Create(type, items);
        result.SetObject(exception);
        return type is ClassType made && made.FindSpecial(machine, Special.Init, out _)
            ? Status.Ok
            : exception.Kind.Initialize(machine, exception, rest);
    }

    private Status Initialize(Machine machine, in Arguments arguments, ref Value result)
    {
        result.SetNone();
        return kind!.Initialize(machine, (PyException)arguments[0].Object!, arguments.Skip(1));
    }
}
