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
