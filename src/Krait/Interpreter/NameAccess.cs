using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Instructions;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Names: locals of modules and classes, globals, builtins.</summary>
[Micro]
internal static class NameAccess
{
    private static PyStr Name(Interpreter machine, int qstr) => machine.Current.Function.Code.String(machine, qstr);

    /// <summary>LOAD_CONST_STRING of a string that is not linked yet.</summary>
    [Op(Effects.Allocates, Reads = Memory.Linked, Writes = Memory.Linked), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadString(Interpreter machine, int qstr, ref Value result)
    {
        result.SetObject(Name(machine, qstr));
        return Status.Ok;
    }

    /// <summary>LOAD_CONST_OBJ of a constant that is not linked yet.</summary>
    [Op(Effects.MayRaise | Effects.Allocates | Effects.Polls, Reads = Memory.Linked, Writes = Memory.Linked), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadObject(Interpreter machine, int index, ref Value result)
    {
        var module = machine.Current.Function.Code.Module;
        if (module.Objects[index].Object is null && Constants.Link(machine, module, index) != Status.Ok)
            return Status.Raised;
        result.Set(module.Objects[index]);
        return Status.Ok;
    }

    /// <summary>LOAD_NAME.</summary>
    [Op(Effects.MayRaise | Effects.CallsPython), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadName(Interpreter machine, ref InlineCache cache, int qstr, ref Value result)
    {
        var frame = machine.Current;
        if (frame.Locals is { } locals && locals != frame.Function.Globals)
        {
            if (locals.GetType() == typeof(PyDict))
            {
                if (locals.TryGetName(machine, Name(machine, qstr), out var value))
                {
                    result.Set(value);
                    return Status.Ok;
                }
            }
            else
            {
                // A namespace from __prepare__: its own __getitem__ and __missing__ decide.
                var status = Operations.GetItem(machine, Value.Of(locals), Value.Of(Name(machine, qstr)), ref result);
                if (status == Status.Ok || !machine.Catch(Types.KeyError))
                    return status;
            }
        }
        return LoadGlobal(machine, ref cache, qstr, ref result);
    }

    /// <summary>LOAD_GLOBAL where the cache does not know the place.</summary>
    [Op(Effects.MayRaise, Reads = Memory.Globals | Memory.Names), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadGlobal(Interpreter machine, ref InlineCache cache, int qstr, ref Value result)
    {
        var function = machine.Current.Function;
        var name = Name(machine, qstr);
        var globals = function.Globals;
        var entry = globals.FindName(machine, name);
        if (entry >= 0)
        {
            if (Interpreter.IsWarm(function.Code))
                cache = new InlineCache { Key = globals.KeysVersion, Slot = entry };
            result.Set(globals.EntryValue(entry));
            return Status.Ok;
        }
        var builtins = machine.Builtins;
        entry = builtins.FindName(machine, name);
        if (entry < 0)
            return Undefined(machine, name);
        if (Interpreter.IsWarm(function.Code))
            cache = new InlineCache { Key = -globals.KeysVersion, Slot = entry, Target = new BuiltinKeys(builtins.KeysVersion) };
        result.Set(builtins.EntryValue(entry));
        return Status.Ok;
    }

    /// <summary>STORE_NAME where the namespace is an ordinary dict.</summary>
    [Op(Effects.Allocates, Reads = Memory.Names, Writes = Memory.Globals | Memory.Names), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status StoreOwnName(Interpreter machine, ref InlineCache cache, int qstr, ref Value value)
    {
        var frame = machine.Current;
        var name = Name(machine, qstr);
        var names = frame.Locals ?? frame.Function.Globals;
        names.SetName(machine, name, value);
        if (names == frame.Function.Globals && Interpreter.IsWarm(frame.Function.Code))
            cache = new InlineCache { Slot = names.FindName(machine, name), Key = names.KeysVersion };
        return Status.Ok;
    }

    /// <summary>STORE_NAME, perhaps into a namespace from __prepare__: its own __setitem__ decides.</summary>
    [Op(Effects.MayRaise | Effects.CallsPython), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status StoreName(Interpreter machine, int qstr, ref Value value) =>
        Operations.SetItem(machine, Value.Of(machine.Current.Locals ?? machine.Current.Function.Globals), Value.Of(Name(machine, qstr)), value);

    /// <summary>STORE_GLOBAL where the cache does not know the place.</summary>
    [Op(Effects.Allocates, Reads = Memory.Names, Writes = Memory.Globals | Memory.Names), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status StoreGlobal(Interpreter machine, ref InlineCache cache, int qstr, ref Value value)
    {
        var function = machine.Current.Function;
        var name = Name(machine, qstr);
        function.Globals.SetName(machine, name, value);
        if (Interpreter.IsWarm(function.Code))
            cache = new InlineCache { Slot = function.Globals.FindName(machine, name), Key = function.Globals.KeysVersion };
        return Status.Ok;
    }

    /// <summary>DELETE_NAME.</summary>
    [Op(Effects.MayRaise, Reads = Memory.Names, Writes = Memory.Globals | Memory.Names), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status DeleteName(Interpreter machine, int qstr)
    {
        var frame = machine.Current;
        return Delete(machine, frame.Locals ?? frame.Function.Globals, Name(machine, qstr));
    }

    /// <summary>DELETE_GLOBAL.</summary>
    [Op(Effects.MayRaise, Reads = Memory.Names, Writes = Memory.Globals | Memory.Names), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status DeleteGlobal(Interpreter machine, int qstr) =>
        Delete(machine, machine.Current.Function.Globals, Name(machine, qstr));

    private static Status Delete(Machine machine, PyDict names, PyStr name) => names.RemoveName(machine, name)
        ? Status.Ok
        : Undefined(machine, name);

    private static Status Undefined(Machine machine, PyStr name) =>
        machine.Raise(PyException.CreateNamed(machine, Types.NameError, $"name '{name.Text}' is not defined", Value.Of(name)));

    /// <summary>Reading or deleting a local that has no value. The bytecode does not carry locals' names.</summary>
    [Op(Effects.MayRaise | Effects.AlwaysRaises), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status UnboundLocal(Interpreter machine, int local)
    {
        _ = local;
        return machine.Raise(Types.UnboundLocalError, "local variable referenced before assignment");
    }

    /// <summary>LOAD_BUILD_CLASS.</summary>
    [Op(Effects.MayRaise, Reads = Memory.Globals | Memory.Names), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadBuildClass(Interpreter machine, ref Value result)
    {
        if (!machine.Builtins.TryGetName(machine, machine.Intern("__build_class__"), out var build))
            return machine.Raise(Types.NameError, "__build_class__ not found");
        result.Set(build);
        return Status.Ok;
    }
}
