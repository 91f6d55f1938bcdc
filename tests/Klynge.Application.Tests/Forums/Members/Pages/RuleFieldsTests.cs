using Klynge.Application.Forums.Members.Pages;
using Klynge.Application.Tests.Support;

namespace Klynge.Application.Tests.Forums.Members.Pages;

/// <summary>The rules of procedure as a form: each field is one rule of the board file, and the file's own words say why one cannot be.</summary>
public sealed class RuleFieldsTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private FormBench _bench = null!;

    /// <summary>What each field can be changed to, and how the proposal says it.</summary>
    public static TheoryData<string, string, string> Changes => new()
    {
        { "itemsIn", "14 dage", "punkter inde" },
        { "agendaOut", "4 hverdage (lørdag talt med)", "dagsorden ud" },
        { "minutesOut", "15 hverdage", "referat ud" },
        { "commentsIn", "5 hverdage", "bemærkninger til referat" },
        { "minimumMeetingsPerYear", "6", "møder om året mindst: (intet) → 6" },
        { "quorum.share", "66,67", "beslutningsdygtig fra andel: 0,5 → 0,6667" },
        { "quorum.everySector", "false", "alle sektorer skal være der: ja → nej" },
        { "castingVote", "true", "formandens stemme afgør" },
        { "initiativeRight", "true", "initiativret: nej → ja" },
        { "agendaApproval", "coChairs", "godkendelse af dagsordenen: ingen → formandskabet" },
        { "writtenProcedures.allowed", "false", "skriftlig behandling: ja → nej" },
        { "writtenProcedures.minimumOpen", "4 hverdage", "korteste svartid" },
        { "writtenProcedures.defaultOpen", "8 hverdage", "foreslået svartid" },
        { "writtenProcedures.rule", "simpleMajority", "afgørelse: enighed → simpelt flertal" },
        { "writtenProcedures.silenceIsConsent", "true", "stiltiende accept" },
        { "writtenProcedures.votesShownWhileOpen", "false", "svar vises undervejs" },
        { "writtenProcedures.closesWhenAllHaveAnswered", "false", "lukker, når alle har svaret" },
        { "writtenProcedures.closingDelayMinutes", "0", "minutter fra sidste svar, til sagen lukker: 10 → 0" },
        { "writtenProcedures.answerPerRecommendation", "true", "svar til hver indstilling for sig" },
        { "writtenProcedures.reminders", "2 dage kl. 09.00\n1 dag kl. 09.00", "påmindelser" },
        { "deadlineReminders.before", "10 dage kl. 09.00", "påmindelser om frister" },
        { "deadlineReminders.beforeOfMeetings", "3 dage kl. 09.00", "påmindelser om frister" },
        { "deadlineReminders.overdueDays", "5", "påmindelser om frister" },
        { "items.sections", "Resumé\nØkonomi", "sagsskabelon: ingen → Resumé, Økonomi" },
        { "items.recommendationLead", "Sekretariatet indstiller,", "sagsskabelon" },
        { "items.minutes", "15", "sagsskabelon: ingen → 15 min." },
        { "minutes.look", "pagePerItem", "referatets udseende" },
        { "minutes.undecided", "stated", "punkter uden beslutning" },
        { "minutes.party", "true", "parti i referatet: nej → ja" },
        { "attendanceMinutes", "20", "minutter for at have deltaget" },
        { "source", "Forretningsorden § 4, 1. januar 2026", "kilde" },
    };

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _bench = new FormBench(_board);
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Rule_IsChanged_AndNoOther_AndStandsInTheFieldAfterwards(string name, string value, string expected)
    {
        var proposal = await _bench.ProposeAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.Rules), (name, value)));

        Assert.True(proposal.Proposal is not null, string.Join(' ', proposal.Problems));
        Assert.Contains(expected, Assert.Single(proposal.Proposal.Changes).Detail, StringComparison.Ordinal);
        Assert.NotNull((await _bench.ConfirmAsync(FormBench.Seen(proposal))).Done);
        Assert.Equal(value, (await _bench.OpenAsync(ForumFormKind.Rules)).Fields.Single(field => field.Name == name).Value);
    }

    [Fact]
    public async Task EveryField_IsTriedHere_AndAFormThatNobodyTouchedChangesNothing()
    {
        var form = await _bench.OpenAsync(ForumFormKind.Rules);
        Assert.Equal(Changes.Select(row => row.Data.Item1), form.Fields.Select(field => field.Name));

        Assert.Equal(["Sådan står det allerede. Intet er ændret."], (await _bench.ProposeAsync(FormBench.Typed(form))).Problems);
    }

    /// <summary>One by one the first would be refused: a shortest time that is longer than the one that is proposed.</summary>
    [Fact]
    public async Task RulesThatBelongTogether_AreChangedTogether()
    {
        var typed = FormBench.Typed(await _bench.OpenAsync(ForumFormKind.Rules), ("writtenProcedures.minimumOpen", "12 hverdage"), ("writtenProcedures.defaultOpen", "15 hverdage"), ("quorum.share", "60 %"));

        Assert.NotNull((await _bench.RunAsync(typed)).Done);
        Assert.Equal((6, 1), await _bench.CountAsync());
    }

    [Theory]
    [InlineData("agendaOut", "i morgen")]
    [InlineData("agendaOut", "")]
    [InlineData("quorum.share", "halvdelen")]
    [InlineData("quorum.share", "0")]
    [InlineData("quorum.share", "101")]
    [InlineData("minimumMeetingsPerYear", "mange")]
    [InlineData("minimumMeetingsPerYear", "99999999999")]
    [InlineData("agendaApproval", "alle")]
    [InlineData("minutes.party", "måske")]
    [InlineData("writtenProcedures.reminders", "når det passer")]
    public async Task RuleThatCannotBe_IsSaidBesideItsField_AndStaysTyped(string name, string value)
    {
        var answer = await _bench.ProposeAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.Rules), (name, value), ("source", "Kun mit")));

        Assert.Null(answer.Proposal);
        var field = answer.Fields.Single(one => one.Name == name);
        Assert.Equal(value, field.Value);
        Assert.NotNull(field.Problem);
        Assert.StartsWith($"»{field.Label}«: ", Assert.Single(answer.Problems), StringComparison.Ordinal);
        Assert.Equal("Kun mit", answer.Fields.Single(one => one.Name == "source").Value);
        Assert.Equal((6, 0), await _bench.CountAsync());
    }

    [Fact]
    public async Task TwoWhoChangeDifferentRules_BothGetTheirs()
    {
        var second = await SecondSecretary.AddAsync(_board);
        var old = await _bench.OpenAsync(ForumFormKind.Rules, by: second);
        await _bench.RunAsync(FormBench.Typed(await _bench.OpenAsync(ForumFormKind.Rules), ("agendaOut", "4 hverdage")));

        var proposal = await _bench.ProposeAsync(FormBench.Typed(old, ("minutesOut", "15 hverdage")), second);

        Assert.Contains("nu står der »4 hverdage«. Det bliver stående.", Assert.Single(proposal.Meanwhile), StringComparison.Ordinal);
        await _bench.ConfirmAsync(FormBench.Seen(proposal), second);
        var rules = await _bench.OpenAsync(ForumFormKind.Rules);
        Assert.Equal(("4 hverdage", "15 hverdage"), (rules.Of("agendaOut"), rules.Of("minutesOut")));
    }
}
