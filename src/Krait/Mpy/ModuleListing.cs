using System.Globalization;
using System.Text;
using Krait.Core;

namespace Krait.Mpy;

/// <summary>The plain text of a whole module: header, tables, the tree of functions with preludes and instructions.</summary>
internal sealed class ModuleListing
{
    private readonly MpyFile file;
    private readonly StringBuilder text = new();

    private ModuleListing(MpyFile file) => this.file = file;

    public static string Of(MpyFile file)
    {
        var listing = new ModuleListing(file);
        listing.Header();
        listing.Tables();
        listing.Function(file.Root, "0");
        return listing.text.ToString();
    }

    private void Header()
    {
        var header = file.Header;
        Line($"mpy version 6, small ints of {header.SmallIntBits} bits, {file.Memory.Length} bytes");
        if (header.Architecture != 0)
            Line($"native code for {header.ArchitectureName}, sub-version {header.SubVersion}");
        if (header.ArchitectureFlags is { } flags)
            Line($"machine extensions 0x{flags:x}");
    }

    private void Tables()
    {
        Line($"");
        Line($"qstrs: {file.Qstrs.Length}");
        for (var index = 0; index < file.Qstrs.Length; index++)
        {
            var number = file.Qstrs[index].StaticIndex;
            Line($"{index,6}  {ListingText.Quoted(file, index)}{(number != 0 ? $"  (static {number})" : "")}");
        }
        Line($"");
        Line($"objects: {file.ObjectOffsets.Length}");
        for (var index = 0; index < file.ObjectOffsets.Length; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{index,6}  {(ObjectType)file.Memory.Bytes[file.ObjectOffsets[index]],-8} ");
            ListingText.Constant(text, file, index);
            text.Append('\n');
        }
    }

    /// <summary>A function and those it makes. The path names it: child 2 of child 0 of the module is 0.0.2.</summary>
    private void Function(RawFunction function, string path)
    {
        Line($"");
        Line($"function {path}: {Disassembler.NameOf(file, function) ?? "?"}");
        Line($"  {function.Kind.ToString().ToLowerInvariant()}, {function.Length} bytes at {function.Offset}, {function.Children.Length} children");
        if (function.Native is { } native)
            Native(function, native);
        if (function.Kind is RawKind.Bytecode or RawKind.Native)
        {
            if (!Disassembler.TryPrelude(file, function, out var prelude))
                Line($"  the prelude is malformed");
            else
                Body(function, prelude);
        }
        for (var index = 0; index < function.Children.Length; index++)
            Function(function.Children[index], $"{path}.{index}");
    }

    private void Body(RawFunction function, in Prelude prelude)
    {
        var data = file.Memory.Bytes.Slice(function.Offset + (function.Native?.PreludeOffset ?? 0), function.Length - (function.Native?.PreludeOffset ?? 0));
        Line($"  state {prelude.StateSlots}, blocks {prelude.BlockSlots}, flags {prelude.Flags}, positional {prelude.Positional}, keyword-only {prelude.KeywordOnly}, defaults {prelude.Defaults}");
        var names = new MpyCursor(data[prelude.NamesOffset..]);
        if (prelude.NamedParameters > 0)
        {
            text.Append("  parameters:");
            for (var index = 0; index < prelude.NamedParameters && names.TryVarUint(out var qstr); index++)
                text.Append(' ').Append(ListingText.Quoted(file, qstr));
            text.Append('\n');
        }
        if (prelude.CodeOffset > prelude.CellsOffset)
        {
            text.Append("  cells:");
            foreach (var cell in data[prelude.CellsOffset..prelude.CodeOffset])
                text.Append(CultureInfo.InvariantCulture, $" {cell}");
            text.Append('\n');
        }
        if (function.Kind == RawKind.Bytecode)
            Instructions(function, prelude, data);
    }

    private void Instructions(RawFunction function, in Prelude prelude, ReadOnlySpan<byte> data)
    {
        if (prelude.CellsOffset > prelude.LinesOffset)
            Line($"  line table: {Convert.ToHexStringLower(data[prelude.LinesOffset..prelude.CellsOffset])}");
        var code = data[prelude.CodeOffset..];
        var listing = Disassembler.Disassemble(file, function, prelude);
        var line = 0;
        foreach (var instruction in listing.Instructions)
        {
            var bytes = Convert.ToHexStringLower(code.Slice(instruction.Offset, instruction.Length));
            var shown = instruction.Line == line ? "" : instruction.Line.ToString(CultureInfo.InvariantCulture);
            line = instruction.Line;
            text.Append(CultureInfo.InvariantCulture, $"{shown,6} {instruction.Offset,6}  {bytes,-10} {instruction.Name}");
            text.Append(instruction.Text.Length > 0 ? " " : "").Append(instruction.Text).Append('\n');
        }
        if (listing.StoppedAt is { } stopped)
            Line($"       {stopped,6}  not decoded from here on [{listing.Reason}]: {Convert.ToHexStringLower(code[stopped..Math.Min(stopped + 16, code.Length)])}");
    }

    private void Native(RawFunction function, NativeFacts native)
    {
        if (function.Kind == RawKind.Native)
            Line($"  prelude at {native.PreludeOffset}");
        else if (function.Kind == RawKind.Assembler)
            Line($"  {native.ParameterCount} parameters, types 0x{native.TypeSignature:x}");
        else
            Line($"  scope flags 0x{native.ScopeFlags:x}, read-only data {native.RodataLength}, zeroed data {native.BssLength}");
        if (native.RelocationOffset != 0)
            Line($"  {native.RelocationCount} relocations at {native.RelocationOffset}");
        var code = file.Memory.Bytes.Slice(function.Offset, function.Kind == RawKind.Native ? native.PreludeOffset : function.Length);
        for (var at = 0; at < code.Length; at += 16)
            Line($"       {at,6}  {Convert.ToHexStringLower(code[at..Math.Min(at + 16, code.Length)])}");
    }

    private void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
