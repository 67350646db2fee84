using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Instructions;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>Names and attributes out of line.</summary>
[Micro]
internal static class Lookups
{
    [Op(Effects.MayRaise | Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadString(Machine machine, int operand, ref Value result) =>
        Link(machine, operand, ref result);

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadName(Machine machine, ref InlineCache cache, int operand, ref Value result) =>
        machine.Raise(Types.SystemError, "LOAD_NAME");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadGlobal(Machine machine, ref InlineCache cache, int operand, ref Value result) =>
        Global(machine, operand, ref result);

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadAttribute(Machine machine, ref InlineCache cache, int operand, ref Value value, ref Value result) =>
        Attributes.Get(machine, value, Name(machine, operand), ref result);

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadMethod(Machine machine, ref InlineCache cache, int operand, ref Value value, ref Value method, ref Value self) =>
        machine.Raise(Types.SystemError, "LOAD_METHOD");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadSuperMethod(Machine machine, int operand, ref Value type, ref Value self, ref Value method, ref Value bound) =>
        machine.Raise(Types.SystemError, "LOAD_SUPER_METHOD");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status StoreName(Machine machine, int operand, ref Value value) =>
        machine.Raise(Types.SystemError, "STORE_NAME");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status StoreGlobal(Machine machine, ref InlineCache cache, int operand, ref Value value) =>
        SetGlobal(machine, operand, ref value);

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status StoreAttribute(Machine machine, ref InlineCache cache, int operand, ref Value value, ref Value target) =>
        Attributes.Set(machine, target, Name(machine, operand), value);

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status DeleteName(Machine machine, int operand) =>
        machine.Raise(Types.SystemError, "DELETE_NAME");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status DeleteGlobal(Machine machine, int operand) =>
        machine.Raise(Types.SystemError, "DELETE_GLOBAL");

    [Op(Effects.MayRaise | Effects.AlwaysRaises), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status UnboundLocal(Machine machine, int operand) =>
        machine.Raise(Types.NameError, "local variable referenced before assignment");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status ImportName(Machine machine, int operand, ref Value level, ref Value names, ref Value module) =>
        machine.Raise(Types.SystemError, "IMPORT_NAME");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status ImportFrom(Machine machine, int operand, ref Value module, ref Value result) =>
        machine.Raise(Types.SystemError, "IMPORT_FROM");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status ImportStar(Machine machine, ref Value module) =>
        machine.Raise(Types.SystemError, "IMPORT_STAR");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadBuildClass(Machine machine, ref Value result) =>
        machine.Raise(Types.SystemError, "LOAD_BUILD_CLASS");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadObject(Machine machine, int operand, ref Value result) =>
        machine.Raise(Types.SystemError, "LOAD_CONST_OBJ");

    private static PyStr Name(Machine machine, int qstr) => ((Interpreter)machine).Current.Function.Code.String(machine, qstr);

    private static Status Link(Machine machine, int qstr, ref Value result)
    {
        result.SetObject(Name(machine, qstr));
        return Status.Ok;
    }

    private static Status Global(Machine machine, int qstr, ref Value result)
    {
        if (!((Interpreter)machine).Current.Function.Globals.TryGetName(machine, Name(machine, qstr), out var value))
            return machine.Raise(Types.NameError, Name(machine, qstr).Text);
        result.Set(value);
        return Status.Ok;
    }

    private static Status SetGlobal(Machine machine, int qstr, ref Value value)
    {
        ((Interpreter)machine).Current.Function.Globals.SetName(machine, Name(machine, qstr), value);
        return Status.Ok;
    }
}

/// <summary>Making functions and displays out of line.</summary>
[Micro]
internal static class Build
{
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status MakeClosure(Machine machine, int operand, int extra, ref Value cells, ref Value function) =>
        machine.Raise(Types.SystemError, "MAKE_CLOSURE");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status MakeClosureWithDefaults(Machine machine, int operand, int extra, ref Value defaults, ref Value function) =>
        machine.Raise(Types.SystemError, "MAKE_CLOSURE_DEFARGS");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BuildTuple(Machine machine, int operand, ref Value items, ref Value result) =>
        machine.Raise(Types.SystemError, "BUILD_TUPLE");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BuildList(Machine machine, int operand, ref Value items, ref Value result) =>
        machine.Raise(Types.SystemError, "BUILD_LIST");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BuildMap(Machine machine, int operand, ref Value result) =>
        machine.Raise(Types.SystemError, "BUILD_MAP");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BuildSet(Machine machine, int operand, ref Value items, ref Value result) =>
        machine.Raise(Types.SystemError, "BUILD_SET");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BuildSlice(Machine machine, int operand, ref Value parts, ref Value result) =>
        machine.Raise(Types.SystemError, "BUILD_SLICE");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status StoreComprehension(Machine machine, int operand, ref Value items) =>
        machine.Raise(Types.SystemError, "STORE_COMP");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status UnpackSequence(Machine machine, int operand, ref Value sequence, ref Value items) =>
        machine.Raise(Types.SystemError, "UNPACK_SEQUENCE");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status UnpackEx(Machine machine, int operand, ref Value sequence, ref Value items) =>
        machine.Raise(Types.SystemError, "UNPACK_EX");

    [Op, MethodImpl(MethodImplOptions.NoInlining)]
    public static void SpreadTuple(PyTuple sequence, int operand, ref Value items) =>
        Spread(sequence, ref items);

    [Op(Effects.MayRaise | Effects.Allocates), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status MakeFunction(Machine machine, int operand, ref Value function) =>
        Make(machine, operand, ref function);

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status MakeFunctionWithDefaults(Machine machine, int operand, ref Value defaults, ref Value keywords, ref Value function) =>
        machine.Raise(Types.SystemError, "MAKE_FUNCTION_DEFARGS");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status StoreMap(Machine machine, ref Value dict, ref Value value, ref Value key) =>
        machine.Raise(Types.SystemError, "STORE_MAP");

    private static void Spread(PyTuple sequence, ref Value items)
    {
        for (var i = 0; i < sequence.Items.Length; i++)
            Unsafe.Add(ref items, sequence.Items.Length - 1 - i).Set(sequence.Items[i]);
    }

    private static Status Make(Machine machine, int child, ref Value function)
    {
        var outer = ((Interpreter)machine).Current.Function;
        function.SetObject(new PyFunction(outer.Code.Child(child), outer.Globals));
        return Status.Ok;
    }
}

/// <summary>Calls out of line.</summary>
[Micro]
internal static class Calls
{
    [Op(Effects.MayRaise | Effects.PushesFrame), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status CallPython(Interpreter machine, int operand, ref Value callee) =>
        machine.PushFrame(operand, ref callee);

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status CallFunction(Machine machine, int operand, ref Value callee) =>
        machine.Raise(Types.SystemError, "CALL_FUNCTION");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status CallFunctionVarKw(Machine machine, int operand, ref Value callee) =>
        machine.Raise(Types.SystemError, "CALL_FUNCTION_VAR_KW");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status CallPythonMethod(Machine machine, int operand, ref Value method) =>
        machine.Raise(Types.SystemError, "CALL_METHOD");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status CallBuiltinMethod(Machine machine, int operand, ref Value method) =>
        machine.Raise(Types.SystemError, "CALL_METHOD");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status CallMethod(Machine machine, int operand, ref Value method) =>
        machine.Raise(Types.SystemError, "CALL_METHOD");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status CallMethodVarKw(Machine machine, int operand, ref Value method) =>
        machine.Raise(Types.SystemError, "CALL_METHOD_VAR_KW");
}

/// <summary>Exception blocks, truth tests and the ways out of a frame.</summary>
[Micro]
internal static class Flow
{
    [Terminator(Effects.Anything | Effects.Jumps | Effects.Ends), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status UnwindJump(Machine machine, int target, int extra) =>
        machine.Raise(Types.SystemError, "UNWIND_JUMP");

    [Terminator(Effects.Anything | Effects.Jumps), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BranchIfTrue(Machine machine, int target, ref Value condition) =>
        machine.Raise(Types.SystemError, "POP_JUMP_IF_TRUE");

    [Terminator(Effects.Anything | Effects.Jumps), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BranchIfFalse(Machine machine, int target, ref Value condition) =>
        machine.Raise(Types.SystemError, "POP_JUMP_IF_FALSE");

    [Terminator(Effects.Anything | Effects.Jumps), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BranchIfTrueOrPop(Machine machine, int target, ref Value value) =>
        machine.Raise(Types.SystemError, "JUMP_IF_TRUE_OR_POP");

    [Terminator(Effects.Anything | Effects.Jumps), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status BranchIfFalseOrPop(Machine machine, int target, ref Value value) =>
        machine.Raise(Types.SystemError, "JUMP_IF_FALSE_OR_POP");

    [Terminator(Effects.Anything | Effects.SetsUpBlock), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status SetupWith(Machine machine, int target) =>
        machine.Raise(Types.SystemError, "SETUP_WITH");

    [Op(Effects.SetsUpBlock), MethodImpl(MethodImplOptions.NoInlining)]
    public static void SetupBlock(Frame frame, int target, int depth, int isFinally) =>
        frame.Blocks++;

    [Guard, MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsQuietBlock(Frame frame) =>
        frame.Blocks > 0;

    [Op, MethodImpl(MethodImplOptions.NoInlining)]
    public static void DropBlock(Frame frame) =>
        frame.Blocks--;

    [Terminator(Effects.Jumps | Effects.Ends), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status PopExcept(Machine machine, int target) =>
        machine.Raise(Types.SystemError, "POP_EXCEPT_JUMP");

    [Terminator(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status WithCleanup(Machine machine) =>
        machine.Raise(Types.SystemError, "WITH_CLEANUP");

    [Terminator(Effects.MayRaise | Effects.PopsFrame | Effects.Jumps), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status EndFinally(Machine machine) =>
        machine.Raise(Types.SystemError, "END_FINALLY");

    [Terminator(Effects.PopsFrame | Effects.Jumps | Effects.Ends), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status Return(Machine machine) =>
        machine.Raise(Types.SystemError, "RETURN_VALUE");

    [Terminator(Effects.Anything | Effects.Ends), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status RaiseLast(Machine machine) =>
        machine.Raise(Types.SystemError, "RAISE_LAST");

    [Terminator(Effects.Anything | Effects.Ends), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status RaiseObject(Machine machine, ref Value exception) =>
        machine.Raise(Types.SystemError, "RAISE_OBJ");

    [Terminator(Effects.Anything | Effects.Ends), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status RaiseFrom(Machine machine, ref Value exception, ref Value cause) =>
        machine.Raise(Types.SystemError, "RAISE_FROM");

    [Terminator(Effects.MayRaise | Effects.Suspends), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status YieldValue(Machine machine) =>
        machine.Raise(Types.SystemError, "YIELD_VALUE");

    [Terminator(Effects.Anything | Effects.Suspends), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status YieldFrom(Machine machine) =>
        machine.Raise(Types.SystemError, "YIELD_FROM");
}

/// <summary>Iteration out of line.</summary>
[Micro]
internal static class Iterate
{
    [Terminator(Effects.Anything | Effects.Jumps), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status ForIter(Interpreter machine, int target) =>
        machine.EndLoop(target);

    [Terminator(Effects.Anything | Effects.Jumps), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status ResumeForIter(Machine machine, int target, ref Value iterator) =>
        machine.Raise(Types.SystemError, "FOR_ITER");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status GetIter(Machine machine, ref Value iterable, ref Value iterator) =>
        Operations.Iterate(machine, iterable, ref iterator);

    [Terminator(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status GetIterStack(Machine machine, ref Value iterable) =>
        machine.Raise(Types.SystemError, "GET_ITER_STACK");
}

/// <summary>Operators and subscripts out of line.</summary>
[Micro]
internal static class Operators
{
    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status LoadSubscript(Machine machine, ref Value value, ref Value index, ref Value result) =>
        Operations.GetItem(machine, value, index, ref result);

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status StoreSubscript(Machine machine, ref Value value, ref Value target, ref Value index) =>
        Operations.SetItem(machine, target, index, value);

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status Unary(Machine machine, int number, ref Value value, ref Value result) =>
        Operations.Unary(machine, (UnaryOperator)number, value, ref result);

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status Not(Machine machine, ref Value value, ref Value result) =>
        machine.Raise(Types.SystemError, "UNARY_OP_NOT");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status Compare(Machine machine, int number, ref Value left, ref Value right, ref Value result) =>
        Operations.Compare(machine, (BinaryOperator)number, left, right, ref result);

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status Binary(Machine machine, int opcode, ref Value left, ref Value right, ref Value result) =>
        Operations.Binary(machine, (BinaryOperator)(opcode - (int)Opcode.BinaryOpMulti), left, right, ref result);

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status Contains(Machine machine, ref Value item, ref Value container, ref Value result) =>
        machine.Raise(Types.SystemError, "in");

    [Op(Effects.Anything), MethodImpl(MethodImplOptions.NoInlining)]
    public static Status ExceptionMatch(Machine machine, ref Value exception, ref Value type, ref Value result) =>
        machine.Raise(Types.SystemError, "exception match");
}
