using Klynge.Application.Invitations.Linking;
using Klynge.Application.Invitations.Receiving;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
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
        builder.HasOne<Person>().WithMany().HasForeignKey(link => link.SettledById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeetingChatConfiguration : IEntityTypeConfiguration<MeetingChat>
{
    public void Configure(EntityTypeBuilder<MeetingChat> builder) =>
        builder.ToTable("MeetingChats").HasKey(chat => chat.ConversationId);
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations").HasKey(invitation => invitation.Id);
        builder.HasIndex(invitation => new { invitation.MeetingId, invitation.Address }).IsUnique();
        builder.HasOne<Meeting>().WithMany().HasForeignKey(invitation => invitation.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ForumMember>().WithMany().HasForeignKey(invitation => invitation.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(invitation => invitation.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KnownAttendeeConfiguration : IEntityTypeConfiguration<KnownAttendee>
{
    public void Configure(EntityTypeBuilder<KnownAttendee> builder)
    {
        builder.ToTable("KnownAttendees").HasKey(known => new { known.ForumId, known.Address });
        builder.HasOne<Forum>().WithMany().HasForeignKey(known => known.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(known => known.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(known => known.AnsweredById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PresenceConfiguration : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> builder)
    {
        builder.ToTable("Presences").HasKey(presence => presence.Id);
        builder.HasIndex(presence => new { presence.MeetingId, presence.Address }).IsUnique();
        builder.HasOne<Meeting>().WithMany().HasForeignKey(presence => presence.MeetingId).OnDelete(DeleteBehavior.Restrict);
    }
}
