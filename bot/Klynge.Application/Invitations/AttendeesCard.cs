using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Invitations.Linking;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Teams.Cards;

namespace Klynge.Application.Invitations;

/// <summary>Asks the secretariat who the invited people are whom nobody is known by e-mail or account. Nothing is chosen beforehand.</summary>
internal static class AttendeesCard
{
    /// <summary>Before the id of an invitation in the name of its field.</summary>
    internal const string Field = "who";

    /// <summary>In the data of the card's refresh: the invitations that it asks about.</summary>
    internal const string Asked = "asked";

    internal const int MaxAsked = 50;

    internal const string GuestValue = "guest";
    internal const string IgnoreValue = "ignore";

    /// <summary>What a phone scrolls through; the others are asked about when these are answered.</summary>
    internal const int MaxPeople = 4;

    /// <summary>What else somebody can be.</summary>
    private static IReadOnlyList<Choice> Others { get; } = [new Choice(Texts.Guest, GuestValue), new Choice(Texts.Ignore, IgnoreValue)];

    internal static async Task<AdaptiveCard> AskAsync(KlyngeContext db, LinkedMeeting linked, IReadOnlyCollection<Invitation> people)
    {
        var seats = await db.ActiveSeatsAsync(linked.Forum.Id, linked.Meeting.Date);
        return Build(await linked.ViewAsync(db), people, seats);
    }

    /// <param name="told">What has been answered of those whom the card asked about; nothing for a card that is new.</param>
    internal static AdaptiveCard Build(
        MeetingView meeting, IReadOnlyCollection<Invitation> people, IReadOnlyCollection<ForumMember> seats, IReadOnlyList<string>? told = null)
    {
        var source = MeetingForms.People(meeting.ForumId, meeting.Id);
        var choices = Choices(seats);
        var shown = people.OrderBy(one => one.Name, DanishText.Comparer).Take(MaxPeople).ToList();
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {Texts.WhoHeading}"),
            FallbackText = $"{meeting.Forum}: {Texts.WhoHeading}",
            Refresh = Refreshed(meeting, people),
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(Texts.WhoHeading),
                CardParts.Line(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
                .. (told ?? []).Select(CardParts.Line),
                CardParts.Subtle(Texts.WhoHint),
                .. shown.SelectMany(one => Question(one, source, choices)),
                .. people.Count > shown.Count ? [CardParts.Subtle(Texts.AnswersLeft(people.Count - shown.Count))] : Array.Empty<CardElement>(),
            ],
            Actions =
            [
                CardParts.Submit(Texts.SaveAnswers, InvitationVerbs.Answer, CardParts.Data(meeting.ForumId, meeting.Id)),
                CardParts.BackToAgenda(meeting.ForumId, meeting.Id),
            ],
        };
    }

    /// <summary>
    /// The card is drawn anew when somebody whom it asks about has been answered about: before, that would empty what is being chosen. The
    /// way to change the answers, which asks about nobody who is open, stays as it is.
    /// </summary>
    private static CardRefresh? Refreshed(MeetingView meeting, IReadOnlyCollection<Invitation> people)
    {
        var open = people.Where(one => one.Match == InvitationMatch.Unknown).Take(MaxAsked).Select(one => CardIds.Write(one.Id)).ToList();
        if (open.Count == 0)
            return null;

        var data = CardParts.Data(meeting.ForumId, meeting.Id);
        data[Asked] = string.Join(',', open);
        return new CardRefresh(CardParts.Button(Texts.WhoHeading, InvitationVerbs.People, data));
    }

    /// <summary>Everybody with a seat, in Danish order.</summary>
    private static IReadOnlyList<Choice> Choices(IReadOnlyCollection<ForumMember> seats) =>
    [
        .. seats
            .OrderBy(seat => seat.Person.Name, DanishText.Comparer)
            .Select(seat => new Choice(DanishText.Shorten($"{seat.Person.Name}, {seat.Organisation}", 60), CardIds.Write(seat.PersonId))),
    ];

    /// <summary>The address in a text of its own: one without a place to break would make the label wider than a phone.</summary>
    private static IEnumerable<CardElement> Question(Invitation invitation, PeopleSource source, IReadOnlyList<Choice> choices)
    {
        yield return CardParts.Subtle(DanishText.Shorten(invitation.Address, 100)) with { Spacing = Spacing.Medium };
        var input = new ChoiceSetInput(Field + CardIds.Write(invitation.Id), Texts.Attendee(invitation.Name, invitation.Address))
        {
            Spacing = Spacing.None,
            Placeholder = Texts.Later,
            Value = invitation.Match switch
            {
                InvitationMatch.Guest => GuestValue,
                InvitationMatch.Ignored => IgnoreValue,
                InvitationMatch.Member => invitation.PersonId is { } person ? CardIds.Write(person) : null,
                _ => null,
            },
        };
        foreach (var field in PersonInput.Of(input, source, choices, Others))
            yield return field;
    }
}
