using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Core;
using Krait.Instructions;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>
/// Calls: what lies on the stack (callee, perhaps self, positional values, keyword pairs) becomes a frame in place, or
/// the arguments of a function in C#. The result takes the place of the callee.
/// </summary>
[Micro]
internal static class Calls
{
    /// <summary>Positional arguments of a call operand.</summary>
    public static int Positional(int operand) => operand & 0xff;

    /// <summary>Keyword pairs of a call operand.</summary>
    public static int Keywords(int operand) => operand >> 8;

    /// <summary>CALL_FUNCTION of a Python function.</summary>
    [Op(Effects.MayRaise | Effects.PushesFrame), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status CallPython(Interpreter machine, int operand, ref Value callee)
    {
        var function = Unsafe.As<PyFunction>(callee.Object)!;
        return function.PlainCount == operand
            ? PushPlain(machine, function, ref Unsafe.Add(ref callee, 1), operand)
            : Push(machine, function, ref Unsafe.Add(ref callee, 1), Positional(operand), Keywords(operand), ref callee);
    }

    /// <summary>CALL_METHOD of a Python function with its self.</summary>
    [Op(Effects.MayRaise | Effects.PushesFrame), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status CallPythonMethod(Interpreter machine, int operand, ref Value method)
    {
        var function = Unsafe.As<PyFunction>(method.Object)!;
        return function.PlainCount == operand + 1
            ? PushPlain(machine, function, ref Unsafe.Add(ref method, 1), operand + 1)
            : Push(machine, function, ref Unsafe.Add(ref method, 1), Positional(operand) + 1, Keywords(operand), ref method);
    }

    /// <summary>CALL_METHOD of a function in C# with its self.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status CallBuiltinMethod(Interpreter machine, int operand, ref Value method)
    {
        if ((machine.Poll | machine.CallToll) != 0 && machine.AtCall() != Status.Ok)
            return Status.Raised;
        return Unsafe.As<PyBuiltin>(method.Object)!.Function(machine,
            new Arguments(ref Unsafe.Add(ref method, 1), Positional(operand) + 1, Keywords(operand)), ref method);
    }

    /// <summary>CALL_FUNCTION of anything.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status CallFunction(Interpreter machine, int operand, ref Value callee) =>
        Invoke(machine, callee, ref Unsafe.Add(ref callee, 1), Positional(operand), Keywords(operand), hasRoom: true, ref callee);

    /// <summary>CALL_METHOD of anything: self is NULL when the lookup did not bind.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status CallMethod(Interpreter machine, int operand, ref Value method)
    {
        ref var self = ref Unsafe.Add(ref method, 1);
        return self.IsNull
            ? Invoke(machine, method, ref Unsafe.Add(ref method, 2), Positional(operand), Keywords(operand), hasRoom: true, ref method)
            : Invoke(machine, method, ref self, Positional(operand) + 1, Keywords(operand), hasRoom: true, ref method);
    }

    /// <summary>CALL_FUNCTION_VAR_KW: the stars bitmap lies behind the arguments.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status CallFunctionVarKw(Interpreter machine, int operand, ref Value callee) =>
        StarCalls.Invoke(machine, callee, Value.Null, operand, ref Unsafe.Add(ref callee, 1), ref callee);

    /// <summary>CALL_METHOD_VAR_KW.</summary>
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status CallMethodVarKw(Interpreter machine, int operand, ref Value method) =>
        StarCalls.Invoke(machine, method, Unsafe.Add(ref method, 1), operand, ref Unsafe.Add(ref method, 2), ref method);

    /// <summary>Calls anything without recursion in C# where the callee is Python: a method's self and an instance's
    /// __call__ are put before the arguments, into the slot of the callee when there is one
    /// (<paramref name="hasRoom"/>), otherwise into a copy.</summary>
    public static Status Invoke(Interpreter machine, in Value callee, ref Value first, int positional, int keywords, bool hasRoom, ref Value result)
    {
        var target = callee;
        for (var hops = 0; ; hops++)
        {
            Value self;
            switch (target.Object)
            {
                case PyFunction function:
                    return Push(machine, function, ref first, positional, keywords, ref result);
                case PyBuiltin builtin:
                    if ((machine.Poll | machine.CallToll) != 0 && machine.AtCall() != Status.Ok)
                        return Status.Raised;
                    return builtin.Function(machine, new Arguments(ref first, positional, keywords), ref result);
                case PyMethod method:
                    self = method.Self;
                    target = method.Function;
                    break;
                case ClassType type:
                    return Construction.CallClass(machine, type, ref first, positional, keywords, hasRoom, ref result);
                case PyObject item when Specials.Find(machine, item, Special.Call, out var special):
                    if (special.Object is PyFunction)
                    {
                        self = target;
                        target = special;
                        break;
                    }
                    Value bound = default;
                    if (Attributes.Bind(machine, special, target, item.Type, ref bound) != Status.Ok)
                        return Status.Raised;
                    if (hops == 100)
                        return machine.Raise(Types.RecursionError, "maximum recursion depth exceeded");
                    target = bound;
                    continue;
                case PyObject item:
                    // A callable in C# may call another one: a chain of them is as deep as a program makes it.
                    return !machine.EnterRecursion() ? Status.Raised : item.Call(machine, new Arguments(ref first, positional, keywords), ref result);
                default:
                    return machine.Raise(Types.TypeError, $"'{Operations.TypeName(target)}' object is not callable");
            }
            first = ref Prepend(self, ref first, positional + 2 * keywords, hasRoom);
            hasRoom = false;
            positional++;
        }
    }

    /// <summary>Puts a self before the values of a call: into the slot before them when there is room, otherwise into a
    /// copy. Gives the place of self.</summary>
    public static ref Value Prepend(scoped in Value self, ref Value first, int count, bool hasRoom)
    {
        if (hasRoom)
        {
            ref var place = ref Unsafe.Add(ref first, -1);
            place.Set(self);
            return ref place;
        }
        // Bounded: the arguments are there already, and charged.
        var copy = new Value[count + 1];
        MemoryMarshal.CreateSpan(ref first, count).CopyTo(copy.AsSpan(1));
        copy[0] = self;
        return ref copy[0];
    }

    /// <summary>Calls anything, and does not push the value that comes back but does what <paramref name="after"/> says.</summary>
    public static Status Invoke(Interpreter machine, in Value callee, ref Value first, int positional, int keywords, in After after, ref Value result)
    {
        if (callee.Object is not (PyFunction or PyMethod { Function.Object: PyFunction }))
            return Relay.Invoke(machine, callee, ref first, positional, keywords, after, ref result);
        // A function's frame has nothing of its own to follow.
        var status = Invoke(machine, callee, ref first, positional, keywords, hasRoom: false, ref result);
        if (status == Status.Pushed)
            after.SetOn(machine.Current);
        return status;
    }

    /// <summary>Pushes a frame for a call that matches the parameters exactly: positional arguments only, no cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Status PushPlain(Interpreter machine, PyFunction function, ref Value first, int count)
    {
        var caller = machine.Current;
        var frame = caller.Next;
        var slots = caller.Slots;
        var code = function.Code;
        // In place when the arguments lie in the caller's part of the chunk and the frame fits behind them; all that is
        // not as the last call from here left it goes the long way.
        var offset = (nuint)Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(slots), ref first);
        var index = (int)(offset / (nuint)Unsafe.SizeOf<Value>());
        var end = index + code.FrameSize;
        if ((machine.Poll | machine.CallToll) != 0 || machine.Depth >= machine.RecursionLimit
            || frame is null || frame.Caller != caller || frame.Slots != slots
            || offset > (nuint)caller.End * (nuint)Unsafe.SizeOf<Value>() || end > slots.Length || caller.Generator is not null)
            return PushCopy(machine, function, ref first, count);
        frame.Base = index;
        frame.End = end;
        for (var i = count; i < code.LocalCount; i++)
            Unsafe.Add(ref first, i).Object = null;
        Start(machine, frame, function);
        return Status.Pushed;
    }

    /// <summary>The long way of <see cref="PushPlain"/>: the frame gets a place of its own.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Status PushCopy(Interpreter machine, PyFunction function, ref Value first, int count)
    {
        if ((machine.Poll | machine.CallToll) != 0 && machine.AtCall() != Status.Ok)
            return Status.Raised;
        if (machine.Depth >= machine.RecursionLimit)
            return TooDeep(machine);
        var caller = machine.Current;
        var code = function.Code;
        if (!machine.HasRoom(caller, code.FrameSize))
            return Status.Raised;
        var frame = Interpreter.Link(caller);
        Interpreter.Place(frame, caller, code.FrameSize);
        for (var i = 0; i < count; i++)
            frame[i].Set(Unsafe.Add(ref first, i));
        for (var i = count; i < code.LocalCount; i++)
            frame[i].Clear();
        Start(machine, frame, function);
        return Status.Pushed;
    }

    /// <summary>RecursionError of a call that would exceed the recursion limit.</summary>
    public static Status TooDeep(Machine machine) =>
        machine.Raise(Types.RecursionError, "maximum recursion depth exceeded");

    /// <summary>Pushes a frame for any call of a Python function, or makes its generator.</summary>
    public static Status Push(Interpreter machine, PyFunction function, ref Value first, int positional, int keywords, ref Value result)
    {
        if (keywords == 0 && function.PlainCount == positional)
            return PushPlain(machine, function, ref first, positional);
        if (function.Code.Unit.IsGenerator)
            return Generators.Create(machine, function, new Arguments(ref first, positional, keywords), ref result);
        return Push(machine, function, ref first, positional, out _, keywords);
    }

    /// <summary>Pushes a frame and gives it, so that a continuation can be set.</summary>
    public static Status Push(Interpreter machine, PyFunction function, ref Value first, int positional, out Frame frame, int keywords = 0)
    {
        frame = machine.Current;
        if ((machine.Poll | machine.CallToll) != 0 && machine.AtCall() != Status.Ok)
            return Status.Raised;
        if (machine.Depth >= machine.RecursionLimit)
            return TooDeep(machine);
        var caller = machine.Current;
        var unit = function.Code.Unit;
        // Modules, class bodies and code objects are run, not called: there is nobody to give a generator to.
        if (unit.IsGenerator)
            return machine.Raise(Types.TypeError, "a generator function cannot be run as a body of code");
        frame = Interpreter.Link(caller);
        if (!machine.HasRoom(caller, unit.FrameSize))
            return Status.Raised;
        Interpreter.Place(frame, caller, unit.FrameSize);
        var locals = MemoryMarshal.CreateSpan(ref frame[0], unit.LocalCount);
        if (!Binding.Bind(machine, function, new Arguments(ref first, positional, keywords), locals))
            return Status.Raised;
        Start(machine, frame, function);
        return Status.Pushed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Start(Interpreter machine, Frame frame, PyFunction function)
    {
        frame.SetFunction(function);
        var code = function.Code;
        frame.Top = code.StackBase;
        frame.Offset = 0;
        frame.Blocks = 0;
        frame.Continuation = Continuation.Push;
        if (frame.Locals is not null)
            frame.Locals = null;
        machine.Depth++;
        machine.Current = frame;
        if (++code.Heat == Interpreter.WarmHeat)
            Interpreter.Warm(code);
    }
}
