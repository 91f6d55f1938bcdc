using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Items;

/// <summary>»tilføj punkt« and its form.</summary>
internal sealed class ItemChat(MeetingLookup desk, AddItem addItem) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.AddItem, ShowFormAsync)
        .OnAction(AgendaVerbs.AddForm, ShowFormAsync)
        .OnAction(AgendaVerbs.Add, AddAsync);

    private async Task<ChatReply> ShowFormAsync(ChatTurn turn, Visit visit, ChatCommand.AddItem command, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(turn, visit.Forum, command.Date, cancellationToken);
        if (!found.TryGet(out var meeting, out var missing))
            return missing;

        await using var db = await desk.ReadAsync(cancellationToken);
        var named = await PresenterNames.FindAsync(db, visit.Forum, turn.Today, PresenterNames.OrSender(command.Presenter, turn.PersonName), isMeant: false);
        var draft = new AgendaItemContent
        {
            Title = DanishText.Shorten(DanishText.Clean(command.Title), AgendaItemRules.MaxTitleLength),
            Presenter = named.TryGet(out var presenter, out var unclear) ? presenter.Text : command.Presenter,
            Kind = AgendaItemKind.ByRecommendation,
            Minutes = command.Minutes ?? visit.Forum.Rules.Items.Minutes,
        };
        return await FormAsync(turn, visit, meeting, draft, cancellationToken, question: unclear as PresenterUnclear);
    }

    /// <summary>Empty, or with what another item of the forum says: any item is the template of the next of its kind.</summary>
    private async Task<ChatReply> ShowFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var draft = ItemFormReader.Empty with { Minutes = visit.Forum.Rules.Items.Minutes };
        if (action.Data.Id<AgendaItemId>(ItemForm.CopyOf) is null)
            return await FormAsync(turn, visit, action.Data.Meeting(), draft, cancellationToken);

        var found = await desk.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Line.IsHidden)
            return new ItemIsClosedHere();

        // From a meeting that is over it goes to the next one.
        var target = at.Visit.View.Meeting.Status is MeetingStatus.Held or MeetingStatus.Cancelled
            ? await desk.FindAsync(turn, visit.Forum, date: null, cancellationToken)
            : at.Visit.View.Meeting.Id;
        if (!target.TryGet(out var meeting, out error))
            return error;

        var copy = at.Line.Content with { Attachments = [], TakenOff = [], Additions = [], Votes = [], Dissents = [], Stops = [], Impartiality = [], LateReason = null, CaseNumber = null };
        return ItemForm.CanHold(copy, ItemFormReader.Empty) ? await FormAsync(turn, visit, meeting, copy, cancellationToken) : new ItemTooLongToCopy();
    }

    private async Task<ChatReply> FormAsync(
        ChatTurn turn,
        Visit visit,
        MeetingId meeting,
        AgendaItemContent draft,
        CancellationToken cancellationToken,
        AgendaItemId? id = null,
        PresenterUnclear? question = null,
        ChairQuestionId? from = null)
    {
        var found = await desk.MeetingAsync(visit.Forum.Id, meeting, cancellationToken);
        var isProposal = !visit.Access.May(Permission.ManageAgenda);
        return found.TryGet(out var view, out var error)
            ? ItemForm.Add(view, draft, await desk.ChoicesAsync(visit.Forum.Id, turn.Today, cancellationToken), isProposal, visit.Forum.Rules.Items, id ?? AgendaItemId.New(), question, from, view.AsksWhyItem(turn.Now))
            : error;
    }

    private async Task<ChatReply> AddAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var meeting = action.Data.Id<MeetingId>(ItemForm.Target) ?? action.Data.Meeting();
        var content = ItemFormReader.Read(action.Data, ItemFormReader.Empty);
        var id = action.Data.Id<AgendaItemId>(ItemForm.New);
        var from = action.Data.Id<ChairQuestionId>(CardIds.Question);
        var request = new AddItemRequest(visit.Forum.Id, meeting, content, id) { PresenterIsMeant = ItemFormReader.PresenterIsMeant(action.Data), Question = from };
        var result = await addItem.HandleAsync(turn.Caller, request, cancellationToken);
        if (result.Error is PresenterUnclear unclear && ItemForm.CanHold(content, ItemFormReader.Empty))
            return await FormAsync(turn, visit, meeting, content, cancellationToken, id, unclear, from);

        return result.TryGet(out var added, out var error)
            ? BuildConfirmation(turn, added, content)
            : error;
    }

    private static AdaptiveCard BuildConfirmation(ChatTurn turn, AddedItem added, AgendaItemContent content)
    {
        var meeting = added.Meeting!;
        var title = NoticeTitle.Of(content with { Title = DanishText.Clean(content.Title) }).ToString();
        var when = CardParts.When(meeting.Time);
        var by = Texts.ByNow(turn);
        var asksWhy = string.IsNullOrWhiteSpace(content.LateReason) && meeting.AsksWhyItem(turn.Now);
        return added.IsProposal
            ? CardParts.Note(
                meeting, Texts.Proposed(title), [Texts.ProposedMore(when), by],
                [.. added.IsLate ? new[] { Texts.LateItem } : [], .. Outside(added)],
                ProposalCard.Attachments(meeting, added.Id, 0), CardParts.ToAgenda(meeting.ForumId, meeting.Id), Button(Texts.Withdraw, AgendaVerbs.Remove), Button(Texts.AddAnother, AgendaVerbs.AddForm))
            : CardParts.Note(
                meeting, Texts.Added(added.Number, title), [DanishFormat.Capitalised(when), by],
                [.. added.IsLate ? new[] { Texts.LateItemOwn } : [], .. asksWhy ? new[] { LateTexts.LateItem } : [], .. Outside(added), .. Texts.Overrun(added.Overrun, meeting)],
                [.. asksWhy ? new CardAction[] { Button(LateTexts.Tell, AgendaVerbs.EditForm) } : [], CardParts.ToAgenda(meeting.ForumId, meeting.Id), Button(Texts.Undo, AgendaVerbs.Remove), Button(Texts.AddAnother, AgendaVerbs.AddForm)]);

        static IEnumerable<string> Outside(AddedItem added) => added.OutsidePresenters.Count == 0 ? [] : [Texts.OutsidePresenters(added.OutsidePresenters)];

        ExecuteAction Button(string name, ButtonRight verb) =>
            CardParts.Button(name, verb, CardParts.Data(meeting.ForumId, meeting.Id, added.Id));
    }
}
