using Klynge.Application.Agendas.Council;
using Klynge.Application.Forums.Handovers;
using Klynge.Application.Workspace;
using Klynge.Application.Workspace.Council;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Workspace.Pages;
using Klynge.Workspace.Pages.Council;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Workspace.Acts;

/// <summary>A council's rights from its pages: a member's at an item, what the chair decides between meetings, and the handover of a forum that ends.</summary>
internal static class CouncilActs
{
    internal const string TextField = "mening";
    internal const string AlongField = "foelger";
    internal const string ReasonField = "begrundelse";
    internal const string NewField = "ny";
    internal const string TitleField = "sag";
    internal const string DecisionField = "beslutning";
    internal const string GroundField = "grund";
    internal const string ClosedField = "lukket";
    internal const string AwayField = "forhindret";
    internal const string ToField = "til";
    internal const string DayField = "dag";
    internal const string SeenField = "set";

    internal static void Map(RouteGroupBuilder workspace)
    {
        WorkspaceEndpoints.Map(workspace, PageRights.MemberItem, (string id, string item, Visitor visitor, ReadMemberItem read, CancellationToken cancellationToken) =>
            visitor.ShowAsync<MemberItem, MemberItemPage>(read.HandleAsync(visitor.Turn, MeetingOf(id), ItemOf(item), cancellationToken)));
        WorkspaceEndpoints.Map(workspace, PageRights.ChairForm, (string key, Visitor visitor, ReadChairDecision read, CancellationToken cancellationToken) =>
            visitor.ShowAsync<ChairDecisionForm, ChairFormPage>(read.FormAsync(visitor.Turn, key, cancellationToken)));
        WorkspaceEndpoints.Map(workspace, PageRights.ChairDecision, (string key, string id, Visitor visitor, ReadChairDecision read, CancellationToken cancellationToken) =>
            visitor.ShowAsync<ChairDecisionView, ChairDecisionPage>(read.ShowAsync(visitor.Turn, key, DecisionOf(id), cancellationToken)));
        WorkspaceEndpoints.Map(workspace, PageRights.Handover, (string key, string? til, string? dag, Visitor visitor, ReadHandover read, CancellationToken cancellationToken) =>
            visitor.ShowAsync<HandoverView, HandoverPage>(read.HandleAsync(visitor.Turn, key, string.IsNullOrEmpty(til) ? null : til, DayOf(dag), cancellationToken)));
        WorkspaceEndpoints.Map(workspace, PageActs.StateDissent, StateAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.TakeBackDissent, TakeBackAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.StopDecision, StopAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.DecideAsChair, DecideAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.CallInDecision, CallInAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.HandOver, HandOverAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.FetchHandover, FetchAsync);
    }

    private static async Task<IResult> StateAsync(string id, string item, HttpRequest request, Visitor visitor, MemberPages pages, StateDissent state, CancellationToken cancellationToken)
    {
        var form = await PostedForm.ReadAsync(request);
        var typed = new TypedDissent(form.Typed(TextField) ?? string.Empty, form.Typed(AlongField) is not null, form.Typed(ReasonField) ?? string.Empty);
        return await visitor.ActAsync(
            visitor.EnterAsync(PageActs.StateDissent, MeetingOf(id)),
            visit => state.HandleAsync(visitor.Turn.Caller, new StateDissentRequest(visit.Forum.Id, MeetingOf(id), ItemOf(item), typed.Text, typed.GoesAlong, typed.Reason), cancellationToken),
            (_, _) => new Told(CouncilLinksTo.Item(MeetingOf(id), ItemOf(item)), CouncilTexts.Saved),
            (_, error) => pages.AgainAsync(MeetingOf(id), ItemOf(item), error, typed, cancellationToken));
    }

