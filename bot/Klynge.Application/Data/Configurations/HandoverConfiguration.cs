using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klynge.Application.Data.Configurations;

internal sealed class HandoverConfiguration : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.ToTable("Handovers").HasKey(handover => handover.Id);
        builder.HasIndex(handover => handover.FromForumId).IsUnique();
        builder.HasOne<Forum>().WithMany().HasForeignKey(handover => handover.FromForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Forum>().WithMany().HasForeignKey(handover => handover.ToForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(handover => handover.MadeById).OnDelete(DeleteBehavior.Restrict);
    }
}
