using Krait.Suites;

// Runs public test suites that are not part of this repository, and counts what programs execute; each command names the
// folder it needs.
return args switch
{
    ["golden", var folder, var table, .. var rest] => GoldenSuite.Run(folder, table, rest),
    ["pairs", var folder] => PairCounts.Run(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: suites golden FOLDER TABLE [--options "-O3"]
            compiles the files of MicroPython's repository in FOLDER and compares with mpy-cross's results in TABLE
        usage: suites pairs FOLDER
            calls run() of each program in FOLDER and prints which instructions follow each other, for the fuse table of opcodes.def
        """);
    return 2;
}
