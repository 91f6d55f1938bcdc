using System.Text.RegularExpressions;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Chat.Commands.Readers;
using Klynge.Application.Data;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Sending;

/// <summary>
/// Where an item is to go, read out of words as minutes and people write them: »Direktørforum 28. februar«, »videre til direktørforummets møde
/// d. 17. april«, »tilbage til Driftsforum Nord: økonomien mangler«. Only what is understood to its last word is clear.
/// </summary>
internal sealed partial record SendTarget
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly string[] Fillers =
        ["", "videre", "op", "ned", "over", "ind", "til", "i", "det", "den", "paa", "for", "behandling", "beslutning", "droeftelse", "godkendelse", "orientering", "afgoerelse", "som", "punkt", "tak", "venligst"];

    private static readonly string[] Back = ["tilbage", "retur"];

    private static readonly string[] Loose = ["moede", "moedet", "moedets", "moeder", "naeste", "kommende", "d", "den", "dem", "der", "pr"];

    /// <summary>The forums that may be meant: one where it is clear, several for a name that two share.</summary>
    internal IReadOnlyList<KnownTarget> Forums { get; private init; } = [];

    internal bool IsBack { get; private init; }

    /// <summary>For which meeting, in the words that were written; null for none.</summary>
    internal string? Wanted { get; private init; }

    internal string? Remark { get; private init; }

    /// <summary>What was not understood; null for nothing.</summary>
    internal string? Unread { get; private init; }

    internal bool IsClear => Forums.Count == 1 && Unread is null;

    /// <summary>The same, to the forum that it was not said to be.</summary>
    internal SendTarget To(IEnumerable<KnownTarget> forums) => this with { Forums = [.. forums] };

    /// <param name="words">Behind the number of the item.</param>
    /// <param name="forums">Those of the body.</param>
    /// <param name="reference">The day of the text.</param>
    internal static SendTarget Read(string? words, IReadOnlyList<KnownTarget> forums, LocalDate reference)
    {
        var (text, remark) = Cut(DanishText.CleanLines(words));
        var read = Word.Split(text);
        var found = Find(read, forums);
        if (found is not { } at)
            return new SendTarget { IsBack = read.Exists(IsBackWord), Remark = remark, Unread = OnlyFillers(read) ? null : DanishText.Shorten(text, CommandLimits.MaxName), Forums = Half(read, forums) };

        var (before, behind) = (read[..at.First], read[(at.First + at.Words)..]);
        var wanted = Trimmed(text, behind);
        var reads = wanted.Length == 0 || IsDay(wanted, reference);
        return new SendTarget
        {
            Forums = at.Forums,
            IsBack = before.Exists(IsBackWord) || (behind.Count > 0 && IsBackWord(behind[0])),
            Wanted = reads && wanted.Length > 0 ? wanted : null,
            Remark = remark,
            Unread = !OnlyFillers(before) ? Trimmed(text[..read[at.First].Start], before) : reads ? null : DanishText.Shorten(wanted, CommandLimits.MaxName),
        };
    }

    /// <summary>»… til Driftsforum: økonomien mangler«: behind the colon, or the first line, stands what is said beside. A clock time has a colon, too.</summary>
    private static (string Text, string? Remark) Cut(string words)
    {
        var match = RemarkMark().Match(words);
        if (!match.Success)
            return (words.TrimEnd('.', '!', ' '), null);

        var remark = words[(match.Index + match.Length)..].Trim();
        return (words[..match.Index].TrimEnd('.', '!', ',', ' '), remark.Length == 0 ? null : remark);
    }

    private static (IReadOnlyList<KnownTarget> Forums, int First, int Words)? Find(List<Word> read, IReadOnlyList<KnownTarget> forums)
    {
        var known = forums.Select(one => new KnownForum(one.Key, one.Name, one.Key)).ToList();
        for (var at = 0; at < read.Count; at++)
        {
            var (named, length) = ForumReader.Read([.. read[at..].Select(Uninflected)], known);
            if (length > 0)
                return ([.. forums.Where(one => named.Any(other => other.Key == one.Key))], at, length);
        }

        return null;
    }

    /// <summary>»driftsforum« where the body has Driftsforum Nord and Driftsforum Syd: those are what is asked about.</summary>
    private static IReadOnlyList<KnownTarget> Half(List<Word> read, IReadOnlyList<KnownTarget> forums) =>
        [.. forums.Where(one => read.Exists(word => word.Folded.Length > 3 && DanishText.Fold(one.Name).StartsWith(word.Folded.TrimEnd('s'), StringComparison.Ordinal)))];

    /// <summary>»det politiske niveau« is called Politisk niveau; »møde« behind a name is none of it.</summary>
    private static Word Uninflected(Word word) => word.Folded.EndsWith("politiske", StringComparison.Ordinal) ? Word.Split("politisk")[0] : word;

    private static bool IsBackWord(Word word) => Back.Contains(word.Folded);

    private static bool OnlyFillers(List<Word> words) => words.TrueForAll(word => Fillers.Contains(word.Folded) || IsBackWord(word));

    /// <summary>What is left of the words when those that only bind them are gone at either end.</summary>
    private static string Trimmed(string text, List<Word> words)
    {
        var left = words.SkipWhile(word => Fillers.Contains(word.Folded) || IsBackWord(word) || word.Folded is "moede" or "moedet" or "d" or "s").ToList();
        return left.Count == 0 ? string.Empty
            : left.TrueForAll(word => Loose.Contains(word.Folded) || Fillers.Contains(word.Folded)) && !left.Exists(word => word.Folded == "naeste") ? string.Empty
            : text[left[0].Start..left[^1].End].Trim(CommandMarks.Around).Trim();
    }

    /// <summary>»28. februar«, »næste møde«, »i april«: words that say a day, a time of the year or the next meeting, and nothing else.</summary>
    private static bool IsDay(string wanted, LocalDate reference) =>
        wanted.Length <= Domain.Agendas.Coming.Wanted.MaxLength && OfTime().IsMatch(DanishText.Fold(wanted)) && Domain.Agendas.Coming.Wanted.Read(wanted, reference).Kind is not (WantedKind.Words or WantedKind.None);

    [GeneratedRegex(@"(?<![0-9]):(?![0-9])|\n|\s[–-]\s|\bmed\s+bemærkning(en|erne|er)?\b:?", Options, 1000)]
    private static partial Regex RemarkMark();

    // Nothing but words of time: "28. februar og igen senere" is more than a day.
    [GeneratedRegex(
        @"^((mandag|tirsdag|onsdag|torsdag|fredag|loerdag|soendag|den|d|i|til|paa|efter|inden|foer|senest|om|naeste|naestkommende|foerstkommende|kommende|senere|moede|moedet|ordinaere|gang|kl|uge|maaned|aar|aaret|et|en|to|tre|halvt|maaneder"
        + @"|januar|jan|februar|feb|marts|mar|april|apr|maj|juni|jun|juli|jul|august|aug|september|sep|sept|oktober|okt|november|nov|december|dec"
        + @"|foraar(et)?|sommer(en|ferien?)?|efteraar(et)?|vinter(en)?|nytaar|aarsskiftet|[0-9]{1,4})([\s.,/:-]+|$))+$",
        Options,
        1000)]
    private static partial Regex OfTime();
}

/// <summary>A forum that an item can be sent to.</summary>
internal sealed record KnownTarget(ForumId Id, string Key, string Name, int Level);

internal static class KnownTargets
{
    /// <summary>The open forums of a body, the lowest rung first.</summary>
    internal static async Task<List<KnownTarget>> ForumsOfBoardAsync(this KlyngeContext db, BoardId board, CancellationToken cancellationToken = default) =>
        await db.Forums.AsNoTracking().Where(forum => forum.BoardId == board && !forum.IsClosed)
            .OrderBy(forum => forum.Level).ThenBy(forum => forum.Name)
            .Select(forum => new KnownTarget(forum.Id, forum.Key, forum.Name, forum.Level))
            .ToListAsync(cancellationToken);
}
