using Krait.Suites;

// Runs public test suites that are not part of this repository; each command names the folder it needs.
return args switch
{
    ["golden", var folder, var table, .. var rest] => GoldenSuite.Run(folder, table, rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: suites golden FOLDER TABLE [--options "-O3"]
            compiles the files of MicroPython's repository in FOLDER and compares with mpy-cross's results in TABLE
        """);
    return 2;
}
