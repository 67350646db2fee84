using Krait.Core;
using Krait.Mpy;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>
/// The function of boundary frames: a single EXIT instruction. A nested run starts by pushing one; when the frame above
/// it returns, its value is pushed there and EXIT ends the loop. So the loop never asks whether it is done.
/// </summary>
internal static unsafe class Boundary
{
    /// <summary>Frame.Aux of a boundary whose nested run ended with Status.Stop.</summary>
    public const int Stopped = 1;

    private static ReadOnlySpan<byte> ExitCode => [0x00, 0x00];

    /// <summary>The function, without globals that anybody could reach.</summary>
    public static readonly PyFunction Function = Make();

    private static PyFunction Make()
    {
        var memory = ImageMemory.OfAssembly(ExitCode);
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
