namespace Krait.Objects;

/// <summary>The builtin types: one object each for the whole process, members bound on first use.</summary>
internal static class Types
{
    public static readonly BuiltinType Object = new(ObjectMethodsBinding.Instance, null);
    public static readonly BuiltinType Type = new(TypeAttributesBinding.Instance, Object);
    public static readonly BuiltinType NoneType = new(NoneMethodsBinding.Instance, Object);
    public static readonly BuiltinType EllipsisType = new(EllipsisMethodsBinding.Instance, Object);
    public static readonly BuiltinType NotImplementedType = new(NotImplementedMethodsBinding.Instance, Object);
    public static readonly BuiltinType Int = new(IntMethodsBinding.Instance, Object);
    public static readonly BuiltinType Bool = new(BoolMethodsBinding.Instance, Int);
    public static readonly BuiltinType Float = new(FloatMethodsBinding.Instance, Object);
    public static readonly BuiltinType Complex = new(ComplexMethodsBinding.Instance, Object);
    public static readonly BuiltinType Str = new(PyStrBinding.Instance, Object);
    public static readonly BuiltinType Bytes = new(PyBytesBinding.Instance, Object);
    public static readonly BuiltinType ByteArray = Make("bytearray", Object, isBase: true);
    public static readonly BuiltinType MemoryView = Make("memoryview", Object);
    public static readonly BuiltinType Tuple = new(PyTupleBinding.Instance, Object);
    public static readonly BuiltinType List = new(PyListBinding.Instance, Object);
    public static readonly BuiltinType Dict = new(PyDictBinding.Instance, Object);
    public static readonly BuiltinType Set = new(PySetBinding.Instance, Object);
    public static readonly BuiltinType FrozenSet = new(PyFrozenSetBinding.Instance, Object);
    public static readonly BuiltinType Range = new(PyRangeBinding.Instance, Object);
    public static readonly BuiltinType Slice = new(PySliceBinding.Instance, Object);
    public static readonly BuiltinType Function = new(FunctionAttributesBinding.Instance, Object);
    public static readonly BuiltinType BuiltinFunction = new(BuiltinAttributesBinding.Instance, Object);
    public static readonly BuiltinType MethodDescriptor = new(MethodDescriptorAttributesBinding.Instance, Object);
    public static readonly BuiltinType GetSetDescriptor = new(PyBuiltinPropertyBinding.Instance, Object);
    public static readonly BuiltinType Method = new(PyMethodBinding.Instance, Object);
    public static readonly BuiltinType Generator = new(GeneratorMethodsBinding.Instance, Object);
    public static readonly BuiltinType Cell = new(PyCellBinding.Instance, Object);
    public static readonly BuiltinType Module = new(PyModuleBinding.Instance, Object);
    public static readonly BuiltinType Property = new(PyPropertyBinding.Instance, Object);
    public static readonly BuiltinType StaticMethod = new(PyStaticMethodBinding.Instance, Object);
    public static readonly BuiltinType ClassMethod = new(PyClassMethodBinding.Instance, Object);
    public static readonly BuiltinType Super = new(PySuperBinding.Instance, Object);
    public static readonly BuiltinType MappingProxy = new(PyMappingProxyBinding.Instance, Object);
    public static readonly BuiltinType GenericAlias = new(PyGenericAliasBinding.Instance, Object);
    public static readonly BuiltinType UnionType = new(PyUnionBinding.Instance, Object);
    public static readonly BuiltinType Code = new(PyCodeBinding.Instance, Object);

    public static readonly BuiltinType Frame = new(PyFrameViewBinding.Instance, Object);
    public static readonly BuiltinType Traceback = new(PyTracebackBinding.Instance, Object);
    public static readonly BuiltinType MemberDescriptor = Make("member_descriptor", Object);

    public static readonly BuiltinType DictKeys = new(DictKeysBinding.Instance, Object);
    public static readonly BuiltinType DictValues = new(DictValuesBinding.Instance, Object);
    public static readonly BuiltinType DictItems = new(DictItemsBinding.Instance, Object);
    public static readonly BuiltinType Enumerate = new(PyEnumerateBinding.Instance, Object);
    public static readonly BuiltinType Zip = new(PyZipBinding.Instance, Object);
    public static readonly BuiltinType Map = new(PyMapBinding.Instance, Object);
    public static readonly BuiltinType Filter = new(PyFilterBinding.Instance, Object);
    public static readonly BuiltinType Reversed = new(PyReversedBinding.Instance, Object);

