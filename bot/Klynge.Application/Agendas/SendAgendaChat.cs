using System.Globalization;
using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas;

/// <summary>»Udsend dagsorden«: first how many it reaches, then the sending.</summary>
internal sealed class SendAgendaChat(MeetingLookup desk, SendAgenda sendAgenda) : IChatFeature
{
    private const string SeenSentAt = "sent";

    public void Map(ChatRoutes routes) => routes
        .OnAction(AgendaVerbs.SendForm, PreviewAsync)
        .OnAction(AgendaVerbs.Preview, ShowAsOthersAsync)
        .OnAction(AgendaVerbs.Send, SendAsync);

    private async Task<ChatReply> PreviewAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.AgendaAsync(turn, visit, action.Data.Meeting(), action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        await using var db = await desk.ReadAsync(cancellationToken);
        var (forum, meeting) = (at.Forum.Id, at.View.Meeting);
        var people = at.View.Readers.Count(reader => reader.Id != turn.PersonId);
        var (chats, missing) = await ReachedAsync(db, forum, meeting.Id, cancellationToken);
        var data = CardParts.Data(forum, meeting.Id);
        data[SeenSentAt] = SendAgenda.SeenOf(meeting.AgendaSentAt).ToString(CultureInfo.InvariantCulture);
        var waits = at.View.Approval is { IsApproved: false } approval ? Approvals.Texts.NotApproved(at.Forum.Name, approval) : null;
        CardAction next = waits is null ? CardParts.Submit(Texts.SendButton(people), AgendaVerbs.Send, data) : ApprovalForm.Open(at.View);
        return CardParts.Note(
            meeting, Texts.SendAgenda,
            [
                DanishFormat.Capitalised(CardParts.When(meeting.Time)),
                $"{Texts.ItemCount(at.View.Lines.Count)}.",
                Texts.SendQuestion(people, chats),
            ],
            [.. waits is null ? Array.Empty<string>() : [waits], .. Warnings(turn, at, chats), .. missing.Count > 0 && meeting is { Status: MeetingStatus.Planned, AgendaSentAt: null } ? [Contributions.Texts.MissingBeforeSending(missing)] : Array.Empty<string>()],
            [next, .. AgendaPreview.Ways(at.View), CardParts.ToAgenda(forum, meeting.Id)]);
    }

    private async Task<ChatReply> ShowAsOthersAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.AgendaAsync(turn, visit, action.Data.Meeting(), action, cancellationToken);
        return found.TryGet(out var at, out var error) ? AgendaPreview.Build(at.View, action.Data.Flag(AgendaPreview.ReadsClosed) ?? false) : error;
    }

    private static long? SeenIn(InvokedAction action) =>
        long.TryParse(action.Data.Text(SeenSentAt), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;

    private async Task<ChatReply> SendAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var (forum, meeting) = (visit.Forum.Id, action.Data.Meeting());
        var result = await sendAgenda.HandleAsync(turn.Caller, new SendAgendaRequest(forum, meeting, SeenIn(action)), cancellationToken);
        if (!result.TryGet(out var sent, out var error))
            return error;

        var found = sent.Meeting is { } known ? known : await desk.MeetingAsync(forum, meeting, cancellationToken);
        return found.TryGet(out var view, out var gone)
            ? CardParts.Note(
                view, Texts.Sent(sent),
                [DanishFormat.Capitalised(CardParts.When(view.Time)), Texts.ByNow(turn)], [],
                CardParts.ToAgenda(forum, meeting))
            : gone;
    }

    /// <summary>The chats that it reaches, and whose contributions are missing: they cannot send them afterwards.</summary>
    private static async Task<(int Chats, List<string> Missing)> ReachedAsync(KlyngeContext db, ForumId id, MeetingId meeting, CancellationToken cancellationToken)
    {
        var missing = db.Contributions.Where(one => one.WithdrawnAt == null && one.SentAt == null
            && db.AgendaItems.Any(item => item.Id == one.ItemId && item.MeetingId == meeting && item.Status == AgendaItemStatus.Accepted));
        var rows = await (
            from forum in db.Forums
            join one in missing on forum.Id equals one.ForumId into ofForum
            from one in ofForum.DefaultIfEmpty()
            where forum.Id == id
            select new { Chats = db.Conversations.Count(chat => chat.ForumId == id && !chat.IsGone), Heading = (string?)one.Heading }).ToListAsync(cancellationToken);
        return (rows[0].Chats, [.. rows.Select(row => row.Heading).OfType<string>().Order(DanishText.Comparer)]);
    }

    private static IEnumerable<string> Warnings(ChatTurn turn, AgendaVisit visit, int chats)
    {
        var meeting = visit.View.Meeting;
        if (visit.View.Lines.Count == 0)
            yield return Texts.EmptyAgenda;

        if (meeting.AgendaSentAt is { } before)
            yield return Texts.SentBefore(DanishFormat.ShortDateAndTime(before));
        else if (turn.Now >= visit.Forum.Rules.AgendaOut.Before(meeting.Time.Date))
            yield return Texts.AgendaLate(DanishFormat.Date(visit.Forum.Rules.AgendaOut.DayBefore(meeting.Time.Date)));

        foreach (var overrun in Texts.Overrun(visit.View))
            yield return overrun;

        if (visit.View.Proposals > 0)
            yield return Texts.ProposalsOpen(visit.View.Proposals);

        if (chats == 0)
            yield return Texts.NoChats;
    }
}
