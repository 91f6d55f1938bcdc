using Klynge.Application.Agendas;
using Klynge.Application.Attendance;
using Klynge.Application.Chat;
using Klynge.Application.Deadlines;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Forums.Chats;
using Klynge.Application.Invitations;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging.Accounts;
using Klynge.Application.Minutes;
using Klynge.Application.Search;
using Klynge.Application.WrittenProcedures;
using static Klynge.Application.Rights.Actors;
using static Klynge.Application.Rights.Who;

namespace Klynge.Application.Rights;

/// <summary>Who may press which button of a card in the forum that the card is about. Long, because it is one table.</summary>
public static class ButtonRights
{
    public static readonly ButtonRight ChatForum = new(ChatModule.ChooseForumVerb, OnRecord, "runs the command anew, allowed or refused by its own row");
    public static readonly ButtonRight ChatRun = new(ChatModule.RunVerb, OnRecord, "runs the command anew, allowed or refused by its own row");
    public static readonly ButtonRight ChatChoose = new(ForumChatFeature.ChooseVerb, Secretariat);
    public static readonly ButtonRight ChatLink = new(ForumChatFeature.LinkVerb, Secretariat);
    public static readonly ButtonRight ChatLinked = new(ForumChatFeature.ShowVerb, OnRecord, "says which forum the chat belongs to");

    public static readonly ButtonRight AccountAnswer = new(AccountsCard.Verb, Secretariat, "of a forum where the member sits");
    public static readonly ButtonRight DocumentOpen = new(DocumentButton.Verb, InForum, "what they may read; sends a link of their own");

    public static readonly ButtonRight AgendaShow = new(AgendaVerbs.Show, InForum);
    public static readonly ButtonRight AgendaFull = new(AgendaVerbs.Full, InForum);
    public static readonly ButtonRight AgendaItem = new(AgendaVerbs.Item, InForum);
    public static readonly ButtonRight AgendaSendForm = new(AgendaVerbs.SendForm, Secretariat);
    public static readonly ButtonRight AgendaSend = new(AgendaVerbs.Send, Secretariat);
    public static readonly ButtonRight AgendaAddForm = new(AgendaVerbs.AddForm, Proposers);
    public static readonly ButtonRight AgendaAdd = new(AgendaVerbs.Add, Proposers, "a proposal, until the secretariat accepts it");
    public static readonly ButtonRight AgendaEditForm = new(AgendaVerbs.EditForm, Secretariat);
    public static readonly ButtonRight AgendaEdit = new(AgendaVerbs.Edit, Secretariat);
    public static readonly ButtonRight AgendaMove = new(AgendaVerbs.Move, Secretariat);
    public static readonly ButtonRight AgendaRemove = new(AgendaVerbs.Remove, Secretariat, "others their own unanswered proposal");
    public static readonly ButtonRight AgendaRestore = new(AgendaVerbs.Restore, Secretariat);
    public static readonly ButtonRight AgendaProposals = new(AgendaVerbs.Proposals, Secretariat);
    public static readonly ButtonRight AgendaProposal = new(AgendaVerbs.Proposal, Secretariat);
    public static readonly ButtonRight AgendaAccept = new(AgendaVerbs.Accept, Secretariat);
    public static readonly ButtonRight AgendaDecline = new(AgendaVerbs.Decline, Secretariat);
    public static readonly ButtonRight AgendaDecideForm = new(AgendaVerbs.DecideForm, Secretariat);
    public static readonly ButtonRight AgendaDecide = new(AgendaVerbs.Decide, Secretariat);
    public static readonly ButtonRight AgendaDecisions = new(AgendaVerbs.Decisions, InForum);
    public static readonly ButtonRight AgendaUndoDecision = new(AgendaVerbs.UndoDecision, Secretariat);
    public static readonly ButtonRight AgendaPostpone = new(AgendaVerbs.Postpone, Secretariat);

