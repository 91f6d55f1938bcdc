using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Chat.Commands.Readers;
using Klynge.Application.Data;
using Klynge.Domain.Agreements;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agreements;

/// <summary>The forums of one board as promises name them; read once for a card.</summary>
internal sealed class AgreementForums(KlyngeContext db, ForumId own)
{
    private List<Forum>? _forums;

    /// <summary>Where a promise of a kind can go, and where its words say that it goes.</summary>
    /// <param name="words">The body that the sentence names; null where it names none.</param>
    /// <returns>Null for a promise that becomes no coming item.</returns>
    internal async Task<AgreementTargets?> OfAsync(AgreementKind kind, string? words)
    {
        if (!kind.MayBecomeAnItem())
            return null;

        var forums = await ReadAsync();
        var named = Named(forums, words);
        return words is null ? new AgreementTargets(forums, own, kind == AgreementKind.Agenda ? own : null, IsUnclear: false)
            : new AgreementTargets(forums, own, named, IsUnclear: named is null);
    }

    /// <summary>The forum that is named; null where it is none of the board's, or may be two.</summary>
    internal async Task<ForumId?> NamedAsync(string? words) => Named(await ReadAsync(), words);

    private async Task<List<Forum>> ReadAsync() => _forums ??= await db.Forums.AsNoTracking()
        .Where(forum => !forum.IsClosed && db.Forums.Any(one => one.Id == own && one.BoardId == forum.BoardId))
        .OrderBy(forum => forum.Level).ThenBy(forum => forum.Name)
        .ToListAsync();

    private static ForumId? Named(List<Forum> forums, string? words)
    {
        if (words is null)
            return null;

        var (read, known) = (Word.Split(words), forums.ConvertAll(forum => new KnownForum(forum.Key, forum.Name, forum.Key)));
        var found = Enumerable.Range(0, read.Count)
            .Select(at => ForumReader.Read(read.ToArray().AsSpan()[at..], known))
            .Where(one => one.Words > 0)
            .SelectMany(one => one.Forums)
            .DistinctBy(forum => forum.Key, StringComparer.Ordinal)
            .ToList();
        return found.Count == 1 ? forums.Find(forum => forum.Key == found[0].Key)!.Id : null;
    }
}

/// <param name="Own">The forum that made the promise.</param>
/// <param name="Meant">What stands chosen; null for none.</param>
/// <param name="IsUnclear">The sentence names a body that is no forum here: the secretariat says which.</param>
internal sealed record AgreementTargets(IReadOnlyList<Forum> Forums, ForumId Own, ForumId? Meant, bool IsUnclear)
{
    /// <param name="isOfClosed">What is closed stays in its forum.</param>
    internal IEnumerable<Choice> Choices(bool isOfClosed) =>
        Forums.Where(forum => !isOfClosed || forum.Id == Own).Select(forum => new Choice(forum.Name, CardIds.Write(forum.Id)));
}

internal static class AgreementKindRules
{
    /// <summary>Whether it is about something that a forum takes up: on its agenda, as news, or sent to it.</summary>
    internal static bool MayBecomeAnItem(this AgreementKind kind) => kind is AgreementKind.Agenda or AgreementKind.Orient or AgreementKind.Refer;
}
