using System.Text;
using System.Text.Json.Nodes;
using Klynge.Application.Forums.BoardFile;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.Members;

/// <summary>
/// A forum as the board file would say it, before and after a change. The rules of the file decide whether it can be: it is written and
/// read again, so that what is refused there is refused here.
/// </summary>
/// <param name="Seats">The seats with their ids, in the forum's order; null for one that comes.</param>
internal sealed record ForumDraft(string Kind, string Name, ForumDescription Forum, IReadOnlyList<(MemberId? Id, SeatDescription Seat)> Seats, IReadOnlyList<PersonDescription> People)
{
    /// <summary>Those who are not on record yet.</summary>
    internal IReadOnlyList<PersonDescription> NewPeople { get; init; } = [];

    internal BoardDescription Board =>
        new(Kind, Name, [Forum with { Above = null, Members = [.. Seats.Select(one => one.Seat)] }], [.. People.Concat(NewPeople).OrderBy(person => person.Key, StringComparer.Ordinal)]);

    internal string Text => BoardFileWriter.Write(Board);

    /// <summary>One edit after the other; the first that cannot be refuses all.</summary>
    internal static Result<ForumDraft> Apply(ForumDraft before, ForumChange change, DraftPeople people)
    {
        var draft = before;
        foreach (var edit in change.Seats)
        {
            if (!SeatEdits.Apply(draft, edit, people).TryGet(out var next, out var error))
                return error;

            draft = next with { NewPeople = people.New };
        }

        return draft.With(change.Rules).TryGet(out var ruled, out var refused) ? ruled.Check() : refused;
    }

    private Result<ForumDraft> Check()
    {
        var reading = BoardFileReader.Read(Encoding.UTF8.GetBytes(Text));
        return reading.IsValid ? this : ChangeDoesNotFit.Of(reading.Problems);
    }

    /// <summary>
    /// Puts the values where the file would have them, and reads the rules again: all of them together, since a shortest time to answer that
    /// is longer than the usual one is fine where both are changed.
    /// </summary>
    private Result<ForumDraft> With(IReadOnlyList<RuleEdit> edits)
    {
        if (edits.Count == 0)
            return this;

        var file = JsonNode.Parse(Text)!;
        foreach (var edit in edits)
        {
            if (Put(file["forums"]![0]!["rules"]!.AsObject(), edit) is { } unknown)
                return unknown;
        }

        var reading = BoardFileReader.Read(Encoding.UTF8.GetBytes(file.ToJsonString()));
        return reading.IsValid ? this with { Forum = Forum with { Rules = reading.Board.Forums[0].Rules } } : ChangeDoesNotFit.Of(reading.Problems);
    }

    private static RuleUnknown? Put(JsonObject rules, RuleEdit edit)
    {
        var path = edit.Name.Trim().Split('.');
        if (path.Length > 2 || !BoardVocabulary.RulesKeys.Contains(path[0], StringComparer.Ordinal))
            return new RuleUnknown(DanishText.Shorten(DanishText.Clean(edit.Name), 40), DanishFormat.List(BoardVocabulary.RulesKeys, "eller"));

        var at = rules;
        if (path.Length == 2)
        {
            at = rules[path[0]] as JsonObject ?? [];
            rules[path[0]] = at;
        }

        if (edit.Value.Trim().Length == 0)
            at.Remove(path[^1]);
        else
            at[path[^1]] = ValueOf(edit.Value.Trim());

        return null;
    }

    /// <summary>»true«, »0.5« and lists as JSON, anything else as the text that it is.</summary>
    private static JsonNode? ValueOf(string written)
    {
        try
        {
            return JsonNode.Parse(written);
        }
        catch (System.Text.Json.JsonException)
        {
            return JsonValue.Create(written);
        }
    }
}

/// <summary>What one edit makes of a draft.</summary>
internal static class SeatEdits
{
    internal static Result<ForumDraft> Apply(ForumDraft draft, SeatEdit edit, DraftPeople people) => edit switch
    {
        SeatEdit.Add add => Add(draft, add, people),
        SeatEdit.Change change => Change(draft, change, people),
        SeatEdit.End end => End(draft, end, people),
        _ => throw new InvalidOperationException($"No such edit: {edit.GetType().Name}."),
    };

