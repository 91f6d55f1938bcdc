using Klynge.Application.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klynge.Application.Data.Configurations;

internal sealed class CalendarWatchConfiguration : IEntityTypeConfiguration<CalendarWatch>
{
    public void Configure(EntityTypeBuilder<CalendarWatch> builder) => builder.ToTable("CalendarWatches").HasKey(watch => watch.Mailbox);
}
