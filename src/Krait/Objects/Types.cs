namespace Krait.Objects;

/// <summary>The builtin types: one object each for the whole process, members bound on first use.</summary>
internal static class Types
{
    public static readonly BuiltinType Object = Make("object", null, isBase: true);
    public static readonly BuiltinType Type = Make("type", Object, isBase: true);
    public static readonly BuiltinType NoneType = Make("NoneType", Object);
    public static readonly BuiltinType EllipsisType = Make("ellipsis", Object);
    public static readonly BuiltinType NotImplementedType = Make("NotImplementedType", Object);
    public static readonly BuiltinType Int = Make("int", Object, isBase: true);
    public static readonly BuiltinType Bool = Make("bool", Int);
    public static readonly BuiltinType Float = Make("float", Object, isBase: true);
    public static readonly BuiltinType Complex = Make("complex", Object, isBase: true);
    public static readonly BuiltinType Str = Make("str", Object, isBase: true);
    public static readonly BuiltinType Bytes = Make("bytes", Object, isBase: true);
    public static readonly BuiltinType Tuple = Make("tuple", Object, isBase: true);
    public static readonly BuiltinType List = Make("list", Object, isBase: true);
    public static readonly BuiltinType Dict = Make("dict", Object, isBase: true);
    public static readonly BuiltinType Set = Make("set", Object, isBase: true);
    public static readonly BuiltinType FrozenSet = Make("frozenset", Object, isBase: true);
    public static readonly BuiltinType Range = Make("range", Object);
    public static readonly BuiltinType Slice = new(PySliceBinding.Instance, Object);
    public static readonly BuiltinType Function = Make("function", Object);
    public static readonly BuiltinType BuiltinFunction = Make("builtin_function_or_method", Object);
    public static readonly BuiltinType MethodDescriptor = Make("method_descriptor", Object);
    public static readonly BuiltinType GetSetDescriptor = Make("getset_descriptor", Object);
    public static readonly BuiltinType Method = Make("method", Object);
    public static readonly BuiltinType Generator = Make("generator", Object);
    public static readonly BuiltinType Cell = Make("cell", Object);
    public static readonly BuiltinType Module = new(PyModuleBinding.Instance, Object);
    public static readonly BuiltinType Property = Make("property", Object, isBase: true);
    public static readonly BuiltinType StaticMethod = Make("staticmethod", Object, isBase: true);
    public static readonly BuiltinType ClassMethod = Make("classmethod", Object, isBase: true);
    public static readonly BuiltinType Super = Make("super", Object, isBase: true);
    public static readonly BuiltinType MappingProxy = Make("mappingproxy", Object);
    public static readonly BuiltinType Code = Make("code", Object);

    public static readonly BuiltinType DictKeys = Make("dict_keys", Object);
    public static readonly BuiltinType DictValues = Make("dict_values", Object);
    public static readonly BuiltinType DictItems = Make("dict_items", Object);
    public static readonly BuiltinType Enumerate = Make("enumerate", Object, isBase: true);
    public static readonly BuiltinType Zip = Make("zip", Object, isBase: true);
    public static readonly BuiltinType Map = Make("map", Object, isBase: true);
    public static readonly BuiltinType Filter = Make("filter", Object, isBase: true);
    public static readonly BuiltinType Reversed = Make("reversed", Object, isBase: true);

    public static readonly BuiltinType ListIterator = Make("list_iterator", Object);
    public static readonly BuiltinType ListReverseIterator = Make("list_reverseiterator", Object);
    public static readonly BuiltinType TupleIterator = Make("tuple_iterator", Object);
    public static readonly BuiltinType StrIterator = Make("str_iterator", Object);
    public static readonly BuiltinType BytesIterator = Make("bytes_iterator", Object);
    public static readonly BuiltinType RangeIterator = Make("range_iterator", Object);
    public static readonly BuiltinType SetIterator = Make("set_iterator", Object);
    public static readonly BuiltinType DictKeyIterator = Make("dict_keyiterator", Object);
    public static readonly BuiltinType DictValueIterator = Make("dict_valueiterator", Object);
    public static readonly BuiltinType DictItemIterator = Make("dict_itemiterator", Object);
    public static readonly BuiltinType DictReverseKeyIterator = Make("dict_reversekeyiterator", Object);
    public static readonly BuiltinType DictReverseValueIterator = Make("dict_reversevalueiterator", Object);
    public static readonly BuiltinType DictReverseItemIterator = Make("dict_reverseitemiterator", Object);
    public static readonly BuiltinType SequenceIterator = Make("iterator", Object);
    public static readonly BuiltinType CallableIterator = Make("callable_iterator", Object);

