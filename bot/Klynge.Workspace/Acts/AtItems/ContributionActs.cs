using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Workspace;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Words = Klynge.Application.Agendas.Contributions.Texts;

namespace Klynge.Workspace.Acts.AtItems;

/// <summary>Texts that others are asked for: asked, taken back, and those who owe one reminded.</summary>
internal static class ContributionActs
{
    /// <summary>What is wanted, in a line.</summary>
    internal const string Wanted = "oenske";

    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageActs.AskContribution, AskAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.WithdrawContribution, WithdrawAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.RemindContributors, RemindAsync);
    }

    private static Task<IResult> AskAsync(string id, MeetingPress press, AskContribution ask, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync<string>(
            PageActs.AskContribution, id, MeetingShows.Contribution,
            async (visit, meeting, line) =>
            {
                if (PostedForm.Date(press.Form.Typed(PostedForm.Day)) is not { } dueOn)
                    return new ContributionDayMissing();

                var people = press.Form.Ids(PostedForm.Person).Select(person => new PersonId(person)).ToList();
                var request = new AskContributionRequest(visit.Forum.Id, line.Id, people, dueOn, press.Form.Typed(Wanted)) { OnlyOf = meeting };
                return (await ask.HandleAsync(press.Caller, request, cancellationToken)).TryGet(out var asked, out var error) ? Words.Asked(asked, dueOn) : error;
            },
            (told, _) => (told, null));

    private static Task<IResult> WithdrawAsync(string id, MeetingPress press, WithdrawContribution withdraw, CancellationToken cancellationToken) =>
        press.AnswerAtItemAsync<string>(
            PageActs.WithdrawContribution, id, MeetingShows.Agenda,
            async (visit, _, line) =>
            {
                var contribution = new ContributionId(press.Form.RecordId);
                if (!await press.IsOfItemAsync(visit, line.Id, contribution))
                    return new ContributionNotFound();

                return (await withdraw.HandleAsync(press.Caller, visit.Forum.Id, contribution, cancellationToken)).TryGet(out var withdrawn, out var error) ? Words.Withdrawn(withdrawn.Heading) : error;
            },
            (told, _) => (told, null));

    private static Task<IResult> RemindAsync(string id, MeetingPress press, RemindContributors remind, CancellationToken cancellationToken) =>
        press.AnswerAsync(
            PageActs.RemindContributors, id, MeetingShows.Agenda,
            (visit, meeting) => remind.HandleAsync(press.Caller, visit.Forum.Id, meeting, cancellationToken),
            reminded => (Words.Reminded(reminded), null, null));
}
