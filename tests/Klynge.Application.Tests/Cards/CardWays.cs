using System.Text.Json.Nodes;

namespace Klynge.Application.Tests.Cards;

/// <summary>How a card stays true while it lies in a chat.</summary>
internal enum CardWay
{
    /// <summary>The outbox updates it where it stands when its record changes.</summary>
    KeptByTheOutbox = 1,

    /// <summary>Whoever looks at it later has it drawn anew.</summary>
    AsksAnew = 2,

    /// <summary>Whoever looks at it later has it drawn anew once there is more to say; until then it stays as it was sent, fields and all.</summary>
    AsksWhenThereIsNews = 3,

    /// <summary>Every answer to a command that shows how something stands is kept true by <c>StandingCard</c>, or says when it stood so.</summary>
    StandsOrSaysItsMoment = 4,

    /// <summary>It is the answer to somebody's own press or words, a form or a question, and the next press says how it stands.</summary>
    AnswersAPress = 5,

    /// <summary>It tells what happened, which stays so; there is nothing on it to act on but to look.</summary>
    TellsWhatHappened = 6,

    /// <summary>A piece of other cards, or a change to one.</summary>
    PartOfOthers = 7,
}

/// <summary>Every builder of a card with its way to stay true and the samples that show it.</summary>
internal static class CardWays
{
    internal static readonly IReadOnlyDictionary<string, (CardWay Way, string[] Samples)> All = new Dictionary<string, (CardWay, string[])>(StringComparer.Ordinal)
    {
        ["AgendaCard.Build"] = (CardWay.KeptByTheOutbox, []),
        ["AgendaCards.DrawOwnAsync"] = (CardWay.KeptByTheOutbox, []),
        ["DecisionsCard.Build"] = (CardWay.KeptByTheOutbox, []),
        ["ForumChatCards.Ask"] = (CardWay.KeptByTheOutbox, []),
        ["ForumChatCards.Linked"] = (CardWay.KeptByTheOutbox, []),
        ["SharedProcedureCard.Build"] = (CardWay.KeptByTheOutbox, []),
        ["FileCards.Fetching"] = (CardWay.KeptByTheOutbox, []),
        ["FileCards.Kept"] = (CardWay.KeptByTheOutbox, []),
        ["AccountsCard.Build"] = (CardWay.AsksAnew, ["accounts/ask-one", "accounts/ask-many", "accounts/ask-awkward"]),
        ["BallotCard.Build"] = (CardWay.AsksAnew, ["written-procedures/ballot"]),
        ["ConfirmResultCard.Build"] = (CardWay.AsksAnew, ["written-procedures/confirm-result-asked"]),
        ["ConflictCard.Ask"] = (CardWay.AsksAnew, ["invitations/conflict"]),
        ["ConflictCard.Gone"] = (CardWay.AsksAnew, ["invitations/gone"]),
        ["ConsultationCard.Build"] = (CardWay.AsksAnew, ["written-procedures/consultation", "written-procedures/consultation-sent"]),
        ["ContributionCard.Build"] = (CardWay.AsksAnew, ["contributions/asked", "contributions/sent", "contributions/over"]),
        ["ContributionCard.Notice"] = (CardWay.AsksAnew, ["contributions/notice", "contributions/notice-closed", "contributions/reminder"]),
        ["DeadlineDigestCard.Build"] = (CardWay.AsksAnew, ["deadlines/digest", "deadlines/digest-waiting"]),
        ["FoundCard.Build"] = (CardWay.AsksAnew, ["deadlines/found"]),
        ["ProposalCard.Ask"] = (CardWay.AsksAnew, ["agendas/proposal"]),
        ["ReceiptCard.Build"] = (CardWay.AsksAnew, ["written-procedures/receipt"]),
        ["RecordedCard.Build"] = (CardWay.AsksAnew, ["written-procedures/recorded"]),
        ["ReminderCard.Build"] = (CardWay.AsksAnew, ["deadlines/reminder", "written-procedures/reminder"]),
        ["ReminderCard.ByHand"] = (CardWay.AsksAnew, ["deadlines/reminder-by-hand"]),
        ["ReminderCard.Given"] = (CardWay.AsksAnew, ["deadlines/given"]),
        ["ApologyCards.Confirmation"] = (CardWay.AsksWhenThereIsNews, ["attendance/confirmation", "attendance/withdrawn"]),
        ["ApologyCards.Contradicted"] = (CardWay.AsksWhenThereIsNews, ["attendance/contradicted"]),
        ["ApologyCards.ForSecretariat"] = (CardWay.AsksWhenThereIsNews, ["attendance/for-secretariat", "attendance/from-calendar-for-secretariat"]),
        ["ApologyCards.ForSubstitute"] = (CardWay.AsksWhenThereIsNews, ["attendance/for-substitute", "attendance/substitute-comes-after-all"]),
        ["ApologyCards.FromCalendar"] = (CardWay.AsksWhenThereIsNews, ["attendance/from-calendar", "attendance/from-calendar-asked"]),
        ["AttendeesCard.Build"] = (CardWay.AsksWhenThereIsNews, ["invitations/who", "invitations/who-answered-in-part"]),
        ["CalendarNotices.Cancelled"] = (CardWay.AsksWhenThereIsNews, ["invitations/cancelled"]),
        ["DeadlineMovedCard.Build"] = (CardWay.AsksWhenThereIsNews, ["written-procedures/deadline-moved"]),
        ["LeaversCard.Build"] = (CardWay.AsksWhenThereIsNews, ["written-procedures/leavers"]),
        ["MeetingQuestions.Begin"] = (CardWay.AsksWhenThereIsNews, ["meetings/begin-question"]),
        ["MeetingQuestions.Finish"] = (CardWay.AsksWhenThereIsNews, ["meetings/finish-question"]),
        ["OpenedCard.Build"] = (CardWay.AsksWhenThereIsNews, ["written-procedures/opened"]),
        ["RollCallCard.Sent"] = (CardWay.AsksWhenThereIsNews, ["meetings/roll-call"]),
        ["SeatGivenCard.Build"] = (CardWay.AsksWhenThereIsNews, ["written-procedures/seat-given"]),
        ["SubstituteCards.Answered"] = (CardWay.AsksWhenThereIsNews, ["attendance/substitute-yes", "attendance/substitute-no"]),
        ["SubstituteCards.Ask"] = (CardWay.AsksWhenThereIsNews, ["attendance/substitute-ask"]),
        ["SubstituteCards.ComesAfterAll"] = (CardWay.AsksWhenThereIsNews, ["attendance/substitute-comes-after-all"]),
        ["SubstituteCards.ForMember"] = (CardWay.AsksWhenThereIsNews, ["attendance/substitute-yes-for-member", "attendance/substitute-no-for-member"]),
        ["SubstituteCards.ForSecretariat"] = (CardWay.AsksWhenThereIsNews, ["attendance/substitute-yes-for-secretariat"]),
        ["SubstituteCards.Named"] = (CardWay.AsksWhenThereIsNews, ["attendance/for-substitute"]),
        ["SubstituteCards.NotNeeded"] = (CardWay.AsksWhenThereIsNews, ["attendance/substitute-not-needed"]),
        ["SubstituteCards.TooLate"] = (CardWay.AsksWhenThereIsNews, ["attendance/substitute-too-late"]),
        ["UploadCards.Changed"] = (CardWay.AsksWhenThereIsNews, ["minutes/changed-meanwhile"]),
        ["UploadCards.NotStored"] = (CardWay.AsksWhenThereIsNews, ["minutes/not-stored-later"]),
        ["AgendaTextCard.Build"] = (CardWay.StandsOrSaysItsMoment, ["agendas/agenda-text"]),
        ["AttendanceLines.Card"] = (CardWay.StandsOrSaysItsMoment, []),
        ["ContributionListCard.Overview"] = (CardWay.StandsOrSaysItsMoment, ["contributions/overview"]),
        ["DeadlineListCard.Build"] = (CardWay.StandsOrSaysItsMoment, ["deadlines/list"]),
        ["HelpCard.Build"] = (CardWay.StandsOrSaysItsMoment, ["guidance/help-secretariat"]),
        ["HelpCard.Welcome"] = (CardWay.StandsOrSaysItsMoment, ["guidance/welcome"]),
        ["MeetingListCard.Build"] = (CardWay.StandsOrSaysItsMoment, ["meetings/list"]),
        ["MinutesCard.Build"] = (CardWay.StandsOrSaysItsMoment, ["minutes/draft"]),
        ["MyCasesCard.Build"] = (CardWay.StandsOrSaysItsMoment, ["my-cases/member"]),
        ["SearchCard.Build"] = (CardWay.StandsOrSaysItsMoment, ["search/one"]),
        ["WheelCards.Build"] = (CardWay.StandsOrSaysItsMoment, ["deadlines/wheel"]),
        ["AccountsCard.Done"] = (CardWay.TellsWhatHappened, ["accounts/answered"]),
        ["AccountsCard.Welcome"] = (CardWay.TellsWhatHappened, ["accounts/welcome"]),
        ["CalendarLinkCard.Made"] = (CardWay.TellsWhatHappened, []),
        ["CalendarNotices.Ended"] = (CardWay.TellsWhatHappened, ["invitations/ended"]),
        ["CalendarNotices.Linked"] = (CardWay.TellsWhatHappened, ["invitations/linked"]),
        ["CalendarNotices.Moved"] = (CardWay.TellsWhatHappened, ["invitations/moved"]),
        ["CalendarNotices.NotRead"] = (CardWay.TellsWhatHappened, ["invitations/not-read"]),
        ["CalendarNotices.ReportLate"] = (CardWay.TellsWhatHappened, ["invitations/report-late"]),
        ["CalendarNotices.ReportMissing"] = (CardWay.TellsWhatHappened, ["invitations/report-missing"]),
        ["ConflictCard.Settled"] = (CardWay.TellsWhatHappened, ["invitations/conflict-settled", "invitations/conflict-gone"]),
        ["ConsultationEndedCard.Build"] = (CardWay.TellsWhatHappened, ["written-procedures/consultation-ended"]),
        ["ContributionNotices.Sent"] = (CardWay.TellsWhatHappened, ["contributions/received", "contributions/replaced"]),
        ["ContributionNotices.Withdrawn"] = (CardWay.TellsWhatHappened, ["contributions/withdrawn"]),
        ["FileCards.Dropped"] = (CardWay.TellsWhatHappened, []),
        ["FileCards.Failed"] = (CardWay.TellsWhatHappened, ["attachments/failed"]),
        ["DocumentCard.Build"] = (CardWay.TellsWhatHappened, []),
        ["DocumentsCard.Build"] = (CardWay.TellsWhatHappened, ["written-procedures/documents-stored"]),
        ["ForumChatCards.ReadersCame"] = (CardWay.TellsWhatHappened, ["forums/readers-came"]),
        ["HeardForums.Card"] = (CardWay.TellsWhatHappened, []),
        ["MeetingNotices.Cancelled"] = (CardWay.TellsWhatHappened, ["meetings/cancelled"]),
        ["MeetingNotices.Moved"] = (CardWay.TellsWhatHappened, ["meetings/moved"]),
        ["MinutesCard.Published"] = (CardWay.TellsWhatHappened, ["minutes/published"]),
        ["ProposalCard.Answered"] = (CardWay.TellsWhatHappened, ["agendas/proposal-declined"]),
        ["UploadCards.ClosedAway"] = (CardWay.TellsWhatHappened, ["minutes/closed-away"]),
        ["UploadCards.StillInTheOpen"] = (CardWay.TellsWhatHappened, ["minutes/still-in-the-open"]),
        ["UploadCards.Stored"] = (CardWay.TellsWhatHappened, ["minutes/stored-later"]),
        ["AgreementChat.DropForm"] = (CardWay.AnswersAPress, []),
        ["AnswersForm.Build"] = (CardWay.AnswersAPress, []),
        ["AnswerQuestionCard.Build"] = (CardWay.AnswersAPress, []),
        ["AnswerQuestionCard.BuildForOther"] = (CardWay.AnswersAPress, []),
        ["ApologyCards.ConfirmationOfAll"] = (CardWay.AnswersAPress, []),
        ["ApologyCards.Form"] = (CardWay.AnswersAPress, []),
        ["ApologyQuestions.Confirm"] = (CardWay.AnswersAPress, []),
        ["ApologyQuestions.ConfirmAll"] = (CardWay.AnswersAPress, []),
        ["ApologyQuestions.ConfirmSeats"] = (CardWay.AnswersAPress, []),
        ["ApologyQuestions.ConfirmWithdrawal"] = (CardWay.AnswersAPress, []),
        ["ApologyQuestions.ConfirmWithdrawalOfAll"] = (CardWay.AnswersAPress, []),
        ["ApologyQuestions.Which"] = (CardWay.AnswersAPress, []),
        ["ApologyQuestions.WhichSubstitute"] = (CardWay.AnswersAPress, []),
        ["ApologyQuestions.Who"] = (CardWay.AnswersAPress, []),
        ["AskCard.Build"] = (CardWay.AnswersAPress, []),
        ["AskCard.Choose"] = (CardWay.AnswersAPress, []),
        ["AttachmentsCard.Build"] = (CardWay.AnswersAPress, []),
        ["AttachmentsCard.LinkForm"] = (CardWay.AnswersAPress, []),
        ["FileCards.AskDetails"] = (CardWay.AnswersAPress, []),
        ["FileCards.AskItem"] = (CardWay.AnswersAPress, []),
        ["FileCards.AskMeeting"] = (CardWay.AnswersAPress, []),
        ["CalendarLinkCard.Build"] = (CardWay.AnswersAPress, []),
        ["ChatAnswers.Ask"] = (CardWay.AnswersAPress, []),
        ["ConfirmCard.Close"] = (CardWay.AnswersAPress, []),
        ["ConfirmCard.Withdraw"] = (CardWay.AnswersAPress, []),
        ["ConsultationForm.Build"] = (CardWay.AnswersAPress, []),
        ["ContributionForms.Ask"] = (CardWay.AnswersAPress, []),
        ["ContributionForms.Record"] = (CardWay.AnswersAPress, []),
        ["ContributionListCard.Build"] = (CardWay.AnswersAPress, []),
        ["DateQuestion.Build"] = (CardWay.AnswersAPress, []),
        ["DeadlineCard.Build"] = (CardWay.AnswersAPress, []),
        ["DeadlineLookup.EditFormAsync"] = (CardWay.AnswersAPress, []),
        ["DeadlineLookup.FormAsync"] = (CardWay.AnswersAPress, []),
        ["DeadlineForms.AskWho"] = (CardWay.AnswersAPress, []),
        ["DeadlineForms.Edit"] = (CardWay.AnswersAPress, []),
        ["DeadlineForms.New"] = (CardWay.AnswersAPress, []),
        ["DeadlineForms.Postpone"] = (CardWay.AnswersAPress, []),
        ["DecisionForm.Build"] = (CardWay.AnswersAPress, []),
        ["DecisionForm.InWriting"] = (CardWay.AnswersAPress, []),
        ["FormCard.Against"] = (CardWay.AnswersAPress, []),
        ["FormCard.Build"] = (CardWay.AnswersAPress, []),
        ["ForumChatCards.Choose"] = (CardWay.AnswersAPress, []),
        ["ForumChatCards.Move"] = (CardWay.AnswersAPress, []),
        ["ForumChatCards.OthersRead"] = (CardWay.AnswersAPress, []),
        ["ItemCard.Build"] = (CardWay.AnswersAPress, []),
        ["CaseTextCard.Build"] = (CardWay.AnswersAPress, []),
        ["ItemChat.BuildConfirmation"] = (CardWay.AnswersAPress, []),
        ["ItemForm.Add"] = (CardWay.AnswersAPress, []),
        ["ItemForm.Edit"] = (CardWay.AnswersAPress, []),
        ["MeetingChangeChat.CancelFormAsync"] = (CardWay.AnswersAPress, []),
        ["MeetingChangeChat.DetailsFormAsync"] = (CardWay.AnswersAPress, []),
        ["MeetingChangeChat.MoveFormAsync"] = (CardWay.AnswersAPress, []),
        ["MeetingForms.Cancel"] = (CardWay.AnswersAPress, []),
        ["MeetingForms.Details"] = (CardWay.AnswersAPress, []),
        ["MeetingForms.Move"] = (CardWay.AnswersAPress, []),
        ["MeetingStands.Build"] = (CardWay.AnswersAPress, []),
        ["MinutesCard.AskApproval"] = (CardWay.AnswersAPress, []),
        ["MinutesCard.AskOverwrite"] = (CardWay.AnswersAPress, []),
        ["MinutesCard.WhichMeeting"] = (CardWay.AnswersAPress, []),
        ["NotHereCard.Build"] = (CardWay.AnswersAPress, []),
        ["PreviewCard.Build"] = (CardWay.AnswersAPress, []),
        ["ProposalCard.Settled"] = (CardWay.AnswersAPress, []),
        ["RecordForm.Build"] = (CardWay.AnswersAPress, []),
        ["ResultCard.Build"] = (CardWay.AnswersAPress, []),
        ["RollCallCard.Ask"] = (CardWay.AnswersAPress, []),
        ["RollCallChat.NextPageAsync"] = (CardWay.AnswersAPress, []),
        ["SharedProcedureCard.BuildOwn"] = (CardWay.AnswersAPress, []),
        ["UnknownCard.Build"] = (CardWay.AnswersAPress, []),
        ["WheelCards.AskRemove"] = (CardWay.AnswersAPress, []),
        ["WheelCards.Form"] = (CardWay.AnswersAPress, []),
        ["ApologyCards.Card"] = (CardWay.PartOfOthers, []),
        ["ApologyStands.Draw"] = (CardWay.PartOfOthers, []),
        ["ApologyStands.OfSubstitute"] = (CardWay.PartOfOthers, []),
        ["AttendeesCard.AskAsync"] = (CardWay.PartOfOthers, []),
        ["CardParts.Note"] = (CardWay.PartOfOthers, []),
        ["ConflictCard.Of"] = (CardWay.PartOfOthers, []),
        ["HelpQueries.WelcomeAsync"] = (CardWay.PartOfOthers, []),
        ["ReminderCard.Again"] = (CardWay.PartOfOthers, []),
    };

