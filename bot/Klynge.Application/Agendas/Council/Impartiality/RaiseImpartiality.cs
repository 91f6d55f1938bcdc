using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Council.Impartiality;

/// <summary>
/// Raises whether a member is inhabil at an item (kommunestyrelsesloven § 14): the member's own word, or that of another member or the secretariat.
/// Nothing follows from it but that the body is asked; those who lead the meeting and the secretariat are told.
/// </summary>
public sealed class RaiseImpartiality(Writer writer)
{
    /// <summary>What it asks of its caller beside a member's seat or the secretariat's; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ProposeItem;

    public Task<Result<Done>> HandleAsync(Caller caller, RaiseImpartialityRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync<Done>(new WriteIntent(nameof(RaiseImpartiality), caller, request.ForumId, SubjectId: request.Item.Value), async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.Item, Needs, request.Meeting);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (!at.Item.IsOnAgenda || at.Meeting.Status == MeetingStatus.Cancelled)
                return new ItemNotFound();

            if (at.IsFinal)
                return new Domain.Attendance.ItemAttendanceIsFinal();

            if (CheckMay(at.Forum, at.Meeting.Status, at.Access) is { } refused)
                return refused;

            if (at.Item.Content.IsClosed && await IsKeptOutAsync(scope, at))
                return new ItemIsClosedHere();

            var attendance = await ItemAttendance.OfAsync(scope.Db, at.Forum, at.Meeting);
            var seat = request.Seat ?? attendance.There.FirstOrDefault(one => one.Seat.Role.IsMember() && one.Person == scope.Caller.PersonId)?.Seat.Id;
            if (attendance.There.FirstOrDefault(one => one.Seat.Id == seat && one.Seat.Role.IsMember()) is not { } sitting)
                return seat is { } known && attendance.IsMembers(known) ? new AbsentAnyway(attendance.NameOf(known)!) : new ImpartialitySeatUnknown();

            var question = new ImpartialityQuestion(sitting.Seat.Id, sitting.Name!, scope.Now)
            {
                RaisedBy = sitting.Person == scope.Caller.PersonId ? null : (await scope.Db.People.FindAsync(scope.Caller.PersonId!.Value))!.Name,
            };
            var raised = ImpartialityQuestion.Raise(at.Item.Content.Impartiality, question);
            if (raised.Count == at.Item.Content.Impartiality.Count)
                return default(Done);

            at.Item.SetImpartiality(raised);
            await scope.TellThoseWhoLeadAsync(at, ImpartialityTexts.NoticeHeading, ImpartialityTexts.How(question));
            return default(Done);
        }, cancellationToken);
    }

    /// <summary>Why the person cannot raise it; null where they can.</summary>
    internal static Error? CheckMay(Forum forum, MeetingStatus status, ForumAccess access) =>
        access.May(DecideImpartiality.Needs) ? null
        : !access.Own.Concat(access.StandsInFor).Any(seat => seat.Role.IsMember()) ? new OnlyMembersRaiseImpartiality(forum.Name)
        : status == MeetingStatus.Held ? new ImpartialityTooLate()
        : null;

    private static async Task<bool> IsKeptOutAsync(WriteScope scope, ItemOfForum at) =>
        !at.Access.May(Permission.ReadClosedItems) || (await scope.Db.ExcludedFromAsync(at.Item.Id)).Any(one => one.Id == scope.Caller.PersonId);
}

/// <param name="Meeting">Whose agenda the card shows; an item of another is not found.</param>
/// <param name="Seat">Of the member whom it is about; null for the caller's own.</param>
public sealed record RaiseImpartialityRequest(ForumId ForumId, MeetingId Meeting, AgendaItemId Item, MemberId? Seat);
