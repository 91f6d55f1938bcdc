using Klynge.Application.Data.Conversion;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klynge.Application.Data.Configurations;

internal sealed class WrittenProcedureConfiguration : IEntityTypeConfiguration<WrittenProcedure>
{
    public void Configure(EntityTypeBuilder<WrittenProcedure> builder)
    {
        builder.ToTable("WrittenProcedures").HasKey(procedure => procedure.Id);
        builder.Ignore(procedure => procedure.Answered);
        builder.Ignore(procedure => procedure.Voting);
        builder.Ignore(procedure => procedure.GoesToMeeting);
        builder.Property(procedure => procedure.Case).HasJsonConversion();
        builder.Property(procedure => procedure.Rules).HasJsonConversion();
        builder.Property(procedure => procedure.QuorumRule).HasJsonConversion();
        builder.HasIndex(procedure => new { procedure.ForumId, procedure.Status });
        builder.HasIndex(procedure => new { procedure.Status, procedure.Deadline });
        builder.Property(procedure => procedure.DeadlineMoves).HasJsonConversion();
        builder.Property(procedure => procedure.Outcomes).HasJsonConversion();
        builder.Property(procedure => procedure.PlannedOpening).HasJsonConversion();
        builder.HasIndex(procedure => procedure.OpensAt).HasFilter("\"OpensAt\" IS NOT NULL");
        builder.HasMany(procedure => procedure.Roll).WithOne().HasForeignKey(entry => entry.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(procedure => procedure.Roll).HasField("_roll").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasOne<Forum>().WithMany().HasForeignKey(procedure => procedure.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(procedure => procedure.AgendaItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(procedure => procedure.FollowUpItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseVersionConfiguration : IEntityTypeConfiguration<CaseVersion>
{
    public void Configure(EntityTypeBuilder<CaseVersion> builder)
    {
        builder.ToTable("CaseVersions").HasKey(version => new { version.ProcedureId, version.Version });
        builder.Property(version => version.Case).HasJsonConversion();
        builder.HasOne<WrittenProcedure>().WithMany().HasForeignKey(version => version.ProcedureId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RollEntryConfiguration : IEntityTypeConfiguration<RollEntry>
{
    public void Configure(EntityTypeBuilder<RollEntry> builder)
    {
        builder.ToTable("RollEntries").HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Answers).HasJsonConversion();
        builder.Ignore(entry => entry.HasAnswered);
        builder.Ignore(entry => entry.IsGivenUp);
        builder.Ignore(entry => entry.VoterName);
        builder.Ignore(entry => entry.BareName);
        builder.HasIndex(entry => new { entry.ProcedureId, entry.MemberId }).IsUnique();
        builder.HasIndex(entry => new { entry.ProcedureId, entry.VoterId }).IsUnique();
        builder.HasIndex(entry => new { entry.VoterId, entry.ProcedureId });
        builder.HasIndex(entry => entry.PersonId);
        builder.HasIndex(entry => entry.ProcedureId, "IX_RollEntries_Missing").HasFilter("\"Answer\" IS NULL");
        builder.HasOne<ForumMember>().WithMany().HasForeignKey(entry => entry.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VoteConfiguration : IEntityTypeConfiguration<Vote>
{
    public void Configure(EntityTypeBuilder<Vote> builder)
    {
        builder.ToTable("Votes").HasKey(vote => vote.Id);
        builder.Property(vote => vote.Id).ValueGeneratedNever();
        builder.Property(vote => vote.Answers).HasJsonConversion();
        builder.HasIndex(vote => new { vote.ProcedureId, vote.CastAt });
        builder.HasOne<RollEntry>().WithMany().HasForeignKey(vote => vote.RollEntryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProcedureReminderConfiguration : IEntityTypeConfiguration<ProcedureReminder>
{
    public void Configure(EntityTypeBuilder<ProcedureReminder> builder)
    {
        builder.ToTable("ProcedureReminders").HasKey(reminder => new { reminder.ProcedureId, reminder.Version, reminder.DueAt });
        builder.HasOne<WrittenProcedure>().WithMany().HasForeignKey(reminder => reminder.ProcedureId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProcedureDocumentConfiguration : IEntityTypeConfiguration<ProcedureDocument>
{
    public void Configure(EntityTypeBuilder<ProcedureDocument> builder)
    {
        builder.ToTable("ProcedureDocuments").HasKey(document => new { document.ProcedureId, document.Kind });
        builder.HasOne<WrittenProcedure>().WithMany().HasForeignKey(document => document.ProcedureId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OpenCopyConfiguration : IEntityTypeConfiguration<OpenCopy>
{
    public void Configure(EntityTypeBuilder<OpenCopy> builder)
    {
        builder.ToTable("OpenCopies").HasKey(copy => new { copy.Path, copy.ProcedureId });
        builder.HasIndex(copy => copy.DueAt).HasFilter("\"LeftAt\" IS NULL");
        builder.HasOne<WrittenProcedure>().WithMany().HasForeignKey(copy => copy.ProcedureId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("Consultations").HasKey(consultation => consultation.Id);
        builder.Property(consultation => consultation.Id).ValueGeneratedNever();
        builder.HasIndex(consultation => new { consultation.ProcedureId, consultation.ForumId }).IsUnique();
        builder.HasOne<WrittenProcedure>().WithMany().HasForeignKey(consultation => consultation.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Forum>().WithMany().HasForeignKey(consultation => consultation.ForumId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConsultationRemarkConfiguration : IEntityTypeConfiguration<ConsultationRemark>
{
    public void Configure(EntityTypeBuilder<ConsultationRemark> builder)
    {
        builder.ToTable("ConsultationRemarks").HasKey(remark => remark.Id);
        builder.Property(remark => remark.Id).ValueGeneratedNever();
        builder.HasOne<Consultation>().WithMany().HasForeignKey(remark => remark.ConsultationId).OnDelete(DeleteBehavior.Restrict);
    }
}
