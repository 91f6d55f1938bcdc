using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Meetings;
using Klynge.Application.Tests.Cards;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Guests;

public sealed class GuestSamples : ICardSamples
{
    private static readonly Instant Now = DanishTime.ToInstant(new LocalDate(2026, 1, 14), new LocalTime(10, 30));
    private static readonly LocalDate Today = new(2026, 1, 14);
    private static readonly AgendaLine Line = AgendaSamples.Nomination;
    private static readonly MeetingView Meeting = AgendaSamples.Sent;

    public string Feature => "guests";

    public IEnumerable<CardSample> Samples()
    {
        yield return new("list", GuestListCard.Build(Meeting, Line, [At(1), Told(2), Moved(3), At(4, email: null)], isFinal: false, Today));
        yield return new("list-none", GuestListCard.Build(Meeting, Line, [], isFinal: false, Today));
        yield return new("list-told", GuestListCard.Build(Meeting, Line, [At(1), Withdrawn(2)], isFinal: false, Today, told: "Anna Holm 1 er skrevet på som gæst og har ikke fået besked endnu."));
        yield return new("list-held", GuestListCard.Build(Meeting with { Status = MeetingStatus.Held }, Line, [Told(1), Told(2)], isFinal: false, Today));
        yield return new("list-final", GuestListCard.Build(Meeting with { Status = MeetingStatus.Held }, Line, [Told(1)], isFinal: true, Today));
        yield return new("list-many", GuestListCard.Build(Meeting, Line, [.. Enumerable.Range(1, ItemGuest.MaxOfItem).Select(number => At(number))], isFinal: false, Today, page: 1));
        yield return new("list-awkward", GuestListCard.Build(Meeting, Line, [.. Enumerable.Range(1, 8).Select(Awkward)], isFinal: false, Today));
        yield return new("form", GuestForm.Add(Meeting, Line, new ItemGuestId(AgendaSamples.Id(77)), new(null, null, null, null)));
        yield return new("form-wrong", GuestForm.Add(Meeting, Line, new ItemGuestId(AgendaSamples.Id(77)), new("Anna Holm", "Region Nord", "overlæge", "anna@"), new GuestEmailInvalid()));
        yield return new("form-edit", GuestForm.Edit(Meeting, Line, new ItemGuestId(AgendaSamples.Id(77)), AgendaSamples.Awkward, new(AgendaSamples.Awkward, "Region Nord", "overlæge", "anna@region.example")));
        yield return new("invite", GuestPreviewCard.Build(Meeting, Line.Id, [At(1), At(2), At(3, email: null)], isMailOn: true));
        yield return new("invite-closed", GuestPreviewCard.Build(Meeting, Line.Id, [At(1, isClosed: true)], isMailOn: true));
        yield return new("invite-changed", GuestPreviewCard.Build(Meeting, Line.Id, [At(1), Moved(2)], isMailOn: true, meanwhile: true));
        yield return new("invite-awkward", GuestPreviewCard.Build(Meeting, Line.Id, [.. Enumerable.Range(1, 20).Select(Awkward)], isMailOn: true));
        yield return new("tell", GuestPreviewCard.Build(Meeting, item: null, [Moved(1), Withdrawn(2)], isMailOn: true));
        yield return new("tell-cancelled", GuestPreviewCard.Build(Meeting with { Status = MeetingStatus.Cancelled }, item: null, [Cancelled(1), Cancelled(2)], isMailOn: true));
        yield return new("tell-without-mail", GuestPreviewCard.Build(Meeting, item: null, [Moved(1)], isMailOn: false, told: "Det er noteret, at Bo Friis har fået besked."));
        yield return new("left", GuestPreviewCard.Left(Meeting, [Withdrawn(1), At(2, email: null)]));
    }

    private static GuestAt At(int number, string? email = "anna.holm@region.example", bool isClosed = false, MeetingView? meeting = null, ItemGuest? guest = null)
    {
        var view = meeting ?? Meeting;
        var (item, of) = Item(view, isClosed);
        return GuestAt.Of(view, guest ?? Guest(item, number, email), item, of);
    }

    private static GuestAt Told(int number)
    {
        var (item, start) = Item(Meeting, isClosed: false);
        var guest = Guest(item, number, "bo.friis@region.example");
        guest.Tell(GuestAt.Of(Meeting, guest, item, start).Now, off: null, Now);
        return At(number, guest: guest);
    }

    private static GuestAt Moved(int number)
    {
        var (item, start) = Item(Meeting, isClosed: false);
        var guest = Guest(item, number, "bo.friis@region.example");
        guest.Tell(GuestAt.Of(Meeting, guest, item, start).Now with { ItemStart = new LocalTime(15, 10), Place = "Teams" }, off: null, Now);
        return At(number, guest: guest);
    }

    private static GuestAt Withdrawn(int number)
    {
        var guest = Told(number).Guest;
        guest.Withdraw(Now);
        return At(number, guest: guest);
    }

    private static GuestAt Cancelled(int number) => At(number, meeting: Meeting with { Status = MeetingStatus.Cancelled }, guest: Told(number).Guest);

    private static GuestAt Awkward(int number)
    {
        var (item, _) = Item(Meeting, isClosed: false);
        var text = AgendaSamples.Fill(AgendaSamples.Awkward, GuestRules.MaxLength - 3);
        var details = new GuestDetails($"{text} {number}", text, text, $"{new string('a', 60)}@{string.Join('.', Enumerable.Repeat(new string('b', 60), 3))}.example");
        return At(number, guest: ItemGuest.Add(item, details, Now, new ItemGuestId(AgendaSamples.Id(500 + number))));
    }

    private static ItemGuest Guest(AgendaItem item, int number, string? email) => ItemGuest.Add(
        item, new GuestDetails($"Anna Holm {number}", "Region Nord", "overlæge", email?.Replace("@", $"{number}@", StringComparison.Ordinal)), Now, new ItemGuestId(AgendaSamples.Id(400 + number)));

    private static (AgendaItem Item, ItemStart Start) Item(MeetingView view, bool isClosed)
    {
        var meeting = Klynge.Domain.Meetings.Meeting.Schedule(view.ForumId, view.Time, "Teams", Now).Value;
        return (AgendaItem.Add(meeting, Line.Number, Line.Content with { IsClosed = isClosed }, Now, Line.Id), Line.Start);
    }
}
