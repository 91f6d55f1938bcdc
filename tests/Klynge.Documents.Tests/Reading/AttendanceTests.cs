using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Documents.Tests.Reading;

public sealed class AttendanceTests
{
    [Theory]
    [InlineData("Der var afbud fra Tor Vang Holm og Una Friis.")]
    [InlineData("Fraværende: Tor Vang Holm og Una Friis")]
    [InlineData("Deltog ikke: Tor Vang Holm, Una Friis")]
    [InlineData("Forfald: Tor Vang Holm samt Una Friis")]
    [InlineData("Forhindret: Tor Vang Holm og Una Friis")]
    [InlineData("Alle medlemmer var mødt undtagen Tor Vang Holm og Una Friis, der havde meldt afbud.")]
    [InlineData("Tor Vang Holm og Una Friis var forhindret.")]
    [InlineData("Tor Vang Holm og Una Friis havde meldt afbud")]
    [InlineData("Afbud\nTor Vang Holm\nUna Friis")]
    [InlineData(" • Afbud\n • Tor Vang Holm\n • Una Friis")]
    [InlineData("Mødte ikke\nTor Vang Holm\nUna Friis")]
    [InlineData("Ikke til stede:\nTor Vang Holm\nUna Friis")]
    public void WhoWasAway_InAnyWording_IsAway(string line) =>
        Assert.Equal(["Tor Vang Holm", "Una Friis"], Papers.With(people: $"{Papers.People}\n\n{line}").Away());

    [Theory]
    [InlineData("Una Friis - afbud")]
    [InlineData("Una Friis, Næstformand- afbud")]
    [InlineData("Una Friis (F), Næstformand- afbud")]
    [InlineData("Una Friis: Afbud")]
    [InlineData("Una Friis (deltog ikke)")]
    [InlineData("Una Friis – fraværende med afbud")]
    public void AMarkBehindAName_IsAway(string entry)
    {
        var minutes = Papers.With(people: $"Deltagere:\nIda Bang (formand)\nTor Vang Holm\n{entry}");

        Assert.Equal(["Una Friis"], minutes.Away());
        Assert.Equal(3, minutes.Participants.Count);
    }

    [Theory]
    [InlineData("Deltagere", "Una Friis deltog ikke")]
    [InlineData("Mødedeltagere", "Afbud: Una Friis")]
    [InlineData("Godkendelse af dagsorden og afbud", "Der er afbud fra Una Friis. Dagsordenen blev godkendt.")]
    public void AbsenceInTheFirstItemsDecision_IsOfTheMeeting(string title, string decision) =>
        Assert.Equal(["Una Friis"], Papers.With(first: title, firstDecision: decision).Away());

    [Fact]
    public void WhoCameAfterAll_IsNotAway()
    {
        var minutes = Papers.With(people: "Deltagere:\nIda Bang\nTor Vang Holm - afbud\nUna Friis", first: "Deltagere", firstDecision: "Tor Vang deltog\n\nUna Friis deltog ikke");

        Assert.Equal(["Una Friis"], minutes.Away());
    }

    [Theory]
    [InlineData("Una Friis deltog ikke i behandlingen af punkt 2 og 3.", new[] { 2, 3 })]
    [InlineData("Una Friis var ikke til stede under punkt 1-2.", new[] { 1, 2 })]
    [InlineData("Una Friis forlod mødet efter behandlingen af punkt 1.", new[] { 2, 3 })]
    public void AbsenceFromItems_IsNoAbsenceFromTheMeeting(string sentence, int[] items)
    {
        var una = Papers.With(people: $"{Papers.People}\n\n{sentence}").Person("Una Friis");

        Assert.False(una.Apology);
        Assert.Equal(items, una.AbsentFromItems);
    }

    [Theory]
    [InlineData("Planen blev godkendt. Una Friis deltog ikke i sagens behandling.")]
    [InlineData("Planen blev godkendt.\n\nFraværende: Una Friis")]
    [InlineData("Una Friis var inhabil og forlod lokalet.")]
    public void AbsenceToldUnderAnItem_IsOfThatItem(string decision) =>
        Assert.Equal([2], Papers.With(decision: decision).Person("Una Friis").AbsentFromItems);

    [Theory]
    [InlineData("Una Friis gik kl. 10.30")]
    [InlineData("Una Friis forlod mødet kl. 10.30.")]
    public void WhoLeft_HasTheTime(string sentence) =>
        Assert.Equal(new LocalTime(10, 30), Papers.With(people: $"{Papers.People}\n\n{sentence}").Person("Una Friis").Left);

