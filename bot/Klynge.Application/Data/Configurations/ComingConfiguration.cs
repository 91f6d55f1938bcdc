using Klynge.Application.Data.Conversion;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Agreements;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klynge.Application.Data.Configurations;

internal sealed class ComingItemConfiguration : IEntityTypeConfiguration<ComingItem>
{
    public void Configure(EntityTypeBuilder<ComingItem> builder)
    {
        builder.ToTable("ComingItems").HasKey(coming => coming.Id);
        builder.Ignore(coming => coming.Wanted);
        builder.Ignore(coming => coming.IsInForce);
        builder.HasIndex(coming => coming.Case);
        builder.HasOne<ComingItem>().WithMany().HasForeignKey(coming => coming.FromComingId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(coming => coming.Content).HasJsonConversion();
        builder.Property(coming => coming.Version).IsConcurrencyToken();
        builder.HasIndex(coming => coming.ItemId).IsUnique().HasFilter("\"ItemId\" IS NOT NULL");
        builder.HasIndex(coming => coming.AgreementId).IsUnique().HasFilter("\"AgreementId\" IS NOT NULL");
        builder.HasOne<Forum>().WithMany().HasForeignKey(coming => coming.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Forum>().WithMany().HasForeignKey(coming => coming.FromForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(coming => coming.FromMeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(coming => coming.FromItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(coming => coming.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Deadline>().WithMany().HasForeignKey(coming => coming.AgreementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(coming => coming.AddedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseSeriesConfiguration : IEntityTypeConfiguration<CaseSeries>
{
    public void Configure(EntityTypeBuilder<CaseSeries> builder)
    {
        builder.ToTable("CaseSeries").HasKey(series => new { series.BoardId, series.Year });
        builder.Property(series => series.Last).IsConcurrencyToken();
        builder.HasOne<Board>().WithMany().HasForeignKey(series => series.BoardId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StandingRuleConfiguration : IEntityTypeConfiguration<StandingRule>
{
    public void Configure(EntityTypeBuilder<StandingRule> builder)
    {
        builder.ToTable("StandingRules").HasKey(rule => rule.Id);
        builder.Ignore(rule => rule.Stands);
        builder.Ignore(rule => rule.IsOfMinutes);
        builder.HasIndex(rule => rule.AgreementId).IsUnique();
        builder.HasOne<Forum>().WithMany().HasForeignKey(rule => rule.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Deadline>().WithMany().HasForeignKey(rule => rule.AgreementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(rule => rule.EndedById).OnDelete(DeleteBehavior.Restrict);
    }
}