    public static readonly BuiltinType ListIterator = new(ListIteratorBinding.Instance, Object);
    public static readonly BuiltinType ListReverseIterator = new(ListReverseIteratorBinding.Instance, Object);
    public static readonly BuiltinType TupleIterator = new(TupleIteratorBinding.Instance, Object);
    public static readonly BuiltinType StrIterator = new(StrIteratorBinding.Instance, Object);
    public static readonly BuiltinType BytesIterator = new(BytesIteratorBinding.Instance, Object);
    public static readonly BuiltinType RangeIterator = new(RangeIteratorBinding.Instance, Object);
    public static readonly BuiltinType BigRangeIterator = new(BigRangeIteratorBinding.Instance, Object);
    public static readonly BuiltinType SetIterator = new(SetIteratorBinding.Instance, Object);
    public static readonly BuiltinType DictKeyIterator = new(DictKeyIteratorBinding.Instance, Object);
    public static readonly BuiltinType DictValueIterator = new(DictValueIteratorBinding.Instance, Object);
    public static readonly BuiltinType DictItemIterator = new(DictItemIteratorBinding.Instance, Object);
    public static readonly BuiltinType DictReverseKeyIterator = new(DictReverseKeyIteratorBinding.Instance, Object);
    public static readonly BuiltinType DictReverseValueIterator = new(DictReverseValueIteratorBinding.Instance, Object);
    public static readonly BuiltinType DictReverseItemIterator = new(DictReverseItemIteratorBinding.Instance, Object);
    public static readonly BuiltinType SequenceIterator = new(SequenceIteratorBinding.Instance, Object);
    public static readonly BuiltinType CallableIterator = new(CallableIteratorBinding.Instance, Object);

    public static readonly BuiltinType BaseException = MakeException("BaseException", Object, ExceptionKind.Plain);
    public static readonly BuiltinType Exception = MakeException("Exception", BaseException);
    public static readonly BuiltinType GeneratorExit = MakeException("GeneratorExit", BaseException);
    public static readonly BuiltinType KeyboardInterrupt = MakeException("KeyboardInterrupt", BaseException);
    public static readonly BuiltinType SystemExit = MakeException("SystemExit", BaseException, new SystemExitKind());
    public static readonly BuiltinType ArithmeticError = MakeException("ArithmeticError", Exception);
    public static readonly BuiltinType AssertionError = MakeException("AssertionError", Exception);
    public static readonly BuiltinType AttributeError = MakeException("AttributeError", Exception, new AttributeErrorKind());
    public static readonly BuiltinType BufferError = MakeException("BufferError", Exception);
    public static readonly BuiltinType EOFError = MakeException("EOFError", Exception);
    public static readonly BuiltinType ImportError = MakeException("ImportError", Exception, new ImportErrorKind());
    public static readonly BuiltinType ModuleNotFoundError = MakeException("ModuleNotFoundError", ImportError);
    public static readonly BuiltinType LookupError = MakeException("LookupError", Exception);
    public static readonly BuiltinType MemoryError = MakeException("MemoryError", Exception);
    public static readonly BuiltinType NameError = MakeException("NameError", Exception, new NameErrorKind());
    public static readonly BuiltinType UnboundLocalError = MakeException("UnboundLocalError", NameError);
    public static readonly BuiltinType OSError = MakeException("OSError", Exception, new OSErrorKind());
    public static readonly BuiltinType ReferenceError = MakeException("ReferenceError", Exception);
    public static readonly BuiltinType RuntimeError = MakeException("RuntimeError", Exception);
    public static readonly BuiltinType NotImplementedError = MakeException("NotImplementedError", RuntimeError);
    public static readonly BuiltinType RecursionError = MakeException("RecursionError", RuntimeError);
    public static readonly BuiltinType StopAsyncIteration = MakeException("StopAsyncIteration", Exception);
    public static readonly BuiltinType StopIteration = MakeException("StopIteration", Exception, new StopIterationKind());
    public static readonly BuiltinType SyntaxError = MakeException("SyntaxError", Exception, new SyntaxErrorKind());
    public static readonly BuiltinType IndentationError = MakeException("IndentationError", SyntaxError);
    public static readonly BuiltinType TabError = MakeException("TabError", IndentationError);
    public static readonly BuiltinType SystemError = MakeException("SystemError", Exception);
    public static readonly BuiltinType TypeError = MakeException("TypeError", Exception);
    public static readonly BuiltinType ValueError = MakeException("ValueError", Exception);
    public static readonly BuiltinType UnicodeError = MakeException("UnicodeError", ValueError);
    public static readonly BuiltinType UnicodeDecodeError = MakeException("UnicodeDecodeError", UnicodeError, UnicodeErrorKind.Decode);
    public static readonly BuiltinType UnicodeEncodeError = MakeException("UnicodeEncodeError", UnicodeError, UnicodeErrorKind.Encode);
    public static readonly BuiltinType UnicodeTranslateError = MakeException("UnicodeTranslateError", UnicodeError, UnicodeErrorKind.Translate);
    public static readonly BuiltinType FloatingPointError = MakeException("FloatingPointError", ArithmeticError);
    public static readonly BuiltinType OverflowError = MakeException("OverflowError", ArithmeticError);
    public static readonly BuiltinType ZeroDivisionError = MakeException("ZeroDivisionError", ArithmeticError);
    public static readonly BuiltinType IndexError = MakeException("IndexError", LookupError);
    public static readonly BuiltinType KeyError = MakeException("KeyError", LookupError, new KeyErrorKind());
    public static readonly BuiltinType BlockingIOError = MakeException("BlockingIOError", OSError);
    public static readonly BuiltinType ChildProcessError = MakeException("ChildProcessError", OSError);
    public static readonly BuiltinType ConnectionError = MakeException("ConnectionError", OSError);
    public static readonly BuiltinType BrokenPipeError = MakeException("BrokenPipeError", ConnectionError);
    public static readonly BuiltinType ConnectionAbortedError = MakeException("ConnectionAbortedError", ConnectionError);
    public static readonly BuiltinType ConnectionRefusedError = MakeException("ConnectionRefusedError", ConnectionError);
    public static readonly BuiltinType ConnectionResetError = MakeException("ConnectionResetError", ConnectionError);
    public static readonly BuiltinType FileExistsError = MakeException("FileExistsError", OSError);
    public static readonly BuiltinType FileNotFoundError = MakeException("FileNotFoundError", OSError);
    public static readonly BuiltinType InterruptedError = MakeException("InterruptedError", OSError);
    public static readonly BuiltinType IsADirectoryError = MakeException("IsADirectoryError", OSError);
    public static readonly BuiltinType NotADirectoryError = MakeException("NotADirectoryError", OSError);
    public static readonly BuiltinType PermissionError = MakeException("PermissionError", OSError);
    public static readonly BuiltinType ProcessLookupError = MakeException("ProcessLookupError", OSError);
    public static readonly BuiltinType TimeoutError = MakeException("TimeoutError", OSError);
    public static readonly BuiltinType Warning = MakeException("Warning", Exception);
    public static readonly BuiltinType BytesWarning = MakeException("BytesWarning", Warning);
    public static readonly BuiltinType DeprecationWarning = MakeException("DeprecationWarning", Warning);
    public static readonly BuiltinType EncodingWarning = MakeException("EncodingWarning", Warning);
    public static readonly BuiltinType FutureWarning = MakeException("FutureWarning", Warning);
    public static readonly BuiltinType ImportWarning = MakeException("ImportWarning", Warning);
    public static readonly BuiltinType PendingDeprecationWarning = MakeException("PendingDeprecationWarning", Warning);
    public static readonly BuiltinType ResourceWarning = MakeException("ResourceWarning", Warning);
    public static readonly BuiltinType RuntimeWarning = MakeException("RuntimeWarning", Warning);
    public static readonly BuiltinType SyntaxWarning = MakeException("SyntaxWarning", Warning);
    public static readonly BuiltinType UnicodeWarning = MakeException("UnicodeWarning", Warning);
    public static readonly BuiltinType UserWarning = MakeException("UserWarning", Warning);

