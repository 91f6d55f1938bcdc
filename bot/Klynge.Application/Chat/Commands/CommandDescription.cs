using Klynge.Application.Rights;

namespace Klynge.Application.Chat.Commands;

/// <summary>One command as help, suggestions and the Teams manifest show it. All texts are Danish.</summary>
/// <param name="Name">The word to write: "dagsorden".</param>
/// <param name="English">The English alias: "agenda".</param>
/// <param name="Usage">With its parts: "dagsorden [forum] [dato]"; square brackets mark what may be left out.</param>
/// <param name="Summary">One line in the imperative: "Vis dagsordenen for det næste møde".</param>
/// <param name="Example">A whole message that works: "dagsorden chefforum 4. februar".</param>
/// <param name="Who">Who may give it somewhere, as the table of rights says.</param>
public sealed record CommandDescription(string Name, string English, string Usage, string Summary, string Example, Actors Who);
