namespace Krait.Core;

/// <content>Settings of numbers.</content>
public abstract partial class Machine
{
    /// <summary>How many decimal digits an int may have to be read from text or written as text: the conversion takes
    /// more than linear time, so Python bounds it (sys.set_int_max_str_digits). 0: no bound.</summary>
    internal int MaxStrDigits { get; set; } = 4300;
}
