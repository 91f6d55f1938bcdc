using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Deadlines;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agreements;

/// <summary>»aftaler«, and giving one up.</summary>
internal sealed class AgreementChat(DeadlineLookup desk, DropAgreement drop) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommandOfAll(CommandCatalogue.Agreements, ListAsync)
        .OnAction(AgreementVerbs.DropForm, FormAsync)
        .OnAction(AgreementVerbs.Drop, DropAsync);

    private async Task<ChatReply> ListAsync(ChatTurn turn, IReadOnlyList<Visit> visits, ChatCommand.ShowAgreements command, CancellationToken cancellationToken)
    {
        var lists = new List<DeadlinesOfForum>(visits.Count);
        foreach (var visit in visits)
            lists.Add(await desk.AgreementsAsync(visit, DeadlineReader.Of(visit, turn, action: null), cancellationToken));

        return DeadlineListCard.Build(lists, turn.Today);
    }

    private async Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(turn, visit, DeadlineLookup.IdOf(action.Data), action, cancellationToken);
        if (!found.TryGet(out var view, out var error))
            return error;

        return view is { IsOpen: true, Kind: DeadlineKind.Agreement, IsHidden: false } ? DropForm(view, turn) : DeadlineCard.Build(view, turn.Today);
    }

    private async Task<ChatReply> DropAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var id = DeadlineLookup.IdOf(action.Data);
        var request = new DropAgreementRequest(visit.Forum.Id, id, action.Data.Text(DeadlineParts.Reason), action.Data.Integer(CardParts.Version));
        var result = await drop.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error is { } error ? error : await desk.ShowAsync(turn, visit, id, action, AgreementTexts.Dropped(turn), cancellationToken);
    }

    internal static AdaptiveCard DropForm(DeadlineView view, ChatTurn turn) => DropForm(view, turn.Today);

    internal static AdaptiveCard DropForm(DeadlineView view, NodaTime.LocalDate today) => new AdaptiveCard
    {
        Speak = CardParts.Spoken($"{AgreementTexts.DropHeading} {view.NoticeTitle}"),
        FallbackText = $"{AgreementTexts.DropHeading} {view.NoticeTitle}",
        Body =
        [
            DeadlineParts.Head(view, today),
            CardParts.Heading(AgreementTexts.DropHeading),
            CardParts.Line(view.Title),
            CardParts.Subtle(AgreementTexts.DropMore),
            new TextInput(DeadlineParts.Reason, AgreementTexts.ReasonLabel) { IsMultiline = true, IsRequired = true, ErrorMessage = AgreementTexts.ReasonNeeded },
        ],
        Actions =
        [
            CardParts.Submit(AgreementTexts.Drop, AgreementVerbs.Drop, DeadlineParts.Data(view), style: null),
            CardParts.Back(DeadlineVerbs.Show, DeadlineParts.Data(view)),
        ],
    }.WithButtonsInLines();
}
