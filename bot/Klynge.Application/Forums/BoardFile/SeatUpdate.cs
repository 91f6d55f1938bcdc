using Klynge.Application.Data;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>
/// The seats of one forum. A seat that is left out gets yesterday as its last day, so that it can neither act nor vote from now on and
/// all that was done in it stays; one that is over already is history and is left alone.
/// </summary>
internal sealed class SeatUpdate(KlyngeContext db, ChangeNotes notes, IReadOnlyDictionary<string, Person> people, LocalDate today)
{
    internal void Run(Forum forum, IReadOnlyList<SeatDescription> described, List<ForumMember> known)
    {
        var left = known.OrderBy(seat => seat.From).ToList();
        var pairs = described.Select(seat => (Described: seat, Known: (ForumMember?)null)).ToList();
        for (var i = 0; i < pairs.Count; i++)
            pairs[i] = (pairs[i].Described, Take(left, pairs[i].Described, seat => seat.From == pairs[i].Described.From));
        for (var i = 0; i < pairs.Count; i++)
            pairs[i] = (pairs[i].Described, pairs[i].Known ?? Take(left, pairs[i].Described, seat => !IsOver(seat) || IsMeant(pairs[i].Described)));

        NoteOrder(forum, [.. pairs.Select(pair => pair.Known).OfType<ForumMember>()]);
        for (var i = 0; i < pairs.Count; i++)
        {
            if (pairs[i].Known is { } seat)
                Change(forum, seat, pairs[i].Described, i + 1);
            else
                Add(forum, pairs[i].Described, i + 1);
        }

        foreach (var seat in left.Where(seat => !IsOver(seat)))
            End(forum, seat);
    }

    private ForumMember? Take(List<ForumMember> left, SeatDescription described, Func<ForumMember, bool> fits)
    {
        var person = people[described.Person].Id;
        var found = left.Find(seat => seat.PersonId == person && fits(seat));
        if (found is not null)
            left.Remove(found);
        return found;
    }

    private void Add(Forum forum, SeatDescription described, int order)
    {
        var person = people[described.Person];
        db.Members.Add(new ForumMember
        {
            ForumId = forum.Id,
            PersonId = person.Id,
            Role = described.Role,
            HasVote = described.HasVote,
            Organisation = described.Organisation,
            Sector = described.Sector,
            Party = described.Party,
            SubstituteIds = [.. SubstitutesOf(described).Select(one => one.Id)],
            From = described.From ?? (described.To < today ? described.To.Value : today),
            To = described.To,
            Order = order,
        });
        notes.Added(ApplyTexts.Seat(person.Name, forum.Name), ApplyTexts.Added(described, [.. SubstitutesOf(described).Select(one => one.Name)], today));
    }

    private void Change(Forum forum, ForumMember seat, SeatDescription described, int order)
    {
        notes.Set(ApplyTexts.Role, seat.Role, described.Role, value => seat.Role = value);
        notes.Set(ApplyTexts.Vote, seat.HasVote, described.HasVote, value => seat.HasVote = value);
        notes.Set(ApplyTexts.Organisation, seat.Organisation, described.Organisation, value => seat.Organisation = value);
        notes.Set(ApplyTexts.Sector, seat.Sector, described.Sector, value => seat.Sector = value);
        notes.Set(ApplyTexts.Party, seat.Party, described.Party, value => seat.Party = value);
        notes.Set(ApplyTexts.Substitute, string.Join(", ", seat.SubstituteIds.Select(NameOf)), string.Join(", ", SubstitutesOf(described).Select(one => one.Name)), _ => { });
        seat.SubstituteIds = [.. SubstitutesOf(described).Select(one => one.Id)];
        notes.Set(ApplyTexts.From, seat.From, described.From ?? seat.From, value => seat.From = value);
        notes.Set(ApplyTexts.To, seat.To, described.To, value => seat.To = value);
        notes.Changed(ApplyTexts.Seat(people[described.Person].Name, forum.Name));
        seat.Order = order;
    }

    /// <summary>One line for the forum, not one for each seat that moves down when somebody is put in above it.</summary>
    private void NoteOrder(Forum forum, List<ForumMember> kept)
    {
        if (kept.Zip(kept.Skip(1)).Any(pair => pair.First.Order > pair.Second.Order))
            notes.Reordered(forum.Name);
    }

    private void End(Forum forum, ForumMember seat)
    {
        var subject = ApplyTexts.Seat(NameOf(seat.PersonId) ?? string.Empty, forum.Name);
        var last = today.PlusDays(-1);
        if (seat.From > last)
        {
            // It had not begun, or began today: the period is empty, which no day is in.
            seat.To = seat.From.PlusDays(-1);
            notes.Ended(subject, ApplyTexts.NeverBegan);
            return;
        }

        seat.To = last;
        notes.Ended(subject, ApplyTexts.LastDay(last));
    }

    /// <summary>A line with a last day and no first one is about the seat that is there, whether or not it is over.</summary>
    private static bool IsMeant(SeatDescription described) => described is { From: null, To: not null };

    private bool IsOver(ForumMember seat) => seat.To < today || seat.To < seat.From;

    private IEnumerable<Person> SubstitutesOf(SeatDescription described) => described.Substitutes.Select(key => people[key]);

    private string? NameOf(PersonId id) => people.Values.FirstOrDefault(person => person.Id == id)?.Name;
}
