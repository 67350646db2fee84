using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Outputs;

/// <summary>Writes the enum of opcodes.</summary>
internal static class OpcodeOutput
{
    public static OutputFile Write(Table table)
    {
        var writer = new CodeWriter();
        writer.Line(Header.Text);
        writer.Line("namespace Krait.Instructions;");
        writer.Line();
        writer.Line("/// <summary>The opcodes of bytecode version 6; of a range its first byte.</summary>");
        writer.Open("internal enum Opcode : byte");
        foreach (var instruction in table.Instructions)
            foreach (var code in instruction.IsRange ? instruction.Codes.Take(1) : instruction.Codes)
            {
                writer.Line($"/// <summary>{Header.Escape(instruction.Meaning)}</summary>");
                writer.Line($"{NameStyle.Pascal(instruction.NameOf(code))} = 0x{code:x2},");
            }
        writer.Line();
        writer.Line("/// <summary>The first unary operator; <c>UnaryOperator</c> counts from here.</summary>");
        writer.Line("UnaryOpMulti = UnaryOpPositive,");
        writer.Line();
        writer.Line("/// <summary>The first binary operator; <c>BinaryOperator</c> counts from here.</summary>");
        writer.Line("BinaryOpMulti = BinaryOpLess,");
        writer.Close();
        return new OutputFile("src/Krait/Instructions/Opcode.g.cs", writer.ToString());
    }
}
