using Klynge.Application.Data.Leases;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klynge.Application.Data.Configurations;

internal sealed class JobStateConfiguration : IEntityTypeConfiguration<JobState>
{
    public void Configure(EntityTypeBuilder<JobState> builder) => builder.ToTable("Jobs").HasKey(state => state.Name);
}

internal sealed class LeaseConfiguration : IEntityTypeConfiguration<LeaseRow>
{
    public void Configure(EntityTypeBuilder<LeaseRow> builder) => builder.ToTable("Leases").HasKey(lease => lease.Name);
}

internal sealed class CalendarWatchConfiguration : IEntityTypeConfiguration<CalendarWatch>
{
    public void Configure(EntityTypeBuilder<CalendarWatch> builder) => builder.ToTable("CalendarWatches").HasKey(watch => watch.Mailbox);
}
