using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Audit;
using Klynge.Application.Data.Configurations;
using Klynge.Application.Data.Conversion;
using Klynge.Application.Data.Leases;
using Klynge.Application.Deadlines.Reminders;
using Klynge.Application.Documents;
using Klynge.Application.Invitations.Linking;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Jobs;
using Klynge.Application.Messaging;
using Klynge.Application.Messaging.Accounts;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Outbox;
using Klynge.Application.Seals;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Agendas.Drafts;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Agreements;
using Klynge.Domain.Attendance;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Klynge.Domain.WrittenProcedures;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Data;

/// <summary>
/// The one context. Reads take one from <see cref="IDbContextFactory{TContext}"/> and run beside each other; every write goes through
/// <see cref="Writer"/>. The tables are made by the hand-written migrations; a test holds them against this model.
/// </summary>
public sealed class KlyngeContext(DbContextOptions<KlyngeContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Board> Boards => Set<Board>();

    public DbSet<Forum> Forums => Set<Forum>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<ForumMember> Members => Set<ForumMember>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();

    public DbSet<ItemDraft> ItemDrafts => Set<ItemDraft>();

    public DbSet<Contribution> Contributions => Set<Contribution>();

    public DbSet<ItemGuest> ItemGuests => Set<ItemGuest>();

    public DbSet<GuestCadence> GuestCadences => Set<GuestCadence>();

    public DbSet<AgendaApproval> AgendaApprovals => Set<AgendaApproval>();

    public DbSet<ChairQuestion> ChairQuestions => Set<ChairQuestion>();

    public DbSet<Handover> Handovers => Set<Handover>();

    public DbSet<ChairDecision> ChairDecisions => Set<ChairDecision>();

    public DbSet<ComingItem> ComingItems => Set<ComingItem>();

    public DbSet<CaseSeries> CaseSeries => Set<CaseSeries>();

    public DbSet<StandingRule> StandingRules => Set<StandingRule>();

    public DbSet<ItemBallot> ItemBallots => Set<ItemBallot>();

    public DbSet<BallotAnswer> BallotAnswers => Set<BallotAnswer>();

    public DbSet<ItemFile> ItemFiles => Set<ItemFile>();

    public DbSet<Apology> Apologies => Set<Apology>();

    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<ItemAbsence> ItemAbsences => Set<ItemAbsence>();

    public DbSet<ItemExclusion> ItemExclusions => Set<ItemExclusion>();

    public DbSet<AgendaRead> AgendaReads => Set<AgendaRead>();

    public DbSet<WrittenProcedure> WrittenProcedures => Set<WrittenProcedure>();

    public DbSet<CaseVersion> CaseVersions => Set<CaseVersion>();

    public DbSet<ProcedureReminder> ProcedureReminders => Set<ProcedureReminder>();

    public DbSet<ProcedureDocument> ProcedureDocuments => Set<ProcedureDocument>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<ConsultationRemark> ConsultationRemarks => Set<ConsultationRemark>();

    public DbSet<RollEntry> RollEntries => Set<RollEntry>();

    public DbSet<Vote> Votes => Set<Vote>();

    public DbSet<MeetingMinutes> Minutes => Set<MeetingMinutes>();

    public DbSet<OpenCopy> OpenCopies => Set<OpenCopy>();

    public DbSet<DocumentUpload> DocumentUploads => Set<DocumentUpload>();

    public DbSet<PackageSeal> PackageSeals => Set<PackageSeal>();

    public DbSet<UploadSession> UploadSessions => Set<UploadSession>();

    public DbSet<Deadline> Deadlines => Set<Deadline>();

    public DbSet<DeadlineChange> DeadlineChanges => Set<DeadlineChange>();

    public DbSet<FoundDeadline> FoundDeadlines => Set<FoundDeadline>();

    public DbSet<MorningMessage> MorningMessages => Set<MorningMessage>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<AccountClaim> AccountClaims => Set<AccountClaim>();

    public DbSet<SharedCard> SharedCards => Set<SharedCard>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<JobState> Jobs => Set<JobState>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHead => Set<AuditHead>();

    public DbSet<ProcessedActivity> ProcessedActivities => Set<ProcessedActivity>();

    public DbSet<CalendarInboxEntry> CalendarInbox => Set<CalendarInboxEntry>();

    public DbSet<CalendarLink> CalendarLinks => Set<CalendarLink>();

    public DbSet<CalendarWatch> CalendarWatches => Set<CalendarWatch>();

    public DbSet<MeetingChat> MeetingChats => Set<MeetingChat>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<KnownAttendee> KnownAttendees => Set<KnownAttendee>();

    public DbSet<Presence> Presences => Set<Presence>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    /// <summary>The keys of sessions and of what is encrypted on disk. The framework writes them itself, one every ninety days, past the record.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(KlyngeContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Conventions.Replace<ForeignKeyIndexConvention>(services =>
            new IndexesOfForeignKeys(services.GetRequiredService<ProviderConventionSetBuilderDependencies>()));
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
        configurationBuilder.Properties<BoardId>().HaveConversion<BoardIdConverter>();
        configurationBuilder.Properties<ForumId>().HaveConversion<ForumIdConverter>();
        configurationBuilder.Properties<PersonId>().HaveConversion<PersonIdConverter>();
        configurationBuilder.Properties<MemberId>().HaveConversion<MemberIdConverter>();
        configurationBuilder.Properties<MeetingId>().HaveConversion<MeetingIdConverter>();
        configurationBuilder.Properties<AgendaItemId>().HaveConversion<AgendaItemIdConverter>();
        configurationBuilder.Properties<ContributionId>().HaveConversion<ContributionIdConverter>();
        configurationBuilder.Properties<ItemGuestId>().HaveConversion<ItemGuestIdConverter>();
        configurationBuilder.Properties<GuestCadenceId>().HaveConversion<GuestCadenceIdConverter>();
        configurationBuilder.Properties<AgendaApprovalId>().HaveConversion<AgendaApprovalIdConverter>();
        configurationBuilder.Properties<ChairQuestionId>().HaveConversion<ChairQuestionIdConverter>();
        configurationBuilder.Properties<HandoverId>().HaveConversion<HandoverIdConverter>();
        configurationBuilder.Properties<ChairDecisionId>().HaveConversion<ChairDecisionIdConverter>();
        configurationBuilder.Properties<ComingItemId>().HaveConversion<ComingItemIdConverter>();
        configurationBuilder.Properties<CaseKey>().HaveConversion<CaseKeyConverter>();
        configurationBuilder.Properties<StandingRuleId>().HaveConversion<StandingRuleIdConverter>();
        configurationBuilder.Properties<ItemVoteId>().HaveConversion<ItemVoteIdConverter>();
        configurationBuilder.Properties<AttachmentId>().HaveConversion<AttachmentIdConverter>();
        configurationBuilder.Properties<ApologyId>().HaveConversion<ApologyIdConverter>();
        configurationBuilder.Properties<DeadlineId>().HaveConversion<DeadlineIdConverter>();
        configurationBuilder.Properties<ReminderDays>().HaveConversion<ReminderDaysConverter>();
        configurationBuilder.Properties<WrittenProcedureId>().HaveConversion<WrittenProcedureIdConverter>();
        configurationBuilder.Properties<InvitationId>().HaveConversion<InvitationIdConverter>();
        configurationBuilder.Properties<PresenceId>().HaveConversion<PresenceIdConverter>();
        configurationBuilder.Properties<ParticipantId>().HaveConversion<ParticipantIdConverter>();
        configurationBuilder.Properties<CalendarFeedId>().HaveConversion<CalendarFeedIdConverter>();
        configurationBuilder.Properties<FoundDeadlineId>().HaveConversion<FoundDeadlineIdConverter>();
        configurationBuilder.Properties<ConsultationId>().HaveConversion<ConsultationIdConverter>();
        configurationBuilder.Properties<RollEntryId>().HaveConversion<RollEntryIdConverter>();
        configurationBuilder.Properties<VoteId>().HaveConversion<VoteIdConverter>();
        configurationBuilder.Properties<ConsultationRemarkId>().HaveConversion<ConsultationRemarkIdConverter>();
    }
}
