using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Attendance;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines;
using Klynge.Application.Invitations;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// What each command and each button is performed with, so that it succeeds for whoever may do it. A button that is not named here is
/// pressed with what most of them want: the forum, its next meeting, the first item on it and the open case.
/// </summary>
internal static class RightsCalls
{
    /// <returns>Null for a new command: say here how it is tried.</returns>
    internal static ChatCommand? Command(Right right, LocalDate today, Actors actor) => right switch
    {
        CommandRight<ChatCommand.Help> => new ChatCommand.Help(),
        CommandRight<ChatCommand.Unknown> => new ChatCommand.Unknown("grød", []),
        CommandRight<ChatCommand.ShowAgenda> => new ChatCommand.ShowAgenda(null, today.PlusDays(21)),
        CommandRight<ChatCommand.ListMeetings> => new ChatCommand.ListMeetings(null),
        CommandRight<ChatCommand.ScheduleMeeting> => new ChatCommand.ScheduleMeeting(null, today.PlusDays(50), new LocalTime(9, 0), null, null),
        CommandRight<ChatCommand.AddItem> => new ChatCommand.AddItem("Nyt punkt", null, null, null, today.PlusDays(21)),
        CommandRight<ChatCommand.Decide> => new ChatCommand.Decide(1, "Godkendt."),
        CommandRight<ChatCommand.Apology> => new ChatCommand.Apology(today.PlusDays(21), null, null, null) { Who = actor == Actors.Substitute ? "Lene Aagaard" : null },
        CommandRight<ChatCommand.WhoComes> => new ChatCommand.WhoComes(null, null),
        CommandRight<ChatCommand.RemoveItem> => new ChatCommand.RemoveItem(1, null, today.PlusDays(21)),
        CommandRight<ChatCommand.NotHere> => new ChatCommand.NotHere(NotHereKind.FindTime),
        CommandRight<ChatCommand.WithdrawApology> => new ChatCommand.WithdrawApology(today.PlusDays(35), null) { Who = actor == Actors.Substitute ? "Lene Aagaard" : null },
        CommandRight<ChatCommand.OpenWrittenProcedure> => new ChatCommand.OpenWrittenProcedure("Ny sag", null),
        CommandRight<ChatCommand.ShowMyCases> => new ChatCommand.ShowMyCases(),
        CommandRight<ChatCommand.ShowMinutes> => new ChatCommand.ShowMinutes(null, today.PlusDays(-1)),
        CommandRight<ChatCommand.Search> => new ChatCommand.Search("vinterplan"),
        CommandRight<ChatCommand.SetDeadline> => new ChatCommand.SetDeadline("Ny frist", today.PlusDays(20), null),
        CommandRight<ChatCommand.ShowDeadlines> => new ChatCommand.ShowDeadlines(null),
        CommandRight<ChatCommand.ShowAnnualWheel> => new ChatCommand.ShowAnnualWheel(null),
        CommandRight<ChatCommand.ShowCalendarLink> => new ChatCommand.ShowCalendarLink(null),
        CommandRight<ChatCommand.RollCall> => new ChatCommand.RollCall(null, null),
        _ => null,
    };

    internal static JsonElement Data(RightsBoard board, ButtonRight right, Actors actor)
    {
        var data = Usual(board);
        foreach (var (name, value) in Special(board, right, actor))
            data[name] = value;

        return JsonSerializer.SerializeToElement(data);
    }

    private static JsonObject Usual(RightsBoard board) => new()
    {
        ["forum"] = board.Forum.Id.Value,
        ["meeting"] = board.Ahead.Value,
        ["item"] = board.Item.Value,
        ["procedure"] = board.Open.Value,
        ["version"] = 1,
        ["title"] = "Ny titel",
        ["summary"] = "Kort.",
        ["presentation"] = "Sagen.",
        ["recommendations"] = "1. Godkender det",
        ["date"] = "2026-01-26",
        ["time"] = "12:00",
        ["reason"] = "Fordi det er bedre",
        ["text"] = "Godkendt.",
        ["words"] = "vinterplan",
        ["remarks"] = "Tak",
        ["note"] = "Tak",
    };

