using Krait.Core;
using Krait.Instructions;
using Krait.Mpy;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>
/// The functions of frames that belong to no program, each a single instruction. EXIT ends a nested run: the run starts
/// by pushing such a boundary frame; when the frame above it returns, its value is pushed there and EXIT ends the loop, so
/// the loop never asks whether it is done. RETURN_VALUE is a <see cref="Relay"/>.
/// </summary>
internal static unsafe class Boundary
{
    /// <summary>Frame.Aux of a boundary whose nested run ended with Status.Stop.</summary>
    public const int Stopped = 1;

    private static ReadOnlySpan<byte> ExitCode => [(byte)Opcode.Exit, 0];

    private static ReadOnlySpan<byte> ReturnCode => [(byte)Opcode.ReturnValue, 0];

    /// <summary>The function of boundaries, without globals that anybody could reach.</summary>
    public static readonly PyFunction Function = Make(ExitCode);

    /// <summary>The function of relays.</summary>
    public static readonly PyFunction Return = Make(ReturnCode);

    /// <summary>Whether a frame belongs to a program.</summary>
    public static bool IsProgram(Frame frame) => frame.Function != Function && frame.Function != Return;

    private static PyFunction Make(ReadOnlySpan<byte> code)
    {
        var memory = ImageMemory.OfAssembly(code);
        var start = memory.Start;
        var image = new ModuleImage { Memory = memory.Memory, Start = start, Qstrs = [], ObjectOffsets = [] };
        image.Root = new CodeUnit
        {
            Image = image,
            Code = start,
            CodeLength = 1,
            ImageOffset = 0,
            NameQstr = 0,
            ParameterQstrs = [],
            Flags = CodeFlags.None,
            PositionalCount = 0,
            KeywordOnlyCount = 0,
            DefaultCount = 0,
            ClosureCount = 0,
            Cells = [],
            LocalCount = 0,
            StackDepth = 4,
            BlockDepth = 0,
            TokenTests = [],
            Children = [],
            Lines = start,
            LinesLength = 0,
        };
        return new PyFunction(new LinkedCode(image.Root, new LinkedModule(image)), new PyDict());
    }
}
