using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Changes;

/// <summary>»Fortæl om ændringer«: first what everybody will read, then the telling.</summary>
internal sealed class ChangesChat(MeetingLookup desk, TellChanges tellChanges) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(AgendaVerbs.ChangesForm, PreviewAsync)
        .OnAction(AgendaVerbs.TellChanges, TellAsync);

    private Task<ChatReply> PreviewAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken) =>
        PreviewAsync(turn, visit, action, meanwhile: false, cancellationToken);

    private async Task<ChatReply> PreviewAsync(ChatTurn turn, Visit visit, InvokedAction action, bool meanwhile, CancellationToken cancellationToken)
    {
        var found = await desk.AgendaAsync(turn, visit, action.Data.Meeting(), action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        var meeting = at.View.Meeting;
        if (meeting.AgendaSentAt is null)
            return new AgendaNotSent();

        await using var db = await desk.ReadAsync(cancellationToken);
        return await AgendaChanges.OfAsync(db, meeting, cancellationToken) is { } changes
            ? ChangesCard.Ask(meeting, changes, at.View.Readers.Count(reader => reader.Id != turn.PersonId), meanwhile)
            : new NothingToTell();
    }

    private async Task<ChatReply> TellAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new TellChangesRequest(visit.Forum.Id, action.Data.Meeting(), action.Data.Text(ChangesCard.Seen));
        var result = await tellChanges.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error switch
        {
            null => CardParts.Note(
                result.Value.Meeting,
                ChangeTexts.Told(result.Value.People),
                [DanishFormat.Capitalised(CardParts.When(result.Value.Meeting.Time)), Texts.ByNow(turn)],
                [],
                CardParts.ToAgenda(visit.Forum.Id, result.Value.Meeting.Id)),
            ChangedMeanwhile => await PreviewAsync(turn, visit, action, meanwhile: true, cancellationToken),
            var refused => refused,
        };
    }
}
