using System.Globalization;
using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

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
        var facts = await SendingFacts.OfAsync(db, turn, at, cancellationToken);
        var data = CardParts.Data(forum, meeting.Id);
        data[SeenSentAt] = facts.SeenSentAt.ToString(CultureInfo.InvariantCulture);
        CardAction next = facts.Waits is null ? CardParts.Submit(Texts.SendButton(facts.People.Count), AgendaVerbs.Send, data) : ApprovalForm.Open(at.View);
        return CardParts.Note(
            meeting, Texts.SendAgenda,
            [
                DanishFormat.Capitalised(CardParts.When(meeting.Time)),
                $"{Texts.ItemCount(at.View.Lines.Count)}.",
                Texts.SendQuestion(facts.People.Count, facts.Chats),
            ],
            [.. facts.Waits is { } waits ? [waits] : Array.Empty<string>(), .. facts.Warnings],
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
}
