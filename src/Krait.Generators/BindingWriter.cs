namespace Krait.Generators;

/// <summary>Writes the binding of one class.</summary>
internal static class BindingWriter
{
    /// <summary>The file's text; null when something is wrong with the class.</summary>
    public static string? Write(BoundClass read)
    {
        if (read.Reports.Count > 0)
            return null;
        var text = new Text($"{read.Name} ({read.PythonName})");
        if (read.Namespace.Length > 0)
            _ = text.Line($"namespace {read.Namespace};").Line();
        var name = read.Name + "Binding";
        _ = text.Open($"{(read.IsPublic ? "public" : "internal")} sealed class {name} : global::Krait.Objects.{(read.IsModule ? "ModuleBinding" : "TypeBinding")}")
            .Line($"public static readonly {name} Instance = new();")
            .Line()
            .Line($"private {name}()").Line("{").Line("}")
            .Line()
            .Line($"public override string Name => {Names.Literal(read.PythonName)};")
            .Line();
        if (!read.IsModule)
            WriteTypeFacts(text, read);
        WriteBind(text, read);
        foreach (var member in read.Members)
        {
            if (member.Role == Role.Constant)
                continue;
            _ = text.Line();
            new WrapperWriter(text, read, member).Write();
            if (member.Setter is null)
                continue;
            _ = text.Line();
            new WrapperWriter(text, read, member.Setter).Write();
        }
        return text.Close().ToString();
    }

    private static void WriteTypeFacts(Text text, BoundClass read)
    {
        if (read.Module != "builtins")
            _ = text.Line($"public override string Module => {Names.Literal(read.Module)};").Line();
        if (read.IsBase)
            _ = text.Line("public override bool IsBase => true;").Line();
        var slots = read.OverriddenSlots().Distinct().Select(static slot => "global::Krait.Objects.Slots." + slot).ToList();
        if (read.DeclaredSlots != 0)
            slots.Insert(0, $"(global::Krait.Objects.Slots){read.DeclaredSlots}");
        if (slots.Count > 0)
            _ = text.Line($"public override global::Krait.Objects.Slots Slots => {string.Join(" | ", slots)};").Line();
        if (read.DefinesSpecials)
            _ = text.Line("public override bool DefinesSpecials => true;").Line();
        if (read.Members.Find(static member => member.Role == Role.New) is { } constructor)
            _ = text.Line("private global::Krait.Core.NativeFunction? constructor;").Line()
                .Line($"public override global::Krait.Core.NativeFunction? Constructor => constructor ??= {constructor.Wrapper};").Line();
    }

    private static void WriteBind(Text text, BoundClass read)
    {
        _ = text.Open($"public override void Bind(global::Krait.Objects.{(read.IsModule ? "ModuleTable" : "MemberTable")} members)");
        if (read.IsUnhashable)
            _ = text.Line("members.Constant(\"__hash__\", global::Krait.Core.Value.None);");
        foreach (var member in read.Members)
        {
            var name = Names.Literal(member.Name);
            _ = text.Line(member.Role switch
            {
                Role.Function => $"members.Function({name}, {member.Wrapper});",
                Role.Method when read.IsSpecial(member) => $"members.Special({name}, {member.Wrapper});",
                Role.Method => $"members.Method({name}, {member.Wrapper});",
                Role.ClassMethod => $"members.ClassMethod({name}, {member.Wrapper});",
                Role.StaticMethod => $"members.StaticMethod({name}, {member.Wrapper});",
                Role.New => $"members.StaticMethod(\"__new__\", {member.Wrapper});",
                Role.Constant => $"members.Constant({name}, {ResultWriter.Constant(member.ResultType, $"{Names.Full(read.Symbol)}.{Names.Identifier(member.Symbol)}")});",
                _ when member.Setter is null => $"members.Property({name}, {member.Wrapper});",
                _ => $"members.Property({name}, {member.Wrapper}, {member.Setter.Wrapper});",
            });
        }
        _ = text.Close();
    }
}
