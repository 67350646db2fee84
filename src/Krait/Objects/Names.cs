using Krait.Core;

namespace Krait.Objects;

/// <summary>The interned names that C# itself looks up, of one engine.</summary>
internal sealed class Names
{
    private static readonly string[] specialTexts =
    [
        "__lt__", "__gt__", "__eq__", "__le__", "__ge__", "__ne__",
        "__ior__", "__ixor__", "__iand__", "__ilshift__", "__irshift__", "__iadd__", "__isub__", "__imul__", "__imatmul__",
        "__ifloordiv__", "__itruediv__", "__imod__", "__ipow__",
        "__or__", "__xor__", "__and__", "__lshift__", "__rshift__", "__add__", "__sub__", "__mul__", "__matmul__",
        "__floordiv__", "__truediv__", "__mod__", "__pow__", "__divmod__",
        "__ror__", "__rxor__", "__rand__", "__rlshift__", "__rrshift__", "__radd__", "__rsub__", "__rmul__", "__rmatmul__",
        "__rfloordiv__", "__rtruediv__", "__rmod__", "__rpow__", "__rdivmod__",
        "__pos__", "__neg__", "__invert__", "__abs__", "__bool__", "__len__", "__repr__", "__str__", "__format__", "__hash__", "__bytes__",
        "__getitem__", "__setitem__", "__delitem__", "__contains__", "__iter__", "__next__", "__reversed__", "__missing__", "__length_hint__",
        "__call__", "__new__", "__init__", "__get__", "__set__", "__delete__", "__getattr__", "__getattribute__", "__setattr__", "__delattr__", "__dir__",
        "__index__", "__int__", "__float__", "__complex__", "__round__", "__trunc__", "__floor__", "__ceil__",
        "__enter__", "__exit__", "__instancecheck__", "__subclasscheck__", "__init_subclass__", "__set_name__", "__class_getitem__", "__prepare__",
    ];

    private readonly PyStr[] specials;

    public Names(Machine machine)
    {
        // Bounded: a constant.
        specials = new PyStr[(int)Special.Count];
        for (var i = 0; i < specials.Length; i++)
            specials[i] = machine.Intern(specialTexts[i]);
        Name = machine.Intern("__name__");
        QualName = machine.Intern("__qualname__");
        Module = machine.Intern("__module__");
        Class = machine.Intern("__class__");
        Dict = machine.Intern("__dict__");
        Doc = machine.Intern("__doc__");
        File = machine.Intern("__file__");
        Path = machine.Intern("__path__");
        All = machine.Intern("__all__");
        Slots = machine.Intern("__slots__");
        ClassCell = machine.Intern("__classcell__");
        Main = machine.Intern("__main__");
        Metaclass = machine.Intern("metaclass");
        Keys = machine.Intern("keys");
        Send = machine.Intern("send");
        Throw = machine.Intern("throw");
        Close = machine.Intern("close");
        Underscore = machine.Intern("_");
        Builtins = machine.Intern("__builtins__");
        Import = machine.Intern("__import__");
        PlainName = machine.Intern("name");
    }

    public PyStr this[Special special] => specials[(int)special];

    public PyStr Call => this[Special.Call];
    public PyStr Next => this[Special.Next];
    public PyStr Name { get; }
    public PyStr QualName { get; }
    public PyStr Module { get; }
    public PyStr Class { get; }
    public PyStr Dict { get; }
    public PyStr Doc { get; }
    public PyStr File { get; }
    public PyStr Path { get; }
    public PyStr All { get; }
    public PyStr Slots { get; }
    public PyStr ClassCell { get; }
    public PyStr Main { get; }
    public PyStr Metaclass { get; }
    public PyStr Keys { get; }
    public PyStr Send { get; }
    public PyStr Throw { get; }
    public PyStr Close { get; }
    public PyStr Underscore { get; }
    public PyStr Builtins { get; }
    public PyStr Import { get; }
    public PyStr PlainName { get; }

    /// <summary>The text of a special method's name.</summary>
    public static string Text(Special special) => specialTexts[(int)special];
}
