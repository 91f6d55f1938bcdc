using Klynge.Documents.Markup;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Search;

/// <summary>The piece of a text around the first hit, as it was written, with the words that were searched for in bold.</summary>
internal static class Snippet
{
    private const int Before = 60;
    private const int MaxLength = 200;

    /// <summary>Markdown, escaped; null when no word of the text was searched for.</summary>
    internal static string? Of(string text, SearchQuery query)
    {
        var clean = DanishText.Clean(RichText.Read(text).ToPlain());
        var hits = FoldedWord.Split(clean).Where(word => query.Hits(word.Folded)).ToList();
        if (hits.Count == 0)
            return null;

        var start = StartOf(clean, hits[0].Start);
        var end = EndOf(clean, start);
        var bold = hits.Where(hit => hit.Start >= start && hit.Start + hit.Length <= end).Select(hit => (hit.Start - start, hit.Length));
        return $"{(start > 0 ? "… " : "")}{CardText.Embolden(clean[start..end], bold)}{(end < clean.Length ? " …" : "")}";
    }

    /// <summary>A blank some way before the hit, so that no word and no pair of surrogates is cut.</summary>
    private static int StartOf(string text, int hit)
    {
        if (hit <= Before)
            return 0;
        var blank = text.IndexOf(' ', hit - Before);
        return blank >= 0 && blank < hit ? blank + 1 : hit;
    }

    private static int EndOf(string text, int start)
    {
        if (text.Length - start <= MaxLength)
            return text.Length;
        var blank = text.LastIndexOf(' ', start + MaxLength);
        var end = blank > start + Before ? blank : start + MaxLength;
        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }
}
