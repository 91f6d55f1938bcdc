using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;

namespace Klynge.Application.Attendance;

/// <summary>The cards that ask before an apology is registered: which meeting, whose, who instead, and what the unread words mean.</summary>
internal static class ApologyQuestions
{
    /// <summary>Several meetings or several people may be meant: a button for each.</summary>
    /// <param name="unread">The words that name the meeting and were not understood; null where none were.</param>
    internal static AdaptiveCard Which(IReadOnlyList<ApologySeat> places, ButtonRight verb, ApologyDraft draft, string? unread = null)
    {
        var isOneMeeting = places.Select(place => place.Meeting.Id).Distinct().Count() == 1;
        var isOneSeat = places.Select(place => place.Label).Distinct(StringComparer.Ordinal).Count() == 1;
        var isWithdrawal = verb == AttendanceChat.WithdrawVerb;
        var question = isOneMeeting && !isOneSeat ? Texts.WhoseApology
            : isWithdrawal ? Texts.WhichMeetingToWithdraw
            : Texts.WhichMeeting;
        return Card(unread is null ? question : Texts.NotUnderstood(unread, question), unread is null ? [] : [Texts.NothingDone], [.. places.Select(place => new ExecuteAction(Title(place), verb) { Data = Data(place, draft) })]);

        string Title(ApologySeat place) => (isOneMeeting, isOneSeat) switch
        {
            (true, false) => place.Label,
            (_, true) => Texts.MeetingButton(place.Forum, place.Meeting),
            _ => $"{place.Label}, {Texts.MeetingButton(place.Forum, place.Meeting)}",
        };
    }

    /// <summary>A name that fits nobody, with those it nearly fits.</summary>
    internal static AdaptiveCard Who(WhoUnknown unknown, ApologyDraft draft) => Card(
        Texts.DoYouMean(unknown.Written),
        [Texts.NothingDone],
        [.. unknown.Near.Select(place => new ExecuteAction(Texts.ApologyOf(place.Label), AttendanceChat.RegisterVerb) { Data = Data(place, draft) })]);

    /// <summary>Shows what would be registered, and what was not understood.</summary>
    /// <param name="isSentence">The words only seemed to mean an apology, so that is the question; what was not understood is shown as left out.</param>
    internal static AdaptiveCard Confirm(ApologySeat place, ApologyDraft draft, string? unread, bool isSentence = false)
    {
        List<CardAction> actions = [];
        if (unread is not null)
        {
            var reason = draft.Reason is null ? unread : $"{draft.Reason}, {unread}";
            actions.Add(new ExecuteAction(isSentence ? Texts.WithItAsReason(unread) : Texts.ItIsTheReason, AttendanceChat.RegisterVerb) { Data = Data(place, draft with { Reason = reason }) });
        }

        var plain = Data(place, draft);
        if (unread is not null)
            plain[AttendanceChat.NoReason] = draft.Reason is null ? unread : $"{draft.Reason}, {unread}";

        var yes = new ExecuteAction(unread is null || isSentence ? Texts.Apologise : Texts.WithoutThat, AttendanceChat.RegisterVerb)
        {
            Data = plain,
            Style = unread is null || isSentence ? ActionStyle.Positive : null,
        };
        actions.Insert(isSentence ? 0 : actions.Count, yes);
        actions.Add(new ExecuteAction(Texts.OpenForm, AttendanceChat.FormVerb) { Data = ApologyCards.Ids(place.Forum, place.Meeting) });
        return Card(
            unread is null || isSentence ? Texts.ShallIApologise(place) : Texts.WhatDoesItMean(unread),
            [
                Texts.WouldBe(place), .. Optional(draft.Substitute, Texts.SubstituteComes), .. Optional(draft.Reason, Texts.WithReason),
                .. isSentence ? Texts.LeftOut(unread) : [], Texts.NothingDone,
            ],
            actions);
    }

    /// <summary>All meetings that the words name, in one question: one press registers them all.</summary>
    /// <param name="ofEach">The places of one person; of several where namesakes may be meant.</param>
    internal static AdaptiveCard ConfirmAll(IReadOnlyList<List<ApologySeat>> ofEach, ApologyDraft draft, string? unread, bool isSentence = false)
    {
        var meetings = ofEach[0].DistinctBy(place => place.Meeting.Id).ToList();
        List<CardAction> actions = [];
        foreach (var places in ofEach)
        {
            var all = ofEach.Count == 1 ? Texts.ApologiseToAll(places.Count) : $"{Texts.ApologiseToAll(places.Count)}: {places[0].Label}";
            if (unread is null)
            {
                actions.Add(Button(all, places, draft) with { Style = ofEach.Count == 1 ? ActionStyle.Positive : null });
                continue;
            }

            var withUnread = draft.Reason is null ? unread : $"{draft.Reason}, {unread}";
            var plain = Button(all, places, draft);
            plain.Data![AttendanceChat.NoReason] = withUnread;
            var withReason = Button(Texts.ItIsTheReasonForAll(places.Count), places, draft with { Reason = withUnread });
            actions.AddRange(isSentence ? [plain] : [withReason, plain]);
        }

        return Card(
            unread is null || isSentence ? Texts.ShallIApologiseToAll(ofEach.Count == 1 ? ofEach[0][0] : null, meetings.Count) : Texts.WhatDoesItMean(unread),
            [
                .. meetings.Select(place => Texts.MeetingButton(place.Forum, place.Meeting)),
                .. Optional(draft.Substitute, Texts.SubstituteComes), .. Optional(draft.Reason, Texts.WithReason),
                .. isSentence ? Texts.LeftOut(unread) : [], Texts.NothingDone,
            ],
            actions);

        static ExecuteAction Button(string title, List<ApologySeat> places, ApologyDraft draft)
        {
            var data = Data(places[0], draft);
            data[AttendanceChat.Also] = AttendanceChat.AlsoOf(places.Skip(1));
            return new ExecuteAction(title, AttendanceChat.RegisterVerb) { Data = data };
        }
    }

