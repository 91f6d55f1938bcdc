using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Attendance;

/// <param name="ForumId">The forum, which the meeting must belong to.</param>
/// <param name="MeetingId">The meeting.</param>
/// <param name="MemberId">The seat that the caller speaks for; null for their own.</param>
/// <param name="Substitute">Who comes instead, as written; empty for nobody. Null says nothing of it: what was said before stands.</param>
/// <param name="Reason">Empty for none; null says nothing of it, so that »afbud« again does not delete the reason that stands.</param>
/// <param name="SubstituteIsMeant">The caller has been asked and means that name, although the seat's substitute on record is another.</param>
public sealed record RegisterApologyRequest(
    ForumId ForumId, MeetingId MeetingId, MemberId? MemberId, string? Substitute, string? Reason, bool SubstituteIsMeant = false)
{
    /// <summary>Words that the sender has said are no reason: where they were taken for one before, they go. Another reason stands.</summary>
    public string? NoReason { get; init; }

    /// <summary>The other meetings of the same apology, each with its forum and seat; substitute and reason are the same. All or none.</summary>
    public IReadOnlyList<RegisterApologyRequest> Also { get; init; } = [];

    /// <summary>This one and the others, as each is registered.</summary>
    internal IEnumerable<RegisterApologyRequest> All =>
        Also.Select(other => this with { ForumId = other.ForumId, MeetingId = other.MeetingId, MemberId = other.MemberId, Also = [] }).Prepend(this with { Also = [] });

    /// <summary>It only adds to an apology that stands: an old card's »Bo Friis kommer i stedet« does not send one that was taken back.</summary>
    public bool OnlyStanding { get; init; }
}

/// <param name="IsNew">False when an apology stood already and was changed.</param>
/// <param name="IsOwn">The caller's own seat.</param>
public sealed record ApologyState(Forum Forum, Meeting Meeting, ForumMember Seat, Apology Apology, Quorum Quorum, bool IsNew, bool IsOwn)
{
    /// <summary>The name of the seat's holder, told apart from another of that name.</summary>
    public string Member { get; init; } = Seat.Person.Name;

    /// <summary>The first of the seat's substitutes who can come, as far as is known; null for none.</summary>
    public Person? Next { get; init; } = Seat.SubstitutePeople.FirstOrDefault(one => !Apology.RefusedIds.Contains(one.Id));

    /// <summary>Who is being asked whether they can come; null for nobody.</summary>
    public Person? Asked => Apology.IsAsking ? Seat.SubstitutePeople.FirstOrDefault(one => one.Id == Apology.AskedId) : null;

    /// <summary>Who said last that they cannot come; null for nobody.</summary>
    public Person? Refused => Apology.RefusedIds is [.., var last] ? Seat.SubstitutePeople.FirstOrDefault(one => one.Id == last) : null;

    /// <summary>False when just this was registered before: there is nothing to tell anybody.</summary>
    public bool IsChanged { get; init; } = true;
}

/// <summary>
/// Puts an apology on record: the agenda card is updated, the secretariat and a substitute on record are told. Said again, it changes
/// the substitute and the reason where it names others, and nobody is told of what was so before. A forum's own rules decide on quorum; a shortage is a warning, never a refusal.
/// </summary>
public sealed class RegisterApology(Writer writer)
{
    private static readonly TextLimit SubstituteLimit = new("Stedfortræderens navn", 100, Optional: true);
    private static readonly TextLimit ReasonLimit = new("Begrundelsen", 500, Optional: true, Multiline: true);

    /// <returns>The apology at each meeting; a refusal at one of them leaves all as they were.</returns>
    public Task<Result<IReadOnlyList<ApologyState>>> HandleAllAsync(Caller caller, RegisterApologyRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ApologyWorkflow.AllOrNoneAsync(writer, caller, nameof(RegisterApology), [.. request.All], one => one.ForumId, RegisterAsync, cancellationToken);
    }

    /// <inheritdoc cref="HandleAllAsync"/>
    public async Task<Result<ApologyState>> HandleAsync(Caller caller, RegisterApologyRequest request, CancellationToken cancellationToken)
    {
        var result = await HandleAllAsync(caller, request, cancellationToken);
        return result.TryGet(out var states, out var error) ? states[0] : error;
    }

