using Klynge.Application.Agendas;
using Klynge.Application.Attendance;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Forums.Chats;
using Klynge.Application.Invitations;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging.Accounts;
using Klynge.Application.Minutes;
using Klynge.Application.Search;
using Klynge.Application.WrittenProcedures;
using Klynge.Domain.Forums;
using static Klynge.Application.Rights.Actors;
using static Klynge.Application.Rights.Who;

namespace Klynge.Application.Rights;

/// <summary>Who may press which button of a card in the forum that the card is about. Long, because it is one table.</summary>
public static class ButtonRights
{
    public static readonly ButtonRight ChatForum = new(ChatModule.ChooseForumVerb, OnRecord, "runs the command anew, allowed or refused by its own row");
    public static readonly ButtonRight ChatRun = new(ChatModule.RunVerb, OnRecord, "runs the command anew, allowed or refused by its own row");
    public static readonly ButtonRight ChatChoose = new(ForumChatFeature.ChooseVerb, Permission.LinkConversation);
    public static readonly ButtonRight ChatLink = new(ForumChatFeature.LinkVerb, Permission.LinkConversation);
    public static readonly ButtonRight ChatLinked = new(ForumChatFeature.ShowVerb, OnRecord, "says which forum the chat belongs to");

    public static readonly ButtonRight AccountAnswer = new(AccountsCard.Verb, Secretariat, "of a forum where the member sits");
    public static readonly ButtonRight DocumentOpen = new(DocumentButton.Verb, InForum, "what they may read; sends a link of their own");

    public static readonly ButtonRight AgendaShow = new(AgendaVerbs.Show, Permission.ReadAgenda);
    public static readonly ButtonRight AgendaFull = new(AgendaVerbs.Full, Permission.ReadAgenda);
    public static readonly ButtonRight AgendaItem = new(AgendaVerbs.Item, Permission.ReadAgenda);
    public static readonly ButtonRight AgendaSendForm = new(AgendaVerbs.SendForm, Permission.ManageAgenda);
    public static readonly ButtonRight AgendaSend = new(AgendaVerbs.Send, Permission.ManageAgenda);
    public static readonly ButtonRight AgendaAddForm = new(AgendaVerbs.AddForm, Permission.ProposeItem);
    public static readonly ButtonRight AgendaAdd = new(AgendaVerbs.Add, Permission.ProposeItem, "a proposal, until the secretariat accepts it");
    public static readonly ButtonRight AgendaEditForm = new(AgendaVerbs.EditForm, Permission.ManageAgenda);
    public static readonly ButtonRight AgendaEdit = new(AgendaVerbs.Edit, Permission.ManageAgenda);
    public static readonly ButtonRight AgendaMove = new(AgendaVerbs.Move, Permission.ManageAgenda);
    public static readonly ButtonRight AgendaRemove = new(AgendaVerbs.Remove, Secretariat, "others their own unanswered proposal");
    public static readonly ButtonRight AgendaRestore = new(AgendaVerbs.Restore, Permission.ManageAgenda);
    public static readonly ButtonRight AgendaProposals = new(AgendaVerbs.Proposals, Permission.ManageAgenda);
    public static readonly ButtonRight AgendaProposal = new(AgendaVerbs.Proposal, Permission.ManageAgenda);
    public static readonly ButtonRight AgendaAccept = new(AgendaVerbs.Accept, Permission.ManageAgenda);
    public static readonly ButtonRight AgendaDecline = new(AgendaVerbs.Decline, Permission.ManageAgenda);
    public static readonly ButtonRight AgendaDecideForm = new(AgendaVerbs.DecideForm, Permission.RecordDecision);
    public static readonly ButtonRight AgendaDecide = new(AgendaVerbs.Decide, Permission.RecordDecision);
    public static readonly ButtonRight AgendaDecisions = new(AgendaVerbs.Decisions, Permission.ReadAgenda);
    public static readonly ButtonRight AgendaUndoDecision = new(AgendaVerbs.UndoDecision, Permission.RecordDecision);
    public static readonly ButtonRight AgendaPostpone = new(AgendaVerbs.Postpone, Permission.ManageAgenda);

    public static readonly ButtonRight MeetingUndo = new(MeetingVerbs.Undo, Permission.ManageMeetings);
    public static readonly ButtonRight MeetingMoveForm = new(MeetingVerbs.MoveForm, Permission.ManageMeetings);
    public static readonly ButtonRight MeetingMove = new(MeetingVerbs.Move, Permission.ManageMeetings);
    public static readonly ButtonRight MeetingCancelForm = new(MeetingVerbs.CancelForm, Permission.ManageMeetings);
    public static readonly ButtonRight MeetingCancel = new(MeetingVerbs.Cancel, Permission.ManageMeetings);
    public static readonly ButtonRight MeetingDetailsForm = new(MeetingVerbs.DetailsForm, Permission.ManageMeetings);
    public static readonly ButtonRight MeetingDetails = new(MeetingVerbs.Details, Permission.ManageMeetings);
    public static readonly ButtonRight MeetingBegin = new(MeetingVerbs.Begin, Permission.ManageMeetings);
    public static readonly ButtonRight MeetingFinish = new(MeetingVerbs.Finish, Permission.ManageMeetings);
    public static readonly ButtonRight MeetingReopen = new(MeetingVerbs.Reopen, Permission.ManageMeetings);
    public static readonly ButtonRight MeetingResume = new(MeetingVerbs.Resume, Permission.ManageMeetings);
    public static readonly ButtonRight MeetingRollCallForm = new(MeetingVerbs.RollCallForm, Permission.RecordAttendance);
    public static readonly ButtonRight MeetingRollCall = new(MeetingVerbs.RollCall, Permission.RecordAttendance);

