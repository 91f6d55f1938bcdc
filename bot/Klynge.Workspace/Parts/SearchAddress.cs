using System.Globalization;
using Klynge.Application.Workspace;
using Microsoft.AspNetCore.Http;

namespace Klynge.Workspace.Parts;

/// <summary>The filters of a search in its address, so that it can be sent to somebody: they find in it what they may read.</summary>
internal static class SearchAddress
{
    internal const string Kind = "slags";
    internal const string From = "fradag";
    internal const string To = "tildag";
    internal const string Outcome = "udfald";
    internal const string Named = "person";

    internal static Task<IResult> ShowAsync(
        string? q, string? forum, int? fra, string? slags, string? fradag, string? tildag, string? udfald, string? person, Visitor visitor, ReadSearch read, CancellationToken cancellationToken)
    {
        var fields = new SearchFields(slags ?? string.Empty, fradag ?? string.Empty, tildag ?? string.Empty, udfald ?? string.Empty, person ?? string.Empty);
        return visitor.ShowAsync<Pages.Search, SearchPage>(read.HandleAsync(visitor.Turn, q, string.IsNullOrEmpty(forum) ? null : forum, fra ?? 0, cancellationToken, fields));
    }

    /// <summary>»/soeg?q=budget&amp;slags=beslutning«: what is empty is left out.</summary>
    internal static string Of(string words, string? forum, SearchFields fields, int skip = 0)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("q", words), ("forum", forum), (Kind, fields.Kind), (From, fields.From), (To, fields.To), (Outcome, fields.Outcome), (Named, fields.Person),
            ("fra", skip > 0 ? skip.ToString(CultureInfo.InvariantCulture) : null),
        };
        return "/soeg?" + string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
    }

    /// <summary>What to try where nothing was found: the same search with less of what narrows it.</summary>
    internal static IEnumerable<(string Text, string Address)> Wider(SearchPage page)
    {
        var (words, forum, fields) = (page.Words, page.Forum, page.Fields);
        if (fields.Kind.Length > 0)
            yield return (WorkspaceTexts.WithoutKind, Of(words, forum, fields with { Kind = string.Empty }));
        if (fields.From.Length + fields.To.Length > 0)
            yield return (WorkspaceTexts.WithoutPeriod, Of(words, forum, fields with { From = string.Empty, To = string.Empty }));
        if (fields.Outcome.Length > 0)
            yield return (WorkspaceTexts.WithoutOutcome, Of(words, forum, fields with { Outcome = string.Empty }));
        if (fields.Person.Length > 0 && words.Length > 0)
            yield return (WorkspaceTexts.WithoutPerson, Of(words, forum, fields with { Person = string.Empty }));
        if (forum is not null)
            yield return (WorkspaceTexts.InAllForums, Of(words, forum: null, fields));
        if (words.Split(' ') is { Length: > 1 } several)
            yield return (WorkspaceTexts.WithOneWord(several.MaxBy(word => word.Length)!), Of(several.MaxBy(word => word.Length)!, forum, fields));
    }
}
