using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Documents;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Seals;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klynge.Application.Data.Configurations;

internal sealed class DocumentUploadConfiguration : IEntityTypeConfiguration<DocumentUpload>
{
    public void Configure(EntityTypeBuilder<DocumentUpload> builder)
    {
        builder.ToTable("DocumentUploads").HasKey(upload => new { upload.MeetingId, upload.Task });

        // Two hosts that take up the same upload: one of them loses.
        builder.Property(upload => upload.Attempts).IsConcurrencyToken();
        builder.HasIndex(upload => upload.DueAt).HasFilter("\"State\" = 1");
        builder.HasOne<Meeting>().WithMany().HasForeignKey(upload => upload.MeetingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ItemFileConfiguration : IEntityTypeConfiguration<ItemFile>
{
    public void Configure(EntityTypeBuilder<ItemFile> builder)
    {
        builder.ToTable("ItemFiles").HasKey(file => file.Id);

        // Two hosts that take up the same file: one of them loses.
        builder.Property(file => file.Attempts).IsConcurrencyToken();
        builder.HasIndex(file => file.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
        builder.HasIndex(file => file.Path);
        builder.HasOne<Person>().WithMany().HasForeignKey(file => file.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Forum>().WithMany().HasForeignKey(file => file.ForumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(file => file.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PackageSealConfiguration : IEntityTypeConfiguration<PackageSeal>
{
    public void Configure(EntityTypeBuilder<PackageSeal> builder)
    {
        builder.ToTable("PackageSeals").HasKey(seal => new { seal.SubjectId, seal.Kind });
        builder.HasIndex(seal => seal.RequestedAt).HasFilter("\"State\" = 1");
        builder.HasOne<Forum>().WithMany().HasForeignKey(seal => seal.ForumId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UploadSessionConfiguration : IEntityTypeConfiguration<UploadSession>
{
    public void Configure(EntityTypeBuilder<UploadSession> builder) => builder.ToTable("UploadSessions").HasKey(session => session.Key);
}
