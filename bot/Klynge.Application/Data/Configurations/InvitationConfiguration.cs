using Klynge.Application.Invitations;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klynge.Application.Data.Configurations;

internal sealed class CalendarInboxConfiguration : IEntityTypeConfiguration<CalendarInboxEntry>
{
    public void Configure(EntityTypeBuilder<CalendarInboxEntry> builder)
    {
        builder.ToTable("CalendarInbox").HasKey(entry => new { entry.Kind, entry.Subject });
        builder.HasIndex(entry => entry.DueAt);
    }
}

internal sealed class CalendarLinkConfiguration : IEntityTypeConfiguration<CalendarLink>
{
    public void Configure(EntityTypeBuilder<CalendarLink> builder)
    {
        builder.ToTable("CalendarLinks").HasKey(link => link.MeetingId);
        builder.Ignore(link => link.Time);
        builder.HasIndex(link => new { link.Mailbox, link.EventId }).IsUnique();
        builder.HasIndex(link => new { link.Mailbox, link.SeriesMasterId });
        builder.HasOne<Meeting>().WithMany().HasForeignKey(link => link.MeetingId).OnDelete(DeleteBehavior.Restrict);
    }
}
