using System.Text;
using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <summary>Dates as text, in the C locale.</summary>
internal static class TimeFormat
{
    private static readonly string[] days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>"Thu Jan  1 00:00:00 1970".</summary>
    public static Status Classic(Machine machine, long[] fields, ref Value result) => machine.Return(ref result,
        $"{days[fields[6]][..3]} {months[fields[1] - 1][..3]} {fields[2],2} {Clock(fields)} {fields[0]}");

    /// <summary>strftime.</summary>
    public static Status Format(Machine machine, string format, long[] fields, TimeZoneInfo zone, ref Value result)
    {
        // The longest directive (%c, two characters) makes 24 characters and a year.
        if (!machine.Charge(format.Length, 48L * format.Length))
            return Status.Raised;
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
                text.Append(format[i]);
            else
                Append(text, format[++i], fields, zone);
        }
        return machine.Return(ref result, text.ToString());
    }

    private static void Append(StringBuilder text, char directive, long[] fields, TimeZoneInfo zone)
    {
        var weekday = (int)fields[6];
        var hour = fields[3] % 12 == 0 ? 12 : fields[3] % 12;
        _ = directive switch
        {
            'a' => text.Append(days[weekday].AsSpan(0, 3)),
            'A' => text.Append(days[weekday]),
            'b' or 'h' => text.Append(months[fields[1] - 1].AsSpan(0, 3)),
            'B' => text.Append(months[fields[1] - 1]),
            'c' => text.Append($"{days[weekday][..3]} {months[fields[1] - 1][..3]} {fields[2],2} {Clock(fields)} {fields[0]}"),
            'C' => text.Append($"{fields[0] / 100:00}"),
            'd' => text.Append($"{fields[2]:00}"),
            'D' or 'x' => text.Append($"{fields[1]:00}/{fields[2]:00}/{fields[0] % 100:00}"),
            'e' => text.Append($"{fields[2],2}"),
            'F' => text.Append($"{fields[0]}-{fields[1]:00}-{fields[2]:00}"),
            'g' => text.Append($"{IsoWeek(fields).Year % 100:00}"),
            'G' => text.Append(IsoWeek(fields).Year),
            'H' => text.Append($"{fields[3]:00}"),
            'I' => text.Append($"{hour:00}"),
            'j' => text.Append($"{fields[7]:000}"),
            'm' => text.Append($"{fields[1]:00}"),
            'M' => text.Append($"{fields[4]:00}"),
            'n' => text.Append('\n'),
            'p' => text.Append(fields[3] < 12 ? "AM" : "PM"),
            'r' => text.Append($"{hour:00}:{fields[4]:00}:{fields[5]:00} {(fields[3] < 12 ? "AM" : "PM")}"),
            'R' => text.Append($"{fields[3]:00}:{fields[4]:00}"),
            'S' => text.Append($"{fields[5]:00}"),
            't' => text.Append('\t'),
            'T' or 'X' => text.Append(Clock(fields)),
            'u' => text.Append(weekday + 1),
            'U' => text.Append($"{(fields[7] + 6 - (weekday + 1) % 7) / 7:00}"),
            'V' => text.Append($"{IsoWeek(fields).Week:00}"),
            'w' => text.Append((weekday + 1) % 7),
            'W' => text.Append($"{(fields[7] + 6 - weekday) / 7:00}"),
            'y' => text.Append($"{fields[0] % 100:00}"),
            'Y' => text.Append(fields[0]),
            'z' => text.Append(Offset(fields, zone)),
            'Z' => text.Append(fields[8] > 0 ? zone.DaylightName : zone.StandardName),
            '%' => text.Append('%'),
            _ => text.Append('%').Append(directive),
        };
    }

    private static string Clock(long[] fields) => $"{fields[3]:00}:{fields[4]:00}:{fields[5]:00}";

    private static string Offset(long[] fields, TimeZoneInfo zone)
    {
        var offset = zone.BaseUtcOffset + (fields[8] > 0 ? TimeSpan.FromHours(1) : TimeSpan.Zero);
        return $"{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}{Math.Abs(offset.Minutes):00}";
    }

    /// <summary>The week that the year's first Thursday starts the counting of.</summary>
    private static (long Year, long Week) IsoWeek(long[] fields)
    {
        var week = (fields[7] - fields[6] + 9) / 7;
        if (week < 1)
            return (fields[0] - 1, WeeksOf(fields[0] - 1));
        return week > WeeksOf(fields[0]) ? (fields[0] + 1, 1) : (fields[0], week);
    }

    private static long WeeksOf(long year)
    {
        return StartsOn(year) == 4 || StartsOn(year - 1) == 3 ? 53 : 52;

        // The weekday of 31 December, counted from Sunday.
        static long StartsOn(long year) => (year + year / 4 - year / 100 + year / 400) % 7;
    }
}