    private static Task<IResult> TakeBackAsync(string id, string item, Visitor visitor, MemberPages pages, StateDissent state, CancellationToken cancellationToken) => visitor.ActAsync(
        visitor.EnterAsync(PageActs.TakeBackDissent, MeetingOf(id)),
        visit => state.RemoveAsync(visitor.Turn.Caller, visit.Forum.Id, MeetingOf(id), ItemOf(item), cancellationToken),
        (_, _) => new Told(CouncilLinksTo.Item(MeetingOf(id), ItemOf(item)), CouncilTexts.TakenBack),
        (_, error) => pages.AgainAsync(MeetingOf(id), ItemOf(item), error, typed: null, cancellationToken));

    private static Task<IResult> StopAsync(string id, string item, Visitor visitor, MemberPages pages, StopDecision stop, CancellationToken cancellationToken) => visitor.ActAsync(
        visitor.EnterAsync(PageActs.StopDecision, MeetingOf(id)),
        visit => stop.HandleAsync(visitor.Turn.Caller, visit.Forum.Id, MeetingOf(id), ItemOf(item), cancellationToken),
        (_, _) => new Told(CouncilLinksTo.Item(MeetingOf(id), ItemOf(item)), CouncilTexts.Stopped),
        (_, error) => pages.AgainAsync(MeetingOf(id), ItemOf(item), error, typed: null, cancellationToken));

    private static async Task<IResult> DecideAsync(string key, HttpRequest request, Visitor visitor, ReadChairDecision read, DecideAsChair decide, CancellationToken cancellationToken)
    {
        var form = await PostedForm.ReadAsync(request);
        DecideAsChairRequest Typed(ForumId forum) => new(
            forum, new ChairDecisionId(form.Id(NewField)), form.Typed(TitleField), form.Typed(DecisionField), form.Typed(ReasonField),
            form.Number(GroundField) is { } ground ? (ChairGround)ground : null, form.Typed(ClosedField) is not null, form.Typed(AwayField) is not null);
        return await visitor.ActAsync(
            visitor.EnterAsync(PageActs.DecideAsChair, key),
            visit => decide.HandleAsync(visitor.Turn.Caller, Typed(visit.Forum.Id), cancellationToken),
            (visit, made) => new Told(CouncilLinksTo.Decision(visit.Forum.Key, made.Decision.Id), CouncilPageTexts.Made(made.People)),
            async (visit, error) => (await read.FormAsync(visitor.Turn, key, cancellationToken)).TryGet(out var page, out var unread)
                ? Visitor.Again<ChairDecisionForm, ChairFormPage>(page with { Typed = Typed(visit.Forum.Id), New = form.Id(NewField) is { } id && id != Guid.Empty ? new ChairDecisionId(id) : page.New, Refusal = error.Text })
                : await visitor.RefuseAsync(unread));
    }

    private static Task<IResult> CallInAsync(string key, string id, Visitor visitor, ReadChairDecision read, ReadForum forums, CallInDecision callIn, CancellationToken cancellationToken) => visitor.ActAsync(
        visitor.EnterAsync(PageActs.CallInDecision, key),
        visit => callIn.HandleAsync(visitor.Turn.Caller, visit.Forum.Id, DecisionOf(id), cancellationToken),
        (visit, decision) => new Told(CouncilLinksTo.Decision(visit.Forum.Key, decision.Id), ChairDecisionTexts.CalledIn),
        async (visit, error) => (await read.ShowAsync(visitor.Turn, key, DecisionOf(id), cancellationToken)).TryGet(out var page, out var none)
            ? Visitor.Again<ChairDecisionView, ChairDecisionPage>(page with { Refusal = error.Text })
            : (await forums.HandleAsync(visitor.Turn, visit.Forum.Key, cancellationToken)).TryGet(out var forum, out var unread)
                ? Visitor.Again<ForumOverview, ForumPage>(forum with { Refusal = none.Text })
                : await visitor.RefuseAsync(unread));

