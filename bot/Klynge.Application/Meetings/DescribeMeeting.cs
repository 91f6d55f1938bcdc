using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Meetings;

/// <summary>Says who leads a meeting and who writes its minutes, and the keys of the records system that stand on them.</summary>
public sealed class DescribeMeeting(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageMeetings;

    private static readonly TextLimit CaseLimit = new("Sagsnummeret", 50, Optional: true);
    private static readonly TextLimit DocumentLimit = new("Dokumentnummeret", 50, Optional: true);

    public Task<Result<Done>> HandleAsync(Caller caller, DescribeMeetingRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(caller, nameof(DescribeMeeting), request.ForumId, async scope =>
        {
            var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (!DanishText.Clean(request.CaseNumber, CaseLimit).TryGet(out var caseNumber, out var badCase))
                return badCase;

            if (!DanishText.Clean(request.DocumentNumber, DocumentLimit).TryGet(out var documentNumber, out var badDocument))
                return badDocument;

            var seated = (await scope.Db.ActiveSeatsAsync(request.ForumId, at.Meeting.Date)).Select(seat => seat.PersonId).ToHashSet();
            if (new[] { request.Chair, request.MinuteTaker }.Any(person => person is { } id && !seated.Contains(id)))
                return new NotInThisForum(at.Forum.Name);

            var described = at.Meeting.Describe(
                request.Chair, request.MinuteTaker, NullIfEmpty(caseNumber), NullIfEmpty(documentNumber), request.SeenVersion);
            if (described.IsSuccess)
                await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));

            return described;
        }, cancellationToken);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

/// <param name="SeenVersion">The meeting's version that the person had open.</param>
public sealed record DescribeMeetingRequest(
    ForumId ForumId,
    MeetingId MeetingId,
    PersonId? Chair,
    PersonId? MinuteTaker,
    string? CaseNumber,
    string? DocumentNumber,
    int SeenVersion);
