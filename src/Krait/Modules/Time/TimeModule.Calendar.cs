using Krait.Core;
using Krait.Objects;

namespace Krait.Modules;

/// <content>Dates.</content>
internal static partial class TimeModule
{
    private static readonly StructKind structTime = new("time", "struct_time", true,
        "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst");

    [PyConstant("struct_time")]
    internal static Value StructTime => Value.Of(structTime.Made);

    [PyFunction("gmtime")]
    internal static Status UtcTime(Machine machine, ref Value result, in Value seconds = default)
    {
        var status = Moment(machine, seconds, out var moment);
        if (status == Status.Ok)
            result.Set(Fields(moment, 0));
        return status;
    }

    [PyFunction("localtime")]
    internal static Status LocalTime(Machine machine, ref Value result, in Value seconds = default)
    {
        var status = Moment(machine, seconds, out var moment);
        if (status != Status.Ok)
            return status;
        var zone = machine.Capabilities.Clock?.Zone ?? TimeZoneInfo.Utc;
        result.Set(Fields(moment + zone.GetUtcOffset(moment), zone.IsDaylightSavingTime(moment) ? 1 : 0));
        return Status.Ok;
    }

    [PyFunction("mktime")]
    internal static Status FromLocalTime(Machine machine, in Value time, ref Value result)
    {
        if (machine.Capabilities.Clock is not { } clock)
            return Denied.Raise(machine, "clock");
        var status = TryFields(machine, time, out var fields);
        if (status != Status.Ok)
            return status;
        // Months and what is smaller may lie outside their range: they carry.
        var months = fields[0] * 12 + fields[1] - 1;
        var year = Math.DivRem(months, 12, out var month);
        if (month < 0)
            (year, month) = (year - 1, month + 12);
        if (year is < 1 or > 9998 || Math.Abs(fields[2]) > 1_000_000 || Math.Abs(fields[3]) > 10_000_000
            || Math.Abs(fields[4]) > 1_000_000_000 || Math.Abs(fields[5]) > 10_000_000_000)
            return machine.Raise(Types.OverflowError, "mktime argument out of range");
        var start = new DateTime((int)year, (int)month + 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var total = start.Ticks / TimeSpan.TicksPerSecond + (fields[2] - 1) * 86400 + fields[3] * 3600 + fields[4] * 60 + fields[5];
        if (total < 0 || total > DateTime.MaxValue.Ticks / TimeSpan.TicksPerSecond)
            return machine.Raise(Types.OverflowError, "mktime argument out of range");
        var local = new DateTime(total * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified);
        result.SetFloat((local - DateTime.UnixEpoch - clock.Zone.GetUtcOffset(local)).Ticks / TimeSpan.TicksPerSecond);
        return Status.Ok;
    }

    [PyFunction("asctime")]
    internal static Status AsText(Machine machine, ref Value result, in Value time = default)
    {
        var status = FieldsOrNow(machine, time, out var fields);
        return status == Status.Ok ? TimeFormat.Classic(machine, fields, ref result) : status;
    }

    [PyFunction("ctime")]
    internal static Status SecondsAsText(Machine machine, ref Value result, in Value seconds = default)
    {
        Value local = default;
        var status = LocalTime(machine, ref local, seconds);
        return status == Status.Ok ? AsText(machine, ref result, local) : status;
    }

    [PyFunction("strftime")]
    internal static Status Format(Machine machine, PyStr format, ref Value result, in Value time = default)
    {
        var status = FieldsOrNow(machine, time, out var fields);
        return status == Status.Ok
            ? TimeFormat.Format(machine, format.Text, fields, machine.Capabilities.Clock?.Zone ?? TimeZoneInfo.Utc, ref result)
            : status;
    }

    private static Value Fields(DateTime moment, int isDaylight) => structTime.Of(Value.Int(moment.Year), Value.Int(moment.Month),
        Value.Int(moment.Day), Value.Int(moment.Hour), Value.Int(moment.Minute), Value.Int(moment.Second),
        Value.Int(((int)moment.DayOfWeek + 6) % 7), Value.Int(moment.DayOfYear), Value.Int(isDaylight));

    private static Status Moment(Machine machine, in Value seconds, out DateTime moment)
    {
        moment = default;
        if (seconds.IsNull || seconds.IsNone)
        {
            if (machine.Capabilities.Clock is not { } clock)
                return Denied.Raise(machine, "clock");
            moment = DateTime.UnixEpoch.AddTicks(clock.Now / 100);
            return Status.Ok;
        }
        if (!Conversions.TryDouble(machine, seconds, out var number))
            return Status.Raised;
        if (double.IsNaN(number))
            return machine.Raise(Types.ValueError, "Invalid value NaN (not a number)");
        var whole = Math.Floor(number);
        if (whole < (DateTime.MinValue - DateTime.UnixEpoch).TotalSeconds || whole > (DateTime.MaxValue - DateTime.UnixEpoch).TotalSeconds - 86400)
            return machine.Raise(Types.OverflowError, "timestamp out of range for platform time_t");
        moment = DateTime.UnixEpoch.AddTicks((long)whole * TimeSpan.TicksPerSecond);
        return Status.Ok;
    }

    private static Status FieldsOrNow(Machine machine, in Value time, out long[] fields)
    {
        if (!time.IsNull && !time.IsNone)
            return CheckedFields(machine, time, out fields);
        fields = [];
        Value now = default;
        var status = LocalTime(machine, ref now);
        return status == Status.Ok ? TryFields(machine, now, out fields) : status;
    }

    private static Status CheckedFields(Machine machine, in Value time, out long[] fields)
    {
        var status = TryFields(machine, time, out fields);
        if (status != Status.Ok)
            return status;
        // Zero counts as the first month and day, as in CPython.
        fields[1] = fields[1] == 0 ? 1 : fields[1];
        fields[2] = fields[2] == 0 ? 1 : fields[2];
        fields[7] = fields[7] == 0 ? 1 : fields[7];
        var problem = fields[1] is < 1 or > 12 ? "month"
            : fields[2] is < 1 or > 31 ? "day of month"
            : fields[3] is < 0 or > 23 ? "hour"
            : fields[4] is < 0 or > 59 ? "minute"
            : fields[5] is < 0 or > 61 ? "seconds"
            : fields[6] < 0 ? "day of week"
            : fields[7] is < 1 or > 366 ? "day of year" : null;
        fields[6] %= 7;
        return problem is null ? Status.Ok : machine.Raise(Types.ValueError, $"{problem} out of range");
    }

    private static Status TryFields(Machine machine, in Value time, out long[] fields)
    {
        fields = new long[9];
        if (time.Object is not PyTuple tuple)
            return machine.Raise(Types.TypeError, "Tuple or struct_time argument required");
        // MicroPython's tuples end with the day of the year.
        if (tuple.Items.Length is not (8 or 9))
            return machine.Raise(Types.TypeError, "illegal time tuple argument");
        fields[8] = -1;
        for (var i = 0; i < tuple.Items.Length; i++)
            if (!Conversions.TryInt64(machine, tuple.Items[i], out fields[i]))
                return Status.Raised;
        return Status.Ok;
    }
}
