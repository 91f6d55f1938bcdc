using Klynge.Application.Audit;
using Klynge.Application.Data.Conversion;
using Klynge.Application.Messaging;
using Klynge.Application.Messaging.Accounts;
using Klynge.Application.Outbox;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klynge.Application.Data.Configurations;

internal sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("Conversations").HasKey(conversation => conversation.Id);
        builder.HasIndex(conversation => conversation.ForumId);
        builder.HasIndex(conversation => conversation.PersonId);
        builder.Property(conversation => conversation.Readers).HasJsonConversion();
        builder.HasOne<Forum>().WithMany().HasForeignKey(conversation => conversation.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(conversation => conversation.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SharedCardConfiguration : IEntityTypeConfiguration<SharedCard>
{
    public void Configure(EntityTypeBuilder<SharedCard> builder)
    {
        builder.ToTable("SharedCards").HasKey(card => new { card.Key, card.ConversationId });
        builder.HasIndex(card => card.ConversationId);
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    /// <summary>The condition of a message that still has to go out; partial indexes keep the queue small however long the history.</summary>
    internal const string IsWaiting = "\"SentAt\" IS NULL AND \"GivenUpAt\" IS NULL";

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox").HasKey(message => message.Id);
        builder.Ignore(message => message.Key);
        builder.Property(message => message.Lane).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.HasIndex(message => new { message.Lane, message.Id }).HasFilter(IsWaiting);
        builder.HasIndex(message => new { message.CardKey, message.ConversationId })
            .IsUnique()
            .HasFilter($"\"CardKey\" IS NOT NULL AND {IsWaiting}");
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("Audit").HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.HasIndex(entry => new { entry.ForumId, entry.Sequence });
        builder.HasIndex(entry => new { entry.SubjectId, entry.Sequence }).HasFilter("\"SubjectId\" IS NOT NULL");
    }
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHead").HasKey(head => head.Id);
        builder.Property(head => head.Id).ValueGeneratedNever();
    }
}

internal sealed class ProcessedActivityConfiguration : IEntityTypeConfiguration<Data.ProcessedActivity>
{
    public void Configure(EntityTypeBuilder<Data.ProcessedActivity> builder) =>
        builder.ToTable("ProcessedActivities").HasKey(activity => activity.Key);
}

internal sealed class AccountClaimConfiguration : IEntityTypeConfiguration<AccountClaim>
{
    public void Configure(EntityTypeBuilder<AccountClaim> builder)
    {
        builder.ToTable("AccountClaims").HasKey(claim => claim.ObjectId);
        builder.HasIndex(claim => claim.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(claim => claim.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