    [Theory]
    [InlineData("Som stedfortræder for Una Friis deltog Bo Lind.")]
    [InlineData("I stedet for Una Friis deltog Bo Lind.")]
    [InlineData("Bo Lind mødte for Una Friis")]
    [InlineData("Bo Lind deltog som suppleant for Una Friis")]
    [InlineData("Afbud: Una Friis (suppleant: Bo Lind)")]
    [InlineData("Ikke til stede:\nUna Friis\nStedfortræder: Bo Lind (for Una Friis)")]
    public void ASubstitute_IsThere_AndKnownFromBothEnds(string line)
    {
        var minutes = Papers.With(people: $"{Papers.People}\n\n{line}");

        Assert.Equal("Una Friis", minutes.Person("Bo Lind").SubstituteFor);
        Assert.False(minutes.Person("Bo Lind").Apology);
        Assert.Equal((true, "Bo Lind"), (minutes.Person("Una Friis").Apology, minutes.Person("Una Friis").Substitute));
    }

    [Fact]
    public void AbsenceInWordsThatNobodyKnows_IsAsked()
    {
        var minutes = Papers.With(decision: "Planen blev drøftet. Una Friis og vistnok også Tor deltog ikke hele vejen i denne del.");

        Assert.Equal("participants", Assert.Single(minutes.Doubts).Path);
    }

    [Fact]
    public void PartyLetters_OfficesAndCommittees_AreReadWhole()
    {
        var minutes = Papers.With(people: """
            Rådets medlemmer
            Ida Bang (V), Formand
            Tor Vang Holm (SF), Næstformand
            Udvalgsformænd med observatørstatus
            Una Friis, formand for Kultur-, Fritid- og Sundhedsudvalget, Havnby Kommune
            """);

        Assert.Equal(("V", MinutesRole.Chair), (minutes.Person("Ida Bang").Party, minutes.Person("Ida Bang").Role));
        Assert.Equal(("SF", MinutesRole.DeputyChair), (minutes.Person("Tor Vang Holm").Party, minutes.Person("Tor Vang Holm").Role));
        var una = minutes.Person("Una Friis");
        Assert.Equal(("formand for Kultur-, Fritid- og Sundhedsudvalget", "Havnby Kommune", MinutesRole.Observer), (una.Title, una.Organisation, una.Role));
    }

    [Theory]
    [InlineData("Deltagere: IB, TVH, UF")]
    [InlineData("Mødt: Ida Bang, Tor Vang Holm, Una Friis")]
    [InlineData("Tilstede var formand Ida Bang, Tor Vang Holm og Una Friis.")]
    [InlineData("Fra kommunerne: Ida Bang, Tor Vang Holm\nFra hospitalet: Una Friis")]
    [InlineData("Deltagere\nKommunerne\nIda Bang\nTor Vang Holm\nRegionen\nUna Friis")]
    public void PeopleInAnyList_AreThree_AndAHeadingIsNone(string people)
    {
        var minutes = Papers.With(people: people);

        Assert.Equal(3, minutes.Participants.Count);
        Assert.Empty(minutes.Doubts);
    }

    /// <summary>Titles and where somebody comes from are no people.</summary>
    [Theory]
    [InlineData("Der var afbud fra direktør Una Friis.")]
    [InlineData("Der var afbud fra Una Friis, Havnby Kommune.")]
    [InlineData("Der var afbud fra Una Friis (Havnby Kommune).")]
    [InlineData("Der var afbud fra Una Friis, sundhedschef.")]
    [InlineData("Una Friis var forhindret i at deltage i mødet.")]
    [InlineData("Der var afbud fra Una Friis, sygeplejerske på Havnby Sygehus.")]
    [InlineData("Una Friis var syg.")]
    [InlineData("Una Friis var ikke til stede på mødet på grund af sygdom.")]
    public void OnePersonWhoWasAway_IsOne(string sentence)
    {
        var minutes = Papers.With(people: $"{Papers.People}\n\n{sentence}");

        Assert.Equal(["Una Friis"], minutes.Away());
        Assert.Equal(3, minutes.Participants.Count);
        Assert.Empty(minutes.Doubts);
    }

