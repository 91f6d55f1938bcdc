using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klynge.Application.Data.Configurations;

internal sealed class ChairDecisionConfiguration : IEntityTypeConfiguration<ChairDecision>
{
    public void Configure(EntityTypeBuilder<ChairDecision> builder)
    {
        builder.ToTable("ChairDecisions").HasKey(decision => decision.Id);
        builder.Ignore(decision => decision.IsCalledIn);
        builder.HasOne<Forum>().WithMany().HasForeignKey(decision => decision.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(decision => decision.MadeById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(decision => decision.CalledInById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(decision => decision.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}
