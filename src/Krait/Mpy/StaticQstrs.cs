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

    /// <summary>An open-addressed hash table of the numbers.</summary>
    static ReadOnlySpan<byte> Slots =>
    [
        83, 0, 0, 0, 0, 0, 0, 33, 0, 0, 0, 115, 0, 67, 0, 0, 0, 0, 93, 0, 0, 0, 37, 46, 0, 0, 124, 0, 119, 0, 81, 0,
        38, 32, 0, 0, 0, 54, 131, 160, 0, 152, 0, 0, 0, 30, 0, 0, 0, 0, 28, 0, 0, 85, 0, 0, 0, 0, 0, 0, 0, 0, 0, 75,
        14, 0, 116, 0, 0, 13, 0, 0, 0, 0, 0, 0, 0, 0, 162, 0, 0, 0, 0, 0, 123, 0, 0, 149, 0, 0, 0, 99, 39, 66, 0, 0,
        0, 0, 107, 82, 128, 0, 0, 0, 0, 0, 0, 26, 0, 12, 0, 0, 0, 0, 0, 0, 147, 0, 0, 0, 0, 0, 0, 92, 70, 163, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 109, 0, 0, 89, 0, 0, 0, 0, 0, 0, 0, 0, 57, 0, 31, 164, 0, 0, 80, 0, 150, 0, 0, 0,
        0, 0, 0, 0, 135, 0, 104, 96, 0, 0, 0, 0, 0, 0, 42, 0, 0, 0, 155, 69, 159, 97, 90, 77, 138, 161, 0, 0, 7, 0,
        121, 0, 0, 61, 0, 154, 0, 47, 0, 0, 0, 0, 0, 0, 0, 0, 19, 0, 118, 132, 0, 141, 0, 0, 0, 156, 0, 0, 0, 68, 0,
        0, 0, 0, 0, 20, 23, 0, 0, 165, 0, 0, 0, 41, 51, 62, 0, 0, 0, 35, 0, 0, 0, 0, 0, 0, 16, 0, 0, 76, 0, 98, 0,
        0, 22, 0, 106, 25, 0, 0, 1, 0, 0, 0, 0, 78, 0, 0, 0, 0, 0, 27, 0, 0, 59, 0, 0, 18, 94, 0, 0, 0, 79, 0, 0, 0,
        0, 53, 0, 65, 139, 0, 0, 15, 84, 91, 108, 120, 10, 140, 122, 153, 0, 0, 0, 105, 71, 86, 0, 0, 0, 0, 0, 0,
        110, 136, 0, 0, 0, 0, 0, 0, 0, 58, 0, 0, 0, 0, 129, 0, 126, 0, 0, 0, 0, 151, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 144, 17, 0, 50, 148, 0, 0, 0, 0, 0, 0, 0, 0, 60, 142, 0, 0, 0, 0, 0, 0, 0, 0, 0, 64, 0, 0, 24, 2,
        137, 0, 0, 0, 0, 0, 49, 0, 40, 0, 4, 146, 0, 0, 0, 6, 0, 0, 0, 21, 5, 103, 34, 117, 0, 52, 0, 55, 0, 0, 0,
        0, 0, 0, 88, 158, 0, 0, 48, 0, 0, 0, 0, 74, 9, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 100, 56, 125, 145,
        114, 45, 0, 0, 0, 0, 143, 72, 87, 0, 0, 0, 0, 111, 0, 0, 0, 0, 0, 0, 0, 113, 0, 29, 130, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 44, 101, 0, 0, 73, 0, 0, 102, 0, 112, 0, 134, 0, 133, 0, 95, 0, 0, 0, 0, 0, 0, 36, 0, 0, 0, 0,
        63, 0, 127, 8, 0, 0, 11, 157, 43,
    ];

    /// <summary>The UTF-8 text of a string, by its number from 1.</summary>
    public static ReadOnlySpan<byte> TextOf(int index) => Text[Starts[index - 1]..Starts[index]];

    /// <summary>The number of a string, or 0 when it is none of these.</summary>
    public static int IndexOf(ReadOnlySpan<byte> text)
    {
        var hash = 5381u;
        foreach (var b in text)
            hash = hash * 33 ^ b;
        for (var slot = hash; ; slot++)
        {
            var index = Slots[(int)(slot % (uint)Slots.Length)];
            if (index == 0 || TextOf(index).SequenceEqual(text))
                return index;
        }
    }
}
