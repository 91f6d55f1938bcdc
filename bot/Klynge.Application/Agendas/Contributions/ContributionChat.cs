using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Application.WrittenProcedures;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Contributions;

/// <summary>What the secretariat does about contributions: asks, reminds, writes in, takes back.</summary>
internal sealed class ContributionChat(
    MeetingLookup desk, PeopleLists lists, AskContribution ask, WithdrawContribution withdraw, RecordContribution record, RemindContributors remind) : IChatFeature
{
    private static readonly char[] BetweenNames = [';', '\n'];

    public void Map(ChatRoutes routes) => routes
        .OnAction(ContributionVerbs.AskForm, (turn, visit, action, token) => FormAsync(turn, visit, action, form: null, token))
        .OnAction(ContributionVerbs.Ask, AskAsync)
        .OnAction(ContributionVerbs.Withdraw, WithdrawAsync)
        .OnAction(ContributionVerbs.List, (turn, visit, action, token) => ListAsync(turn, visit, action.Data.Meeting(), action.Data.Page(), told: null, token))
        .OnAction(ContributionVerbs.Remind, RemindAsync)
        .OnAction(ContributionVerbs.RecordForm, (turn, visit, action, token) => RecordFormAsync(turn, visit, action, typed: null, token))
        .OnAction(ContributionVerbs.Record, RecordAsync);

    private async Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, ContributionForm? form, CancellationToken cancellationToken)
    {
        var found = await desk.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Line.IsHidden)
            return new ItemIsClosedHere();

        await using var db = await desk.ReadAsync(cancellationToken);
        var asked = await db.ContributionsOfItemAsync(visit.Forum.Id, at.Line.Id, cancellationToken);
        var people = (await ContributorList.ReadAsync(db, visit.Forum.Id, turn.Today, cancellationToken)).Select(ContributorList.ToChoice).ToList();
        var shown = form ?? new ContributionForm(ContributionForms.UsualDay(visit.Forum.Rules, at.Visit.View.Meeting.Time.Date, turn.Today));
        return ContributionForms.Ask(at.Visit.View, at.Line, asked, people, shown, turn.Today);
    }

    private async Task<ChatReply> AskAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var people = await ChosenAsync(turn, visit, action, cancellationToken);
        if (!people.TryGet(out var chosen, out var unclear))
            return unclear is PersonNameTooLong ? unclear : await FormAsync(turn, visit, action, ContributionForm.Read(action.Data, unclear), cancellationToken);

        if (ContributionForms.DayOf(action.Data) is not { } dueOn)
            return await FormAsync(turn, visit, action, ContributionForm.Read(action.Data, new ContributionDayMissing()), cancellationToken);

        var request = new AskContributionRequest(visit.Forum.Id, action.Data.Item(), chosen, dueOn, action.Data.Text(ContributionForms.Wanted)) { OnlyOf = action.Data.Meeting() };
        var result = await ask.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error switch
        {
            null => await ListAsync(turn, visit, action.Data.Meeting(), 0, Texts.Asked(result.Value, dueOn), cancellationToken),
            ContributorMissing or ContributionDayOff or ContributorUnknown => await FormAsync(turn, visit, action, ContributionForm.Read(action.Data, result.Error), cancellationToken),
            var refused => refused,
        };
    }

    /// <summary>Those who were chosen, and those whose names were typed; a name that is not clear is asked about.</summary>
    private async Task<Result<List<PersonId>>> ChosenAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var values = (action.Data.Text(ContributionForms.People) ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        if (action.Data.Text($"{ContributionForms.People}Name") is { Length: > 0 } typed)
        {
            var source = new PeopleSource(PeopleSource.Contributors, visit.Forum.Id, ListedId.Of(action.Data.Item()));
            var listed = await lists.ReadAsync(turn.PersonId, source, turn.Today, cancellationToken);
            foreach (var name in typed.Split(BetweenNames, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!PeopleLists.Resolve(listed, name).TryGet(out var value, out var unclear))
                    return unclear;

                values.Add(value);
            }
        }

        var people = values.ConvertAll(CardIds.Read<PersonId>);
        return people.Contains(null) ? new ContributorUnknown() : people.OfType<PersonId>().Distinct().ToList();
    }

    private async Task<ChatReply> WithdrawAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await withdraw.HandleAsync(turn.Caller, visit.Forum.Id, action.Data.Contribution(), cancellationToken);
        return result.TryGet(out var withdrawn, out var error)
            ? await ListAsync(turn, visit, withdrawn.Meeting, action.Data.Page(), Texts.Withdrawn(withdrawn.Heading), cancellationToken)
            : error;
    }

    private async Task<ChatReply> ListAsync(ChatTurn turn, Visit visit, MeetingId meeting, int page, string? told, CancellationToken cancellationToken)
    {
        var found = await desk.MeetingAsync(visit.Forum.Id, meeting, cancellationToken);
        if (!found.TryGet(out var view, out var error))
            return error;

        await using var db = await desk.ReadAsync(cancellationToken);
        return ContributionListCard.Build(view, await db.ContributionsOfMeetingAsync(visit.Forum.Id, meeting, cancellationToken), turn.Today, page, told);
    }

    private async Task<ChatReply> RemindAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await remind.HandleAsync(turn.Caller, visit.Forum.Id, action.Data.Meeting(), cancellationToken);
        return result.Error switch
        {
            null => await ListAsync(turn, visit, action.Data.Meeting(), action.Data.Page(), Texts.Reminded(result.Value), cancellationToken),
            NobodyIsDisturbedNow => await ListAsync(turn, visit, action.Data.Meeting(), action.Data.Page(), result.Error.Text, cancellationToken),
            var error => error,
        };
    }

    private async Task<ChatReply> RecordFormAsync(ChatTurn turn, Visit visit, InvokedAction action, string? typed, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        if (await db.ContributionAsync(visit.Forum.Id, action.Data.Contribution(), cancellationToken) is not { } at)
            return new ContributionNotFound();

        // As a message everybody in the chat would read it.
        if (at.Item.Content.IsClosed && !MeetingLookup.AudienceOf(turn, visit, action).ReadsClosed)
            return new ItemIsClosedHere();

        var view = await ContributionView.ReadAsync(db, at, turn.Today);
        return view.IsOpen ? ContributionForms.Record(at, view, typed) : new ContributionIsOver(Texts.Over(view.State, []));
    }

    private async Task<ChatReply> RecordAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var typed = action.Data.Text(ContributionCard.TextField);
        var request = new SendContributionRequest(action.Data.Contribution(), typed, action.Data.Text(ContributionCard.Seen));
        var result = await record.HandleAsync(turn.Caller, visit.Forum.Id, request, cancellationToken);
        if (result.Error is ContributionStands)
            return await RecordFormAsync(turn, visit, action, typed, cancellationToken);

        if (!result.IsSuccess)
            return result.Error;

        await using var db = await desk.ReadAsync(cancellationToken);
        var at = await db.ContributionAsync(visit.Forum.Id, request.Contribution, cancellationToken);
        return at is null
            ? new ContributionNotFound()
            : await ListAsync(turn, visit, at.Meeting.Id, action.Data.Page(), Texts.Recorded(at.Contribution.Heading), cancellationToken);
    }
}
