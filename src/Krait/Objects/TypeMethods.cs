using Krait.Core;

namespace Krait.Objects;

/// <summary>What types do: repr, calling them to make instances.</summary>
internal static class TypeMethods
{
    public static Status Repr(Machine machine, PyType type, ref Value result) => machine.Return(ref result,
        type.ModuleName == "builtins" ? $"<class '{type.QualifiedName}'>" : $"<class '{type.ModuleName}.{type.QualifiedName}'>");

    public static Status CallBuiltin(Machine machine, BuiltinType type, in Arguments arguments, ref Value result) =>
        machine.Raise(Types.TypeError, $"cannot create '{type.Name}' instances");

    public static Status CallClass(Machine machine, ClassType type, in Arguments arguments, ref Value result)
    {
        result.SetObject(new PyInstance(type));
        return Status.Ok;
    }
}
