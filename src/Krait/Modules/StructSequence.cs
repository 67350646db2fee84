using System.Text;
using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <summary>A type of tuples whose items also have names (time.struct_time, sys.version_info).</summary>
internal sealed class StructKind : TypeBinding
{
    private readonly NativeFunction? constructor;

    /// <summary>A kind with these fields.</summary>
    /// <param name="module">The module it belongs to.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="isConstructible">Whether programs may make values of it.</param>
    /// <param name="fields">The names of the items.</param>
    public StructKind(string module, string name, bool isConstructible, params string[] fields)
    {
        Module = module;
        Name = name;
        Fields = fields;
        constructor = isConstructible ? Construct : Refuse;
        Made = new BuiltinType(this, Types.Tuple);
    }

    public override string Name { get; }

    public override string Module { get; }

    public string[] Fields { get; }

    /// <summary>The Python type.</summary>
    public BuiltinType Made { get; }

    public override Slots Slots => Slots.Repr;

    public override NativeFunction? Constructor => constructor;

    internal override bool AddsLayout => false;

    /// <summary>A value of this kind.</summary>
    public Value Of(params Value[] items) => Value.Of(new PyStructSequence(this, items));

    public override void Bind(MemberTable members)
    {
        for (var i = 0; i < Fields.Length; i++)
            BindField(members, Fields[i], i);
        members.Constant("n_fields", Value.Int(Fields.Length));
        members.Constant("n_sequence_fields", Value.Int(Fields.Length));
        members.Constant("n_unnamed_fields", Value.Int(0));
    }

    private static void BindField(MemberTable members, string name, int index) => members.Property(name,
        (machine, in arguments, ref result) =>
        {
            result.Set(((PyTuple)arguments[0].Object!).Items[index]);
            return Status.Ok;
        });

    private Status Refuse(Machine machine, in Arguments arguments, ref Value result) =>
        machine.Raise(Types.TypeError, $"cannot create '{Module}.{Name}' instances");

    private Status Construct(Machine machine, in Arguments arguments, ref Value result)
    {
        if (arguments.Positional != 2 || arguments.Keywords != 0)
            return machine.Raise(Types.TypeError, $"{Name}() takes exactly one sequence");
        var status = Iteration.Collect(machine, arguments[1], out var items);
        if (status != Status.Ok)
            return status;
        if (items.Length != Fields.Length)
            return machine.Raise(Types.TypeError,
                $"{Module}.{Name}() takes a {Fields.Length}-sequence ({items.Length}-sequence given)");
        result.SetObject(new PyStructSequence(this, items));
        return Status.Ok;
    }
}

/// <summary>A tuple whose items also have names.</summary>
internal sealed class PyStructSequence(StructKind kind, Value[] items) : PyTuple(items)
{
    public override PyType Type => kind.Made;

    internal override Status Repr(Machine machine, ref Value result)
    {
        var text = new StringBuilder($"{kind.Module}.{kind.Name}(");
        for (var i = 0; i < kind.Fields.Length; i++)
        {
            if (Operations.Repr(machine, Items[i], out var shown) != Status.Ok || !machine.Charge(shown.Length, 2L * shown.Length))
                return Status.Raised;
            text.Append(i == 0 ? "" : ", ").Append(kind.Fields[i]).Append('=').Append(shown);
        }
        return machine.Return(ref result, text.Append(')').ToString());
    }
}