    /// <summary>The fields that a button wants otherwise than most.</summary>
    private static (string Name, JsonNode? Value)[] Special(RightsBoard board, ButtonRight right, Actors actor) => right.Verb switch
    {
        "chat.forum" => [("text", "hjælp"), ("forum", board.Forum.Key)],
        "chat.run" => [("text", "hjælp")],
        "account.answer" => [("accounts", RightsBoard.ClaimedAccount), ("theirs", true)],
        "document.open" => [("document", board.Chat.Get<Klynge.Application.Documents.DocumentLinks>()
            .To(Klynge.Application.Documents.DocumentPath.Of(board.Forum.Name, 2026, "Notat")).AbsoluteUri)],
        AgendaVerbs.Send => [("sent", "0")],
        AgendaVerbs.Add => [("new", Guid.CreateVersion7())],
        AgendaVerbs.Move => [("steps", 1), ("number", board.NumberOf(board.Item))],
        DeadlineVerbs.Set => [("new", Guid.CreateVersion7())],
        AgendaVerbs.Restore => [("item", board.Removed.Value), ("number", 1)],
        AgendaVerbs.Accept => [("item", board.Proposal.Value), ("target", board.Ahead.Value)],
        AgendaVerbs.Decline => [("item", board.Proposal.Value)],
        AgendaVerbs.UndoDecision => [("meeting", board.Held.Value), ("item", board.ItemOfHeld.Value), ("text", null)],
        AgendaVerbs.DecideForm or AgendaVerbs.Postpone => [("meeting", board.Held.Value), ("item", board.ItemOfHeld.Value)],
        AgendaVerbs.Decide => [("meeting", board.Held.Value), ("choice", $"{board.ItemOfHeld.Value}/1")],
        MeetingVerbs.Undo => [("meeting", board.Later.Value)],
        MeetingVerbs.Move => [("date", "2026-03-03"), ("start", "14:00"), ("end", "16:00"), ("place", "Rådhuset")],
        MeetingVerbs.Begin => [("meeting", board.Today.Value), ("sure", true)],
        MeetingVerbs.Finish => [("meeting", board.Running.Value), ("sure", true)],
        MeetingVerbs.RollCallForm or MeetingVerbs.RollCall => [("meeting", board.Held.Value), ("attended", string.Empty)],
        MeetingVerbs.Reopen or MeetingVerbs.Resume => [("meeting", board.Unwritten.Value)],
        AttendanceChat.SubstituteVerb => [("meeting", board.Later.Value), ("member", board.SeatOf(board.Board.OtherMember)), ("comes", "yes")],
        AttendanceChat.RegisterVerb when actor == Actors.Substitute => [("member", board.SeatOf(board.Board.OtherMember))],
        AttendanceChat.WithdrawVerb when actor == Actors.Substitute => [("meeting", board.Later.Value), ("member", board.SeatOf(board.Board.OtherMember))],
        AttendanceChat.WithdrawVerb => [("meeting", board.Later.Value)],
        "minutes.show" => [("meeting", board.Approved.Value)],
        "minutes.publish" => [("meeting", board.Approved.Value)],
        InvitationVerbs.Answer => [("meeting", board.Called.Value), ($"who{board.UnknownInvitation:N}", "guest")],
        InvitationVerbs.UseCalendar or InvitationVerbs.KeepOurs => [("meeting", board.Called.Value), ("question", 1)],
        InvitationVerbs.Reinstate => [("meeting", board.Cancelled.Value)],
        _ when right.Verb.StartsWith("minutes.", StringComparison.Ordinal) => [("meeting", board.Held.Value), ("sure", "1")],
        Verbs.Edit or Verbs.Preview or Verbs.Open or Verbs.Discard or Verbs.ConsultForm or Verbs.Draft => [("procedure", board.Draft.Value)],
        Verbs.Consult => [("procedure", board.Draft.Value), ("asked", board.Third.Id.Value)],
        Verbs.Remark or Verbs.Consultation => [("consultation", board.Consultation)],
        Verbs.Vote => [("answer", "approve"), ("remarks", null)],
        Verbs.Record => [("answer", "approve"), ("source", "phone"), ("remarks", null), ("seat", board.SeatOf(board.Board.Doctor))],
        Verbs.GiveUpSeat when actor == Actors.Secretariat => [("forOther", true), ("seat", board.SeatOf(board.Board.Member))],
        Verbs.TakeSeatBack => [("procedure", board.GivenUp.Value)],
        Verbs.AskConfirm or Verbs.Confirm or Verbs.Evidence => [("procedure", board.Closed.Value)],
        DeadlineVerbs.WheelAdd => [("rule", "30. april")],
        DeadlineVerbs.WheelAskRemove or DeadlineVerbs.WheelRemove => [("entry", "udpegning hvert aar")],
        DeadlineVerbs.Accept or DeadlineVerbs.Dismiss => [("found", board.Found)],
        DeadlineVerbs.Remind => [("deadline", board.OfMembers.Value)],
        DeadlineVerbs.UndoDismiss => [("found", board.Dismissed)],
        DeadlineVerbs.Undo => [("deadline", board.Finished.Value), ("version", board.VersionOf(board.Finished))],
        _ when right.Verb.StartsWith("deadline.", StringComparison.Ordinal) =>
            [("deadline", board.Deadline.Value), ("version", board.VersionOf(board.Deadline))],
        _ => [],
    };
}