    public static readonly ButtonRight MeetingUndo = new(MeetingVerbs.Undo, Secretariat);
    public static readonly ButtonRight MeetingMoveForm = new(MeetingVerbs.MoveForm, Secretariat);
    public static readonly ButtonRight MeetingMove = new(MeetingVerbs.Move, Secretariat);
    public static readonly ButtonRight MeetingCancelForm = new(MeetingVerbs.CancelForm, Secretariat);
    public static readonly ButtonRight MeetingCancel = new(MeetingVerbs.Cancel, Secretariat);
    public static readonly ButtonRight MeetingDetailsForm = new(MeetingVerbs.DetailsForm, Secretariat);
    public static readonly ButtonRight MeetingDetails = new(MeetingVerbs.Details, Secretariat);
    public static readonly ButtonRight MeetingBegin = new(MeetingVerbs.Begin, Secretariat);
    public static readonly ButtonRight MeetingFinish = new(MeetingVerbs.Finish, Secretariat);
    public static readonly ButtonRight MeetingReopen = new(MeetingVerbs.Reopen, Secretariat);
    public static readonly ButtonRight MeetingResume = new(MeetingVerbs.Resume, Secretariat);
    public static readonly ButtonRight MeetingRollCallForm = new(MeetingVerbs.RollCallForm, Secretariat);
    public static readonly ButtonRight MeetingRollCall = new(MeetingVerbs.RollCall, Secretariat);

    public static readonly ButtonRight AttendanceForm = new(AttendanceChat.FormVerb, Seated);
    public static readonly ButtonRight AttendanceRegister = new(AttendanceChat.RegisterVerb, Seated, CommandRights.SpeaksFor);
    public static readonly ButtonRight AttendanceWithdraw = new(AttendanceChat.WithdrawVerb, Seated, CommandRights.SpeaksFor);
    public static readonly ButtonRight AttendanceSubstitute = new(AttendanceChat.SubstituteVerb, Actors.Substitute, "whoever is the seat's substitute on record");
    public static readonly ButtonRight AttendanceAgenda = new(AttendanceChat.AgendaVerb, InForum);

    public static readonly ButtonRight InvitationPeople = new(InvitationVerbs.People, Secretariat);
    public static readonly ButtonRight InvitationAnswer = new(InvitationVerbs.Answer, Secretariat);
    public static readonly ButtonRight InvitationUse = new(InvitationVerbs.UseCalendar, Secretariat);
    public static readonly ButtonRight InvitationKeep = new(InvitationVerbs.KeepOurs, Secretariat);
    public static readonly ButtonRight InvitationReinstate = new(InvitationVerbs.Reinstate, Secretariat);

    public static readonly ButtonRight MinutesShow = new(MinutesCard.ShowVerb, Seated, "minutes not yet approved: secretariat and chair");
    public static readonly ButtonRight MinutesWrite = new(MinutesCard.WriteVerb, Secretariat);
    public static readonly ButtonRight MinutesApprove = new(MinutesCard.ApproveVerb, Secretariat);
    public static readonly ButtonRight MinutesPublish = new(MinutesCard.PublishVerb, Secretariat);
    public static readonly ButtonRight SearchOpen = new(SearchCard.OpenVerb, InForum);
    public static readonly ButtonRight SearchMore = new(SearchCard.MoreVerb, Seated | OtherForum, "finds in their own forums only");

    public static readonly ButtonRight ProcedureForm = new(Verbs.Form, Leaders);
    public static readonly ButtonRight ProcedureDraft = new(Verbs.Draft, Leaders);
    public static readonly ButtonRight ProcedureEdit = new(Verbs.Edit, Leaders);
    public static readonly ButtonRight ProcedurePreview = new(Verbs.Preview, Leaders);
    public static readonly ButtonRight ProcedureOpen = new(Verbs.Open, Leaders);
    public static readonly ButtonRight ProcedureDiscard = new(Verbs.Discard, Leaders);
    public static readonly ButtonRight ProcedureConsultForm = new(Verbs.ConsultForm, Leaders);
    public static readonly ButtonRight ProcedureConsult = new(Verbs.Consult, Leaders);
    public static readonly ButtonRight ProcedureConsultation = new(Verbs.Consultation, OtherForum, "members of the forum that was asked for remarks");
    public static readonly ButtonRight ProcedureRemark = new(Verbs.Remark, OtherForum, "members of the forum that was asked for remarks");
    public static readonly ButtonRight ProcedureBallot = new(Verbs.Ballot, Voters, "for a seat on the case's roll");
    public static readonly ButtonRight ProcedureVote = new(Verbs.Vote, Voters, "for a seat on the case's roll");
    public static readonly ButtonRight ProcedureView = new(Verbs.View, InForum, "a closed case: not observers and guests");
    public static readonly ButtonRight ProcedureGiveUpSeat = new(Verbs.GiveUpSeat, Leaders | Member, "their own seat on the roll; the secretariat every seat");
    public static readonly ButtonRight ProcedureTakeSeatBack = new(Verbs.TakeSeatBack, Chair | Member, "their own seat on the roll");
    public static readonly ButtonRight ProcedureRecordForm = new(Verbs.RecordForm, Secretariat);
    public static readonly ButtonRight ProcedureRecord = new(Verbs.Record, Secretariat);
    public static readonly ButtonRight ProcedureAmendForm = new(Verbs.AmendForm, Leaders);
    public static readonly ButtonRight ProcedureAmend = new(Verbs.Amend, Leaders);
    public static readonly ButtonRight ProcedureAskClose = new(Verbs.AskClose, Leaders);
    public static readonly ButtonRight ProcedureClose = new(Verbs.Close, Leaders);
    public static readonly ButtonRight ProcedureAskWithdraw = new(Verbs.AskWithdraw, Leaders);
    public static readonly ButtonRight ProcedureWithdraw = new(Verbs.Withdraw, Leaders);
    public static readonly ButtonRight ProcedureAskConfirm = new(Verbs.AskConfirm, Chair);
    public static readonly ButtonRight ProcedureConfirm = new(Verbs.Confirm, Chair);
    public static readonly ButtonRight ProcedureRemind = new(Verbs.Remind, Leaders);
    public static readonly ButtonRight ProcedureEvidence = new(Verbs.Evidence, Leaders);

