using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Chat;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agreements;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agreements;

/// <summary>
/// »Ældrepsykiatrien inviteres til næste møde«: one press opens the form of guests at the forum's next meeting, filled in with whom. Which
/// item is the one that goes on with the case; where none does, it is asked. Nothing is sent.
/// </summary>
internal sealed class GuestOfAgreement(MeetingLookup desk) : IChatFeature
{
    /// <summary>Items to choose from on one card.</summary>
    private const int MaxItems = 15;

    public void Map(ChatRoutes routes) => routes.OnAction(AgreementVerbs.Guest, AskAsync);

    /// <summary>On an invitation that is followed up; none for any other promise, or whose words are kept back.</summary>
    internal static IEnumerable<CardAction> Buttons(ForumId forum, FoundLine line)
    {
        if (line is not { Agreement: AgreementKind.Invite, KeptBack: null })
            yield break;

        var data = new JsonObject().With(CardIds.Forum, line.GuestsForum ?? forum).With(CardIds.Item, line.ItemId);
        if (line.Who is { } who)
            data[IsAPerson(who) ? GuestForm.Name : GuestForm.Organisation] = who;

        yield return CardParts.Button(AgreementTexts.WriteGuest, AgreementVerbs.Guest, data);
    }

    private async Task<ChatReply> AskAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(turn, visit.Forum, date: null, cancellationToken);
        if (!found.TryGet(out var next, out var missing))
            return missing;

        var agenda = await desk.ItemsAsync(turn, visit, next, action, cancellationToken);
        if (!agenda.TryGet(out var at, out var gone))
            return gone;

        var lines = at.View.Lines.Where(line => !line.IsHidden).ToList();
        if (lines.Count == 0)
            return CardParts.Note(at.View.Meeting, AgreementTexts.NoItems, [], [], CardParts.ToAgenda(visit.Forum.Id, next));

        var input = GuestForm.Read(action.Data);
        return await GoesOnAsync(lines, action.Data.Item(), cancellationToken) is { } line
            ? GuestForm.Add(at.View.Meeting, line, ItemGuestId.New(), input)
            : CardParts.Note(
                at.View.Meeting, AgreementTexts.WhichItem, [DanishFormat.Capitalised(CardParts.When(at.View.Meeting.Time)), AgreementTexts.NothingSent], [],
                [.. lines.Take(MaxItems).Select(one => CardParts.Button($"{one.Number}. {DanishText.Shorten(one.Content.Title, 60)}", GuestVerbs.Form, Data(visit.Forum.Id, at.View.Meeting, one, input)))]);
    }

    /// <summary>The item of the agenda that continues the one of the promise, or is it; the only one there is; else null.</summary>
    private async Task<AgendaLine?> GoesOnAsync(IReadOnlyList<AgendaLine> lines, AgendaItemId source, CancellationToken cancellationToken)
    {
        if (lines.Count == 1 || lines.FirstOrDefault(line => line.Id == source) is not null)
            return lines.FirstOrDefault(line => line.Id == source) ?? lines[0];

        await using var db = await desk.ReadAsync(cancellationToken);
        var ids = lines.Select(line => line.Id).ToList();
        var next = await db.AgendaItems.Where(item => ids.Contains(item.Id) && item.ContinuesId == source).Select(item => item.Id).ToListAsync(cancellationToken);
        return next.Count == 1 ? lines.First(line => line.Id == next[0]) : null;
    }

    private static JsonObject Data(ForumId forum, MeetingView meeting, AgendaLine line, GuestInput input)
    {
        var data = CardParts.Data(forum, meeting.Id, line.Id);
        foreach (var (name, value) in new[] { (GuestForm.Name, input.Name), (GuestForm.Organisation, input.Organisation) })
        {
            if (value is not null)
                data[name] = DanishText.Shorten(value, 100);
        }

        return data;
    }

    // "Anders Holm" and "overlæge Anders Holm" are somebody; "Ældrepsykiatrien" and "Region Nord" are asked to send somebody.
    private static bool IsAPerson(string who) =>
        who.Split(' ') is { Length: 2 or 3 } words && words[^1] is [>= 'A', ..] && char.IsUpper(words[^1][0]) && char.IsUpper(words[^2][0])
        && !words.Any(word => DanishText.Fold(word) is "region" or "kommune" or "forum" or "klynge");
}
