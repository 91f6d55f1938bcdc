using Klynge.Domain.Common;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Minutes.Import;

/// <summary>Reads minutes or an agenda out of lines, by what such documents have in common rather than by one authority's template.</summary>
public static class MinutesParser
{
    public static Result<MinutesDocument> Parse(string text, string name = "") =>
        Parse(new MinutesSource(name, [.. text.Split('\n').Select(line => new SourceLine(line))]));

    public static Result<MinutesDocument> Parse(MinutesSource source) => new NotMinutes(source.Name);
}