    private static async Task<Result<ApologyState>> RegisterAsync(WriteScope scope, RegisterApologyRequest request)
    {
        var found = await AttendanceLookup.FindAsync(scope, request.ForumId, request.MeetingId, request.MemberId);
        if (!found.TryGet(out var place, out var error))
            return error;

        var substitute = DanishText.Clean(request.Substitute, SubstituteLimit);
        var reason = DanishText.Clean(request.Reason, ReasonLimit);
        if ((substitute.Error ?? reason.Error) is { } tooLong)
            return tooLong;

        var named = SubstituteNames.Find(place, substitute.Value, request.SubstituteIsMeant);
        if (!named.TryGet(out var comes, out var taken))
            return taken;

        var apology = place.Apologies.SingleOrDefault(candidate => candidate.MemberId == place.Seat.Id && candidate.Stands);
        if (apology is null && request.OnlyStanding)
            return new ApologyIsWithdrawn();

        var isNew = apology is null;
        apology ??= ApologyWorkflow.Add(scope, place, place.IsOwn ? ApologySource.Member : ApologySource.Secretariat);
        var (expected, before) = (ApologyWorkflow.ExpectedOf(apology), (apology.SubstituteId, apology.SubstituteName, apology.Reason));
        var (substituteId, substituteName) = request.Substitute is null ? (before.SubstituteId, before.SubstituteName) : (comes.Id, comes.Name);
        var stands = before.Reason == request.NoReason ? null : before.Reason;
        var why = request.Reason is null ? stands : reason.Value is { Length: > 0 } written ? written : null;
        if (!isNew && before == (substituteId, substituteName, why))
            return SaidAgain(scope, place, apology);

        apology.Say(scope.Now);
        apology.Detail(substituteId, substituteName, why);
        var state = place.ToState(apology, isNew);
        await ApologyWorkflow.NotifyAsync(scope, state, knows: before.SubstituteId);
        if (expected is { } other && other != ApologyWorkflow.ExpectedOf(apology))
            scope.Notify(other, SubstituteCards.NotNeeded(state));

        return state;
    }

    /// <summary>What the calendar alone has given becomes the person's own word, which the calendar cannot take back; that is all.</summary>
    private static ApologyState SaidAgain(WriteScope scope, AttendancePlace place, Apology apology)
    {
        if (apology.IsOfCalendarAlone)
            apology.Say(scope.Now);

        return place.ToState(apology, isNew: false) with { IsChanged = false };
    }
}

/// <param name="MemberId">The seat that the caller speaks for; null for their own.</param>
public sealed record WithdrawApologyRequest(ForumId ForumId, MeetingId MeetingId, MemberId? MemberId)
{
    /// <summary>Other apologies that are taken back with it. All or none.</summary>
    public IReadOnlyList<WithdrawApologyRequest> Also { get; init; } = [];
}

/// <summary>Takes an apology back: the member comes after all. The substitute and the secretariat are told; the apology stays on record.</summary>
public sealed class WithdrawApology(Writer writer)
{
    /// <returns>Each apology as it was taken back; a refusal of one leaves all as they were.</returns>
    public Task<Result<IReadOnlyList<ApologyState>>> HandleAllAsync(Caller caller, WithdrawApologyRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ApologyWorkflow.AllOrNoneAsync(writer, caller, nameof(WithdrawApology), [request, .. request.Also], one => one.ForumId, WithdrawAsync, cancellationToken);
    }

    /// <inheritdoc cref="HandleAllAsync"/>
    public async Task<Result<ApologyState>> HandleAsync(Caller caller, WithdrawApologyRequest request, CancellationToken cancellationToken)
    {
        var result = await HandleAllAsync(caller, request, cancellationToken);
        return result.TryGet(out var states, out var error) ? states[0] : error;
    }

    private static async Task<Result<ApologyState>> WithdrawAsync(WriteScope scope, WithdrawApologyRequest request)
    {
        var found = await AttendanceLookup.FindAsync(scope, request.ForumId, request.MeetingId, request.MemberId);
        if (!found.TryGet(out var place, out var error))
            return error;

        if (place.Apologies.Find(apology => apology.MemberId == place.Seat.Id) is not { } standing)
        {
            // Pressed again it is taken back already; the one that was is shown.
            return await scope.Db.Apologies
                .Where(apology => apology.MeetingId == request.MeetingId && apology.MemberId == place.Seat.Id)
                .OrderByDescending(apology => apology.WithdrawnAt)
                .FirstOrDefaultAsync() is { } withdrawn
                ? place.ToState(withdrawn, isNew: false)
                : new NoApology();
        }

        if (standing.Withdraw(scope.Now).Error is { } refused)
            return refused;

        var state = place.ToState(standing, isNew: false);
        await ApologyWorkflow.NotifyAsync(scope, state);
        return state;
    }
}
