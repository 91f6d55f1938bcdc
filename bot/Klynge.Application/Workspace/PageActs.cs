using Klynge.Application.Agendas.Items;
using Klynge.Application.Deadlines;
using Klynge.Application.Forums.Members.Pages;
using Klynge.Application.Forums.NewForums;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Application.WrittenProcedures.Voting;

namespace Klynge.Application.Workspace;

/// <summary>
/// Who may do what from which page of the workspace. An act is mapped by its row and in no other way, and calls the use case that the card's
/// button calls: there is no second set of rules.
/// </summary>
public static class PageActs
{
    private const string AndWhoever = "and whoever is responsible for the deadline";
    private const string AttendedItem = "a member who took part in the item, where the forum's rules allow it";
    private const string OfWhoMayWrite = "their own; of an item that is on the agenda only who may change it";

    public static readonly PageAct FinishDeadline =
        new("/frister/{forum}/{id}/faerdig", Who.With(DeadlineScope.NeedsOfOthers), DeadlineScope.Needs, AndWhoever);

    public static readonly PageAct SaveNewCase = new("/fora/{key}/sager", SaveProcedureDraft.Needs);

    public static readonly PageAct SaveCase = new("/sager/{id}/ret", SaveProcedureDraft.Needs);

    public static readonly PageAct OpenCase = new("/sager/{id}/send", OpenWrittenProcedure.Needs);

    public static readonly PageAct WithdrawCase = new("/sager/{id}/traek", WithdrawWrittenProcedure.Needs);

    public static readonly PageAct RemindOfCase = new("/sager/{id}/mind", RemindNow.Needs);

    public static readonly PageAct CloseCase = new("/sager/{id}/luk", CloseWrittenProcedure.Needs);

    public static readonly PageAct ConfirmCase = new("/sager/{id}/bekraeft", ConfirmResult.Needs);

    /// <summary>A new version that everybody answers again; or another deadline alone, and the answers stand.</summary>
    public static readonly PageAct AmendCase = new("/sager/{id}/aendr", AmendWrittenProcedure.Needs);

    /// <summary>An answer that came by telephone or mail.</summary>
    public static readonly PageAct RecordAnswer = new("/sager/{id}/svar-for", RecordVote.Needs);

    /// <summary>A seat is left to its substitute.</summary>
    public static readonly PageAct GiveSeat = new("/sager/{id}/plads", GiveUpSeat.NeedsForOthers);

    public static readonly PageAct AnswerCase = new("/sager/{id}/svar", Who.Voters, Needs: null, "for a seat on the case's roll");

    public static readonly PageAct UndoDeadline =
        new("/frister/{forum}/{id}/fortryd", Who.With(DeadlineScope.NeedsOfOthers), DeadlineScope.Needs, AndWhoever);

    public static readonly PageAct SaveItem = new("/moeder/{id}/punkter/{item}", EditItem.Needs);

    /// <summary>A member's goes to the secretariat as a proposal, as from the card.</summary>
    public static readonly PageAct AddItem = new("/moeder/{id}/punkter/nyt", Agendas.Items.AddItem.Needs);

    /// <summary>What is typed, field by field.</summary>
    public static readonly PageAct SaveItemDraft =
        new("/moeder/{id}/punkter/{item}/kladde", Agendas.Items.Drafts.SaveItemDraft.Needs, OfWhoMayWrite, method: "PUT");

    public static readonly PageAct DiscardItemDraft = new("/moeder/{id}/punkter/{item}/kladde/kasser", Agendas.Items.Drafts.DiscardItemDraft.Needs, OfWhoMayWrite);

    public static readonly PageAct TakeBackItemDraft = new("/moeder/{id}/punkter/{item}/kladde/fortryd", Agendas.Items.Drafts.DiscardItemDraft.Needs, OfWhoMayWrite);

