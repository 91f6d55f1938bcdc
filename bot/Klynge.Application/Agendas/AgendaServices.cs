using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Changes;
using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Agendas.Council;
using Klynge.Application.Agendas.Council.Impartiality;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Agendas.Guests.Turns;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Items.Drafts;
using Klynge.Application.Agendas.Journeys;
using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Agendas.Questions;
using Klynge.Application.Agendas.Reports;
using Klynge.Application.Agendas.Sending;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Chat;
using Klynge.Application.Forums.People;
using Klynge.Application.Jobs;
using Klynge.Application.Mails;
using Klynge.Application.Messaging;
using Klynge.Teams.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Agendas;

public static class AgendaServices
{
    /// <summary>
    /// Adds agendas, items and decisions: use cases, chat and the shared card. Needs <see cref="Meetings.MeetingServices"/> too.
    /// </summary>
    public static IServiceCollection AddAgendas(this IServiceCollection services) =>
        services
            .AddSingleton<AddItem>()
            .AddSingleton<AttachmentItems>()
            .AddSingleton<EditItem>()
            .AddItemDrafts()
            .AddSingleton<MoveItem>()
            .AddSingleton<RemoveItem>()
            .AddSingleton<RestoreItem>()
            .AddSingleton<AcceptProposal>()
            .AddSingleton<DeclineProposal>()
            .AddSingleton<SendAgenda>()
            .AddSingleton<TellChanges>()
            .AddSingleton<KeepAgendaRead>()
            .AddSingleton<AddReport>()
            .AddSingleton<RecordDecision>()
            .AddSingleton<AnswerRecommendations>()
            .AddSingleton<AddToMinutes>()
            .AddSingleton<RecordItemVote>()
            .AddSingleton<RunItemBallot>()
            .AddSingleton<CastItemVote>()
            .AddSingleton<IChatFeature, ItemBallotChat>()
            .AddSingleton<StateDissent>()
            .AddSingleton<StopDecision>()
            .AddSingleton<IChatFeature, CouncilChat>()
            .AddSingleton<RaiseImpartiality>()
            .AddSingleton<DecideImpartiality>()
            .AddSingleton<IChatFeature, ImpartialityChat>()
            .AddSingleton<DecideAsChair>()
            .AddSingleton<CallInDecision>()
            .AddSingleton<IChatFeature, ChairDecisionChat>()
            .AddSingleton<ExcludeFromItem>()
            .AddSingleton<IChatFeature, ExclusionChat>()
            .AddSingleton<IChatFeature, VoteChat>()
            .AddSingleton<IChatFeature, AdditionChat>()
            .AddSingleton<UndoDecision>()
            .AddSingleton<PostponeItem>()
            .AddFileDownloads()
            .AddSingleton<ReceiveFiles>()
            .AddSingleton<AttachFile>()
            .AddSingleton<UploadFile>()
            .AddSingleton<AttachLink>()
            .AddSingleton<DropFile>()
            .AddSingleton<ChangeAttachments>()
            .AddSingleton<FileQueue>()
            .AddSingleton<MoveItemFiles>()
            .AddSingleton<KeepFiles>()
            .AddJob<KeepFiles>(
                new("keep-files", JobGroup.Documents, JobSchedule.Every(Duration.FromSeconds(10)), Duration.FromHours(1)),
                (files, token) => files.HandleAsync(token))
            .AddSingleton<ISharedCardSource, FileCardSource>()
            .AddSingleton<IChatFeature, AttachmentChat>()
            .AddSingleton<IChatFeature, FileChat>()
            .AddSingleton<ISharedCardSource, AgendaCards>()
            .AddSingleton<ISharedCardSource, DecisionCards>()
            .AddSingleton<IChatFeature, AgendaChat>()
            .AddSingleton<IChatFeature, ItemChat>()
            .AddSingleton<IChatFeature, ItemEditChat>()
            .AddSingleton<IChatFeature, ProposalChat>()
            .AddSingleton<IChatFeature, SendAgendaChat>()
            .AddSingleton<IChatFeature, ChangesChat>()
            .AddSingleton<IChatFeature, ReportChat>()
            .AddSingleton<IChatFeature, DecisionChat>()
            .AddSingleton<IChatFeature, AnswersChat>()
            .AddContributions()
            .AddApprovals()
            .AddSingleton<AskChairs>()
            .AddSingleton<AnswerQuestion>()
            .AddSingleton<IChatFeature, QuestionChat>()
            .AddComing()
            .AddSending()
            .AddGuests();

