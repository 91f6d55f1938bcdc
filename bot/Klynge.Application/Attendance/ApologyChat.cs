using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Chat.Commands.Apologies;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Attendance;

/// <summary>
/// <c>afbud</c> and <c>fortryd afbud</c>: whose seat and which meeting the words mean. What they leave open is asked about with buttons, and
/// nothing is registered before the answer.
/// </summary>
internal sealed class ApologyChat(ApologyLookup lookup, RegisterApology register, WithdrawApology withdraw) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.Apology, OnApologyAsync)
        .OnCommand(CommandCatalogue.WithdrawApology, OnWithdrawAsync);

    private async Task<ChatReply> OnApologyAsync(ChatTurn turn, ChatCommand.Apology command, CancellationToken cancellationToken)
    {
        IReadOnlyList<LocalDate> days = command.Date is { } day ? [day, .. command.AlsoOn] : [];
        var asked = new SeatsAsked(command.Forum, days, command.Who, OnlyMissed: false) { All = command.MeansAnotherMeeting };
        if (command.AlsoFor.Count > 0)
            return await TogetherAsync(turn, command, asked with { All = false }, cancellationToken);

        var found = await lookup.FindAsync(turn, asked, cancellationToken);
        if (!found.TryGet(out var places, out var error))
            return AskWho(error, ApologyDraft.Of(command));

        var draft = ApologyDraft.Of(command);
        if (days.Count > 1)
            return Together(places, command.NamesSpan ? [.. days.Where(one => places.Exists(place => place.Meeting.Date == one))] : days, draft, command);

        if (places is not [var place] || command.MeansAnotherMeeting)
            return ApologyQuestions.Which(places, AttendanceChat.RegisterVerb, draft, command.MeansAnotherMeeting ? command.Unread : null);

        if (command.IsAsked || command.Unread is not null || turn.AsksFirst || place.IsStoodInFor)
            return ApologyQuestions.Confirm(place, draft, command.Unread, isSentence: command.IsAsked);

        var request = new RegisterApologyRequest(
            place.Forum.Id, place.Meeting.Id, place.IsOwn ? null : place.Seat.Id, command.Substitute, command.Reason);
        return Answer(await register.HandleAllAsync(turn.Caller, request, cancellationToken), request, turn.PersonId);
    }

    /// <summary>
    /// Several people are one question and one press, too: each seat is shown, and whom the sender may not speak for is named as left out.
    /// </summary>
    private async Task<ChatReply> TogetherAsync(ChatTurn turn, ChatCommand.Apology command, SeatsAsked asked, CancellationToken cancellationToken)
    {
        var (places, refusals) = (new List<ApologySeat>(), new List<(string Name, Error Error)>());
        foreach (var name in command.AlsoFor.Prepend(command.Who ?? ApologyReader.Self))
        {
            var found = await lookup.FindAsync(turn, asked with { Who = name == ApologyReader.Self ? null : name }, cancellationToken);
            if (found.TryGet(out var seats, out var error))
            {
                if (seats.DistinctBy(seat => seat.Seat.Id).Count() > 1)
                    return new NotJoint(name);
                places.AddRange(seats.Where(seat => !places.Exists(one => one.Seat.Id == seat.Seat.Id && one.Meeting.Id == seat.Meeting.Id)));
            }
            else if (error is WhoUnknown)
            {
                return AskWho(error, ApologyDraft.Empty);
            }
            else
            {
                refusals.Add((name, error));
            }
        }

        return places.Count == 0 ? refusals[0].Error
            : ApologyQuestions.ConfirmSeats(places, ApologyDraft.Of(command), [.. refusals.Select(one => Texts.NotFor(one.Name)), .. Texts.LeftOut(command.Unread)]);
    }

    /// <summary>Several meetings are one question and one press: who answers for one of them must not have left the others.</summary>
    private static ChatReply Together(List<ApologySeat> places, IReadOnlyList<LocalDate> days, ApologyDraft draft, ChatCommand.Apology command)
    {
        var missing = days.Where(day => !places.Exists(place => place.Meeting.Date == day)).ToList();
        if (missing.Count > 0)
            return new NotCalledThoseDays(missing);

        var ofEach = places.GroupBy(place => place.Seat.PersonId).Where(own => days.All(day => own.Any(place => place.Meeting.Date == day)));
        return ApologyQuestions.ConfirmAll([.. ofEach.Select(own => own.ToList())], draft, command.Unread, isSentence: command.IsAsked);
    }

    private async Task<ChatReply> OnWithdrawAsync(ChatTurn turn, ChatCommand.WithdrawApology command, CancellationToken cancellationToken)
    {
        IReadOnlyList<LocalDate> days = command.Date is { } day ? [day, .. command.AlsoOn] : [];
        var asked = new SeatsAsked(command.Forum, days, command.Who, OnlyMissed: true);
        var found = await lookup.FindAsync(turn, asked, cancellationToken);
        if (!found.TryGet(out var places, out var error))
            return error;

        if (days.Count > 1 && places.Count > 1 && places.DistinctBy(one => one.Seat.PersonId).Count() == 1)
            return ApologyQuestions.ConfirmWithdrawalOfAll(places);

        if (places is not [var place])
            return ApologyQuestions.Which(places, AttendanceChat.WithdrawVerb, ApologyDraft.Empty);

        // Who names several meetings and has an apology for one of them is shown which.
        if (command.IsAsked || turn.AsksFirst || days.Count > 1)
            return ApologyQuestions.ConfirmWithdrawal(place);

        var request = new WithdrawApologyRequest(place.Forum.Id, place.Meeting.Id, place.IsOwn ? null : place.Seat.Id);
        var result = await withdraw.HandleAsync(turn.Caller, request, cancellationToken);
        return result.TryGet(out var state, out var refused) ? ApologyCards.Confirmation(state) : refused;
    }

    internal static ChatReply Answer(Result<IReadOnlyList<ApologyState>> result, RegisterApologyRequest request, PersonId asker) =>
        result.TryGet(out var states, out var error) ? states is [var only] ? ApologyCards.Confirmation(only) : ApologyCards.ConfirmationOfAll(states)
        : error is SubstituteUnknown unknown ? ApologyQuestions.WhichSubstitute(unknown, request, asker)
        : error;

    private static ChatReply AskWho(Error error, ApologyDraft draft) =>
        error is WhoUnknown { Near.Count: > 0 } unknown ? ApologyQuestions.Who(unknown, draft) : error;
}

/// <summary>What a card carries on until it is known whose apology it is and for which meeting.</summary>
internal sealed record ApologyDraft(string? Substitute, string? Reason)
{
    internal static ApologyDraft Empty { get; } = new(null, null);

    internal static ApologyDraft Of(ChatCommand.Apology command) => new(command.Substitute, command.Reason);
}

/// <summary>A seat at a meeting that a command may mean.</summary>
/// <param name="Label">The holder's name, told apart from another of that name.</param>
/// <param name="IsOwn">The sender's own seat.</param>
/// <param name="IsStoodInFor">The sender has no seat of their own and is the substitute of this one: whether they mean it is asked.</param>
internal sealed record ApologySeat(Forum Forum, Domain.Meetings.Meeting Meeting, ForumMember Seat, string Label, bool IsOwn, bool IsStoodInFor = false);
