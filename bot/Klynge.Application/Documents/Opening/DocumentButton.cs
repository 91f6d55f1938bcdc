using System.Text.Json.Nodes;
using Klynge.Teams.Cards;

namespace Klynge.Application.Documents.Opening;

/// <summary>
/// The button that opens a document. SharePoint asks who comes, and on this machine anybody is anybody: there the browser is sent straight
/// to it. What a tenant's host serves itself asks the bot for a personal link first, since a browser would come without a name.
/// </summary>
internal static class DocumentButton
{
    internal const string Verb = "document.open";
    internal const string Field = "document";

    internal static CardAction Open(string title, Uri url) => NeedsPass(url)
        ? new ExecuteAction(title, Verb) { Data = new JsonObject { [Field] = url.AbsoluteUri }, AssociatedInputs = AssociatedInputs.None }
        : new OpenUrlAction(title, url);

    /// <summary>By its shape, which no other link has; whether it is true is asked when it is pressed.</summary>
    internal static bool NeedsPass(Uri url) =>
        !url.IsLoopback
        && url.AbsolutePath.Contains($"/{DocumentLinks.PagePath}/", StringComparison.Ordinal)
        && url.Query.Contains($"{DocumentLinks.SealField}=", StringComparison.Ordinal);
}
