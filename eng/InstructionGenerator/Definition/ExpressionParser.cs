using System.Globalization;
using System.Text.RegularExpressions;

namespace Krait.InstructionGenerator.Definition;

/// <summary>Reads the guards or the actions of one variant.</summary>
internal sealed partial class ExpressionParser(string text, Func<string, Exception> error)
{
    private readonly string[] tokens = [.. TokenPattern().Matches(text).Select(match => match.Value)];
    private int at;

    private bool AtEnd => at == tokens.Length;

    public IReadOnlyList<CallExpression> Guards()
    {
        var guards = new List<CallExpression>();
        while (!AtEnd)
        {
            if (guards.Count > 0)
                Expect("&");
            guards.Add(Parse() as CallExpression ?? throw error("a guard is a call of a micro-op"));
        }
        return guards;
    }

    public IReadOnlyList<ActionSyntax> Actions()
    {
        var actions = new List<ActionSyntax>();
        do
            actions.Add(Action());
        while (Accept(";"));
        return AtEnd ? actions : throw error($"unexpected '{tokens[at]}'");
    }

    private ActionSyntax Action()
    {
        var parts = new List<Expression> { Parse() };
        while (Accept(","))
            parts.Add(Parse());
        if (Accept("="))
            return new ActionSyntax(parts, Parse());
        return parts is [NameExpression { Name: "move" }] ? new ActionSyntax([], null)
            : parts is [CallExpression call] ? new ActionSyntax([], call)
            : throw error("an action is an assignment, a call or 'move'");
    }

    private Expression Parse()
    {
        if (AtEnd)
            throw error("an expression is missing");
        var token = tokens[at++];
        if (int.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return new NumberExpression(number);
        if (!char.IsLetter(token[0]))
            throw error($"unexpected '{token}'");
        if (token == "local")
        {
            Expect("[");
            var index = Parse();
            Expect("]");
            return new LocalExpression(index);
        }
        if (!Accept("("))
            return new NameExpression(token);
        var arguments = new List<Expression>();
        while (!Accept(")"))
        {
            if (arguments.Count > 0)
                Expect(",");
            arguments.Add(Parse());
        }
        return new CallExpression(token, arguments);
    }

    private bool Accept(string token)
    {
        if (AtEnd || tokens[at] != token)
            return false;
        at++;
        return true;
    }

    private void Expect(string token)
    {
        if (!Accept(token))
            throw error($"'{token}' expected");
    }

    [GeneratedRegex(@"\w+|-\d+|\S")]
    private static partial Regex TokenPattern();
}