    public static readonly ButtonRight DeadlineList = new(DeadlineVerbs.List, Seated);
    public static readonly ButtonRight DeadlineShow = new(DeadlineVerbs.Show, Seated);
    public static readonly ButtonRight DeadlineForm = new(DeadlineVerbs.Form, Leaders);
    public static readonly ButtonRight DeadlineSet = new(DeadlineVerbs.Set, Leaders);
    public static readonly ButtonRight DeadlineFinish = new(DeadlineVerbs.Finish, Leaders, "and whoever is responsible for the deadline");
    public static readonly ButtonRight DeadlinePostponeForm = new(DeadlineVerbs.PostponeForm, Leaders, "and whoever is responsible for the deadline");
    public static readonly ButtonRight DeadlinePostpone = new(DeadlineVerbs.Postpone, Leaders, "and whoever is responsible for the deadline");
    public static readonly ButtonRight DeadlineEditForm = new(DeadlineVerbs.EditForm, Leaders);
    public static readonly ButtonRight DeadlineEdit = new(DeadlineVerbs.Edit, Leaders);
    public static readonly ButtonRight DeadlineRemove = new(DeadlineVerbs.Remove, Leaders);
    public static readonly ButtonRight DeadlineUndo = new(DeadlineVerbs.Undo, Leaders, "and whoever is responsible for the deadline");
    public static readonly ButtonRight DeadlineRemind = new(DeadlineVerbs.Remind, Leaders);
    public static readonly ButtonRight DeadlineFound = new(DeadlineVerbs.Found, Secretariat);
    public static readonly ButtonRight DeadlineAccept = new(DeadlineVerbs.Accept, Secretariat);
    public static readonly ButtonRight DeadlineDismiss = new(DeadlineVerbs.Dismiss, Secretariat);
    public static readonly ButtonRight DeadlineUndoDismiss = new(DeadlineVerbs.UndoDismiss, Secretariat);
    public static readonly ButtonRight WheelShow = new(DeadlineVerbs.Wheel, Seated);
    public static readonly ButtonRight WheelForm = new(DeadlineVerbs.WheelForm, Secretariat);
    public static readonly ButtonRight WheelAdd = new(DeadlineVerbs.WheelAdd, Secretariat);
    public static readonly ButtonRight WheelAskRemove = new(DeadlineVerbs.WheelAskRemove, Secretariat);
    public static readonly ButtonRight WheelRemove = new(DeadlineVerbs.WheelRemove, Secretariat);
    public static readonly ButtonRight CalendarLink = new(DeadlineVerbs.Calendar, Seated, "their own link; in the personal chat only");
    public static readonly ButtonRight CalendarLinkCreate = new(DeadlineVerbs.CalendarCreate, Seated, "their own link; in the personal chat only");
    public static readonly ButtonRight CalendarLinkRevoke = new(DeadlineVerbs.CalendarRevoke, OnRecord, "their own link, also after they have left the forum");
}
