using System.Reflection;
using System.Runtime.CompilerServices;

namespace Krait.Tests.Architecture;

/// <summary>Engines share nothing that changes: the assembly has no mutable static state (invariant 10).</summary>
public class MutableStaticsTests
{

    [Fact]
    public void Static_fields_are_readonly()
    {
        var mutable = Fields().Where(field => !field.IsInitOnly && !field.IsLiteral).Select(Describe).Order();
        Assert.Empty(mutable);
    }

    [Fact]
    public void No_static_is_bound_to_a_thread() =>
        Assert.Empty(Fields().Where(field => field.IsDefined(typeof(ThreadStaticAttribute))).Select(Describe));

    private static IEnumerable<FieldInfo> Fields() =>
        from type in typeof(PyTypeAttribute).Assembly.GetTypes()
        where !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<', StringComparison.Ordinal)
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsDefined(typeof(CompilerGeneratedAttribute)) || !field.Name.Contains('<', StringComparison.Ordinal)
        select field;

    private static string Describe(FieldInfo field) => $"{field.DeclaringType!.FullName}.{field.Name}";
}
