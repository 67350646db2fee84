using Krait.Cli;

try
{
    // Running a program is parsed by hand: the command-line library would cost more than a small script takes.
    return args switch
    {
        ["compile" or "dump" or "explain", ..] => Verbs.Invoke(args),
        ["run", .. var rest] => RunCommand.Invoke(rest, verb: true),
        _ => RunCommand.Invoke(args, verb: false),
    };
}
catch (OutOfMemoryException)
{
    return Messages.Failed("out of memory");
}
catch (Exception problem)
{
    return Messages.Internal(problem);
}