    /// <summary>The types that have a name in the module builtins.</summary>
    public static BuiltinType[] Visible =>
    [
        Object, Type, Int, Bool, Float, Complex, Str, Bytes, ByteArray, MemoryView, Tuple, List, Dict, Set, FrozenSet,
        Range, Slice, Property, StaticMethod, ClassMethod, Super, Enumerate, Zip, Map, Filter, Reversed,
        BaseException, Exception, GeneratorExit, KeyboardInterrupt, SystemExit, ArithmeticError, AssertionError,
        AttributeError, BufferError, EOFError, ImportError, ModuleNotFoundError, LookupError, MemoryError, NameError,
        UnboundLocalError, OSError, ReferenceError, RuntimeError, NotImplementedError, RecursionError,
        StopAsyncIteration, StopIteration, SyntaxError, IndentationError, TabError, SystemError, TypeError,
        ValueError, UnicodeError, UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError, FloatingPointError,
        OverflowError, ZeroDivisionError, IndexError, KeyError, BlockingIOError, ChildProcessError, ConnectionError,
        BrokenPipeError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError, FileExistsError,
        FileNotFoundError, InterruptedError, IsADirectoryError, NotADirectoryError, PermissionError,
        ProcessLookupError, TimeoutError, Warning, BytesWarning, DeprecationWarning, EncodingWarning, FutureWarning,
        ImportWarning, PendingDeprecationWarning, ResourceWarning, RuntimeWarning, SyntaxWarning, UnicodeWarning,
        UserWarning,
    ];

    private static BuiltinType Make(string name, BuiltinType? parent, bool isBase = false) =>
        new(new EmptyBinding(name, isBase), parent);

    private static BuiltinType MakeException(string name, BuiltinType parent, ExceptionKind? kind = null) =>
        new(new ExceptionBinding(name, kind), parent);

    private sealed class EmptyBinding(string name, bool isBase) : TypeBinding
    {
        public override string Name => name;

        public override bool IsBase => isBase;

        public override void Bind(MemberTable members)
        {
        }
    }
}