    private static async Task<IResult> HandOverAsync(string key, HttpRequest request, Visitor visitor, ReadHandover read, HandOver handOver, CancellationToken cancellationToken)
    {
        var form = await PostedForm.ReadAsync(request);
        var (to, day) = (form.Typed(ToField), DayOf(form.Typed(DayField)));
        return await visitor.ActAsync<Done>(
            visitor.EnterAsync(PageActs.HandOver, key),
            async visit =>
            {
                var looked = await read.HandleAsync(visitor.Turn, key, to, day, cancellationToken);
                if (!looked.TryGet(out var page, out var unread))
                    return unread;

                // Pressed again it is done already: the use case says by what it was done with whether it is the same.
                var successor = page.ToId ?? await read.ForumOfAsync(to, cancellationToken) ?? default;
                var done = await handOver.HandleAsync(visitor.Turn.Caller, new HandoverRequest(visit.Forum.Id, successor, page.LastDay, form.Typed(SeenField)), cancellationToken);
                return done.IsSuccess ? default(Done) : done.Error;
            },
            (visit, _) => new Told(CouncilLinksTo.Handover(visit.Forum.Key), HandoverTexts.Done),
            async (_, error) => (await read.HandleAsync(visitor.Turn, key, to, day, cancellationToken)).TryGet(out var page, out var unread)
                ? Visitor.Again<HandoverView, HandoverPage>(page with { Refusal = error.Text })
                : await visitor.RefuseAsync(unread));
    }

    private static async Task<IResult> FetchAsync(string key, Visitor visitor, ReadHandover read, ReadForum forums, StoreHandover store, CancellationToken cancellationToken)
    {
        if (!(await visitor.EnterAsync(PageActs.FetchHandover, key)).TryGet(out var visit, out var refusal))
            return await visitor.RefuseAsync(refusal);

        var fetched = await store.HandleAsync(visitor.Turn.Caller, visit.Forum.Id, cancellationToken);
        if ((await read.HandleAsync(visitor.Turn, key, to: null, lastDay: null, cancellationToken)).TryGet(out var page, out _))
        {
            return fetched.TryGet(out var stored, out var error)
                ? Visitor.Show<HandoverView, HandoverPage>(page with { Stored = stored })
                : Visitor.Again<HandoverView, HandoverPage>(page with { Refusal = error.Text });
        }

        return (await forums.HandleAsync(visitor.Turn, key, cancellationToken)).TryGet(out var forum, out var unread)
            ? Visitor.Again<ForumOverview, ForumPage>(forum with { Refusal = fetched.Error?.Text })
            : await visitor.RefuseAsync(unread);
    }

    private static MeetingId MeetingOf(string written) => new(WorkspaceEndpoints.IdOf(written));

    private static AgendaItemId ItemOf(string written) => new(WorkspaceEndpoints.IdOf(written));

    private static ChairDecisionId DecisionOf(string written) => new(WorkspaceEndpoints.IdOf(written));

    private static LocalDate? DayOf(string? written) => LocalDatePattern.Iso.Parse(written ?? string.Empty).TryGetValue(default, out var day) ? day : null;
}

/// <summary>The page of a member's rights drawn again, or the meeting's own page for whoever has none at the item.</summary>
internal sealed class MemberPages(Visitor visitor, ReadMemberItem read, ReadMeeting meetings)
{
    internal async Task<IResult> AgainAsync(MeetingId meeting, AgendaItemId item, Error error, TypedDissent? typed, CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(visitor.Turn, meeting, item, cancellationToken)).TryGet(out var page, out _))
            return Visitor.Again<MemberItem, MemberItemPage>(page with { Refusal = error.Text, Typed = typed });

        return (await meetings.HandleAsync(visitor.Turn, meeting, cancellationToken)).TryGet(out var agenda, out var unread)
            ? Visitor.Again<Agenda, MeetingPage>(agenda with { Refusal = error.Text })
            : await visitor.RefuseAsync(unread);
    }
}
