using Klynge.Application.Deadlines.Reminders;
using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klynge.Application.Data.Configurations;

internal sealed class DeadlineConfiguration : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.ToTable("Deadlines").HasKey(deadline => deadline.Id);
        builder.Ignore(deadline => deadline.IsOpen);
        builder.Ignore(deadline => deadline.Responsible);
        builder.Property(deadline => deadline.Version).IsConcurrencyToken();
        builder.HasIndex(deadline => deadline.NextReminderAt).HasFilter("\"NextReminderAt\" IS NOT NULL");
        builder.HasIndex(deadline => new { deadline.ForumId, deadline.Status, deadline.Date });
        builder.HasIndex(deadline => new { deadline.ForumId, deadline.Origin }).IsUnique().HasFilter("\"Origin\" IS NOT NULL");
        builder.HasOne<Forum>().WithMany().HasForeignKey(deadline => deadline.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(deadline => deadline.ResponsibleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(deadline => deadline.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(deadline => deadline.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<WrittenProcedure>().WithMany().HasForeignKey(deadline => deadline.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(deadline => deadline.History).WithOne().HasForeignKey(change => change.DeadlineId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(deadline => deadline.History).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class DeadlineChangeConfiguration : IEntityTypeConfiguration<DeadlineChange>
{
    public void Configure(EntityTypeBuilder<DeadlineChange> builder)
    {
        builder.ToTable("DeadlineChanges").HasKey(change => new { change.DeadlineId, change.Version });
        builder.Property(change => change.Version).ValueGeneratedNever();
        builder.Ignore(change => change.ResponsibleBefore);
    }
}

internal sealed class FoundDeadlineConfiguration : IEntityTypeConfiguration<FoundDeadline>
{
    public void Configure(EntityTypeBuilder<FoundDeadline> builder)
    {
        builder.ToTable("FoundDeadlines").HasKey(found => found.Id);
        builder.Property(found => found.Id).ValueGeneratedNever();
        builder.Ignore(found => found.IsAnswered);
        builder.HasIndex(found => new { found.ForumId, found.Key }).IsUnique();
        builder.HasOne<Forum>().WithMany().HasForeignKey(found => found.ForumId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MorningMessageConfiguration : IEntityTypeConfiguration<MorningMessage>
{
    public void Configure(EntityTypeBuilder<MorningMessage> builder)
    {
        builder.ToTable("MorningMessages").HasKey(message => message.PersonId);
        builder.HasOne<Person>().WithOne().HasForeignKey<MorningMessage>(message => message.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("CalendarFeeds").HasKey(feed => feed.Id);
        builder.Property(feed => feed.Id).ValueGeneratedNever();
        builder.HasIndex(feed => feed.TokenHash).IsUnique();
        builder.HasIndex(feed => new { feed.ForumId, feed.PersonId });
        builder.HasOne<Forum>().WithMany().HasForeignKey(feed => feed.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(feed => feed.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
