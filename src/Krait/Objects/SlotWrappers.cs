using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// Shows the C# slots of builtin types as special methods, so that <c>super().__getitem__(k)</c> and
/// <c>int.__add__(1, 2)</c> work. What one does is in <see cref="NativeSlots"/>; object's are in
/// <see cref="ObjectSlots"/>.
/// </summary>
internal static class SlotWrappers
{
    /// <summary>Adds the special methods of <paramref name="slots"/>.</summary>
    public static void Bind(MemberTable members, Slots slots)
    {
        for (var rest = (int)slots; rest != 0; rest &= rest - 1)
            foreach (var special in SpecialsOf((Slots)(rest & -rest)))
                if (members.Owner != Types.Complex || !IsOfRealNumbers(special))
                    members.Method(Names.Text(special), new SlotWrapper(members.Owner, special).Invoke);
    }

    /// <summary>How many arguments a special method takes behind self; -1 for any number.</summary>
    public static int Arity(Special special) => special switch
    {
        Special.Call => -1,
        Special.SetItem or Special.SetAttr => 2,
        Special.Positive or Special.Negative or Special.Invert or Special.Abs or Special.Bool or Special.Len or Special.Repr
            or Special.Str or Special.Hash or Special.Iter or Special.Next or Special.Index or Special.Int or Special.Float => 0,
        _ => 1,
    };

    private static ReadOnlySpan<Special> SpecialsOf(Slots slot) => slot switch
    {
        Slots.Repr => [Special.Repr],
        Slots.Str => [Special.Str],
        Slots.Format => [Special.Format],
        Slots.Hash => [Special.Hash],
        Slots.Equality => [Special.Eq, Special.NotEqual],
        Slots.Order => [Special.Less, Special.LessEqual, Special.Greater, Special.GreaterEqual],
        Slots.Truth => [Special.Bool],
        Slots.Length => [Special.Len],
        Slots.GetItem => [Special.GetItem],
        Slots.SetItem => [Special.SetItem],
        Slots.DeleteItem => [Special.DelItem],
        Slots.Contains => [Special.Contains],
        Slots.Iterate => [Special.Iter],
        Slots.Next => [Special.Next],
        Slots.Call => [Special.Call],
        Slots.Add => [Special.Add],
        Slots.InplaceAdd => [Special.IAdd],
        Slots.Multiply => [Special.Multiply, Special.RMultiply],
        Slots.InplaceMultiply => [Special.IMultiply],
        Slots.Modulo => [Special.Modulo, Special.RModulo],
        Slots.SetAlgebra =>
        [
            Special.Or, Special.And, Special.Xor, Special.Subtract,
            Special.ROr, Special.RAnd, Special.RXor, Special.RSubtract,
        ],
        Slots.InplaceSetAlgebra => [Special.IOr, Special.IAnd, Special.IXor, Special.ISubtract],
        Slots.Union => [Special.Or, Special.ROr],
        Slots.Merge => [Special.Or, Special.ROr, Special.IOr],
        Slots.Arithmetic =>
        [
            Special.Add, Special.Subtract, Special.Multiply, Special.TrueDivide, Special.FloorDivide, Special.Modulo, Special.DivMod, Special.Power,
            Special.RAdd, Special.RSubtract, Special.RMultiply, Special.RTrueDivide, Special.RFloorDivide, Special.RModulo, Special.RDivMod, Special.RPower,
            Special.Negative, Special.Positive, Special.Abs, Special.Int, Special.Float,
        ],
        Slots.Bitwise =>
        [
            Special.Or, Special.And, Special.Xor, Special.LeftShift, Special.RightShift,
            Special.ROr, Special.RAnd, Special.RXor, Special.RLeftShift, Special.RRightShift,
            Special.Invert, Special.Index,
        ],
        Slots.GetAttribute => [Special.GetAttribute],
        Slots.SetAttribute => [Special.SetAttr, Special.DelAttr],
        _ => [],
    };

    /// <summary>The part of <see cref="Slots.Arithmetic"/> that complex numbers have not.</summary>
    private static bool IsOfRealNumbers(Special special) => special is Special.FloorDivide or Special.RFloorDivide or Special.Modulo
        or Special.RModulo or Special.DivMod or Special.RDivMod or Special.Int or Special.Float;
}

/// <summary>One special method of one builtin type: checks the call, then asks the slot itself, whatever Python classes
/// derived from the type define.</summary>
internal sealed class SlotWrapper(BuiltinType owner, Special special)
{
    /// <summary>The native function.</summary>
    public Status Invoke(Machine machine, in Arguments arguments, ref Value result)
    {
        if (arguments.Positional == 0 || !Operations.IsInstance(arguments[0], owner))
            return ArgumentErrors.SlotReceiver(machine, arguments, owner.Name, Names.Text(special));
        var arity = SlotWrappers.Arity(special);
        // A power may have a modulus.
        var most = special is Special.Power or Special.RPower ? 2 : arity;
        if (arity >= 0 && (arguments.Positional <= arity || arguments.Positional > most + 1 || arguments.Keywords != 0))
            return Count(machine, arguments, arity, most);
        var status = owner == Types.Object
            ? ObjectSlots.Invoke(machine, special, arguments, ref result)
            : NativeSlots.Invoke(machine, special, arguments, ref result);
        if (status == Status.NotImplemented)
        {
            result.SetObject(Singletons.NotImplemented);
            return Status.Ok;
        }
        return status == Status.Stop ? Stopped(machine, arguments[0]) : status;
    }

    private Status Count(Machine machine, in Arguments arguments, int least, int most)
    {
        var name = Names.Text(special);
        if (special == Special.Format)
            return ArgumentErrors.Fixed(machine, arguments.Skip(1), $"{owner.Name}.{name}", least);
        if (arguments.Keywords != 0)
            return machine.Raise(Types.TypeError, $"wrapper {name}() takes no keyword arguments");
        var given = arguments.Positional - 1;
        var bound = given < least ? least : most;
        var manner = least == most ? "" : given < least ? "at least " : "at most ";
        // CPython unpacks two arguments in the name of no function, which leaves a space.
        return machine.Raise(Types.TypeError,
            $"{(most == 2 ? " " : "")}expected {manner}{bound} argument{ArgumentErrors.Plural(bound)}, got {given}");
    }

    private static Status Stopped(Machine machine, in Value iterator) => iterator.Object is PyGenerator && !machine.StopValue.IsNone && !machine.StopValue.IsNull
        ? machine.Raise(Types.StopIteration, machine.StopValue)
        : machine.Raise(Types.StopIteration);
}
