using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Krait.Generators;

/// <summary>A diagnostic as plain data: comparable, and holding no syntax tree alive between edits.</summary>
internal sealed class Report : IEquatable<Report>
{
    private readonly DiagnosticDescriptor descriptor;
    private readonly string[] arguments;
    private readonly string path;
    private readonly TextSpan span;
    private readonly LinePositionSpan lines;

    public Report(DiagnosticDescriptor descriptor, ISymbol where, params string[] arguments)
    {
        this.descriptor = descriptor;
        this.arguments = arguments;
        var location = where.Locations.FirstOrDefault(static candidate => candidate.IsInSource);
        path = location?.SourceTree?.FilePath ?? "";
        span = location?.SourceSpan ?? default;
        lines = location?.GetLineSpan().Span ?? default;
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(descriptor, Location.Create(path, span, lines), [.. arguments]);

    public bool Equals(Report? other) => other is not null && descriptor.Id == other.descriptor.Id && path == other.path
        && span == other.span && lines == other.lines && arguments.SequenceEqual(other.arguments);

    public override bool Equals(object? obj) => Equals(obj as Report);

    public override int GetHashCode() => descriptor.Id.GetHashCode() ^ span.GetHashCode();
}
