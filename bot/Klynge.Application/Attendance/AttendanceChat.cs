using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Rights;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Attendance;

/// <summary>The buttons on the cards of apologies; the commands are <see cref="ApologyChat"/>'s.</summary>
public sealed class AttendanceChat(
    RegisterApology register, WithdrawApology withdraw, AnswerAsSubstitute answerAsSubstitute, PeopleLists people, Gate gate, IDbContextFactory<KlyngeContext> contexts)
    : IChatFeature
{
    public static readonly ButtonRight FormVerb = new("attendance.form", Who.With(AttendanceLookup.Needs));
    public static readonly ButtonRight RegisterVerb = new("attendance.register", Who.With(AttendanceLookup.Needs), CommandCatalogue.SpeaksFor);
    public static readonly ButtonRight WithdrawVerb = new("attendance.withdraw", Who.With(AttendanceLookup.Needs), CommandCatalogue.SpeaksFor);
    public static readonly ButtonRight AgendaVerb = new("attendance.agenda", AgendaQueries.Needs);
    public static readonly ButtonRight SubstituteVerb = new("attendance.substitute", Actors.Substitute, "whoever is the seat's substitute on record");
    public static readonly ButtonRight StandsVerb = new("attendance.stands", AttendanceLookup.Needs, CommandCatalogue.SpeaksFor);

    internal const string Yes = "yes";
    internal const string No = "no";

    /// <summary>The sender has said that the name is meant, although it is not the substitute's on record.</summary>
    internal const string SubstituteIsMeant = "meant";

    /// <summary>The seat whose apology stood in the form: what is empty there was cleared, and of another seat it says nothing.</summary>
    internal const string Loaded = "loaded";

    /// <summary>The fields that the sender has said are to be empty.</summary>
    internal const string Cleared = "cleared";

    internal const string NoReason = "noReason";
    internal const string Substitute = "substitute";
    internal const string Reason = "reason";

    /// <summary>On a button that is about several meetings: the others, as »forum/meeting/member« with blanks between.</summary>
    internal const string Also = "also";

    private const int MaxAlso = 24;

    /// <summary>Whose own seat a question is about: in a chat of several, another's press must not become the presser's apology.</summary>
    internal const string By = "by";

    /// <summary>On a button that adds to an apology: one that has been taken back meanwhile is not sent anew.</summary>
    internal const string OnlyStanding = "standing";

    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes
            .OnAction(FormVerb, ShowFormAsync)
            .OnAction(RegisterVerb, RegisterAsync)
            .OnAction(WithdrawVerb, WithdrawAsync)
            .OnAction(SubstituteVerb, AnswerAsSubstituteAsync)
            .OnAction(StandsVerb, (turn, _, action, stop) => StandsAsync(turn, action, reader: null, stop))
            .OnAction(AgendaVerb, (_, _, action, _) => Task.FromResult(ChatReply.ShowShared(AgendaCards.Key(action.Data.Meeting()))));
    }

    private async Task<ChatReply> ShowFormAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        if (ReadIds(action) is not { } ids)
            return new MeetingNotFound();

        if (await gate.VisitAsync(turn, ids.Forum, cancellationToken) is not { Forum: var forum, Access: var access })
            return new MeetingNotFound();

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var meeting = await db.Meetings.AsNoTracking()
            .SingleOrDefaultAsync(candidate => candidate.Id == ids.Meeting && candidate.ForumId == ids.Forum, cancellationToken);
        if (meeting is null || !(access.IsInForum || turn.ConversationForumId == forum.Id))
            return new MeetingNotFound();

        if (!access.May(Permission.RegisterOwnApology))
            return new Domain.Attendance.NotInvited(forum.Name);

        var seats = await db.ActiveSeatsAsync(forum.Id, meeting.Date);
        var own = seats.Find(seat => seat.PersonId == turn.PersonId);
        var others = access.May(Permission.RegisterApologyForOthers) ? seats
            : seats.FindAll(seat => seat.PersonId != turn.PersonId && access.MaySpeakFor(seat));
        if (own is null && others.Count == 0)
            return new Domain.Attendance.NotInvited(forum.Name); // Somebody's substitute, with no seat of their own to be away from.

        var standing = own is null ? null : await db.Apologies.AsNoTracking().SingleOrDefaultAsync(
            apology => apology.MeetingId == meeting.Id && apology.MemberId == own.Id && apology.WithdrawnAt == null, cancellationToken);
        return ApologyCards.Form(forum, meeting, own, others, standing);
    }

    private async Task<ChatReply> RegisterAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        if (ReadIds(action) is not { } ids)
            return new MeetingNotFound();

        if (action.Data.Id<PersonId>(By) is { } by && by != turn.PersonId)
            return new AskedOfAnother();

        var named = await SeatAsync(turn, ids, action, cancellationToken);
        if (!named.TryGet(out var seat, out var unclear))
            return unclear;

        var request = new RegisterApologyRequest(
            ids.Forum, ids.Meeting, seat.Other, Written(action.Data, Substitute), Written(action.Data, Reason), action.Data.Flag(SubstituteIsMeant) ?? false)
        {
            NoReason = action.Data.Text(NoReason),
            Also = await AlsoAsync(turn, action, cancellationToken),
            OnlyStanding = action.Data.Flag(OnlyStanding) ?? false,
        };
        return ApologyChat.Answer(await register.HandleAllAsync(turn.Caller, request, cancellationToken), request, turn.PersonId);
    }

    private async Task<ChatReply> WithdrawAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        if (ReadIds(action) is not { } ids)
            return new MeetingNotFound();

        if (action.Data.Id<PersonId>(By) is { } by && by != turn.PersonId)
            return new AskedOfAnother();

        var named = await SeatAsync(turn, ids, action, cancellationToken);
        if (!named.TryGet(out var seat, out var unclear))
            return unclear;

        var also = await AlsoAsync(turn, action, cancellationToken);
        var request = new WithdrawApologyRequest(ids.Forum, ids.Meeting, seat.Other)
        {
            Also = [.. also.Select(other => new WithdrawApologyRequest(other.ForumId, other.MeetingId, other.MemberId))],
        };
        var result = await withdraw.HandleAllAsync(turn.Caller, request, cancellationToken);
        return !result.TryGet(out var states, out var error) ? error
            : states is [var only] ? ApologyCards.Confirmation(only)
            : ApologyCards.ConfirmationOfAll(states);
    }

    private async Task<ChatReply> AnswerAsSubstituteAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        if (ReadIds(action) is not { } ids || action.Data.Id<MemberId>(CardIds.Member) is not { } seat || action.Data.Text("comes") is not (Yes or No))
            return new MeetingNotFound();

        var request = new AnswerAsSubstituteRequest(ids.Forum, ids.Meeting, seat, action.Data.Text("comes") == Yes);
        var result = await answerAsSubstitute.HandleAsync(turn.Caller, request, cancellationToken);
        return result.TryGet(out var state, out var error) ? SubstituteCards.Answered(state)
            : error is SubstituteNotNeeded or OtherSubstituteComes or MeetingIsHeld or MeetingIsCancelled
                ? await StandsAsync(turn, action, ApologyAudience.Substitute, cancellationToken)
            : error;
    }

    /// <summary>How the apology stands now, for a card that says or asks something else.</summary>
    private async Task<ChatReply> StandsAsync(ChatTurn turn, InvokedAction action, ApologyAudience? reader, CancellationToken cancellationToken)
    {
        if (ReadIds(action) is not { } ids)
            return new MeetingNotFound();

        if (await gate.VisitAsync(turn, ids.Forum, cancellationToken) is not { Access.IsInForum: true } visit)
            return new ForumNotFound();

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ApologyStands.ShowAsync(db, turn, visit, action, ids.Meeting, cancellationToken, reader);
    }

    /// <summary>What stands in a field; empty where it was cleared, and null where an empty field says nothing.</summary>
    private static string? Written(ActionData data, string field)
    {
        var isCleared = (data.Id<MemberId>(Loaded) is { } loaded && (data.Id<MemberId>(CardIds.Member) ?? loaded) == loaded) || data.Choices(Cleared).Contains(field, StringComparer.Ordinal);
        return data.Text(field) is { } text && !string.IsNullOrWhiteSpace(text) ? text : isCleared ? string.Empty : null;
    }

    private static (ForumId Forum, MeetingId Meeting)? ReadIds(InvokedAction action) =>
        action.Data.Id<ForumId>(CardIds.Forum) is { } forum && action.Data.Id<MeetingId>(CardIds.Meeting) is { } meeting ? (forum, meeting) : null;

    /// <summary>The other meetings that the button is about; ids from outside, which the use case holds against forum and rights one by one.</summary>
    private async Task<IReadOnlyList<RegisterApologyRequest>> AlsoAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var also = new List<RegisterApologyRequest>();
        foreach (var place in (action.Data.Text(Also) ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxAlso))
        {
            if (place.Split('/') is [var forum, var meeting, var member]
                && CardIds.Read<ForumId>(forum) is { } forumId && CardIds.Read<MeetingId>(meeting) is { } meetingId)
            {
                var seat = await OtherAsync(turn, forumId, CardIds.Read<MemberId>(member), cancellationToken);
                also.Add(new RegisterApologyRequest(forumId, meetingId, seat, null, null));
            }
        }

        return also;
    }

    internal static string AlsoOf(IEnumerable<ApologySeat> others) => AlsoOf(others.Select(place =>
        new RegisterApologyRequest(place.Forum.Id, place.Meeting.Id, place.IsOwn ? null : place.Seat.Id, null, null)));

    internal static string AlsoOf(IEnumerable<RegisterApologyRequest> others) =>
        string.Join(' ', others.Select(one => $"{CardIds.Write(one.ForumId)}/{CardIds.Write(one.MeetingId)}/{(one.MemberId is { } seat ? CardIds.Write(seat) : null)}"));

    /// <summary>The seat that was chosen or named on the card, unless it is the sender's own: speaking for oneself needs no special permission.</summary>
    private async Task<Result<SpokenFor>> SeatAsync(
        ChatTurn turn, (ForumId Forum, MeetingId Meeting) ids, InvokedAction action, CancellationToken cancellationToken)
    {
        var answered = await people.AnswerAsync(
            turn.PersonId, ApologyCards.Source(ids.Forum, ids.Meeting), turn.Today, action.Data, ApologyCards.MemberField, cancellationToken);
        if (!answered.TryGet(out var value, out var unclear))
            return unclear;

        return new SpokenFor(await OtherAsync(turn, ids.Forum, CardIds.Read<MemberId>(value), cancellationToken));
    }

    /// <summary>Null for a seat of the sender's own, and where none is named.</summary>
    private async Task<MemberId?> OtherAsync(ChatTurn turn, ForumId forum, MemberId? named, CancellationToken cancellationToken) =>
        named is { } seat && (await gate.VisitAsync(turn, forum, cancellationToken))?.Access.Own.Any(own => own.Id == seat) != true ? seat : null;

    /// <param name="Other">The seat of somebody else; null for the sender's own.</param>
    private readonly record struct SpokenFor(MemberId? Other);
}
