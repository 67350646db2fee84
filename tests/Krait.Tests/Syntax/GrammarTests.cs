using Krait.Syntax;

namespace Krait.Tests.Syntax;

public class GrammarTests
{
    [Fact]
    public void Every_rule_is_defined_and_can_begin_with_some_token()
    {
        for (var rule = SymbolExtensions.FirstRule; rule < SymbolExtensions.FirstShape; rule++)
        {
            Assert.Equal(rule, Grammar.Part(Grammar.FirstPart(rule) - 1));
            Assert.Contains(Enumerable.Range(1, (int)Symbol.Constant - 1), token => Grammar.Predict(rule, (Symbol)token) != Symbol.None);
        }
    }

    [Theory]
    [InlineData("Atom", "Name", "Name")]
    [InlineData("Test", "KwLambda", "LambdaDef")]
    [InlineData("Test", "Minus", "IfExpr")]
    [InlineData("Factor", "Minus", "UnaryExpr")]
    [InlineData("Stmt", "At", "Decorated")]
    [InlineData("Stmt", "KwElse", "None")]
    [InlineData("Comma", "Comma", "Comma")]
    public void A_token_predicts_the_alternative(string part, string token, string prediction) =>
        Assert.Equal(prediction, Grammar.Predict(Enum.Parse<Symbol>(part), Enum.Parse<Symbol>(token)).ToString());
}
