using Klynge.Application.Chat;

namespace Klynge.Application.Documents.Opening;

/// <summary>The one button of documents.</summary>
public sealed class DocumentChat(OpenDocument open) : IChatFeature
{
    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.OnAction(DocumentButton.Verb, async (turn, action, cancellationToken) =>
        {
            var result = await open.HandleAsync(turn.Caller, new OpenDocumentRequest(action.Data.Text(DocumentButton.Field)), cancellationToken);
            return result.Error is { } error ? error : ChatReply.Say(Texts.LinkSent);
        });
    }
}
