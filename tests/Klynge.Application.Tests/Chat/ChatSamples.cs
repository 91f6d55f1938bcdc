using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Cards;
using NodaTime;

namespace Klynge.Application.Tests.Chat;

/// <summary>The questions that the chat itself asks.</summary>
public sealed class ChatSamples : ICardSamples
{
    public string Feature => "chat";

    public IEnumerable<CardSample> Samples()
    {
        yield return new("which-forum", ChatAnswers.Ask(
            new WhichForum([new("chefforum", "Chefforum"), new("politisk-niveau", "Politisk niveau **for** <b>Klitlandet</b>")]), "dagsorden"));
        yield return new("which-date", DateQuestion.Build(
            new DateAmbiguous("Hvilken dag i januar?", [new LocalDate(2027, 1, 14), new LocalDate(2027, 1, 28)]) { Written = "i januar" }, "afbud i januar, ferie"));
        yield return new("shall-i", AskCard.Build("Skal jeg oprette et møde i Chefforum?", ["Onsdag d. 3. februar 2027 kl. 14.00–16.00", "**Rådhuset** <b>"], "Opret mødet", "nyt møde"));
        yield return new("which-command", AskCard.Choose("Hvor skal punktet hen?", [new CommandChoice("Dagsordenen d. 3. februar", "tilføj punkt Budget"), new CommandChoice("En skriftlig behandling", "skriftlig Budget")]));
    }
}
