using Klynge.Application.Messaging.Accounts;
using Klynge.Application.Tests.Cards;

namespace Klynge.Application.Tests.Messaging;

/// <summary>The card that asks about accounts, with fixed ids.</summary>
public sealed class AccountSamples : ICardSamples
{
    public string Feature => "accounts";

    public IEnumerable<CardSample> Samples()
    {
        yield return new("ask-one", AccountsCard.Build([Question(1)], told: []));
        yield return new("ask-many", AccountsCard.Build([.. Enumerable.Range(1, 14).Select(Question)], ["Kontoen hører nu til Lene Aagaard. Sofie Bech kl. 09.14"]));
        yield return new("ask-awkward", AccountsCard.Build([Question(1) with { Name = "**A** <at>Alle</at> [x](https://x.example)", Replaces = true }], told: []));
        yield return new("answered", AccountsCard.Done("Kontoen hører nu til Lene Aagaard. Sofie Bech kl. 09.14", "Kontoen hører ikke til Mads Holt og får ingen adgang. Karen Friis 12. jan. kl. 15.40"));
        yield return new("welcome", AccountsCard.Welcome());
    }

    private static AccountQuestion Question(int number) =>
        new($"00000000-0000-4000-8000-{number:000000000000}", $"Karen-Marie Bjerre {number}", $"karen.bjerre{number}@fjordlandet.example", Replaces: number == 3);
}
