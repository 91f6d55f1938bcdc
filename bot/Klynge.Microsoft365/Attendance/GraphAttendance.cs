using Klynge.Application.Ports;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Microsoft365.Calendar;
using Klynge.Microsoft365.Graph;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.OnlineMeetings.Item.AttendanceReports;

namespace Klynge.Microsoft365.Attendance;

/// <inheritdoc cref="IAttendanceReports"/>
internal sealed class GraphAttendance(GraphServiceClient client, OnlineMeetings meetings) : IAttendanceReports
{
    private const string Permission = "OnlineMeetingArtifact.Read.All";
    private const string MoreRecords = "attendanceRecords@odata.nextLink";

    public async Task<Result<IReadOnlyList<AttendanceReport>>> ReadAsync(OnlineMeetingKey meeting, CancellationToken cancellationToken)
    {
        try
        {
            return await meetings.FindAsync(meeting, cancellationToken) is { Id: { } id }
                ? await ReadAsync(client.Users[meeting.OrganizerId].OnlineMeetings[id].AttendanceReports, cancellationToken)
                : new ReportNotReady();
        }
        catch (Exception exception) when (GraphFailure.From(exception, cancellationToken) is { } failure)
        {
            return failure switch
            {
                { IsNotFound: true } => new ReportNotReady(),
                { IsDenied: true } => new CalendarAccessDenied(Permission),
                _ => throw failure.ToOutage(),
            };
        }
    }

    /// <summary>The list names the reports and leaves their records empty, so each is read by itself.</summary>
    private static async Task<Result<IReadOnlyList<AttendanceReport>>> ReadAsync(
        AttendanceReportsRequestBuilder reports, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        for (var page = await reports.GetAsync(cancellationToken: cancellationToken); page is not null;)
        {
            ids.AddRange((page.Value ?? []).Select(report => report.Id).OfType<string>());
            page = page.OdataNextLink is { } next ? await reports.WithUrl(next).GetAsync(cancellationToken: cancellationToken) : null;
        }

        var read = new List<AttendanceReport>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            var report = await reports[id].GetAsync(request => request.QueryParameters.Expand = ["attendanceRecords"], cancellationToken);
            var records = await ReadRecordsAsync(reports[id].AttendanceRecords, report, cancellationToken);
            if (report is not null && ReportReader.Read(report, records) is { } complete)
                read.Add(complete);
        }

        return read.Count == 0 ? new ReportNotReady() : read.OrderBy(report => report.Start).ToList();
    }

    private static async Task<List<Microsoft.Graph.Models.AttendanceRecord>> ReadRecordsAsync(
        Microsoft.Graph.Users.Item.OnlineMeetings.Item.AttendanceReports.Item.AttendanceRecords.AttendanceRecordsRequestBuilder builder,
        MeetingAttendanceReport? report,
        CancellationToken cancellationToken)
    {
        var records = new List<Microsoft.Graph.Models.AttendanceRecord>(report?.AttendanceRecords ?? []);
        var next = report?.AdditionalData.TryGetValue(MoreRecords, out var link) == true ? link as string : null;
        while (next is not null)
        {
            var page = await builder.WithUrl(next).GetAsync(cancellationToken: cancellationToken);
            records.AddRange(page?.Value ?? []);
            next = page?.OdataNextLink;
        }

        return records;
    }
}
