using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;

namespace Klynge.Application.Documents.Opening;

/// <param name="Link">The document's address as the card has it: untrusted.</param>
public sealed record OpenDocumentRequest(string? Link);

/// <summary>
/// Sends a person a link of their own to a document that the host serves itself (<see cref="DocumentPasses"/>). It comes as a message, so
/// that the card with the button stays as it is, and in the personal chat, so that nobody else gets it.
/// </summary>
public sealed class OpenDocument(Writer writer, DocumentLinks links, DocumentPasses passes)
{
    /// <summary>Who may not read a document is told the same as where there is none.</summary>
    public Task<Result<Done>> HandleAsync(Caller caller, OpenDocumentRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync<Done>(new WriteIntent(nameof(OpenDocument), caller), async scope =>
        {
            if (caller.PersonId is not { } person
                || links.PathOf(request.Link) is not { } path
                || !await scope.Db.MayReadAsync(person, path, scope.Today))
            {
                return new DocumentNotForYou();
            }

            scope.EnterBy(DocumentButton.Verb);
            scope.Notify(person, DocumentCard.Build(path, passes.For(person, path), scope.Now + DocumentPasses.GoodFor));
            return default(Done);
        }, cancellationToken);
    }
}