    private static IServiceCollection AddComing(this IServiceCollection services) =>
        services
            .AddSingleton<AddComingItem>()
            .AddSingleton<EditComingItem>()
            .AddSingleton<DropComingItem>()
            .AddSingleton<ReturnComingItem>()
            .AddSingleton<AcceptComingItem>()
            .AddSingleton<PlaceComingItem>()
            .AddSingleton<IChatFeature, ComingChat>();

    private static IServiceCollection AddSending(this IServiceCollection services) =>
        services
            .AddSingleton<SendItem>()
            .AddSingleton<WithdrawSent>()
            .AddSingleton<IChatFeature, SendChat>()
            .AddSingleton<IChatFeature, JourneyChat>();

    private static IServiceCollection AddItemDrafts(this IServiceCollection services) =>
        services
            .AddSingleton<SaveItemDraft>()
            .AddSingleton<DiscardItemDraft>()
            .AddSingleton<ForgetItemDrafts>()
            .AddJob<ForgetItemDrafts>(
                new("forget-drafts", JobGroup.Outbox, JobSchedule.DailyAt(new LocalTime(3, 35)), Grace: Duration.FromDays(2)),
                (drafts, token) => drafts.HandleAsync(token));

    private static IServiceCollection AddGuests(this IServiceCollection services) =>
        services
            .AddMails()
            .AddSingleton<AddGuest>()
            .AddSingleton<EditGuest>()
            .AddSingleton<RemoveGuest>()
            .AddSingleton<TellGuests>()
            .AddSingleton<MarkGuestTold>()
            .AddSingleton<TellGuestsOff>()
            .AddSingleton<ForgetGuests>()
            .AddSingleton<IChatFeature, GuestChat>()
            .AddSingleton<ChangeTurns>()
            .AddSingleton<UseTurn>()
            .AddSingleton<IChatFeature, TurnChat>()
            .AddJob<TellGuestsOff>(
                new("tell-guests-off", JobGroup.Deadlines, JobSchedule.Every(Duration.FromMinutes(5)), Duration.FromMinutes(30)),
                (guests, token) => guests.HandleAsync(token))
            .AddJob<ForgetGuests>(
                new("forget-guests", JobGroup.Outbox, JobSchedule.DailyAt(new LocalTime(3, 25)), Grace: Duration.FromDays(2)),
                (guests, token) => guests.HandleAsync(token));

    private static IServiceCollection AddContributions(this IServiceCollection services) =>
        services
            .AddSingleton<AskContribution>()
            .AddSingleton<WithdrawContribution>()
            .AddSingleton<SendContribution>()
            .AddSingleton<RecordContribution>()
            .AddSingleton<RemindContributors>()
            .AddSingleton<SendContributionReminders>()
            .AddSingleton<IPeopleList, ContributorList>()
            .AddSingleton<IChatFeature, ContributionChat>()
            .AddSingleton<IChatFeature, OwnContributionChat>()
            .AddJob<SendContributionReminders>(
                new("remind-contributors", JobGroup.Deadlines, JobSchedule.Every(Duration.FromMinutes(1)), Duration.FromMinutes(15)),
                (reminders, token) => reminders.HandleAsync(token));

    private static IServiceCollection AddApprovals(this IServiceCollection services) =>
        services
            .AddSingleton<AskApproval>()
            .AddSingleton<AnswerApproval>()
            .AddSingleton<RecordApproval>()
            .AddSingleton<SendApprovalReminders>()
            .AddSingleton<IChatFeature, ApprovalChat>()
            .AddJob<SendApprovalReminders>(
                new("remind-approvers", JobGroup.Deadlines, JobSchedule.Every(Duration.FromMinutes(1)), Duration.FromMinutes(15)),
                (reminders, token) => reminders.HandleAsync(token));
}
