using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Exclusions;

/// <summary>The buttons that keep somebody out of a closed item, and who may press each.</summary>
public static class ExclusionVerbs
{
    public static readonly ButtonRight Form = new("exclusion.form", ExcludeFromItem.Needs);
    public static readonly ButtonRight Save = new("exclusion.save", ExcludeFromItem.Needs);
}

/// <summary>»Hold nogen ude«: who of those who read closed items does not read this one.</summary>
internal sealed class ExclusionChat(MeetingLookup meetings, ExcludeFromItem exclude) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(ExclusionVerbs.Form, (turn, visit, action, token) => FormAsync(turn, visit, action, told: null, token))
        .OnAction(ExclusionVerbs.Save, SaveAsync);

    private async Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, string? told, CancellationToken cancellationToken)
    {
        var found = await meetings.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Line.IsHidden)
            return new ItemIsClosedHere();

        if (!at.Line.Content.IsClosed)
            return new OnlyClosedItemsExclude();

        await using var db = await meetings.ReadAsync(cancellationToken);
        var id = at.Visit.View.Meeting.Id;
        var meeting = await db.Meetings.SingleAsync(one => one.Id == id, cancellationToken);
        var readers = await db.ReadersOfClosedAsync(visit.Forum.Id, meeting, cancellationToken);
        return ExclusionCard.Build(at.Visit.View.Meeting, at.Line, [.. readers.Where(one => !one.Access.May(ExcludeFromItem.Needs)).Select(one => (one.Person.Id, one.Person.Name))], told);
    }

    private async Task<ChatReply> SaveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        // What is no person at all is kept as nobody, so that it is refused rather than left out.
        var people = action.Data.Choices(ExclusionCard.People).Select(value => CardIds.Read<PersonId>(value) ?? default).ToHashSet();
        var result = await exclude.HandleAsync(turn.Caller, new ExcludeFromItemRequest(visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), people), cancellationToken);
        return result.TryGet(out var excluded, out var error) ? await FormAsync(turn, visit, action, ExclusionTexts.Saved(excluded.Names), cancellationToken) : error;
    }
}

/// <summary>The people who read closed items, to tick those who do not read this one.</summary>
internal static class ExclusionCard
{
    internal const string People = "people";

    private const int MaxPeople = 120;

    internal static AdaptiveCard Build(MeetingView meeting, AgendaLine line, IReadOnlyList<(PersonId Id, string Name)> readers, string? told = null)
    {
        var heading = ExclusionTexts.Heading(line.Number);
        var data = CardParts.Data(meeting.ForumId, meeting.Id, line.Id);
        var back = CardParts.Back(AgendaVerbs.Item, CardParts.Data(meeting.ForumId, meeting.Id, line.Id));
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {heading}"),
            FallbackText = $"{meeting.Forum}: {heading}",
            IsConfidential = true,
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(heading),
                CardParts.Line(line.Content.Title),
                .. told is null ? [] : new CardElement[] { CardParts.Caution(told) },
                CardParts.Subtle(ExclusionTexts.What),
                .. line.Content.Attachments.Count == 0 ? [] : new CardElement[] { CardParts.Subtle(ExclusionTexts.Library) },
                .. readers.Count == 0 ? [CardParts.Line(ExclusionTexts.Nobody)] : new CardElement[]
                {
                    new ChoiceSetInput(People, ExclusionTexts.Label, [.. readers.Take(MaxPeople).Select(ToChoice)])
                    {
                        IsMultiSelect = true,
                        Style = ChoiceInputStyle.Expanded,
                        Value = string.Join(',', readers.Where(person => line.Excluded.Contains(person.Id)).Select(person => CardIds.Write(person.Id))),
                    },
                },
            ],
            Actions = readers.Count == 0 ? [back] : [CardParts.Submit(ExclusionTexts.Save, ExclusionVerbs.Save, data), back],
        }.WithButtonsInLines();
    }

    /// <summary>A list that is ticked is read as Markdown.</summary>
    private static Choice ToChoice((PersonId Id, string Name) person) => new(CardText.Escape(DanishText.Shorten(person.Name, 80)), CardIds.Write(person.Id));
}

internal static class ExclusionTexts
{
    internal const string Button = "Hold nogen ude";
    internal const string Label = "Hvem skal ikke kunne læse punktet?";
    internal const string Save = "Gem";
    internal const string What = "De ser kun, at der er et lukket punkt: hverken titel, sagsfremstilling, bilag, beslutning eller frister. De får heller ikke et stemmekort til det.";
    internal const string Library = "Ligger bilagene i SharePoint, kan de, der har adgang til mappen, stadig åbne dem der. Flyt dem, eller del dem kun med dem, der må læse dem.";
    internal const string Nobody = "Der er ingen andre end sekretariatet, der læser lukkede punkter.";

    internal static string Heading(int number) => $"Hold nogen ude af punkt {number}";

    internal static string Saved(IReadOnlyList<string> names) => names.Count == 0
        ? "Ingen er holdt ude. Alle, der må læse lukkede punkter, kan læse punktet."
        : $"{DanishFormat.List(names)} er holdt ude af punktet.";

    /// <summary>On the item, for the secretariat.</summary>
    internal static string On(int count) => $"{Button} ({DanishFormat.Number(count)} holdt ude)";
}