    public static readonly ButtonRight AttendanceForm = new(AttendanceChat.FormVerb, Permission.RegisterOwnApology);
    public static readonly ButtonRight AttendanceRegister = new(AttendanceChat.RegisterVerb, Permission.RegisterOwnApology, CommandCatalogue.SpeaksFor);
    public static readonly ButtonRight AttendanceWithdraw = new(AttendanceChat.WithdrawVerb, Permission.RegisterOwnApology, CommandCatalogue.SpeaksFor);
    public static readonly ButtonRight AttendanceSubstitute = new(AttendanceChat.SubstituteVerb, Actors.Substitute, "whoever is the seat's substitute on record");
    public static readonly ButtonRight AttendanceAgenda = new(AttendanceChat.AgendaVerb, Permission.ReadAgenda);

    public static readonly ButtonRight InvitationPeople = new(InvitationVerbs.People, Permission.ManageMeetings);
    public static readonly ButtonRight InvitationAnswer = new(InvitationVerbs.Answer, Permission.ManageMeetings);
    public static readonly ButtonRight InvitationUse = new(InvitationVerbs.UseCalendar, Permission.ManageMeetings);
    public static readonly ButtonRight InvitationKeep = new(InvitationVerbs.KeepOurs, Permission.ManageMeetings);
    public static readonly ButtonRight InvitationReinstate = new(InvitationVerbs.Reinstate, Permission.ManageMeetings);

    public static readonly ButtonRight MinutesShow = new(MinutesCard.ShowVerb, Permission.ReadMinutes, "minutes not yet approved: secretariat and chair");
    public static readonly ButtonRight MinutesWrite = new(MinutesCard.WriteVerb, Permission.PublishMinutes);
    public static readonly ButtonRight MinutesApprove = new(MinutesCard.ApproveVerb, Permission.PublishMinutes);
    public static readonly ButtonRight MinutesPublish = new(MinutesCard.PublishVerb, Permission.PublishMinutes);
    public static readonly ButtonRight SearchOpen = new(SearchCard.OpenVerb, Permission.ReadAgenda);
    public static readonly ButtonRight SearchMore = new(SearchCard.MoreVerb, Seated | OtherForum, "finds in their own forums only");

    public static readonly ButtonRight ProcedureForm = new(Verbs.Form, Permission.OpenWrittenProcedure);
    public static readonly ButtonRight ProcedureDraft = new(Verbs.Draft, Permission.OpenWrittenProcedure);
    public static readonly ButtonRight ProcedureEdit = new(Verbs.Edit, Permission.OpenWrittenProcedure);
    public static readonly ButtonRight ProcedurePreview = new(Verbs.Preview, Permission.OpenWrittenProcedure);
    public static readonly ButtonRight ProcedureOpen = new(Verbs.Open, Permission.OpenWrittenProcedure);
    public static readonly ButtonRight ProcedureDiscard = new(Verbs.Discard, Permission.OpenWrittenProcedure);
    public static readonly ButtonRight ProcedureConsultForm = new(Verbs.ConsultForm, Permission.OpenWrittenProcedure);
    public static readonly ButtonRight ProcedureConsult = new(Verbs.Consult, Permission.OpenWrittenProcedure);
    public static readonly ButtonRight ProcedureConsultation = new(Verbs.Consultation, OtherForum, "members of the forum that was asked for remarks");
    public static readonly ButtonRight ProcedureRemark = new(Verbs.Remark, OtherForum, "members of the forum that was asked for remarks");
    public static readonly ButtonRight ProcedureBallot = new(Verbs.Ballot, Voters, "for a seat on the case's roll");
    public static readonly ButtonRight ProcedureVote = new(Verbs.Vote, Voters, "for a seat on the case's roll");
    public static readonly ButtonRight ProcedureView = new(Verbs.View, InForum, "a closed case: not observers and guests");
    public static readonly ButtonRight ProcedureGiveUpSeat = new(Verbs.GiveUpSeat, Leaders | Member, "their own seat on the roll; the secretariat every seat");
    public static readonly ButtonRight ProcedureTakeSeatBack = new(Verbs.TakeSeatBack, Chair | Member, "their own seat on the roll");
    public static readonly ButtonRight ProcedureRecordForm = new(Verbs.RecordForm, Permission.RecordVoteForOthers);
    public static readonly ButtonRight ProcedureRecord = new(Verbs.Record, Permission.RecordVoteForOthers);
    public static readonly ButtonRight ProcedureAmendForm = new(Verbs.AmendForm, Permission.CloseWrittenProcedure);
    public static readonly ButtonRight ProcedureAmend = new(Verbs.Amend, Permission.CloseWrittenProcedure);
    public static readonly ButtonRight ProcedureAskClose = new(Verbs.AskClose, Permission.CloseWrittenProcedure);
    public static readonly ButtonRight ProcedureClose = new(Verbs.Close, Permission.CloseWrittenProcedure);
    public static readonly ButtonRight ProcedureAskWithdraw = new(Verbs.AskWithdraw, Permission.CloseWrittenProcedure);
    public static readonly ButtonRight ProcedureWithdraw = new(Verbs.Withdraw, Permission.CloseWrittenProcedure);
    public static readonly ButtonRight ProcedureAskConfirm = new(Verbs.AskConfirm, Permission.ConfirmWrittenProcedure);
    public static readonly ButtonRight ProcedureConfirm = new(Verbs.Confirm, Permission.ConfirmWrittenProcedure);
    public static readonly ButtonRight ProcedureRemind = new(Verbs.Remind, Permission.CloseWrittenProcedure);
    public static readonly ButtonRight ProcedureEvidence = new(Verbs.Evidence, Permission.OpenWrittenProcedure);

