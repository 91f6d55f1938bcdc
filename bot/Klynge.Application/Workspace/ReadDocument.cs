using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Documents.Opening;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Workspace;

/// <summary>
/// Opens a document that the host serves itself for somebody who is signed in: the same question as behind the button of a card, and the
/// answer is the link of their own, at once.
/// </summary>
public sealed class ReadDocument(IDbContextFactory<KlyngeContext> contexts, DocumentLinks links, DocumentPasses passes)
{
    /// <param name="link">The document's address as the page has it: untrusted.</param>
    public async Task<Result<Uri>> HandleAsync(ChatTurn turn, string? link, CancellationToken cancellationToken)
    {
        if (links.PathOf(link) is not { } path)
            return new DocumentNotForYou();

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.MayReadAsync(turn.PersonId, path, turn.Today) ? passes.For(turn.PersonId, path) : new DocumentNotForYou();
    }
}