    private static Result<ForumDraft> Add(ForumDraft draft, SeatEdit.Add add, DraftPeople people)
    {
        if (!people.Find(add.Who).TryGet(out var person, out var unknown))
            return unknown;

        if (add.Facts.Role is not { } role)
            return new RoleMissing(add.Who.Name);

        if (add.Facts.Organisation is not { Length: > 0 } organisation)
            return new OrganisationMissing(add.Who.Name);

        var seat = new SeatDescription(person, organisation, organisation, role, BoardVocabulary.MayVote(role), [], From: null, To: null);
        if (!Described(seat, add.Facts, people).TryGet(out var described, out var error))
            return error;

        var seats = draft.Seats.ToList();
        seats.Insert(PlaceOf(seats, role), (null, described with { From = described.From ?? people.Today }));
        return draft with { Seats = seats };
    }

    private static Result<ForumDraft> Change(ForumDraft draft, SeatEdit.Change change, DraftPeople people)
    {
        var seats = draft.Seats.ToList();
        var at = seats.FindIndex(one => one.Id == change.Seat);
        if (at < 0)
            return new SeatNotFound();

        if (!Described(seats[at].Seat, change.Facts, people).TryGet(out var described, out var error))
            return error;

        seats[at] = (change.Seat, described);
        return draft with { Seats = seats };
    }

    private static Result<ForumDraft> End(ForumDraft draft, SeatEdit.End end, DraftPeople people)
    {
        var seats = draft.Seats.ToList();
        var at = seats.FindIndex(one => one.Id == end.Seat);
        if (at < 0)
            return new SeatNotFound();

        var seat = seats[at].Seat;
        if (end.LastDay < seat.From && seat.From <= people.Today)
            return new LastDayBeforeFirst(people.NameOf(seat.Person), DanishFormat.PlainDate(seat.From.Value));

        // A seat of 1 March that ends in February never begins: nothing has happened in it.
        if (end.LastDay < seat.From)
            seats.RemoveAt(at);
        else
            seats[at] = (end.Seat, seat with { To = end.LastDay });

        return draft with { Seats = seats };
    }

    /// <summary>The seat with what the facts say. The vote follows a changed role where nothing is said of it.</summary>
    private static Result<SeatDescription> Described(SeatDescription seat, SeatFacts facts, DraftPeople people)
    {
        var substitutes = seat.Substitutes.ToList();
        if (facts.Substitutes is { } named)
        {
            substitutes.Clear();
            foreach (var one in named)
            {
                if (!people.Find(one).TryGet(out var key, out var error))
                    return error;

                substitutes.Add(key);
            }
        }

        var role = facts.Role ?? seat.Role;
        var organisation = facts.Organisation is { Length: > 0 } written ? written : seat.Organisation;
        var sector = facts.Sector switch
        {
            null => seat.Sector == seat.Organisation ? organisation : seat.Sector,
            "" => organisation,
            var other => other,
        };
        return seat with
        {
            Organisation = organisation,
            Sector = sector,
            Role = role,
            HasVote = facts.HasVote ?? (role == seat.Role ? seat.HasVote : BoardVocabulary.MayVote(role)),
            Party = facts.Party switch { null => seat.Party, "" => null, var party => party },
            Substitutes = substitutes,
            From = facts.From ?? seat.From,
            To = facts.HasNoEnd ? null : facts.To ?? seat.To,
        };
    }

    /// <summary>Behind the last of its kind: a member after the members, so that minutes print the secretariat last.</summary>
    private static int PlaceOf(List<(MemberId? Id, SeatDescription Seat)> seats, Role role)
    {
        var last = seats.FindLastIndex(one => one.Seat.Role == role || (role.IsMember() && one.Seat.Role.IsMember()));
        return last < 0 ? (role.IsMember() ? 0 : seats.Count) : last + 1;
    }
}