    public static readonly ButtonRight DeadlineList = new(DeadlineVerbs.List, Permission.ReadDeadlines);
    public static readonly ButtonRight DeadlineShow = new(DeadlineVerbs.Show, Permission.ReadDeadlines);
    public static readonly ButtonRight DeadlineForm = new(DeadlineVerbs.Form, Permission.ManageDeadlines);
    public static readonly ButtonRight DeadlineSet = new(DeadlineVerbs.Set, Permission.ManageDeadlines);
    public static readonly ButtonRight DeadlineFinish = new(DeadlineVerbs.Finish, Permission.ManageDeadlines, "and whoever is responsible for the deadline");
    public static readonly ButtonRight DeadlinePostponeForm = new(DeadlineVerbs.PostponeForm, Permission.ManageDeadlines, "and whoever is responsible for the deadline");
    public static readonly ButtonRight DeadlinePostpone = new(DeadlineVerbs.Postpone, Permission.ManageDeadlines, "and whoever is responsible for the deadline");
    public static readonly ButtonRight DeadlineEditForm = new(DeadlineVerbs.EditForm, Permission.ManageDeadlines);
    public static readonly ButtonRight DeadlineEdit = new(DeadlineVerbs.Edit, Permission.ManageDeadlines);
    public static readonly ButtonRight DeadlineRemove = new(DeadlineVerbs.Remove, Permission.ManageDeadlines);
    public static readonly ButtonRight DeadlineUndo = new(DeadlineVerbs.Undo, Permission.ManageDeadlines, "and whoever is responsible for the deadline");
    public static readonly ButtonRight DeadlineRemind = new(DeadlineVerbs.Remind, Permission.ManageDeadlines);
    public static readonly ButtonRight DeadlineFound = new(DeadlineVerbs.Found, Permission.ManageAnnualWheel);
    public static readonly ButtonRight DeadlineAccept = new(DeadlineVerbs.Accept, Permission.ManageAnnualWheel);
    public static readonly ButtonRight DeadlineDismiss = new(DeadlineVerbs.Dismiss, Permission.ManageAnnualWheel);
    public static readonly ButtonRight DeadlineUndoDismiss = new(DeadlineVerbs.UndoDismiss, Permission.ManageAnnualWheel);
    public static readonly ButtonRight WheelShow = new(DeadlineVerbs.Wheel, Permission.ReadDeadlines);
    public static readonly ButtonRight WheelForm = new(DeadlineVerbs.WheelForm, Permission.ManageAnnualWheel);
    public static readonly ButtonRight WheelAdd = new(DeadlineVerbs.WheelAdd, Permission.ManageAnnualWheel);
    public static readonly ButtonRight WheelAskRemove = new(DeadlineVerbs.WheelAskRemove, Permission.ManageAnnualWheel);
    public static readonly ButtonRight WheelRemove = new(DeadlineVerbs.WheelRemove, Permission.ManageAnnualWheel);
    public static readonly ButtonRight CalendarLink = new(DeadlineVerbs.Calendar, Permission.ReadDeadlines, "their own link; in the personal chat only");
    public static readonly ButtonRight CalendarLinkCreate = new(DeadlineVerbs.CalendarCreate, Permission.ReadDeadlines, "their own link; in the personal chat only");
    public static readonly ButtonRight CalendarLinkRevoke = new(DeadlineVerbs.CalendarRevoke, OnRecord, "their own link, also after they have left the forum");
}
