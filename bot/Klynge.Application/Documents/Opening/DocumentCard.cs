using System.Text.Json.Nodes;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Documents.Opening;

/// <summary>A person's own link to a document, and how long it works.</summary>
internal static class DocumentCard
{
    internal static AdaptiveCard Build(DocumentPath path, Uri link, Instant end) => new()
    {
        Speak = Texts.YourLink,
        FallbackText = Texts.YourLink,
        Body =
        [
            new TextBlock(CardText.Escape(path.Name)) { Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading },
            new TextBlock(Texts.WorksUntil(DanishTime.ToDanish(end).TimeOfDay)),
        ],
        Actions = [new OpenUrlAction(Texts.OpenInBrowser, link)],
    };
}

/// <summary>
/// The button that opens a document. SharePoint asks who comes, and on this machine anybody is anybody: there the browser is sent straight
/// to it. What a tenant's host serves itself asks the bot for a personal link first, since a browser would come without a name.
/// </summary>
internal static class DocumentButton
{
    internal static readonly ButtonRight Verb = new("document.open", Who.InForum, "what they may read, and others the attachments of an item that they are asked to contribute to; sends a link of their own");
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
