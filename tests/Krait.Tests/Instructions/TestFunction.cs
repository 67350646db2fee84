using Krait.Core;
using Krait.Interpreter;
using Krait.Objects;

namespace Krait.Tests.Instructions;

/// <summary>Functions made of bytes, without a file and without the verifier.</summary>
internal static unsafe class TestFunction
{
    /// <summary>A function of one module; qstr 0 is its name.</summary>
    public static PyFunction Create(byte[] code, int parameters = 0, int locals = 0, int depth = 16, PyFunction? module = null, params CodeUnit[] children)
    {
        var pinned = GC.AllocateArray<byte>(code.Length + 1, pinned: true);
        code.CopyTo(pinned, 0);
        var start = (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref pinned[0]);
        var image = new ModuleImage
        {
            Memory = pinned,
            Start = start,
            Qstrs = [new QstrEntry(0, 0, 0)],
            ObjectOffsets = [],
        };
        var unit = new CodeUnit
        {
            Image = image,
            Code = start,
            CodeLength = code.Length,
            ImageOffset = 0,
            NameQstr = 0,
            ParameterQstrs = new ushort[parameters],
            Flags = CodeFlags.None,
            PositionalCount = parameters,
            KeywordOnlyCount = 0,
            DefaultCount = 0,
            ClosureCount = 0,
            Cells = [],
            LocalCount = Math.Max(locals, parameters),
            StackDepth = depth,
            BlockDepth = 2,
            TokenTests = [],
            Children = children,
            Lines = null,
            LinesLength = 0,
        };
        return new PyFunction(new LinkedCode(unit, module?.Code.Module ?? new LinkedModule(image)), module?.Globals ?? new PyDict());
    }

    /// <summary>Runs a function in an interpreter of its own.</summary>
    public static Status Run(byte[] code, Value[] arguments, out Value result, Limits? limits = null, int locals = 0, int depth = 16)
    {
        result = default;
        return Machine(limits).Call(Value.Of(Create(code, arguments.Length, locals, depth)), arguments, ref result);
    }

    /// <summary>An interpreter without modules.</summary>
    public static Interpreter.Interpreter Machine(Limits? limits = null) => new(limits ?? new Limits(), new NoModules());

    private sealed class NoModules : IModuleLoader
    {
        public Status Find(Interpreter.Interpreter machine, string name, PyModule? package, out LoadedModule found)
        {
            found = default;
            return Status.Stop;
        }

        public Status Compile(Interpreter.Interpreter machine, string source, string file, string mode, out LinkedCode? code)
        {
            code = null;
            return machine.Raise(Types.SyntaxError);
        }
    }
}