    [Theory]
    [InlineData("Una Friis (gik kl. 10.30)", "10.30", new int[0])]
    [InlineData("Una Friis (deltog ikke i behandlingen af punkt 2)", null, new[] { 2 })]
    public void AMarkBehindAName_SaysWhatThePersonMissed(string entry, string? left, int[] items)
    {
        var una = Papers.With(people: $"Deltagere:\nIda Bang (formand)\nTor Vang Holm\n{entry}").Person("Una Friis");

        Assert.Equal((left, false), (una.Left?.ToString("HH.mm", null), una.Apology));
        Assert.Equal(items, una.AbsentFromItems);
    }

    /// <summary>"The item" is the one that the sentence stands in.</summary>
    [Theory]
    [InlineData("Una Friis forlod mødet efter punktet.", new[] { 3 })]
    [InlineData("Una Friis forlod mødet før punktet.", new[] { 2, 3 })]
    [InlineData("Una Friis forlod mødet før punkt 3.", new[] { 3 })]
    [InlineData("Una Friis deltog ikke i beslutningen.", new[] { 2 })]
    public void WhoLeftUnderAnItem_MissedIt(string sentence, int[] items) =>
        Assert.Equal(items, Papers.With(decision: $"Planen blev godkendt.\n\n{sentence}").Person("Una Friis").AbsentFromItems);

    [Fact]
    public void ASubstituteForSomebodyOnNoList_BringsBoth()
    {
        var minutes = Papers.With(people: $"{Papers.People}\n\nSom stedfortræder for Kaj Bo Lund deltog Bo Lind.");

        Assert.Equal(["Kaj Bo Lund"], minutes.Away());
        Assert.Equal(("Kaj Bo Lund", 5), (minutes.Person("Bo Lind").SubstituteFor, minutes.Participants.Count));
    }

    /// <summary>What cannot be told of whom, or of which item, is asked and changes nothing.</summary>
    [Theory]
    [InlineData("Una Friis forlod mødet under punktet.", "")]
    [InlineData("Una Friis deltog ikke i behandlingen af sagen.", "")]
    [InlineData("Som stedfortræder for Kaj deltog Una Friis.", "")]
    [InlineData("Una Friis gik efter frokost.", "")]
    [InlineData("", "Som stedfortræder for Kaj Bo Lund deltog Una Friis.")]
    public void WhatCannotBeTold_IsAsked(string ofMeeting, string ofItem)
    {
        var minutes = Papers.With(people: $"{Papers.People}\n\n{ofMeeting}", decision: $"Planen blev drøftet.\n\n{ofItem}");

        Assert.NotEmpty(minutes.Doubts);
        Assert.Equal((false, null, 0), (minutes.Person("Una Friis").Apology, minutes.Person("Una Friis").SubstituteFor, minutes.Person("Una Friis").AbsentFromItems.Count));
        Assert.Empty(minutes.Away());
    }

    /// <summary>People's own words for it, a list each.</summary>
    [Theory]
    [InlineData("Deltagere: IB, TVH og UF", "IB|TVH|UF")]
    [InlineData("Deltagere: Ida Bang; Tor Vang Holm; Una Friis", "Ida Bang|Tor Vang Holm|Una Friis")]
    [InlineData("Deltagere: Ida Bang – chef (stab) Havnby Kommune (drift) Tor Vang Holm - konsulent Region Havet Una Friis - jurist", "Ida Bang|Tor Vang Holm|Una Friis")]
    [InlineData("Deltagere:\n1. Ida Bang\n2. Tor Vang Holm\n3.\n4. Una Friis", "Ida Bang|Tor Vang Holm|Una Friis")]
    [InlineData("Deltagere\n\n| Navn | Organisation |\n|---|---|\n| Ida Bang | Havnby Kommune |\n| Tor Vang Holm | Region Havet |", "Ida Bang|Tor Vang Holm")]
    [InlineData("Deltagere\nNavn\tOrganisation\nIda Bang\tHavnby Kommune\nTor Vang Holm\tRegion Havet", "Ida Bang|Tor Vang Holm")]
    [InlineData("Medlem\tOrganisation\nIda Bang\tHavnby Kommune\nTor Vang Holm\tRegion Havet", "Ida Bang|Tor Vang Holm")]
    public void PeopleOfAList_AreTheseAndNobodyElse(string people, string names)
    {
        var minutes = Papers.With(people: people);

        Assert.Equal(names.Split('|'), minutes.Participants.Select(person => person.Name));
        Assert.Empty(minutes.Doubts);
    }
}
