using System.Security.Cryptography;
using System.Text;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Attendance;

/// <summary>Whom a card about an apology was drawn for.</summary>
internal enum ApologyAudience
{
    /// <summary>Who is away, or whoever speaks for them.</summary>
    Member = 1,

    /// <summary>Who comes instead, or was asked to.</summary>
    Substitute = 2,

    Secretariat = 3,
}

/// <summary>
/// The cards about an apology, looked at again: each stays as it was sent until what it says is no longer so, and then shows how the
/// apology stands, to whom it was sent.
/// </summary>
internal static class ApologyStands
{
    private const string For = "for";
    private const string Seen = "seen";

    internal static CardRefresh Refreshed(ApologyState state, ApologyAudience reader)
    {
        var data = ApologyCards.Ids(state.Forum, state.Meeting);
        (data[ApologyCards.MemberField], data[For], data[Seen]) = (CardIds.Write(state.Seat.Id), (int)reader, Fingerprint(state, reader));
        return new CardRefresh(new ExecuteAction(Texts.BackToAgenda, AttendanceChat.StandsVerb) { Data = data, AssociatedInputs = AssociatedInputs.None });
    }

    /// <param name="reader">As whom the person asks, which the card says and which is checked here.</param>
    internal static async Task<ChatReply> ShowAsync(
        KlyngeContext db, ChatTurn turn, Visit visit, InvokedAction action, MeetingId meetingId, CancellationToken cancellationToken, ApologyAudience? reader = null)
    {
        var (forum, _, access) = visit;
        if (!access.May(Permission.RegisterOwnApology))
            return new NotAllowed(forum.Name);

        if (await db.Meetings.AsNoTracking().SingleOrDefaultAsync(one => one.Id == meetingId && one.ForumId == forum.Id, cancellationToken) is not { } meeting)
            return new MeetingNotFound();

        var seats = await db.ActiveSeatsAsync(forum.Id, meeting.Date);
        var named = action.Data.Id<MemberId>(ApologyCards.MemberField);
        if (seats.Find(seat => named is { } id ? seat.Id == id : seat.PersonId == turn.PersonId) is not { } place)
            return new NotAllowed(forum.Name);

        var all = await db.Apologies.AsNoTracking().Where(one => one.MeetingId == meetingId).ToListAsync(cancellationToken);
        if (all.Where(one => one.MemberId == place.Id).OrderBy(one => one.Stands).ThenBy(one => one.RegisteredAt).LastOrDefault() is not { } apology)
            return new NoApology();

        var asked = reader ?? ReaderOf(action.Data);
        if (!MayRead(asked, turn, access, place, apology))
            return new NotAllowed(forum.Name);

        var standing = all.FindAll(one => one.Stands);
        var state = new AttendancePlace(forum, meeting, place, place.PersonId == turn.PersonId, seats, standing).ToState(apology, isNew: true);
        return action.IsRefresh && action.Data.Text(Seen) == Fingerprint(state, asked) ? new NothingNewToTell() : Draw(state, asked, turn.PersonId);
    }

    private static ApologyAudience ReaderOf(ActionData data) =>
        data.Integer(For) is { } value && Enum.IsDefined((ApologyAudience)value) ? (ApologyAudience)value : ApologyAudience.Member;

    private static bool MayRead(ApologyAudience reader, ChatTurn turn, ForumAccess access, ForumMember seat, Apology apology) => reader switch
    {
        ApologyAudience.Secretariat => access.May(Permission.RegisterApologyForOthers),
        ApologyAudience.Substitute => seat.HasSubstitute(turn.PersonId) || apology.SubstituteId == turn.PersonId || apology.AskedId == turn.PersonId,
        _ => access.MaySpeakFor(seat),
    };

    private static AdaptiveCard Draw(ApologyState state, ApologyAudience reader, PersonId who) => reader switch
    {
        ApologyAudience.Secretariat => ApologyCards.ForSecretariat(state),
        ApologyAudience.Substitute => OfSubstitute(state, who),
        _ => ApologyCards.Confirmation(state),
    };

    private static AdaptiveCard OfSubstitute(ApologyState state, PersonId who) => state switch
    {
        { Meeting.IsOver: true } => SubstituteCards.TooLate(state),
        { Apology.Stands: false } => SubstituteCards.ComesAfterAll(state),
        { Apology: { SubstituteName: not null } given } when given.SubstituteId != who => SubstituteCards.NotNeeded(state),
        _ when !state.Seat.HasSubstitute(who) => SubstituteCards.NotNeeded(state),
        { Apology: var given } when given.RefusedIds.Contains(who) => SubstituteCards.Answered(state),
        { Apology: { IsAsking: true } asking } => asking.AskedId == who ? SubstituteCards.Ask(state) : SubstituteCards.NotNeeded(state),
        { Apology: { AskedId: null, SubstituteId: not null } } => SubstituteCards.Named(state, Texts.YouAreSubstitute(state.Member, state.Forum)),
        { Apology: { SubstituteId: null } } => SubstituteCards.NotNeeded(state),
        _ => SubstituteCards.Answered(state),
    };

    /// <summary>What a card says, as one short word: the reader has seen it. The forecast counts for the secretariat alone.</summary>
    private static string Fingerprint(ApologyState state, ApologyAudience reader)
    {
        var (apology, meeting) = (state.Apology, state.Meeting);
        var forecast = reader == ApologyAudience.Secretariat ? QuorumTexts.Line(state.Quorum, state.Forum.Rules.Quorum.EverySector) : string.Empty;
        var said = $"{meeting.Time}|{meeting.IsOver}|{apology.Stands}|{apology.SubstituteName}|{apology.RefusedAt is null}|{apology.IsAsking}|{forecast}{(apology.RefusedIds.Count > 0 ? $"|{apology.AskedId?.Value}" : "")}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 6));
    }
}