    public static readonly PageAct MoveItem = new("/moeder/{id}/raekkefoelge", Agendas.Items.MoveItem.Needs);
    public static readonly PageAct TakeItemOff = new("/moeder/{id}/tag-af", Agendas.Items.RemoveItem.NeedsOfOthers);
    public static readonly PageAct RestoreItem = new("/moeder/{id}/saet-paa", Agendas.Items.RestoreItem.Needs);
    public static readonly PageAct PostponeItem = new("/moeder/{id}/udsaet", Agendas.Items.PostponeItem.Needs);
    public static readonly PageAct AcceptProposal = new("/moeder/{id}/forslag/godkend", Agendas.Proposals.AcceptProposal.Needs);
    public static readonly PageAct DeclineProposal = new("/moeder/{id}/forslag/afvis", Agendas.Proposals.DeclineProposal.Needs);
    public static readonly PageAct AskApproval = new("/moeder/{id}/bed-om-godkendelse", Agendas.Approvals.AskApproval.Needs);
    public static readonly PageAct SendAgenda = new("/moeder/{id}/udsend", Agendas.SendAgenda.Needs);
    public static readonly PageAct AttachFile = new("/moeder/{id}/bilag", Agendas.Attachments.AttachFile.NeedsOfOthers);
    public static readonly PageAct MoveAttachment = new("/moeder/{id}/bilag/flyt", Agendas.Attachments.AttachFile.NeedsOfOthers);
    public static readonly PageAct RemoveAttachment = new("/moeder/{id}/bilag/fjern", Agendas.Attachments.AttachFile.NeedsOfOthers);
    public static readonly PageAct RestoreAttachment = new("/moeder/{id}/bilag/laeg-tilbage", Agendas.Attachments.AttachFile.NeedsOfOthers);
    public static readonly PageAct MarkAttachment = new("/moeder/{id}/bilag/ret", Agendas.Attachments.AttachFile.NeedsOfOthers);
    public static readonly PageAct RecordDecision = new("/moeder/{id}/beslutning", Agendas.Decisions.RecordDecision.Needs);
    public static readonly PageAct AnswerRecommendations = new("/moeder/{id}/svar", Agendas.Decisions.AnswerRecommendations.Needs);
    public static readonly PageAct UndoDecision = new("/moeder/{id}/fortryd-beslutning", Agendas.Decisions.UndoDecision.Needs);
    public static readonly PageAct BeginMeeting = new("/moeder/{id}/begynd", Meetings.BeginMeeting.Needs);
    public static readonly PageAct FinishMeeting = new("/moeder/{id}/slut", Meetings.FinishMeeting.Needs);
    public static readonly PageAct RecordRollCall = new("/moeder/{id}/fremmoede", Meetings.RollCalls.RecordRollCall.Needs);
    public static readonly PageAct WriteMinutes = new("/moeder/{id}/referat", Minutes.WriteMinutes.Needs);

    /// <summary>What was agreed at an item.</summary>
    public static readonly PageAct SetAgreement = new("/moeder/{id}/aftaler", Deadlines.Editing.SetDeadline.Needs);
    public static readonly PageAct EditAgreement = new("/moeder/{id}/aftaler/ret", Deadlines.Editing.EditDeadline.Needs);
    public static readonly PageAct DropAgreement = new("/moeder/{id}/aftaler/drop", Agreements.DropAgreement.Needs);
    public static readonly PageAct FinishAgreement =
        new("/moeder/{id}/aftaler/faerdig", Who.With(DeadlineScope.NeedsOfOthers), DeadlineScope.Needs, AndWhoever);

    public static readonly PageAct UndoAgreement =
        new("/moeder/{id}/aftaler/fortryd", Who.With(DeadlineScope.NeedsOfOthers), DeadlineScope.Needs, AndWhoever);