    /// <summary>The buttons that show something, or open a form, and change nothing, whenever they are pressed.</summary>
    internal static readonly IReadOnlySet<string> Looks = new HashSet<string>(StringComparer.Ordinal)
    {
        "agenda.show", "agenda.full", "agenda.item", "agenda.send.form", "agenda.add.form", "agenda.edit.form", "agenda.proposals", "agenda.proposal", "agenda.decide.form", "agenda.answers.form", "agenda.decisions",
        "contribution.ask.form", "contribution.list", "contribution.record.form", "contribution.show",
        "attachment.list", "attachment.link.form", "file.meetings", "file.items", "file.item",
        "meeting.move.form", "meeting.cancel.form", "meeting.details.form", "meeting.rollcall.form", "meeting.stands",
        "attendance.form", "attendance.agenda", "attendance.stands",
        "invitation.people", "invitation.conflict", "account.show",
        "minutes.show", "search.more", "search.open", "chat.choose", "chat.linked",
        "procedure.form", "procedure.ballot", "procedure.view", "procedure.text", "procedure.close.ask", "procedure.withdraw.ask", "procedure.preview", "procedure.record.form", "procedure.amend.form", "procedure.confirm.ask",
        "procedure.consult.form", "procedure.consultation", "procedure.edit",
        "agreement.drop.form", "deadline.list", "deadline.show", "deadline.form", "deadline.postpone.form", "deadline.edit.form", "deadline.found", "wheel.show", "wheel.form", "wheel.remove.ask", "calendar.link", "document.open", "procedure.evidence",
    };

    /// <summary>Two of them make the presser a copy of what there is, a link to a document and the papers of a case.</summary>
    internal static readonly IReadOnlyList<string> Copies = ["document.open", "procedure.evidence"];

    /// <summary>The verbs on a card that change something; what a button unfolds counts as well.</summary>
    internal static IEnumerable<string> Acts(JsonNode card) => CardTests.Objects(card)
        .Where(part => (string?)part["type"] == "Action.Execute" && !ReferenceEquals(part, card["refresh"]?["action"]))
        .Select(part => (string)part["verb"]!)
        .Where(verb => !Looks.Contains(verb))
        .Distinct(StringComparer.Ordinal);
}