    /// <summary>The apologies of several people in one question, each seat with its meeting.</summary>
    /// <param name="notes">What was written and is not in it.</param>
    internal static AdaptiveCard ConfirmSeats(IReadOnlyList<ApologySeat> places, ApologyDraft draft, IEnumerable<string> notes)
    {
        // Whose substitute comes is not said where several stay away.
        var data = Data(places[0], draft with { Substitute = null });
        data[AttendanceChat.Also] = AttendanceChat.AlsoOf(places.Skip(1));
        if (places.FirstOrDefault(place => place.IsOwn) is { } own)
            data.With(AttendanceChat.By, own.Seat.PersonId);

        var names = places.Select(place => place.IsOwn ? Texts.You : place.Label).Distinct(StringComparer.Ordinal).ToList();
        return Card(
            Texts.ShallIApologiseFor(names),
            [
                .. places.Select(Texts.WouldBe), .. Optional(draft.Reason, Texts.WithReason), .. Optional(draft.Substitute, Texts.NoJointSubstitute), .. notes, Texts.NothingDone,
            ],
            [new ExecuteAction(Texts.ApologiseForAll(places.Count), AttendanceChat.RegisterVerb) { Data = data, Style = ActionStyle.Positive }]);
    }

    internal static AdaptiveCard ConfirmWithdrawal(ApologySeat place) => Card(
        place.IsOwn ? Texts.ShallIWithdraw : Texts.ShallIWithdrawOf(place.Label),
        [Texts.MeetingButton(place.Forum, place.Meeting), Texts.NothingDone],
        [
            new ExecuteAction(Texts.Withdraw, AttendanceChat.WithdrawVerb) { Data = Data(place, ApologyDraft.Empty), Style = ActionStyle.Positive },
            ApologyCards.Back(place.Forum, place.Meeting),
        ]);

    /// <summary>All apologies that the words name, in one question: one press takes them all back.</summary>
    internal static AdaptiveCard ConfirmWithdrawalOfAll(IReadOnlyList<ApologySeat> places)
    {
        var data = Data(places[0], ApologyDraft.Empty);
        data[AttendanceChat.Also] = AttendanceChat.AlsoOf(places.Skip(1));
        return Card(
            Texts.ShallIWithdrawAll(places[0], places.Count),
            [.. places.Select(place => Texts.MeetingButton(place.Forum, place.Meeting)), Texts.NothingDone],
            [new ExecuteAction(Texts.WithdrawAll(places.Count), AttendanceChat.WithdrawVerb) { Data = data, Style = ActionStyle.Positive }]);
    }

    /// <summary>A substitute who is not on record: the one who is, the name as it stands, or nobody.</summary>
    internal static AdaptiveCard WhichSubstitute(SubstituteUnknown unknown, RegisterApologyRequest request, PersonId asker)
    {
        List<CardAction> actions = [];
        if (unknown.Own is { } own)
            actions.Add(Choice(Texts.AskSubstitute(own), own));

        if (DanishText.Fold(unknown.Written) != DanishText.Fold(Chat.Commands.Apologies.SubstituteReader.OwnSubstitute))
            actions.Add(Choice(Texts.UseAnyway(unknown.Written), unknown.Written, isMeant: true));

        actions.Add(Choice(Texts.NoSubstitute, null));
        return Card(unknown.Text, [Texts.WhoComes], actions);

        ExecuteAction Choice(string title, string? name, bool isMeant = false)
        {
            var data = CardParts.Data(request.ForumId, request.MeetingId);
            (data[CardIds.Member], data["substitute"], data["reason"]) = (request.MemberId is { } seat ? CardIds.Write(seat) : null, name, request.Reason);
            if (request.MemberId is null)
                data.With(AttendanceChat.By, asker);

            data[AttendanceChat.Cleared] = string.Join(',', Empty(name ?? string.Empty, AttendanceChat.Substitute).Concat(Empty(request.Reason, AttendanceChat.Reason)));
            if (isMeant)
                data[AttendanceChat.SubstituteIsMeant] = "true";

            if (request.Also.Count > 0)
                data[AttendanceChat.Also] = AttendanceChat.AlsoOf(request.Also);

            return new ExecuteAction(title, AttendanceChat.RegisterVerb) { Data = data };
        }
    }

    private static IEnumerable<string> Empty(string? text, string field) => text is "" ? [field] : [];

    private static IEnumerable<string> Optional(string? text, Func<string, string> line) => text is null ? [] : [line(text)];

    private static JsonObject Data(ApologySeat place, ApologyDraft draft)
    {
        var data = ApologyCards.Ids(place.Forum, place.Meeting);
        if (place.IsOwn)
            data.With(AttendanceChat.By, place.Seat.PersonId);
        else
            data.With(CardIds.Member, place.Seat.Id);

        (data["substitute"], data["reason"]) = (draft.Substitute, draft.Reason);
        return data;
    }

    /// <summary>Buttons with names in them get a line each: three abreast are cut off on a phone.</summary>
    private static AdaptiveCard Card(string question, IEnumerable<string> lines, IReadOnlyList<CardAction> actions) => new()
    {
        Speak = CardParts.Spoken(question),
        FallbackText = question,
        Body =
        [
            CardParts.Heading(question),
            .. lines.Select(CardParts.Line),
            .. actions.Select(action => new ActionSet([action]) { Spacing = Spacing.Small }),
        ],
    };
}
