using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Rights;
using NodaTime;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// What each command and each button is performed with, so that it succeeds for whoever may do it. A button that is not named here is
/// pressed with what most of them want: the forum, its next meeting, the first item on it and the open case.
/// </summary>
internal static class RightsCalls
{
    /// <param name="standsInFor">Whose seat a substitute speaks for; null for whoever has a seat.</param>
    /// <returns>Null for a new command: say here how it is tried.</returns>
    internal static ChatCommand? Command(Right right, LocalDate today, string? standsInFor) => right switch
    {
        CommandRight<ChatCommand.Help> => new ChatCommand.Help(),
        CommandRight<ChatCommand.Unknown> => new ChatCommand.Unknown("grød", []),
        CommandRight<ChatCommand.ShowAgenda> => new ChatCommand.ShowAgenda(null, today.PlusDays(21)),
        CommandRight<ChatCommand.ListMeetings> => new ChatCommand.ListMeetings(null),
        CommandRight<ChatCommand.ScheduleMeeting> => new ChatCommand.ScheduleMeeting(null, today.PlusDays(50), new LocalTime(9, 0), null, null),
        CommandRight<ChatCommand.AddItem> => new ChatCommand.AddItem("Nyt punkt", null, null, null, today.PlusDays(21)),
        CommandRight<ChatCommand.Decide> => new ChatCommand.Decide(1, "Godkendt."),
        CommandRight<ChatCommand.Apology> => new ChatCommand.Apology(today.PlusDays(21), null, null, null) { Who = standsInFor },
        CommandRight<ChatCommand.WhoComes> => new ChatCommand.WhoComes(null, null),
        CommandRight<ChatCommand.RemoveItem> => new ChatCommand.RemoveItem(1, null, today.PlusDays(21)),
        CommandRight<ChatCommand.NotHere> => new ChatCommand.NotHere(NotHereKind.FindTime),
        CommandRight<ChatCommand.WithdrawApology> => new ChatCommand.WithdrawApology(today.PlusDays(35), null) { Who = standsInFor },
        CommandRight<ChatCommand.OpenWrittenProcedure> => new ChatCommand.OpenWrittenProcedure("Ny sag", null),
        CommandRight<ChatCommand.ShowContributions> => new ChatCommand.ShowContributions(),
        CommandRight<ChatCommand.AskChairs> => new ChatCommand.AskChairs("Hvornår kommer budgettet?"),
        CommandRight<ChatCommand.HandOver> => new ChatCommand.HandOver(null, null),
        CommandRight<ChatCommand.DecideAsChair> => new ChatCommand.DecideAsChair("Lejemålet"),
        CommandRight<ChatCommand.ShowMyCases> => new ChatCommand.ShowMyCases(),
        CommandRight<ChatCommand.ShowMinutes> => new ChatCommand.ShowMinutes(null, today.PlusDays(-1)),
        CommandRight<ChatCommand.Search> => new ChatCommand.Search("vinterplan"),
        CommandRight<ChatCommand.SetDeadline> => new ChatCommand.SetDeadline("Ny frist", today.PlusDays(20), null),
        CommandRight<ChatCommand.ShowMembers> => new ChatCommand.ShowMembers(null),
        CommandRight<ChatCommand.ShowAgreements> => new ChatCommand.ShowAgreements(null),
        CommandRight<ChatCommand.SendItem> => new ChatCommand.SendItem(1, null),
        CommandRight<ChatCommand.ShowCase> => new ChatCommand.ShowCase("vinterplan"),
        CommandRight<ChatCommand.ShowComingItems> => new ChatCommand.ShowComingItems(null),
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
        "search.more" => [("forum", null)],
        "case.show" => [("forum", null), ("case", "2026-1")],
        "send.item" => [("target", board.Board.OtherForum.Id.Value)],
        "send.withdraw" => [("coming", board.SentComing.Value)],
        "chat.run" => [("text", "hjælp")],
        "account.show" => [("accounts", RightsBoard.ClaimedAccount)],
        "account.answer" => [("accounts", RightsBoard.ClaimedAccount), ("theirs", true)],
        "document.open" => [("document", board.Chat.Get<Klynge.Application.Documents.DocumentLinks>()
            .To(Klynge.Application.Documents.DocumentPath.Of(board.Forum.Name, 2026, "Notat")).AbsoluteUri)],
        "attachment.move" => [("attachment", board.Attachment.Value), ("steps", 1), ("number", 1)],
        "attachment.remove" => [("attachment", board.Attachment.Value)],
        "attachment.restore" => [("attachment", board.TakenOff.Value)],
        "attendance.item.substitute" => [("meeting", board.Held.Value), ("item", board.ItemOfHeld.Value), ("member", board.SeatOf(board.Board.OtherMember))],
        "attendance.item.form" or "attendance.item" => [("meeting", board.Held.Value), ("item", board.ItemOfHeld.Value)],
        "attachment.mark.form" => [("attachment", board.Attachment.Value)],
        "attachment.mark" => [("attachment", board.Attachment.Value), ("name", "Plan 2"), ("reading", "yes")],
        "attachment.link" => [("new", Guid.CreateVersion7()), ("name", "Plan"), ("url", "https://fjordlandet.example/plan"), ("reading", "yes")],
        "file.meetings" or "file.drop" => [("forum", null), ("file", board.DroppedFile.Value)],
        "file.items" or "file.item" => [("file", board.DroppedFile.Value)],
        "file.attach" => [("file", board.DroppedFile.Value), ("name", "Plan"), ("reading", "no")],
        "contribution.ask" => [("people", board.Board.Doctor.Id.Value), ("due", "2026-01-26"), ("wanted", "Status")],
        "contribution.withdraw" or "contribution.record.form" => [("contribution", board.OfDoctor.Value)],
        "contribution.record" => [("contribution", board.OfDoctor.Value), ("contributed", "Lægernes tekst"), ("seen", "none")],
        "contribution.show" => [("contribution", board.ContributionOf(actor).Value)],
        "contribution.send" => [("contribution", board.ContributionOf(actor).Value), ("contributed", "Min tekst"), ("seen", "none")],
        "guest.add" => [("new", Guid.CreateVersion7()), .. GuestFields("Ny Gæst")],
        "guest.edit" => [("guest", board.Guest.Value), .. GuestFields("Gerda Gæstesen")],
        "guest.edit.form" or "guest.remove" or "guest.told" => [("guest", board.Guest.Value)],
        "turn.add" => [("new", Guid.CreateVersion7()), ("every", "2"), .. GuestFields("Ny Turgæst")],
        "turn.use" => [("cadence", board.Cadence.Value), ("turnItem", board.Item.Value)],
        "turn.skip" or "turn.remove" => [("cadence", board.Cadence.Value)],
        "guest.invite" => [("seen", board.SeenOfInvitation)],
        "guest.tell.form" or "guest.tell" => [("meeting", board.Later.Value), ("seen", board.SeenOfNews)],
        "agenda.send.form" => [("meeting", board.ReadyToSend.Value)],
        "agenda.send" => [("meeting", board.ReadyToSend.Value), ("sent", "0")],
        "question.ask" => [("to", board.Third.Id.Value), ("new", Guid.CreateVersion7()), ("text", "Hvornår?")],
        _ when right.Verb.StartsWith("question.", StringComparison.Ordinal) => [("chairQuestion", board.Question.Value)],
        "approval.record.form" => [("meeting", board.ToApprove.Value), ("member", board.WithoutTeams.Value)],
        "approval.record" => [("meeting", board.ToApprove.Value), ("member", board.WithoutTeams.Value), ("answer", "approved")],
        "approval.back" => [("meeting", board.ToApprove.Value), ("remark", "Punkt 1 skal ud"), ("seen", board.SeenToApprove)],
        "approval.ask" => [("meeting", board.ToApprove.Value), ("note", "Se også på punkt 2")],
        _ when right.Verb.StartsWith("approval.", StringComparison.Ordinal) => [("meeting", board.ToApprove.Value), ("seen", board.SeenToApprove)],
        "agenda.changes.form" or "agenda.changes.tell" => [("meeting", board.Running.Value), ("seen", board.SeenOfRunning)],
        "agenda.report" => [("new", Guid.CreateVersion7()), ("source", board.Approved.Value)],
        "agenda.add" => [("new", Guid.CreateVersion7())],
        "agenda.move" => [("steps", 1), ("number", board.NumberOf(board.Item))],
        "deadline.set" => [("new", Guid.CreateVersion7())],
        "agenda.restore" => [("item", board.Removed.Value), ("number", 1)],
        "agenda.accept" => [("item", board.Proposal.Value), ("target", board.Ahead.Value)],
        "agenda.decline" => [("item", board.Proposal.Value)],
        "agenda.decide.undo" => [("meeting", board.Held.Value), ("item", board.ItemOfHeld.Value), ("text", null)],
        "agenda.answers.form" or "agenda.decide.form" or "agenda.postpone" => [("meeting", board.Held.Value), ("item", board.ItemOfHeld.Value)],
        "agenda.votes" or "agenda.vote.form" or "agenda.vote.remove" => [("meeting", board.Held.Value), ("item", board.ItemOfHeld.Value), ("vote", null)],
        "agenda.vote" => [("meeting", board.Held.Value), ("item", board.ItemOfHeld.Value), ("vote", Guid.CreateVersion7()), ("for", board.SeatOf(board.Board.Chair.Id).Value)],
        "ballot.open.form" => [("meeting", board.Voting.Value), ("item", board.ItemToVoteOn.Value)],
        "ballot.open" => [("meeting", board.Voting.Value), ("item", board.ItemToVoteOn.Value), ("ballot", Guid.CreateVersion7()), ("question", "Vedtages kommissoriet?")],
        "ballot.cast" => [("ballot", board.Ballot.Value), ("answer", "for")],
        _ when right.Verb.StartsWith("ballot.", StringComparison.Ordinal) => [("meeting", board.Voting.Value), ("item", board.ItemOfBallot.Value), ("ballot", board.Ballot.Value)],
        "dissent.save" => [("meeting", board.Voting.Value), ("item", board.DecidedItem.Value), ("dissent", "I høring først"), ("reason", null)],
        _ when right.Verb.StartsWith("dissent.", StringComparison.Ordinal) || right.Verb.StartsWith("stop.", StringComparison.Ordinal) =>
            [("meeting", board.Voting.Value), ("item", board.DecidedItem.Value)],
        "impartiality.raise" => [("meeting", board.Voting.Value), ("item", board.DecidedItem.Value), ("member", board.SeatOf(board.Board.Chair.Id).Value)],
        _ when right.Verb.StartsWith("impartiality.", StringComparison.Ordinal) =>
            [("meeting", board.Voting.Value), ("item", board.DecidedItem.Value), ("member", board.SeatOf(board.Board.Doctor.Id).Value), ("outcome", 1)],
        "chairdecision.make" => [("new", Guid.CreateVersion7()), ("decision", "Aftalen forlænges"), ("ground", 1)],
        _ when right.Verb.StartsWith("chairdecision.", StringComparison.Ordinal) => [("chairDecision", board.ChairDecided.Value)],
        "handover.preview" => [("to", board.Third.Id.Value), ("lastDay", "2026-12-31")],
        "handover.confirm" => [("to", board.Third.Id.Value), ("lastDay", "2026-12-31"), ("seen", board.SeenOfHandover)],
        "handover.fetch" => [],
        "exclusion.form" => [("meeting", board.Voting.Value), ("item", board.ClosedItem.Value)],
        "exclusion.save" => [("meeting", board.Voting.Value), ("item", board.ClosedItem.Value), ("people", board.Board.Doctor.Id.Value.ToString("N"))],
        "agenda.additions" or "agenda.addition.form" or "agenda.addition.remove" => [("meeting", board.Held.Value), ("item", board.ItemOfHeld.Value)],
        "agenda.addition" => [("meeting", board.Held.Value), ("item", board.ItemOfHeld.Value), ("new", Guid.CreateVersion7()), ("addition", "Indsat bagefter")],
        "agenda.answers" => [("meeting", board.Held.Value), ("item", board.ItemOfHeld.Value), ("version", 1), ("answer1", "approved")],
        "agenda.decide" => [("meeting", board.Held.Value), ("choice", $"{board.ItemOfHeld.Value}/1")],
        "meeting.undo" => [("meeting", board.Later.Value)],
        "meeting.move" => [("date", "2026-03-03"), ("start", "14:00"), ("end", "16:00"), ("place", "Rådhuset")],
        "meeting.begin" => [("meeting", board.Today.Value), ("sure", true)],
        "meeting.finish" => [("meeting", board.Running.Value), ("sure", true)],
        "meeting.rollcall.form" or "meeting.rollcall" => [("meeting", board.Held.Value), ("attended", string.Empty)],
        "meeting.reopen" or "meeting.resume" => [("meeting", board.Unwritten.Value)],
        "attendance.substitute" => [("meeting", board.Later.Value), ("member", board.SeatOf(board.Board.OtherMember)), ("comes", "yes")],
        "attendance.register" when actor == Actors.Substitute => [("member", board.SeatOf(board.Board.OtherMember))],
        "attendance.withdraw" when actor == Actors.Substitute => [("meeting", board.Later.Value), ("member", board.SeatOf(board.Board.OtherMember))],
        "attendance.withdraw" => [("meeting", board.Later.Value)],
        "attendance.stands" when actor == Actors.Substitute => [("meeting", board.Later.Value), ("member", board.SeatOf(board.Board.OtherMember))],
        "attendance.stands" => [("meeting", board.Later.Value)],
        "minutes.show" => [("meeting", board.Approved.Value)],
        "minutes.publish" => [("meeting", board.Approved.Value)],
        "invitation.answer" => [("meeting", board.Called.Value), ($"who{board.UnknownInvitation:N}", "guest")],
        "invitation.conflict" => [("meeting", board.Called.Value)],
        "invitation.use" or "invitation.keep" => [("meeting", board.Called.Value), ("question", 1)],
        "invitation.reinstate" => [("meeting", board.Cancelled.Value)],
        _ when right.Verb.StartsWith("minutes.", StringComparison.Ordinal) => [("meeting", board.Held.Value), ("sure", "1")],
        "procedure.plan" => [("procedure", board.Draft.Value), ("opensDate", "2026-01-14"), ("opensTime", "08:00")],
        "procedure.plan.form" or "procedure.plan.off" => [("procedure", board.Draft.Value)],
        "procedure.edit" or "procedure.preview" or "procedure.open" or "procedure.discard" or "procedure.consult.form" or "procedure.draft" => [("procedure", board.Draft.Value)],
        "procedure.consult" => [("procedure", board.Draft.Value), ("asked", board.Third.Id.Value)],
        "procedure.remark" or "procedure.consultation" => [("consultation", board.Consultation)],
        "procedure.vote" => [("answer", "approve"), ("remarks", null)],
        "procedure.record" => [("answer", "approve"), ("source", "phone"), ("remarks", null), ("seat", board.SeatOf(board.Board.Doctor))],
        "procedure.seat.give" when actor == Actors.Secretariat => [("forOther", true), ("seat", board.SeatOf(board.Board.Member))],
        "procedure.seat.give" => [("remarks", null)],
        "procedure.seat.back" => [("procedure", board.GivenUp.Value)],
        "procedure.confirm.ask" or "procedure.confirm" or "procedure.evidence" => [("procedure", board.Closed.Value)],
        "wheel.add" => [("rule", "30. april")],
        "wheel.remove.ask" or "wheel.remove" => [("entry", "udpegning hvert aar")],
        "coming.add" => [("new", Guid.CreateVersion7()), ("wanted", "i marts")],
        "coming.accept" => [("coming", board.ProposedComing.Value)],
        "coming.return" => [("coming", board.DroppedComing.Value)],
        "coming.place" => [("coming", board.Coming.Value), ("target", board.Later.Value)],
        _ when right.Verb.StartsWith("coming.", StringComparison.Ordinal) => [("coming", board.Coming.Value)],
        "agreement.rule.end" => [("standingRule", board.Rule.Value)],
        "agreement.rule.resume" => [("standingRule", board.EndedRule.Value)],
        "members.edit.form" or "members.end.form" => [("member", board.SeatOf(board.Board.Doctor.Id).Value)],
        "members.preview" => [("kind", "add"), ("title", null), ("name", "Ny Plads"), ("role", "gæst"), ("organisation", "Region Syd")],
        "members.change" => [("kind", "add"), ("title", null), ("name", "Ny Plads"), ("role", "gæst"), ("organisation", "Region Syd"), ("seen", board.SeenOfMembers)],
        "agreement.drop" or "agreement.drop.form" => [("deadline", board.Agreement.Value), ("version", board.VersionOf(board.Agreement)), ("reason", "Ikke længere aktuel")],
        "deadline.accept" or "deadline.dismiss" => [("found", board.Found)],
        "deadline.remind" => [("deadline", board.OfMembers.Value)],
        "deadline.dismiss.undo" => [("found", board.Dismissed)],
        "deadline.undo" => [("deadline", board.Finished.Value), ("version", board.VersionOf(board.Finished))],
        _ when right.Verb.StartsWith("deadline.", StringComparison.Ordinal) =>
            [("deadline", board.Deadline.Value), ("version", board.VersionOf(board.Deadline))],
        _ => [],
    };

    private static (string Name, JsonNode? Value)[] GuestFields(string name) =>
        [("guestName", name), ("guestTitle", "sygeplejerske"), ("guestOrganisation", "Region Syd"), ("guestEmail", "ny@gaester.example")];
}
