using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Attendance.Items;

/// <summary>
/// Calls a substitute in for one item, where its member is inhabil and the member's list asks for it (kommunestyrelsesloven § 14, stk. 3; opinions
/// 80.2a.1 and 91.2a.1), and the body has decided that the member is: the substitute has the seat in deliberation, vote and quorum of that item. Never for a member who is absent anyway, who is
/// replaced for the whole meeting or not at all.
/// </summary>
public sealed class CallInItemSubstitute(Writer writer)
{
    /// <summary>What it asks of its caller; its button asks the same before it is called.</summary>
    public const Permission Needs = RecordItemAttendance.Needs;

    public Task<Result<Done>> HandleAsync(Caller caller, ItemSubstituteRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(
            new WriteIntent(nameof(CallInItemSubstitute), caller, request.ForumId, SubjectId: request.ItemId.Value), scope => CallInAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<Done>> CallInAsync(WriteScope scope, ItemSubstituteRequest request)
    {
        var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs, request.Meeting);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (Check(at) is { } refusal)
            return refusal;

        var attendance = await ItemAttendance.OfAsync(scope.Db, at.Forum, at.Meeting);
        var absence = await scope.Db.ItemAbsences.SingleOrDefaultAsync(one => one.ItemId == at.Item.Id && one.MemberId == request.Seat);
        if (request.Person is not { } person)
        {
            absence?.SubstituteId = null;
            return default(Done);
        }

        // Whoever is not at the meeting at all is in nobody's list of those who are there.
        if (attendance.There.FirstOrDefault(one => one.Seat.Id == request.Seat) is not { } sitting || absence is not { Kind: ItemAbsenceKind.Recused })
            return new OnlyRecusedIsReplaced(attendance.NameOf(request.Seat) ?? "Medlemmet");

        if (!at.Item.Content.Impartiality.Any(one => one.Seat == request.Seat && one.Outcome == ImpartialityOutcome.Recused))
            return new BodyHasNotDecided(sitting.Name!);

        if (sitting.Seat.SubstitutePeople.FirstOrDefault(one => one.Id == person) is not { } substitute)
            return new SubstituteNotOnList(sitting.Holder!);

        if (attendance.At(at.Item.Id).Any(one => one.Person == person && one.Seat.Id != request.Seat))
            return new SubstituteSitsAlready(substitute.Name);

        absence.SubstituteId = person;
        return default(Done);
    }

    private static Error? Check(ItemOfForum at) =>
        at.Forum.Rules.ItemSubstitutes is { Allowed: false, Source: var source } ? new RightIsOff(Texts.SubstituteRight, at.Forum.Name, source)
        : RecordItemAttendance.Check(at);
}

/// <param name="Seat">Of the member who is inhabil.</param>
/// <param name="Person">The substitute; null takes out whoever was called in.</param>
public sealed record ItemSubstituteRequest(ForumId ForumId, MeetingId Meeting, AgendaItemId ItemId, MemberId Seat, PersonId? Person);
