namespace Krait.Mpy;

/// <summary>
/// The strings that every implementation of the format knows by number; number 0 is no string. All tables are
/// data of the assembly, so that nothing is built at start-up.
/// </summary>
internal static class StaticQstrs
{
    public const int Count = 166;

    static ReadOnlySpan<byte> Text =>
        "__dir__\n */<module>___call____class____delitem____enter____exit____getattr____getitem____hash__"u8 +
        "__init____int____iter____len____main____module____name____new____next____qualname____repr__"u8 +
        "__setitem____str__ArithmeticErrorAssertionErrorAttributeErrorBaseExceptionEOFErrorEllipsis"u8 +
        "ExceptionGeneratorExitImportErrorIndentationErrorIndexErrorKeyErrorKeyboardInterruptLookupError"u8 +
        "MemoryErrorNameErrorNoneTypeNotImplementedErrorOSErrorOverflowErrorRuntimeErrorStopIteration"u8 +
        "SyntaxErrorSystemExitTypeErrorValueErrorZeroDivisionErrorabsallanyappendargsboolbuiltins"u8 +
        "bytearraybytecodebytescallablechrclassmethodclearcloseconstcopycountdictdirdivmodendendswitheval"u8 +
        "execextendfindformatfrom_bytesgetgetattrglobalshasattrhashidindexinsertintisalphaisdigit"u8 +
        "isinstanceislowerisspaceissubclassisupperitemsiterjoinkeykeyslenlistlittlelocalslowerlstripmain"u8 +
        "mapmicropythonnextobjectopenordpoppopitempowprintrangereadreadintoreadlineremovereplacerepr"u8 +
        "reverserfindrindexroundrsplitrstripselfsendsepsetsetattrsetdefaultsortsortedsplitstartstartswith"u8 +
        "staticmethodstepstopstrstripsumsuperthrowto_bytestupletypeupdateupperutf-8valuevalueswritezip"u8;

    /// <summary>Where each string begins in <see cref="Text"/>; string 1 is the first.</summary>
    static ReadOnlySpan<ushort> Starts =>
    [
        0, 0, 7, 8, 9, 10, 11, 19, 20, 28, 37, 48, 57, 65, 76, 87, 95, 103, 110, 118, 125, 133, 143, 151, 158, 166,
        178, 186, 197, 204, 219, 233, 247, 260, 268, 276, 285, 298, 309, 325, 335, 343, 360, 371, 382, 391, 399,
        418, 425, 438, 450, 463, 474, 484, 493, 503, 520, 523, 526, 529, 535, 539, 543, 551, 560, 568, 573, 581,
        584, 595, 600, 605, 610, 614, 619, 623, 626, 632, 635, 643, 647, 651, 657, 661, 667, 677, 680, 687, 694,
        701, 705, 707, 712, 718, 721, 728, 735, 745, 752, 759, 769, 776, 781, 785, 789, 792, 796, 799, 803, 809,
        815, 820, 826, 830, 833, 844, 848, 854, 858, 861, 864, 871, 874, 879, 884, 888, 896, 904, 910, 917, 921,
        928, 933, 939, 944, 950, 956, 960, 964, 967, 970, 977, 987, 991, 997, 1002, 1007, 1017, 1029, 1033, 1037,
        1040, 1045, 1048, 1053, 1058, 1066, 1071, 1075, 1081, 1086, 1091, 1096, 1102, 1107, 1110,
    ];

    /// <summary>The UTF-8 text of a string, by its number from 1.</summary>
    public static ReadOnlySpan<byte> Utf8(int index) => Text[Starts[index - 1]..Starts[index]];
}
