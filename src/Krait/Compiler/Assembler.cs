using Krait.Instructions;
using Krait.Mpy;
using Krait.Syntax;

namespace Krait.Compiler;

/// <summary>
/// Turns the instruction lists of scopes into the bytes of raw code: resolves names, drops dead code, measures the
/// stack, and has <see cref="CodeLayout"/> size the jumps.
/// </summary>
internal sealed class Assembler(ModuleTables tables, List<Scope> scopes, Budget budget)
{
    readonly CodeLayout layout = new();
    readonly ByteWriter info = new();
    readonly ByteWriter output = new(1024);
    bool suppressed;
    int depth;
    int maxDepth;

    /// <summary>The module's code with all that is nested in it.</summary>
    public RawCode Assemble()
    {
        var bytes = new byte[scopes.Count][];
        var children = new List<int>[scopes.Count];
        for (var i = 0; i < scopes.Count; i++)
            bytes[i] = AssembleScope(scopes[i], children[i] = []);
        // A scope's children have higher numbers than its own.
        var codes = new RawCode[scopes.Count];
        for (var i = scopes.Count - 1; i >= 0; i--)
            codes[i] = new RawCode(bytes[i], children[i].ConvertAll(child => codes[child]));
        return codes[0];
    }

    byte[] AssembleScope(Scope scope, List<int> children)
    {
        var list = scope.Code;
        layout.Begin(list.LabelCount);
        info.Clear();
        WriteNames(scope);
        (suppressed, depth, maxDepth) = (false, 0, 0);
        foreach (ref readonly var item in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list.Items))
        {
            budget.Tick();
            Encode(scope, item, children);
        }
        layout.Relax(budget);
        return WriteFunction(scope);
    }

    byte[] WriteFunction(Scope scope)
    {
        output.Clear();
        PreludeEncoder.WriteSignature(output, new PreludeSignature(
            Math.Max(1, scope.Locals + maxDepth), scope.Code.MaxBlocks, scope.Flags,
            scope.PositionalParameters, scope.KeywordOnlyParameters, scope.DefaultParameters));
        var cells = new List<byte>();
        foreach (var identifier in scope.Identifiers)
            if (identifier.Kind == IdentifierKind.Cell)
                cells.Add(identifier.Local <= byte.MaxValue
                    ? (byte)identifier.Local
                    : throw new SourceException("RuntimeError", "bytecode overflow"));
        PreludeEncoder.WriteSizes(output, info.Length + layout.Lines.Length, cells.Count);
        output.Write(info.Span);
        output.Write(layout.Lines.Span);
        foreach (var cell in cells)
            output.Write(cell);
        layout.WriteTo(output);
        return output.Span.ToArray();
    }

    /// <summary>The scope's name, then one name for each argument; a captured variable or an iterator is a star.</summary>
    void WriteNames(Scope scope)
    {
        info.WriteVarUint((uint)tables.Qstr(scope.Name));
        var names = new int[scope.PositionalParameters + scope.KeywordOnlyParameters];
        foreach (var identifier in scope.Identifiers)
            if ((identifier.Flags & ParameterFlags.Parameter) != 0 && identifier.Local < names.Length)
                names[identifier.Local] = identifier.Name + 1;
        foreach (var name in names)
            info.WriteVarUint((uint)(name == 0 ? tables.Qstr("*"u8) : tables.Qstr(name - 1)));
    }

    void Encode(Scope scope, in CodeItem item, List<int> children)
    {
        switch (item.Form)
        {
            case Form.Plain:
                Write(item.Opcode, item.Operand);
                suppressed |= Ends(item.Opcode);
                break;
            case Form.Identifier:
                EncodeIdentifier(item.Opcode, scope.Find((int)item.Operand)!);
                break;
            case Form.MakeFunction:
                EncodeMakeFunction(scope, item, children.Count);
                children.Add((int)item.Operand);
                break;
            case Form.ClassCell when scope.Find((int)item.Operand)!.Kind == IdentifierKind.Cell:
                Write(Opcode.LoadFastN, scope.Find((int)item.Operand)!.Local);
                break;
            case Form.ClassCell:
                Write(Opcode.LoadConstNone);
                break;
            case Form.Jump:
                if (!suppressed)
                    layout.AddJump(item);
                suppressed |= Ends(item.Opcode);
                break;
            case Form.Label:
                layout.AddLabel((int)item.Operand);
                suppressed = false;
                break;
            case Form.Lines:
                layout.AddLines((int)item.Operand);
                break;
            default:
                break;
        }
        AdjustDepth(item.Effect);
    }

    void AdjustDepth(int effect)
    {
        depth += effect;
        maxDepth = Math.Max(maxDepth, depth);
    }

    static bool Ends(Opcode opcode) => (InstructionTable.Flags((byte)opcode) & InstructionFlags.Ends) != 0;

    void Write(Opcode opcode, long operand = 0, byte extra = 0)
    {
        if (!suppressed)
            InstructionEncoder.Write(layout.Code, opcode, operand, extra);
    }

    /// <summary>Picks the instruction for what a name turned out to be.</summary>
    void EncodeIdentifier(Opcode access, Identifier identifier)
    {
        switch (identifier.Kind)
        {
            case IdentifierKind.Local:
                Write(Choose(access, Opcode.LoadFastN, Opcode.StoreFastN, Opcode.DeleteFast), identifier.Local);
                break;
            case IdentifierKind.Cell or IdentifierKind.Free:
                Write(Choose(access, Opcode.LoadDeref, Opcode.StoreDeref, Opcode.DeleteDeref), identifier.Local);
                break;
            case IdentifierKind.GlobalExplicit:
                Write(Choose(access, Opcode.LoadGlobal, Opcode.StoreGlobal, Opcode.DeleteGlobal), tables.Qstr(identifier.Name));
                break;
            default:
                Write(access, tables.Qstr(identifier.Name));
                break;
        }
    }

    static Opcode Choose(Opcode access, Opcode load, Opcode store, Opcode delete) => access switch
    {
        Opcode.LoadName => load,
        Opcode.StoreName => store,
        _ => delete,
    };

    void EncodeMakeFunction(Scope scope, in CodeItem item, int childIndex)
    {
        var cells = NameResolution.CellsFor(scope, scopes[(int)item.Operand]);
        var defaults = item.Extra != 0;
        if (cells.Count == 0)
        {
            Write(defaults ? Opcode.MakeFunctionDefargs : Opcode.MakeFunction, childIndex);
            return;
        }
        if (cells.Count > byte.MaxValue)
            throw new SourceException("RuntimeError", "bytecode overflow");
        foreach (var cell in cells)
        {
            Write(Opcode.LoadFastN, cell);
            AdjustDepth(1);
        }
        Write(defaults ? Opcode.MakeClosureDefargs : Opcode.MakeClosure, childIndex, (byte)cells.Count);
        AdjustDepth(-cells.Count);
    }
}
