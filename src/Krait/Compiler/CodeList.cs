using Krait.Instructions;

namespace Krait.Compiler;

/// <summary>What an entry of a <see cref="CodeList"/> is, and what its operand means.</summary>
internal enum Form : byte
{
    /// <summary>An opcode, with the operand that it has.</summary>
    Plain,

    /// <summary>Load, store or delete (the opcode's <c>Name</c> form) of the name that the operand numbers.</summary>
    Identifier,

    /// <summary>Makes a function from the scope that the operand numbers; extra is 1 if there are defaults.</summary>
    MakeFunction,

    /// <summary>What a class body returns: the cell of the name in the operand if it was captured, else None.</summary>
    ClassCell,

    /// <summary>A jump to the label in the operand, or a handler's address.</summary>
    Jump,

    /// <summary>The place of the label in the operand.</summary>
    Label,

    /// <summary>The operand is the number of lines passed here.</summary>
    Lines,

    /// <summary>A change of the assumed stack depth alone.</summary>
    Adjust,
}

/// <param name="Form">What this is.</param>
/// <param name="Opcode">The opcode, where there is one.</param>
/// <param name="Extra">The byte after the operand, or as <see cref="Form"/> says.</param>
/// <param name="Effect">How the value stack grows.</param>
/// <param name="Operand">As <see cref="Form"/> says.</param>
internal readonly record struct CodeItem(Form Form, Opcode Opcode, byte Extra, int Effect, long Operand);

/// <summary>
/// The instructions of one scope before names are resolved and jumps are sized. They are made in one walk over
/// the tree, dead code included: it takes part in the tables' order and in the depth of the stack.
/// </summary>
internal sealed class CodeList
{
    readonly List<CodeItem> items = [];
    int lastLine = 1;
    int openBlocks;

    public List<CodeItem> Items => items;

    public int LabelCount { get; private set; }

    /// <summary>How deep exception blocks nest at most.</summary>
    public int MaxBlocks { get; private set; }

    /// <summary>How many exception blocks are open here.</summary>
    public int OpenBlocks
    {
        get => openBlocks;
        set
        {
            openBlocks = value;
            MaxBlocks = Math.Max(MaxBlocks, value);
        }
    }

    public int NewLabel() => LabelCount++;

    public void Emit(Opcode opcode, int effect, long operand = 0) => items.Add(new CodeItem(Form.Plain, opcode, 0, effect, operand));

    public void EmitSmallInt(long value) => Emit(Opcode.LoadConstSmallInt, 1, value);

    public void EmitIdentifier(Opcode opcode, int effect, int name) =>
        items.Add(new CodeItem(Form.Identifier, opcode, 0, effect, name));

    public void EmitMakeFunction(int scope, bool defaults) =>
        items.Add(new CodeItem(Form.MakeFunction, Opcode.MakeFunction, defaults ? (byte)1 : (byte)0, defaults ? -1 : 1, scope));

    public void EmitClassCell(int name) => items.Add(new CodeItem(Form.ClassCell, Opcode.LoadConstNone, 0, 1, name));

    public void EmitJump(Opcode opcode, int effect, int label, byte extra = 0) =>
        items.Add(new CodeItem(Form.Jump, opcode, extra, effect, label));

    public void Place(int label) => items.Add(new CodeItem(Form.Label, 0, 0, 0, label));

    public void AdjustStack(int effect) => items.Add(new CodeItem(Form.Adjust, 0, 0, effect, 0));

    /// <summary>Says that what follows is on a line; lines that do not grow are not recorded.</summary>
    public void MarkLine(int line)
    {
        if (line <= lastLine)
            return;
        items.Add(new CodeItem(Form.Lines, 0, 0, 0, line - lastLine));
        lastLine = line;
    }
}
