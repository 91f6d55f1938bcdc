using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace Klynge.Application.Data.Configurations;

/// <summary>
/// An index for every foreign key, but none for the votes': nothing looks a vote up by its place on the roll, no place on a roll is
/// taken away while votes refer to it, and the index would be one page more for each vote to write.
/// </summary>
internal sealed class IndexesOfForeignKeys(ProviderConventionSetBuilderDependencies dependencies) : ForeignKeyIndexConvention(dependencies)
{
    protected override IConventionIndex? CreateIndex(
        IReadOnlyList<IConventionProperty> properties, bool unique, IConventionEntityTypeBuilder entityTypeBuilder) =>
        entityTypeBuilder.Metadata.ClrType == typeof(Vote) ? null : base.CreateIndex(properties, unique, entityTypeBuilder);
}
