using Klynge.Application.Data.Conversion;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klynge.Application.Data.Configurations;

internal sealed class BoardConfiguration : IEntityTypeConfiguration<Board>
{
    public void Configure(EntityTypeBuilder<Board> builder) => builder.ToTable("Boards").HasKey(board => board.Id);
}

internal sealed class ForumConfiguration : IEntityTypeConfiguration<Forum>
{
    public void Configure(EntityTypeBuilder<Forum> builder)
    {
        builder.ToTable("Forums").HasKey(forum => forum.Id);
        builder.HasIndex(forum => forum.Key).IsUnique();
        builder.Property(forum => forum.Rules).HasJsonConversion();
        builder.HasOne<Board>().WithMany().HasForeignKey(forum => forum.BoardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Forum>().WithMany().HasForeignKey(forum => forum.AboveId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People").HasKey(person => person.Id);
        builder.HasIndex(person => person.Key).IsUnique();
        builder.HasIndex(person => person.EntraObjectId).IsUnique();
        builder.HasIndex(person => person.Email).IsUnique();
    }
}

internal sealed class ForumMemberConfiguration : IEntityTypeConfiguration<ForumMember>
{
    internal const string RetiredSubstitute = "SubstituteId";

    public void Configure(EntityTypeBuilder<ForumMember> builder)
    {
        builder.ToTable("Members").HasKey(member => member.Id);
        builder.HasIndex(member => new { member.ForumId, member.PersonId });
        builder.HasOne<Forum>().WithMany().HasForeignKey(member => member.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(member => member.Person).WithMany().HasForeignKey(member => member.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(member => member.SubstituteIds);
        builder.Ignore(member => member.SubstitutePeople);
        builder.HasMany(member => member.Substitutes).WithOne().HasForeignKey(one => one.MemberId).OnDelete(DeleteBehavior.ClientCascade);

        // A seat that was read without them would have none, and their rights with it.
        builder.Navigation(member => member.Substitutes).AutoInclude();

        // The one substitute of before, which SQLite cannot drop from a table that others refer to: null, and read by nobody.
        builder.Property<PersonId?>(RetiredSubstitute);
        builder.HasOne<Person>().WithMany().HasForeignKey(RetiredSubstitute).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SeatSubstituteConfiguration : IEntityTypeConfiguration<SeatSubstitute>
{
    public void Configure(EntityTypeBuilder<SeatSubstitute> builder)
    {
        builder.ToTable("SeatSubstitutes").HasKey(one => new { one.MemberId, one.Order });
        builder.HasOne(one => one.Person).WithMany().HasForeignKey(one => one.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
