using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Guests;

/// <summary>The mails to guests before they go out: to whom, and word for word.</summary>
internal static class GuestPreviewCard
{
    internal const string Seen = "seen";

    /// <summary>Mails that say the same but for the greeting are shown once; of more kinds than this the rest is counted.</summary>
    private const int MaxKinds = 5;

    private const int MaxButtons = 8;
    private const int MaxNames = 30;

    /// <param name="item">The item whose guests are invited; null for the news of the whole meeting.</param>
    /// <param name="due">Who has something to hear.</param>
    /// <param name="isMailOn">Whether there is a mailbox to send from.</param>
    /// <param name="meanwhile">It has changed since it was asked last.</param>
    internal static AdaptiveCard Build(MeetingView meeting, AgendaItemId? item, IReadOnlyList<GuestAt> due, bool isMailOn, bool meanwhile = false, string? told = null)
    {
        var letters = isMailOn ? GuestLetters.Of(meeting, due) : [];
        var without = due.Where(one => !isMailOn || one.Guest.Email is null).ToList();
        var people = letters.Sum(letter => letter.Guests.Count);
        var kinds = letters.GroupBy(letter => (letter.Guests[0].Guest.ItemId, letter.Guests[0].News, letter.Guests[0].Off, letter.Guests[0].Guest.Told)).ToList();
        var heading = people == 0 ? Texts.PreviewHeading : Texts.Question(people);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {heading}"),
            FallbackText = $"{meeting.Forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(heading),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
                .. told is null ? [] : new[] { CardParts.Line(told) },
                .. meanwhile ? [CardParts.Warning([Texts.Meanwhile])] : Array.Empty<CardElement>(),
                .. isMailOn ? [] : new[] { CardParts.Caution(Texts.NoMailbox) },
                .. kinds.Take(MaxKinds).SelectMany(Kind),
                .. kinds.Count > MaxKinds ? [CardParts.Line(Texts.More(kinds.Skip(MaxKinds).Sum(kind => kind.Count()))), .. kinds.Skip(MaxKinds).Select(Recipients)] : Array.Empty<CardElement>(),
                .. people > 0 ? [CardParts.Subtle(Texts.MailFooter)] : Array.Empty<CardElement>(),
                .. without.Count > 0 ? Self(meeting, without, isMailOn) : [],
            ],
            Actions =
            [
                .. people > 0 ? [Send(meeting, item, due, letters.Count)] : Array.Empty<CardAction>(),
                .. item is { } of ? [CardParts.Button(Texts.ToGuests, GuestVerbs.List, CardParts.Data(meeting.ForumId, meeting.Id, of))] : Array.Empty<CardAction>(),
                CardParts.ToAgenda(meeting.ForumId, meeting.Id),
            ],
        }.WithButtonsInLines();
    }

    /// <summary>Those whom no mail reaches, and who do not know that they are not to come.</summary>
    internal static AdaptiveCard Left(MeetingView meeting, IReadOnlyList<GuestAt> guests) => CardParts.Note(
        meeting,
        Texts.LeftHeading,
        [DanishFormat.Capitalised(CardParts.When(meeting.Time)), .. guests.Take(MaxNames).Select(Texts.Left)],
        [],
        CardParts.Button(Texts.NeedNews(guests.Count), GuestVerbs.TellForm, CardParts.Data(meeting.ForumId, meeting.Id)),
        CardParts.ToAgenda(meeting.ForumId, meeting.Id));

    private static IEnumerable<CardElement> Kind(IEnumerable<GuestLetter> same)
    {
        var letters = same.ToList();
        var (one, mail) = (letters[0].Guests[0], letters[0].Mail);
        yield return new TextBlock(CardText.Escape(Texts.ItemLine(one))) { Weight = TextWeight.Bolder, Separator = true, Spacing = Spacing.Medium };
        yield return Recipients(letters);
        if (letters.Count > 1)
            yield return CardParts.Subtle(Texts.OneEach);

        yield return new Container([new TextBlock(CardText.Escape(Texts.SubjectIs(mail.Subject))) { Weight = TextWeight.Bolder }, .. Lines(letters[0]).Select(CardParts.Line)])
        {
            Style = ContainerStyle.Emphasis,
            Spacing = Spacing.Small,
        };
    }

    private static TextBlock Recipients(IEnumerable<GuestLetter> letters) => CardParts.Line(Texts.To(letters.SelectMany(letter => letter.Guests)));

    private static IEnumerable<string> Lines(GuestLetter letter) =>
        letter.Lines.Select(line => line.Link is { } link ? $"{line.Text}: {link.AbsoluteUri}" : line.Text);

    private static IEnumerable<CardElement> Self(MeetingView meeting, List<GuestAt> without, bool isMailOn)
    {
        yield return CardParts.Caution(Texts.TellYourself(DanishFormat.Some([.. without.Select(one => one.Guest.Name)], MaxNames), isMailOn));
        foreach (var one in without.Take(MaxButtons))
        {
            yield return new TextBlock(CardText.Escape($"{one.Guest.Label}. {Texts.ItemLine(one)}")) { Separator = true, Spacing = Spacing.Small };
            yield return new ActionSet(GuestListCard.Button(meeting, one, Texts.HaveTold, GuestVerbs.Told)) { Spacing = Spacing.Small };
        }
    }

    private static ExecuteAction Send(MeetingView meeting, AgendaItemId? item, IReadOnlyList<GuestAt> due, int mails)
    {
        var data = item is { } of ? CardParts.Data(meeting.ForumId, meeting.Id, of) : CardParts.Data(meeting.ForumId, meeting.Id);
        data[Seen] = GuestLetters.SeenOf(due);
        return CardParts.Submit(Texts.Send(mails), item is null ? GuestVerbs.Tell : GuestVerbs.Invite, data);
    }
}
