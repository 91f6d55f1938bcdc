using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Reports;

/// <summary>»Orientering fra andet forum«: which meeting, and then the item that came of it.</summary>
internal sealed class ReportChat(MeetingLookup desk, Gate gate, AddReport addReport) : IChatFeature
{
    internal const string Source = "source";

    public void Map(ChatRoutes routes) => routes
        .OnAction(AgendaVerbs.ReportForm, AskAsync)
        .OnAction(AgendaVerbs.Report, AddAsync);

    private async Task<ChatReply> AskAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.MeetingAsync(visit.Forum.Id, action.Data.Meeting(), cancellationToken);
        if (!found.TryGet(out var meeting, out var error))
            return error;

        await using var db = await desk.ReadAsync(cancellationToken);
        var sources = await ReportSource.ListAsync(db, await gate.OwnAsync(turn, cancellationToken), visit.Forum.Id, turn.Today, cancellationToken);
        return ReportCard.Ask(meeting, sources, AgendaItemId.New());
    }

    private async Task<ChatReply> AddAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var meeting = action.Data.Meeting();
        var request = new AddReportRequest(visit.Forum.Id, meeting, action.Data.Meeting(Source), action.Data.Id<AgendaItemId>(ItemForm.New) ?? AgendaItemId.New());
        var result = await addReport.HandleAsync(turn.Caller, request, cancellationToken);
        return result.TryGet(out var added, out var error) ? ReportCard.Added(added, Texts.ByNow(turn)) : error;
    }
}

internal static class ReportCard
{
    internal static AdaptiveCard Added(AddedReport added, string by)
    {
        var meeting = added.Meeting;
        return CardParts.Note(
            meeting, ReportTexts.Added(added.Number), [added.Title, DanishFormat.Capitalised(CardParts.When(meeting.Time)), by], [],
            Button(Texts.Edit, AgendaVerbs.EditForm), CardParts.ToAgenda(meeting.ForumId, meeting.Id), Button(Texts.Undo, AgendaVerbs.Remove));

        ExecuteAction Button(string name, ButtonRight verb) => CardParts.Button(name, verb, CardParts.Data(meeting.ForumId, meeting.Id, added.Id));
    }

    internal static AdaptiveCard Ask(MeetingView meeting, IReadOnlyList<ReportSource> sources, AgendaItemId id)
    {
        var data = CardParts.Data(meeting.ForumId, meeting.Id).With(ItemForm.New, id);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {ReportTexts.Heading}"),
            FallbackText = ReportTexts.Heading,
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(ReportTexts.Heading),
                CardParts.Subtle(DanishFormat.Capitalised(CardParts.When(meeting.Time))),
                CardParts.Line(sources.Count == 0 ? ReportTexts.None : ReportTexts.How),
                .. sources.Count == 0 ? Array.Empty<CardElement>() :
                [
                    new ChoiceSetInput(ReportChat.Source, ReportTexts.Choose, [.. sources.Select(source => new Choice(ReportTexts.Choice(source), CardIds.Write(source.Meeting)))])
                    {
                        Value = CardIds.Write(sources[0].Meeting),
                    },
                ],
            ],
            Actions =
            [
                .. sources.Count == 0 ? Array.Empty<CardAction>() : [CardParts.Submit(ReportTexts.Add, AgendaVerbs.Report, data)],
                CardParts.BackToAgenda(meeting.ForumId, meeting.Id),
            ],
        }.WithButtonsInLines();
    }
}