    public static readonly BuiltinType BaseException = Make("BaseException", Object, isBase: true);
    public static readonly BuiltinType Exception = Make("Exception", BaseException, isBase: true);
    public static readonly BuiltinType GeneratorExit = Make("GeneratorExit", BaseException, isBase: true);
    public static readonly BuiltinType KeyboardInterrupt = Make("KeyboardInterrupt", BaseException, isBase: true);
    public static readonly BuiltinType SystemExit = Make("SystemExit", BaseException, isBase: true);
    public static readonly BuiltinType ArithmeticError = Make("ArithmeticError", Exception, isBase: true);
    public static readonly BuiltinType AssertionError = Make("AssertionError", Exception, isBase: true);
    public static readonly BuiltinType AttributeError = Make("AttributeError", Exception, isBase: true);
    public static readonly BuiltinType BufferError = Make("BufferError", Exception, isBase: true);
    public static readonly BuiltinType EOFError = Make("EOFError", Exception, isBase: true);
    public static readonly BuiltinType ImportError = Make("ImportError", Exception, isBase: true);
    public static readonly BuiltinType ModuleNotFoundError = Make("ModuleNotFoundError", ImportError, isBase: true);
    public static readonly BuiltinType LookupError = Make("LookupError", Exception, isBase: true);
    public static readonly BuiltinType MemoryError = Make("MemoryError", Exception, isBase: true);
    public static readonly BuiltinType NameError = Make("NameError", Exception, isBase: true);
    public static readonly BuiltinType UnboundLocalError = Make("UnboundLocalError", NameError, isBase: true);
    public static readonly BuiltinType OSError = Make("OSError", Exception, isBase: true);
    public static readonly BuiltinType ReferenceError = Make("ReferenceError", Exception, isBase: true);
    public static readonly BuiltinType RuntimeError = Make("RuntimeError", Exception, isBase: true);
    public static readonly BuiltinType NotImplementedError = Make("NotImplementedError", RuntimeError, isBase: true);
    public static readonly BuiltinType RecursionError = Make("RecursionError", RuntimeError, isBase: true);
    public static readonly BuiltinType StopAsyncIteration = Make("StopAsyncIteration", Exception, isBase: true);
    public static readonly BuiltinType StopIteration = Make("StopIteration", Exception, isBase: true);
    public static readonly BuiltinType SyntaxError = Make("SyntaxError", Exception, isBase: true);
    public static readonly BuiltinType IndentationError = Make("IndentationError", SyntaxError, isBase: true);
    public static readonly BuiltinType TabError = Make("TabError", IndentationError, isBase: true);
    public static readonly BuiltinType SystemError = Make("SystemError", Exception, isBase: true);
    public static readonly BuiltinType TypeError = Make("TypeError", Exception, isBase: true);
    public static readonly BuiltinType ValueError = Make("ValueError", Exception, isBase: true);
    public static readonly BuiltinType UnicodeError = Make("UnicodeError", ValueError, isBase: true);
    public static readonly BuiltinType UnicodeDecodeError = Make("UnicodeDecodeError", UnicodeError, isBase: true);
    public static readonly BuiltinType UnicodeEncodeError = Make("UnicodeEncodeError", UnicodeError, isBase: true);
    public static readonly BuiltinType UnicodeTranslateError = Make("UnicodeTranslateError", UnicodeError, isBase: true);
    public static readonly BuiltinType FloatingPointError = Make("FloatingPointError", ArithmeticError, isBase: true);
    public static readonly BuiltinType OverflowError = Make("OverflowError", ArithmeticError, isBase: true);
    public static readonly BuiltinType ZeroDivisionError = Make("ZeroDivisionError", ArithmeticError, isBase: true);
    public static readonly BuiltinType IndexError = Make("IndexError", LookupError, isBase: true);
    public static readonly BuiltinType KeyError = Make("KeyError", LookupError, isBase: true);
    public static readonly BuiltinType BlockingIOError = Make("BlockingIOError", OSError, isBase: true);
    public static readonly BuiltinType BrokenPipeError = Make("BrokenPipeError", OSError, isBase: true);
    public static readonly BuiltinType FileExistsError = Make("FileExistsError", OSError, isBase: true);
    public static readonly BuiltinType FileNotFoundError = Make("FileNotFoundError", OSError, isBase: true);
    public static readonly BuiltinType InterruptedError = Make("InterruptedError", OSError, isBase: true);
    public static readonly BuiltinType IsADirectoryError = Make("IsADirectoryError", OSError, isBase: true);
    public static readonly BuiltinType NotADirectoryError = Make("NotADirectoryError", OSError, isBase: true);
    public static readonly BuiltinType PermissionError = Make("PermissionError", OSError, isBase: true);
    public static readonly BuiltinType TimeoutError = Make("TimeoutError", OSError, isBase: true);
    public static readonly BuiltinType Warning = Make("Warning", Exception, isBase: true);
    public static readonly BuiltinType UserWarning = Make("UserWarning", Warning, isBase: true);
    public static readonly BuiltinType DeprecationWarning = Make("DeprecationWarning", Warning, isBase: true);
    public static readonly BuiltinType RuntimeWarning = Make("RuntimeWarning", Warning, isBase: true);
    public static readonly BuiltinType SyntaxWarning = Make("SyntaxWarning", Warning, isBase: true);
    public static readonly BuiltinType FutureWarning = Make("FutureWarning", Warning, isBase: true);
    public static readonly BuiltinType ImportWarning = Make("ImportWarning", Warning, isBase: true);

    private static BuiltinType Make(string name, BuiltinType? parent, bool isBase = false) =>
        new(new EmptyBinding(name, isBase), parent);

    private sealed class EmptyBinding(string name, bool isBase) : TypeBinding
    {
        public override string Name => name;

        public override bool IsBase => isBase;

        public override void Bind(MemberTable members)
        {
        }
    }
}
