using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Krait.InstructionGenerator.Budget;

/// <summary>
/// The size of a loop's IL. Above limits of its own the just-in-time compiler gives up optimising and says nothing; the
/// budget stays well below them.
/// </summary>
/// <param name="Name">The method.</param>
/// <param name="Bytes">Bytes of IL; the compiler's limit is 60 000.</param>
/// <param name="Instructions">IL instructions; the limit is 20 000.</param>
/// <param name="Blocks">Basic blocks; the limit is 2 000.</param>
/// <param name="Locals">IL locals; with 512 locals and temporaries inlining ends.</param>
internal sealed record LoopFigures(string Name, int Bytes, int Instructions, int Blocks, int Locals)
{
    public const int LargestBytes = 40_000, LargestInstructions = 16_000, LargestBlocks = 1_600, LargestLocals = 200;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    public bool IsWithinBudget =>
        Bytes <= LargestBytes && Instructions <= LargestInstructions && Blocks <= LargestBlocks && Locals <= LargestLocals;

    public override string ToString() =>
        $"{Name}: {Bytes} bytes, {Instructions} instructions, {Blocks} blocks, {Locals} locals";

    /// <summary>The figures of the loops in a compiled Krait.dll.</summary>
    public static IReadOnlyList<LoopFigures> Read(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        var metadata = image.GetMetadataReader();
        var figures = new List<LoopFigures>();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            var name = metadata.GetString(method.Name);
            if (name is not ("RunPlain" or "RunMetered" or "RunTraced"))
                continue;
            var body = image.GetMethodBody(method.RelativeVirtualAddress);
            var il = body.GetILBytes()!;
            var (instructions, blocks) = Count(il);
            var locals = body.LocalSignature.IsNil ? 0
                : metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(new CountingProvider(), null).Length;
            figures.Add(new LoopFigures(name, il.Length, instructions, blocks, locals));
        }
        return figures;
    }

    /// <summary>Counts instructions, and the places where a basic block begins: targets, and what follows a jump.</summary>
    private static (int Instructions, int Blocks) Count(byte[] il)
    {
        var starts = new HashSet<int> { 0 };
        var instructions = 0;
        for (var at = 0; at < il.Length; instructions++)
        {
            var value = il[at] == 0xfe ? 0xfe00 | il[at + 1] : il[at];
            var code = OpCodesByValue[value];
            var operand = at + code.Size;
            at = operand + OperandSize(code, il, operand);
            switch (code.OperandType)
            {
                case OperandType.ShortInlineBrTarget:
                    starts.Add(at + (sbyte)il[operand]);
                    starts.Add(at);
                    break;
                case OperandType.InlineBrTarget:
                    starts.Add(at + BitConverter.ToInt32(il, operand));
                    starts.Add(at);
                    break;
                case OperandType.InlineSwitch:
                    for (var i = 0; i < BitConverter.ToInt32(il, operand); i++)
                        starts.Add(at + BitConverter.ToInt32(il, operand + 4 + 4 * i));
                    starts.Add(at);
                    break;
                default:
                    if (code.FlowControl is FlowControl.Return or FlowControl.Throw)
                        starts.Add(at);
                    break;
            }
        }
        return (instructions, starts.Count(start => start < il.Length));
    }

    private static int OperandSize(OpCode code, byte[] il, int operand) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, operand),
        _ => 4,
    };

    /// <summary>The types of locals do not matter, their number does.</summary>
    private sealed class CountingProvider : ISignatureTypeProvider<int, object?>
    {
        public int GetArrayType(int elementType, ArrayShape shape) => 0;

        public int GetByReferenceType(int elementType) => 0;

        public int GetFunctionPointerType(MethodSignature<int> signature) => 0;

        public int GetGenericInstantiation(int genericType, System.Collections.Immutable.ImmutableArray<int> typeArguments) => 0;

        public int GetGenericMethodParameter(object? genericContext, int index) => 0;

        public int GetGenericTypeParameter(object? genericContext, int index) => 0;

        public int GetModifiedType(int modifier, int unmodifiedType, bool isRequired) => 0;

        public int GetPinnedType(int elementType) => 0;

        public int GetPointerType(int elementType) => 0;

        public int GetPrimitiveType(PrimitiveTypeCode typeCode) => 0;

        public int GetSZArrayType(int elementType) => 0;

        public int GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => 0;

        public int GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => 0;

        public int GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => 0;
    }
}
