using Klynge.Application.Agendas.Attachments;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;

namespace Klynge.Workspace.Acts;

/// <summary>What the page asks of a bilag: the same as the card does.</summary>
internal static class PostedAttachment
{
    internal const string File = "fil";
    internal const string Name = "navn";
    internal const string Reading = "laesning";
    internal const string Closed = "lukket";
    internal const string Replaces = "erstatter";
    internal const string Change = "nyt";
    internal const string Late = "eftersendt";
    internal const string Yes = "ja";
    internal const string No = "nej";

    internal static bool? IsRead(PostedForm form) => form.Typed(Reading) switch
    {
        Yes => true,
        No => false,
        _ => null,
    };

    /// <param name="otherwise">What it is called where no name is typed; null where one has to be.</param>
    /// <returns><see cref="ReadingMissing"/>; <see cref="AttachmentNotFound"/> for a version of something that no button names.</returns>
    internal static Result<FileAnswer> Read(PostedForm form, string? otherwise)
    {
        if (IsRead(form) is not { } isRead)
            return new ReadingMissing();

        var replaced = form.Typed(Replaces) is { Length: > 0 } ? form.Id(Replaces) : (Guid?)null;
        if (replaced == Guid.Empty)
            return new AttachmentNotFound();

        var name = string.IsNullOrWhiteSpace(form.Typed(Name)) && otherwise is not null ? otherwise : form.Typed(Name) ?? string.Empty;
        return new FileAnswer(name, isRead, form.Typed(Closed) is not null, replaced is { } id ? new AttachmentId(id) : null, form.Typed(Change), form.Typed(Late));
    }
}
