using Klynge.Application.Attendance.Items;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Council.Impartiality;

/// <summary>
/// Writes down what the body has decided of a member's habilitet (kommunestyrelsesloven § 14). Who is inhabil leaves for the item: no vote there, no
/// seat in its quorum, and no view of what is closed in it; who is not takes part. It can be decided anew until the minutes are approved.
/// </summary>
public sealed class DecideImpartiality(Writer writer)
{
    /// <summary>What it asks of its caller; its button asks the same before it is called.</summary>
    public const Permission Needs = RecordItemAttendance.Needs;

    public Task<Result<Done>> HandleAsync(Caller caller, DecideImpartialityRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync<Done>(new WriteIntent(nameof(DecideImpartiality), caller, request.ForumId, SubjectId: request.Item.Value), async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.Item, Needs, request.Meeting);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (RecordItemAttendance.Check(at) is { } refused)
                return refused;

            if (!Enum.IsDefined(request.Outcome) || ImpartialityQuestion.Decide(at.Item.Content.Impartiality, request.Seat, request.Outcome, scope.Now) is not { } decided)
                return new ImpartialityNotRaised();

            if (await scope.Db.ItemBallots.AnyAsync(one => one.ItemId == at.Item.Id && one.EndedAt == null))
                return new ImpartialityDuringVote();

            var attendance = await ItemAttendance.OfAsync(scope.Db, at.Forum, at.Meeting);
            if (attendance.There.FirstOrDefault(one => one.Seat.Id == request.Seat) is not { } sitting)
                return new AbsentAnyway(attendance.NameOf(request.Seat) ?? "Medlemmet");

            at.Item.SetImpartiality(decided);
            await SeatAsync(scope, at, sitting, isRecused: request.Outcome == ImpartialityOutcome.Recused);
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return default(Done);
        }, cancellationToken);
    }

    private static async Task SeatAsync(WriteScope scope, ItemOfForum at, Sitting sitting, bool isRecused)
    {
        var absence = await scope.Db.ItemAbsences.SingleOrDefaultAsync(one => one.ItemId == at.Item.Id && one.MemberId == sitting.Seat.Id);
        if (isRecused)
        {
            if (absence is null)
                scope.Db.ItemAbsences.Add(absence = new ItemAbsence { ForumId = at.Forum.Id, ItemId = at.Item.Id, MemberId = sitting.Seat.Id, Kind = ItemAbsenceKind.Recused });

            absence.Kind = ItemAbsenceKind.Recused;
            await scope.KeepOutAsync(at, absence, sitting.Person);
        }
        else if (absence is { Kind: ItemAbsenceKind.Recused })
        {
            await scope.LetInAsync(absence);
            scope.Db.ItemAbsences.Remove(absence);
        }
    }
}

/// <param name="Meeting">Whose agenda the card shows; an item of another is not found.</param>
/// <param name="Seat">Of the member whom it is about.</param>
public sealed record DecideImpartialityRequest(ForumId ForumId, MeetingId Meeting, AgendaItemId Item, MemberId Seat, ImpartialityOutcome Outcome);