    public static readonly PageAct FollowUp = new("/moeder/{id}/aftaler/foelg-op", Deadlines.Offers.AnswerFoundDeadline.Needs);
    public static readonly PageAct DismissFound = new("/moeder/{id}/aftaler/afvis", Deadlines.Offers.AnswerFoundDeadline.Needs);
    public static readonly PageAct UndoDismissal = new("/moeder/{id}/aftaler/spoerg-igen", Deadlines.Offers.UndoDismissal.Needs);
    public static readonly PageAct AskContribution = new("/moeder/{id}/bidrag", Agendas.Contributions.AskContribution.Needs);
    public static readonly PageAct WithdrawContribution = new("/moeder/{id}/bidrag/traek", Agendas.Contributions.WithdrawContribution.Needs);
    public static readonly PageAct RemindContributors = new("/moeder/{id}/bidrag/mind", Agendas.Contributions.RemindContributors.Needs);
    public static readonly PageAct RecordItemVote = new("/moeder/{id}/afstemning", Agendas.Votes.RecordItemVote.Needs);
    public static readonly PageAct RemoveItemVote = new("/moeder/{id}/afstemning/fjern", Agendas.Votes.RecordItemVote.Needs);
    public static readonly PageAct OpenBallot = new("/moeder/{id}/afstemning/start", Agendas.Votes.RunItemBallot.Needs);
    public static readonly PageAct CloseBallot = new("/moeder/{id}/afstemning/luk", Agendas.Votes.RunItemBallot.Needs);
    public static readonly PageAct CallOffBallot = new("/moeder/{id}/afstemning/aflys", Agendas.Votes.RunItemBallot.Needs);
    public static readonly PageAct AddToMinutes = new("/moeder/{id}/tilfoejelse", Agendas.Decisions.AddToMinutes.Needs);
    public static readonly PageAct RemoveAddition = new("/moeder/{id}/tilfoejelse/fjern", Agendas.Decisions.AddToMinutes.Needs);
    public static readonly PageAct RecordItemAttendance = new("/moeder/{id}/fremmoede/punkt", Attendance.Items.RecordItemAttendance.Needs);

    /// <summary>Where the forum's rules let a substitute be called in for one item.</summary>
    public static readonly PageAct CallInSubstitute = new("/moeder/{id}/fremmoede/stedfortraeder", Attendance.Items.CallInItemSubstitute.Needs, "where the forum's rules allow it");
    public static readonly PageAct ExcludeFromItem = new("/moeder/{id}/hold-ude", Agendas.Exclusions.ExcludeFromItem.Needs);
    public static readonly PageAct AddGuest = new("/moeder/{id}/gaester", Agendas.Guests.AddGuest.Needs);
    public static readonly PageAct RemoveGuest = new("/moeder/{id}/gaester/fjern", Agendas.Guests.RemoveGuest.Needs);

    public static readonly PageAct StateDissent = new("/moeder/{id}/punkter/{item}/mening", Who.Voters, Agendas.Council.StateDissent.Needs, AttendedItem);
    public static readonly PageAct TakeBackDissent = new("/moeder/{id}/punkter/{item}/mening/tilbage", Who.Voters, Agendas.Council.StateDissent.Needs, AttendedItem);
    public static readonly PageAct StopDecision = new("/moeder/{id}/punkter/{item}/stands", Who.Voters, Agendas.Council.StopDecision.Needs, AttendedItem);
    public static readonly PageAct DecideAsChair = new("/fora/{key}/formandsbeslutning", Agendas.Council.DecideAsChair.Needs, "where the forum's rules allow it; the deputy when the chair is away");
    public static readonly PageAct CallInDecision = new("/fora/{key}/formandsbeslutninger/{id}/kald-ind", Actors.Chair | Actors.Member, Agendas.Council.CallInDecision.Needs, "any member with a seat, until the meeting begins");
    public static readonly PageAct HandOver = new("/fora/{key}/overlevering", Forums.Handovers.HandOver.Needs, "what was looked at, once");
    public static readonly PageAct FetchHandover = new("/fora/{key}/overlevering/dokumenter", Forums.Handovers.StoreHandover.Needs);

    /// <summary>What a form of a forum's page would do, or the form again with what was typed; nothing is changed.</summary>
    public static readonly PageAct ProposeForum = new("/fora/{key}/forslag", ForumForms.Needs, "a proposal");

    public static readonly PageAct ChangeForum = new("/fora/{key}/ret", ForumForms.Needs, "the proposal that was looked at");

    /// <summary>What a template would make on the forum's board; nothing is made.</summary>
    public static readonly PageAct ProposeForums = new("/fora/{key}/nye/forslag", ReadNewForums.Needs, "a proposal");

    public static readonly PageAct MakeForums = new("/fora/{key}/nye/opret", ReadNewForums.Needs, "with themselves alone as the new forums' secretariat");
}
