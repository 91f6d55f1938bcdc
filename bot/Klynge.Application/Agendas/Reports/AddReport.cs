using Klynge.Application.Agendas.Items;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Reports;

/// <summary>
/// Puts an item on the agenda that fills itself from another forum's approved minutes: its decisions, without the closed ones. It is an item
/// like any other from then on.
/// </summary>
public sealed class AddReport(Writer writer)
{
    /// <summary>What it asks of its caller in the forum whose agenda it is; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    /// <summary>And in the forum that is reported on.</summary>
    public const Permission NeedsThere = Permission.ReadMinutes;

    public Task<Result<AddedReport>> HandleAsync(Caller caller, AddReportRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<AddedReport>(caller, nameof(AddReport), request.ForumId, async scope =>
        {
            var entered = await scope.EnterAsync(request.ForumId, Needs);
            if (!entered.TryGet(out var visit, out var error))
                return error;

            if (await scope.Db.FactsOf(request.ForumId, request.MeetingId).SingleOrDefaultAsync() is not { } facts)
                return new MeetingNotFound();

            var at = new MeetingOfForum(visit.Forum, facts.Meeting, visit.Access);
            if (at.Meeting.CheckNotOver() is { } over)
                return over;

            if (!(await ContentAsync(scope, request)).TryGet(out var content, out var missing))
                return missing;

            var items = await scope.Db.AgendaItems
                .Where(item => item.Id == request.New || (item.MeetingId == at.Meeting.Id && item.Status == AgendaItemStatus.Accepted))
                .OrderBy(item => item.Number)
                .ToListAsync();
            if (items.Find(item => item.Id == request.New) is { } made)
                return made.MeetingId == at.Meeting.Id && made.IsOnAgenda ? new AddedReport(made.Id, made.Number, made.Content.Title, facts.ToView()) : new ItemNotFound();

            if (items.Find(item => item.Content.Title == content.Title) is { } there)
                return new ReportAlreadyThere(there.Number);

            content = at.Forum.Rules.Items.LeadIn(content with { Minutes = at.Forum.Rules.Items.Minutes });
            if (AgendaItemRules.Check(content) is { } tooLong)
                return tooLong;

            var added = await AddItem.PlaceAsync(scope, at, content, isLate: false, request.New, items);
            return added.TryGet(out var done, out var refused) ? new AddedReport(done.Id, done.Number, content.Title, facts.ToView()) : refused;
        }, cancellationToken);

    /// <summary>A meeting that the caller may not read of is as one that is not there.</summary>
    private static async Task<Result<AgendaItemContent>> ContentAsync(WriteScope scope, AddReportRequest request)
    {
        var source = await scope.Db.Meetings.AsNoTracking().SingleOrDefaultAsync(meeting => meeting.Id == request.Source && meeting.ForumId != request.ForumId
            && scope.Db.Minutes.Any(minutes => minutes.MeetingId == meeting.Id && minutes.Status == MinutesStatus.Approved));
        if (source is null || !(await scope.EnterAsync(source.ForumId, NeedsThere)).TryGet(out var there, out _))
            return new NoMinutesToReport();

        var decided = await ReportSource.DecisionsAsync(scope.Db, source.Id);
        return ReportText.Of(there.Forum.Name, source.Date, decided) is { } content ? content : new NothingToReport(there.Forum.Name);
    }
}

/// <param name="Source">The other forum's meeting.</param>
/// <param name="New">The id of the new item, so that the same form sent again finds what it made.</param>
public sealed record AddReportRequest(ForumId ForumId, MeetingId MeetingId, MeetingId Source, AgendaItemId New);

/// <param name="Meeting">Whose agenda it is on.</param>
public sealed record AddedReport(AgendaItemId Id, int Number, string Title, MeetingView Meeting);

/// <summary>Not there, not approved, of the same forum, or not for the caller to read.</summary>
public sealed record NoMinutesToReport()
    : Error("Jeg kan ikke finde et godkendt referat fra et andet forum, som du må læse. Vælg et møde på listen.");

/// <summary>Approved minutes without an open decision.</summary>
public sealed record NothingToReport(string Forum)
    : Error($"Der er ingen åbne beslutninger i referatet fra {Forum}, så der er ikke noget at orientere om. Skriv selv punktet med »tilføj punkt«.");

/// <summary>The agenda has the report already.</summary>
public sealed record ReportAlreadyThere(int Number)
    : Error($"Orienteringen står allerede på dagsordenen som punkt {Number}. Åbn punktet for at rette det.");
