using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Sending;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Council;

/// <summary>
/// A member who took part in an item has an afvigende mening written into the minutes (kommunestyrelsesloven § 13, stk. 2), until they are
/// approved. It is the member's own: written again it takes the place of what the same seat said before.
/// </summary>
public sealed class StateDissent(Writer writer)
{
    /// <summary>What it asks of its caller beside the seat; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ReadAgenda;

    private static readonly TextLimit Text = new("Den afvigende mening", DissentingOpinion.MaxTextLength, Multiline: true);
    private static readonly TextLimit Reason = new("Begrundelsen", DissentingOpinion.MaxReasonLength, Optional: true, Multiline: true);

    public Task<Result<Done>> HandleAsync(Caller caller, StateDissentRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = new ItemAddress(request.ForumId, request.Meeting, request.Item);
        return writer.WriteToMinutesAsync<Done>(nameof(StateDissent), caller, Needs, address, new DissentBeforeMeeting(), async (scope, at) =>
        {
            if (CheckAllowed(at) is { } off)
                return off;

            if (await AttendedMember.OfAsync(scope.Db, at.Forum, at.Meeting, at.Item.Id, scope.Caller.PersonId) is not { } own)
                return new NotAtTheItem();

            if (string.IsNullOrWhiteSpace(request.Text))
                return new DissentMissing();

            if (!DanishText.Clean(request.Text, Text).TryGet(out var text, out var tooLong) || !DanishText.Clean(request.Reason, Reason).TryGet(out var reason, out tooLong))
                return tooLong;

            if (reason.Length > 0 && !request.GoesAlong)
                return new ReasonGoesNowhere();

            at.Item.SetDissents(DissentingOpinion.Put(at.Item.Content.Dissents, new DissentingOpinion(DissentId.New(), own.Seat.Id, own.Name!, text, scope.Now)
            {
                Party = own.Seat.Party,
                Forum = at.Forum.Name,
                Date = at.Meeting.Date,
                GoesAlong = request.GoesAlong,
                Reason = reason.Length == 0 ? null : reason,
            }));
            await scope.RetellCaseAsync(at.Item);
            return default(Done);
        }, cancellationToken);
    }

    /// <summary>Takes the caller's own back; one that is gone is gone.</summary>
    public Task<Result<Done>> RemoveAsync(Caller caller, ForumId forum, MeetingId meeting, AgendaItemId item, CancellationToken cancellationToken) =>
        writer.WriteToMinutesAsync<Done>("TakeBackDissent", caller, Needs, new ItemAddress(forum, meeting, item), new DissentBeforeMeeting(), async (scope, at) =>
        {
            if (await AttendedMember.OfAsync(scope.Db, at.Forum, at.Meeting, at.Item.Id, scope.Caller.PersonId) is not { } own)
                return new NotAtTheItem();

            at.Item.SetDissents([.. at.Item.Content.Dissents.Where(one => !one.IsOf(own.Seat.Id))]);
            await scope.RetellCaseAsync(at.Item);
            return default(Done);
        }, cancellationToken);

    private static RightIsOff? CheckAllowed(ItemOfForum at) => at.Forum.Rules.DissentingOpinion is { Allowed: false, Source: var source }
        ? new RightIsOff(CouncilTexts.Dissent, at.Forum.Name, source)
        : null;
}

/// <param name="Meeting">Whose agenda the card shows; an item of another is not found.</param>
/// <param name="GoesAlong">The opinion follows the case to another authority.</param>
/// <param name="Reason">What goes along with it.</param>
public sealed record StateDissentRequest(ForumId ForumId, MeetingId Meeting, AgendaItemId Item, string? Text, bool GoesAlong = false, string? Reason = null);
