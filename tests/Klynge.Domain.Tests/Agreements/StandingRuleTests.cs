using Klynge.Domain.Agreements;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Tests.Agreements;

public sealed class StandingRuleTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 13, 8, 0);

    [Fact]
    public void Rule_StandsUntilItIsEnded_Once()
    {
        var rule = Rule("Fremover holdes møderne om formiddagen.");
        var by = new PersonId(Guid.NewGuid());
        rule.End(by, Now);
        rule.End(by: null, Now + Duration.FromHours(1));
        Assert.Equal((false, Now, by), (rule.Stands, rule.EndedAt, rule.EndedById));

        rule.Resume();
        Assert.Equal((true, null, null), (rule.Stands, rule.EndedAt, rule.EndedById));
    }

    [Theory]
    [InlineData("Fremadrettet sendes referater ud til de praktiserende læger.", true)]
    [InlineData("Fremover får kommunernes ældrechefer referatet.", true)]
    [InlineData("Beslutningsreferatet lægges fremover på hjemmesiden.", true)]
    [InlineData("Referaterne deles fra nu af med PLO.", true)]
    [InlineData("Fremover udsendes dagsordenen ti dage før mødet.", false)]
    [InlineData("Referatet er fremover kortere.", false)]
    [InlineData("Økonomi er fremover et fast punkt.", false)]
    public void Rule_OfMinutes_SaysWhereTheyGo(string text, bool isOfMinutes) => Assert.Equal(isOfMinutes, Rule(text).IsOfMinutes);

    private static StandingRule Rule(string text) => new() { ForumId = ForumId.New(), Text = text, AgreementId = DeadlineId.New(), MadeAt = Now };
}
