using Klynge.Application.Documents;
using Klynge.Application.Minutes.Uploads;
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

internal sealed class UploadSessionConfiguration : IEntityTypeConfiguration<UploadSession>
{
    public void Configure(EntityTypeBuilder<UploadSession> builder) => builder.ToTable("UploadSessions").HasKey(session => session.Key);
}
