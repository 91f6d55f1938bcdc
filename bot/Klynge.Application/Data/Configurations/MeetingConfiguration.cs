using Klynge.Application.Data.Conversion;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Drafts;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klynge.Application.Data.Configurations;

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("Meetings").HasKey(meeting => meeting.Id);
        builder.Ignore(meeting => meeting.Time);
        builder.Property(meeting => meeting.Version).IsConcurrencyToken();
        builder.HasIndex(meeting => new { meeting.ForumId, meeting.Date });
        builder.HasIndex(meeting => meeting.TeamsMeetingId);
        builder.HasOne<Forum>().WithMany().HasForeignKey(meeting => meeting.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(meeting => meeting.ChairId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(meeting => meeting.MinuteTakerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgendaItemConfiguration : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("AgendaItems").HasKey(item => item.Id);
        builder.Ignore(item => item.IsOnAgenda);
        builder.Property(item => item.Content).HasJsonConversion();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasIndex(item => new { item.MeetingId, item.Number });
        builder.HasIndex(item => item.Case);
        builder.HasOne<Forum>().WithMany().HasForeignKey(item => item.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(item => item.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(item => item.ProposedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(item => item.ContinuesId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ItemDraftConfiguration : IEntityTypeConfiguration<ItemDraft>
{
    public void Configure(EntityTypeBuilder<ItemDraft> builder)
    {
        // No key to the item: of a new one there is only the id that it will get.
        builder.ToTable("ItemDrafts").HasKey(draft => new { draft.ItemId, draft.PersonId, draft.Field });
        builder.HasIndex(draft => new { draft.PersonId, draft.MeetingId });
        builder.HasOne<Forum>().WithMany().HasForeignKey(draft => draft.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(draft => draft.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(draft => draft.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgendaReadConfiguration : IEntityTypeConfiguration<AgendaRead>
{
    public void Configure(EntityTypeBuilder<AgendaRead> builder)
    {
        builder.ToTable("AgendaReads").HasKey(read => new { read.MeetingId, read.PersonId });
        builder.HasOne<Forum>().WithMany().HasForeignKey(read => read.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(read => read.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(read => read.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContributionConfiguration : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> builder)
    {
        builder.ToTable("Contributions").HasKey(contribution => contribution.Id);
        builder.Ignore(contribution => contribution.IsMissing);
        builder.HasIndex(contribution => new { contribution.ItemId, contribution.PersonId }).IsUnique();
        builder.HasOne<Forum>().WithMany().HasForeignKey(contribution => contribution.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(contribution => contribution.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(contribution => contribution.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ItemGuestConfiguration : IEntityTypeConfiguration<ItemGuest>
{
    public void Configure(EntityTypeBuilder<ItemGuest> builder)
    {
        builder.ToTable("ItemGuests").HasKey(guest => guest.Id);
        builder.Ignore(guest => guest.IsInvited);
        builder.Ignore(guest => guest.Stands);
        builder.Ignore(guest => guest.Label);
        builder.Ignore(guest => guest.Details);
        builder.Property(guest => guest.Told).HasJsonConversion();
        builder.HasIndex(guest => guest.ItemId);
        builder.HasOne<Forum>().WithMany().HasForeignKey(guest => guest.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(guest => guest.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GuestCadenceConfiguration : IEntityTypeConfiguration<GuestCadence>
{
    public void Configure(EntityTypeBuilder<GuestCadence> builder)
    {
        builder.ToTable("GuestCadences").HasKey(cadence => cadence.Id);
        builder.Ignore(cadence => cadence.Label);
        builder.Ignore(cadence => cadence.Details);
        builder.HasOne<Forum>().WithMany().HasForeignKey(cadence => cadence.ForumId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgendaApprovalConfiguration : IEntityTypeConfiguration<AgendaApproval>
{
    public void Configure(EntityTypeBuilder<AgendaApproval> builder)
    {
        builder.ToTable("AgendaApprovals").HasKey(approval => approval.Id);
        builder.HasIndex(approval => new { approval.MeetingId, approval.PersonId }).IsUnique();
        builder.HasOne<Forum>().WithMany().HasForeignKey(approval => approval.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(approval => approval.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(approval => approval.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(approval => approval.AskedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(approval => approval.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ItemBallotConfiguration : IEntityTypeConfiguration<ItemBallot>
{
    public void Configure(EntityTypeBuilder<ItemBallot> builder)
    {
        builder.ToTable("ItemBallots").HasKey(ballot => ballot.Id);
        builder.Ignore(ballot => ballot.IsOpen);
        builder.HasIndex(ballot => ballot.ItemId).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        builder.HasMany(ballot => ballot.Answers).WithOne().HasForeignKey(answer => answer.BallotId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(ballot => ballot.Answers).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasOne<Forum>().WithMany().HasForeignKey(ballot => ballot.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(ballot => ballot.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(ballot => ballot.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(ballot => ballot.OpenedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BallotAnswerConfiguration : IEntityTypeConfiguration<BallotAnswer>
{
    public void Configure(EntityTypeBuilder<BallotAnswer> builder)
    {
        builder.ToTable("BallotAnswers").HasKey(answer => new { answer.BallotId, answer.MemberId });
        builder.HasOne<ForumMember>().WithMany().HasForeignKey(answer => answer.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(answer => answer.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChairQuestionConfiguration : IEntityTypeConfiguration<ChairQuestion>
{
    public void Configure(EntityTypeBuilder<ChairQuestion> builder)
    {
        builder.ToTable("ChairQuestions").HasKey(question => question.Id);
        builder.Ignore(question => question.IsWaiting);
        builder.HasOne<Forum>().WithMany().HasForeignKey(question => question.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Forum>().WithMany().HasForeignKey(question => question.FromForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(question => question.AskerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(question => question.AnsweredById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(question => question.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApologyConfiguration : IEntityTypeConfiguration<Apology>
{
    public void Configure(EntityTypeBuilder<Apology> builder)
    {
        builder.ToTable("Apologies").HasKey(apology => apology.Id);
        builder.Ignore(apology => apology.Stands);
        builder.Ignore(apology => apology.IsOfCalendarAlone);
        builder.Ignore(apology => apology.IsAsking);
        builder.Property(apology => apology.RefusedIds).HasJsonConversion();
        builder.HasIndex(apology => new { apology.MeetingId, apology.MemberId }).IsUnique().HasFilter("\"WithdrawnAt\" IS NULL");
        builder.HasOne<Meeting>().WithMany().HasForeignKey(apology => apology.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ForumMember>().WithMany().HasForeignKey(apology => apology.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(apology => apology.SubstituteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(apology => apology.AskedId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ItemAbsenceConfiguration : IEntityTypeConfiguration<ItemAbsence>
{
    public void Configure(EntityTypeBuilder<ItemAbsence> builder)
    {
        builder.ToTable("ItemAbsences").HasKey(absence => new { absence.ItemId, absence.MemberId });
        builder.HasOne<Forum>().WithMany().HasForeignKey(absence => absence.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(absence => absence.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ForumMember>().WithMany().HasForeignKey(absence => absence.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(absence => absence.SubstituteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(absence => absence.KeptOutId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ItemExclusionConfiguration : IEntityTypeConfiguration<ItemExclusion>
{
    public void Configure(EntityTypeBuilder<ItemExclusion> builder)
    {
        builder.ToTable("ItemExclusions").HasKey(exclusion => new { exclusion.ItemId, exclusion.PersonId });
        builder.HasOne<Forum>().WithMany().HasForeignKey(exclusion => exclusion.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(exclusion => exclusion.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(exclusion => exclusion.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("Participants").HasKey(participant => participant.Id);
        builder.HasIndex(participant => participant.MeetingId);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(participant => participant.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(participant => participant.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ForumMember>().WithMany().HasForeignKey(participant => participant.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeetingMinutesConfiguration : IEntityTypeConfiguration<MeetingMinutes>
{
    public void Configure(EntityTypeBuilder<MeetingMinutes> builder)
    {
        builder.ToTable("Minutes").HasKey(minutes => minutes.MeetingId);
        builder.Ignore(minutes => minutes.IsFinal);
        builder.Property(minutes => minutes.Version).IsConcurrencyToken();
        builder.HasOne<Meeting>().WithMany().HasForeignKey(minutes => minutes.MeetingId).OnDelete(DeleteBehavior.Restrict);
    }
}
