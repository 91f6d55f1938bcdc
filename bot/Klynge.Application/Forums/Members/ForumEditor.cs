using System.Security.Cryptography;
using System.Text;
using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.Members;

/// <summary>
/// Brings the tracked rows of a context to what a change of one forum says, by the same code as a board file: <see cref="PeopleUpdate"/>,
/// <see cref="RulesChange"/> and <see cref="SeatUpdate"/>. The preview throws its context away.
/// </summary>
internal sealed class ForumEditor(KlyngeContext db, Forum forum, LocalDate today)
{
    /// <summary>The forum as it stands, with the seats' ids.</summary>
    internal async Task<ForumRead> ReadAsync()
    {
        var board = await db.Boards.SingleAsync(one => one.Id == forum.BoardId);
        var people = await db.People.ToListAsync();
        var seats = await db.Members.Where(seat => seat.ForumId == forum.Id).OrderBy(seat => seat.Order).ThenBy(seat => seat.From).ToListAsync();
        var keys = people.ToDictionary(person => person.Id, person => person.Key);
        var described = seats.Where(ExportBoard.HasBeen).Select(seat => ((MemberId?)seat.Id, ExportBoard.Describe(seat, keys))).ToList();
        var named = people.OrderBy(person => person.Key, StringComparer.Ordinal).Select(ExportBoard.Describe).ToList();
        var description = new ForumDescription(forum.Key, forum.Name, forum.Level, Above: null, forum.IsClosed, forum.Rules, []);
        return new ForumRead(new ForumDraft(board.Kind, board.Name, description, described, named), people, seats);
    }

    /// <summary>The mark of a forum as it stands: a change that was looked at before is of another one.</summary>
    internal static string MarkOf(ForumDraft draft) => MarkOf(draft.Text);

    /// <summary>The mark of a forum as a change leaves it, with that of the change: the same press again is known by it, and another one is not taken for it.</summary>
    internal static string EndOf(ForumDraft after, ForumChange change) =>
        $"{MarkOf(after)}-{MarkOf(string.Join('\n', change.Seats.Select(WordsOf).Concat(change.Rules.Select(rule => rule.ToString()))))}";

    /// <summary>A record says its lists by their type alone.</summary>
    private static string WordsOf(SeatEdit edit) => edit switch
    {
        SeatEdit.Add { Facts: var facts } => $"{edit}{string.Join(',', facts.Substitutes ?? [])}",
        SeatEdit.Change { Facts: var facts } => $"{edit}{string.Join(',', facts.Substitutes ?? [])}",
        _ => edit.ToString(),
    };

    private static string MarkOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    /// <param name="read">As <see cref="ReadAsync"/> found it.</param>
    /// <param name="change">What is to be different.</param>
    /// <returns>What was changed and what it touches; nothing is saved here.</returns>
    internal async Task<Result<ForumPreview>> RunAsync(ForumRead read, ForumChange change)
    {
        var (before, people, seats) = read;
        var here = seats.SelectMany(seat => seat.SubstituteIds.Prepend(seat.PersonId)).ToHashSet();
        if (!ForumDraft.Apply(before, change, new DraftPeople(people, here, today)).TryGet(out var after, out var refused))
            return refused;

        var asBefore = seats.ConvertAll(SeatSnapshot.Of);
        var byKey = people.ToDictionary(person => person.Key, StringComparer.Ordinal);
        var notes = new ChangeNotes();
        var update = new PeopleUpdate(db, notes, byKey);
        if (update.FindTaken(after.NewPeople) is { } taken)
            return taken;

        if (after.NewPeople.Count > 0)
            await update.RunAsync(after.NewPeople);
        RulesChange.Note(notes, forum.Rules, after.Forum.Rules);
        notes.Changed(ApplyTexts.RulesOf(forum.Name));
        forum.Rules = after.Forum.Rules;
        new SeatUpdate(db, notes, byKey, today).Run(forum, [.. after.Seats.Select(one => one.Seat)], seats);
        if (notes.All.Count == 0)
            return new NothingToChange();

        var asAfter = db.Members.Local.Where(seat => seat.ForumId == forum.Id).OrderBy(seat => seat.Order).Select(SeatSnapshot.Of).ToList();
        return await new ChangeEffects(db, forum, today).FindAsync(asBefore, asAfter, byKey.Values.ToDictionary(person => person.Id, person => person.Name)) is var found
            && found.TryGet(out var effects, out var error)
            ? new ForumPreview(forum.Name, notes.All, effects, $"{MarkOf(before)}-{EndOf(after, change)}")
            : found.Error!;
    }
}

/// <param name="People">Everybody on record.</param>
/// <param name="Seats">All of the forum, tracked, those that are over too.</param>
internal sealed record ForumRead(ForumDraft Draft, List<Person> People, List<ForumMember> Seats);

/// <summary>What a change of a forum would do; nothing is saved.</summary>
/// <param name="Changes">As »board apply« lists them.</param>
/// <param name="Effects">Danish, a sentence each: votes, quorum, running cases, meetings and deadlines that it touches.</param>
/// <param name="Version">Of what was looked at; the confirmation brings it along.</param>
public sealed record ForumPreview(string Forum, IReadOnlyList<BoardChange> Changes, IReadOnlyList<string> Effects, string Version);

/// <summary>A seat as it was before, which the tracked row no longer says.</summary>
internal sealed record SeatSnapshot(
    MemberId Id, PersonId Person, Role Role, bool HasVote, string Sector, IReadOnlyList<PersonId> Substitutes, LocalDate From, LocalDate? To)
{
    internal static SeatSnapshot Of(ForumMember seat) =>
        new(seat.Id, seat.PersonId, seat.Role, seat.HasVote, seat.Sector, seat.SubstituteIds, seat.From, seat.To);

    internal bool IsActive(LocalDate date) => From <= date && (To is null || date <= To);
}
