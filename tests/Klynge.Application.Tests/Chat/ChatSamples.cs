using Klynge.Application.Chat;
using Klynge.Application.Tests.Cards;

namespace Klynge.Application.Tests.Chat;

/// <summary>The one question that the chat itself asks.</summary>
public sealed class ChatSamples : ICardSamples
{
    public string Feature => "chat";

    public IEnumerable<CardSample> Samples()
    {
        yield return new("which-forum", ChatAnswers.Ask(
            new WhichForum([new("chefforum", "Chefforum"), new("politisk-niveau", "Politisk niveau **for** <b>Klitlandet</b>")]), "dagsorden"));
    }
}
