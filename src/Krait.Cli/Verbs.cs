using System.CommandLine;
using Krait.Compiler;
using Krait.Mpy;

namespace Krait.Cli;

/// <summary>The verbs beside running a program.</summary>
internal static class Verbs
{
    public static int Invoke(string[] args)
    {
        var root = new RootCommand("Python for .NET on MicroPython's .mpy files.") { Compile(), Dump(), Explain() };
        var parsed = root.Parse(SplitLevels(args));
        if (parsed.Errors.Count == 0)
        {
            // Help is collected, so that it reaches standard output as everything else does.
            using var help = new StringWriter();
            var code = parsed.Invoke(new InvocationConfiguration { Output = help, EnableDefaultExceptionHandler = false });
            return help.GetStringBuilder().Length > 0 ? StandardOutput.Write(help.ToString()) : code;
        }
        return Messages.BadInput($"{string.Join("; ", parsed.Errors.Select(error => error.Message))} (krait {args[0]} --help)");
    }

    /// <summary>-O2 as -O 2, and -O alone as -O 1, as mpy-cross takes them.</summary>
    private static string[] SplitLevels(string[] args)
    {
        var split = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is ['-', 'O', >= '0' and <= '9'])
                split.AddRange(["-O", args[i][2..]]);
            else if (args[i] == "-O" && !(i + 1 < args.Length && args[i + 1] is [>= '0' and <= '9']))
                split.AddRange(["-O", "1"]);
            else
                split.Add(args[i]);
        }
        return [.. split];
    }

    private static Command Compile()
    {
        var file = new Argument<string>("FILE") { Description = "The source, or - for standard input." };
        var output = new Option<string?>("-o", "--output") { Description = "Where to write; by default FILE with .mpy, - for standard output." };
        var name = new Option<string?>("-s", "--source-name") { Description = "The source name to embed; by default FILE as given." };
        var level = new Option<int>("-O") { Description = "0: everything, 1 and 2: no asserts, 3: no line numbers either." };
        var bits = new Option<int>("-msmall-int-bits") { Description = "Bits of a small int of the target, sign included.", DefaultValueFactory = _ => 31 };
        var command = new Command("compile", "Compiles to the bytes that mpy-cross makes.") { file, output, name, level, bits };
        command.SetAction(parsed => CompileCommand.Run(parsed.GetValue(file)!, parsed.GetValue(output), new CompilerOptions
        {
            OptimizationLevel = parsed.GetValue(level),
            SmallIntBits = parsed.GetValue(bits),
            SourceName = (parsed.GetValue(name) ?? DefaultName(parsed.GetValue(file)!)).Replace('\\', '/'),
            InputPath = DefaultName(parsed.GetValue(file)!),
        }));
        return command;

        static string DefaultName(string path) => path == "-" ? "<stdin>" : path.Replace('\\', '/');
    }

    private static Command Dump()
    {
        var file = new Argument<string>("FILE") { Description = "A .mpy file." };
        var command = new Command("dump", "Shows what is in a .mpy file.") { file };
        command.SetAction(parsed => DumpCommand.Run(parsed.GetValue(file)!));
        return command;
    }

    private static Command Explain()
    {
        var instructions = new Option<bool>("--instructions") { Description = "The property table of the instruction set." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("explain", "Shows how programs and instructions are made.") { instructions, json };
        command.SetAction(parsed => parsed.GetValue(instructions)
            ? ExplainCommand.Instructions(parsed.GetValue(json))
            : Messages.BadInput("nothing to explain: give --instructions (krait explain --help)"));
        return command;
    }
}
