using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Application.Deadlines.Finding;
using NodaTime;
using NodaTime.Text;
using static Klynge.Application.Tests.Deadlines.Finding.LabelledSentence;

namespace Klynge.Application.Tests.Deadlines.Finding;

public sealed class DeadlineFinderTests
{
    [Fact]
    public void Text_OfSeveralSentences_GivesTheOneWithTheDeadlineWordForWord()
    {
        var text = "Programmet er for ledere, jf. bilag 2. Der er deadline for udpegning af deltagere d. 30. april 2025. Den endelige indstilling sker i Direktørforum.";

        var finding = Assert.Single(DeadlineFinder.Find(text, Reference));

        Assert.Equal(new DeadlineFinding(new LocalDate(2025, 4, 30), "Der er deadline for udpegning af deltagere d. 30. april 2025."), finding);
    }

    /// <summary>»primo«, »medio« and »ultimo« of what is handed in; a party or a meeting then is none.</summary>
    [Theory]
    [InlineData("Materialet sendes til sekretariatet medio december.", "2025-12-15", null)]
    [InlineData("Sekretariatet rundsender et revideret kommissorium primo maj.", "2025-05-01", "Sekretariatet")]
    [InlineData("Sekretariatet følger op ultimo maj.", "2025-05-31", "Sekretariatet")]
    [InlineData("Handleplanen skal være klar primo maj.", "2025-05-01", null)]
    [InlineData("Hospitalet holder åbent hus medio maj.", null, null)]
    [InlineData("Patientinddragelsesudvalget holder møde medio maj.", null, null)]
    [InlineData("Vaccinationerne begyndte primo oktober.", null, null)]
    [InlineData("Den 1. maj 2025 skal kommunerne have udpeget en tovholder.", "2025-05-01", "kommunerne")]
    [InlineData("Den 15. maj skal Lyngbæk Kommune have afleveret sit regnskab.", "2025-05-15", "Lyngbæk Kommune")]
    [InlineData("Henrik skriver til rådet senest den 4. maj.", "2025-05-04", "Henrik")]
    [InlineData("Endelig version foreligger den 1. maj.", "2025-05-01", null)]
    public void PartOfAMonth_AndWhatIsDoneByThen_AreDeadlines(string text, string? date, string? responsible)
    {
        var found = DeadlineFinder.Find(text, new LocalDate(2025, 4, 4));

        Assert.Equal(date, found is [{ Date: { } day }] ? LocalDatePattern.Iso.Format(day) : null);
        Assert.Equal(date is not null, found.Count == 1);
        Assert.Equal(responsible, found.Count == 1 ? found[0].Responsible : null);
    }

    /// <summary>Who acts, by the place and the form of the words around the verb; things, and those who only ask or get, do not.</summary>
    [Theory]
    [InlineData("Styregruppen besluttede at sende brevet senest den 1. maj.", "Styregruppen")]
    [InlineData("Styregruppen vedtog at bede sekretariatet om at sende brevet senest den 1. maj.", null)]
    [InlineData("Det er sekretariatets opgave at sende brevet senest den 1. maj.", "sekretariatet")]
    [InlineData("Dette er regionens ansvar at besvare senest den 1. maj.", "regionen")]
    [InlineData("Det er aftalt, at svaret sendes senest den 1. maj.", null)]
    [InlineData("Medlemmer, der vil deltage, giver besked senest den 1. maj.", null)]
    [InlineData("Medlemmer, der ønsker at deltage, giver besked senest den 1. maj.", null)]
    [InlineData("Rådet har anmodet kommunerne om at svare senest den 1. maj.", "kommunerne")]
    [InlineData("Rådet har opfordret regionen til at svare senest den 1. maj.", "regionen")]
    [InlineData("Rådet har pålagt direktionen at svare senest den 1. maj.", "direktionen")]
    [InlineData("Kommunerne skal være parate senest den 1. maj.", "Kommunerne")]
    [InlineData("Kommunerne skal være klar senest den 1. maj.", "Kommunerne")]
    [InlineData("Rapporten skal være færdig senest den 1. maj.", null)]
    [InlineData("Sekretariatet bedes om at sende brevet senest den 1. maj.", "Sekretariatet")]
    [InlineData("Rapporten bedes foreligge senest den 1. maj.", null)]
    [InlineData("Kommunerne forventes at svare senest den 1. maj.", "Kommunerne")]
    [InlineData("Rapporten forventes at være klar senest den 1. maj.", null)]
    [InlineData("Aftalen forventes at træde i kraft senest den 1. maj.", null)]
    [InlineData("Udvidelsen forventes at ske senest den 1. maj.", null)]
    [InlineData("De 22 kommuner svarer senest den 1. maj.", "De 22 kommuner")]
    [InlineData("Alle 22 kommuner svarer senest den 1. maj.", "Alle 22 kommuner")]
    [InlineData("Kommunerne i fællesskab svarer senest den 1. maj.", "Kommunerne")]
    [InlineData("Senest den 1. maj sender formanden for rådet svaret.", "formanden for rådet")]
    [InlineData("Senest den 1. maj sender almen praksis tallene.", "almen praksis")]
    [InlineData("Senest den 1. maj sender de nye medlemmer svaret.", "de nye medlemmer")]
    [InlineData("Senest den 1. maj sender regionen og kommunerne svaret.", "regionen og kommunerne")]
    [InlineData("Sekretariatet lovede at sende brevet senest den 1. maj.", "Sekretariatet")]
    [InlineData("Sekretariatet overtog opgaven og sender brevet senest den 1. maj.", "Sekretariatet")]
    [InlineData("Sekretariatet påtog sig at sende brevet senest den 1. maj.", "Sekretariatet")]
    [InlineData("Sekretariatet får sendt brevet ud senest den 1. maj.", "Sekretariatet")]
    [InlineData("Sekretariatet får ordnet sagen senest den 1. maj.", "Sekretariatet")]
    [InlineData("Kommunerne får tilsendt brevet senest den 1. maj.", null)]
    [InlineData("Kommunerne skal have modtaget brevet senest den 1. maj.", null)]
    [InlineData("Kommunerne skal have fået brevet senest den 1. maj.", null)]
    [InlineData("Kommunerne har fået brevet og svarer senest den 1. maj.", "Kommunerne")]
    [InlineData("Sekretariatet åbner tilmeldingen senest den 1. maj.", "Sekretariatet")]
    [InlineData("Tilmeldingen åbner senest den 1. maj.", null)]
    [InlineData("Brevet sendes til ministeriet af sekretariatet senest den 1. maj.", "sekretariatet")]
    [InlineData("Brevet skal være sendt af kommunerne senest den 1. maj.", "kommunerne")]
    [InlineData("Det er kommunerne, der skal sende tallene, og det skal ske senest den 1. maj.", "kommunerne")]
    [InlineData("Ansøgningen skal sendes senest den 1. maj, og Lund Kommune skriver den.", "Lund Kommune")]
    [InlineData("Jeg giver lyd senest den 1. maj, sagde Svend.", "Svend")]
    [InlineData("Brevet sendes senest den 1. maj, hvis man ønsker det.", null)]
    [InlineData("Deltagelse er mulig, hvis du skriver senest den 1. maj.", null)]
    [InlineData("Rapporten skrives. Frist: 1. maj. Ansvarlig: Nadia Holm.", "Nadia Holm")]
    [InlineData("Udkast til aftale (Pia Storm) senest den 1. maj.", "Pia Storm")]
    public void WhoActs_IsResponsible_AndThingsAreNot(string text, string? responsible) =>
        Assert.Equal(responsible, Assert.Single(DeadlineFinder.Find(text, new LocalDate(2025, 4, 4))).Responsible);

    /// <summary>Which day »inden jul« means is for somebody to say.</summary>
    [Theory]
    [InlineData("Kommunerne melder tilbage inden jul.")]
    [InlineData("PLO vender tilbage med navne før påske.")]
    public void TimeOfYear_IsOffered_AndItsDayAsked(string text) =>
        Assert.True(Assert.Single(DeadlineFinder.Find(text, new LocalDate(2025, 12, 1))).IsVague);

    [Fact]
    public void Sentence_BrokenOverLines_IsReadAsOne() => Assert.Equal(
        "Svar sendes til sekretariatet senest den 1. marts.",
        Assert.Single(DeadlineFinder.Find("Svar sendes til\nsekretariatet senest den\n1. marts.", Reference)).Sentence);

    [Fact]
    public void Sentence_WithTwoDeadlines_GivesBoth() => Assert.Equal(
        [new LocalDate(2025, 3, 1), new LocalDate(2025, 4, 1)],
        DeadlineFinder.Find("Kommunerne svarer senest den 1. marts, og regionen sender sit svar senest den 1. april.", Reference).Select(one => one.Date!.Value));

    [Fact]
    public void EntriesOfAList_AreSentencesOfTheirOwn() => Assert.Equal(
        "- Regionen svarer senest d. 1. marts",
        Assert.Single(DeadlineFinder.Find("Det blev aftalt:\n- Regionen svarer senest d. 1. marts\n- Mødet d. 8. april aflyses", Reference)).Sentence);

    [Fact]
    public void Date_WithoutAYear_IsTheNextOneSeenFromTheText() => Assert.Equal(
        new LocalDate(2026, 1, 1), Assert.Single(DeadlineFinder.Find("Svar sendes senest den 1. januar.", new LocalDate(2025, 4, 4))).Date);

    [Fact]
    public void Date_WithoutAYearThatLiesJustBehind_IsAsked() =>
        Assert.True(Assert.Single(DeadlineFinder.Find("Svar sendes senest den 1. februar.", Reference)).IsVague);

    [Fact]
    public void Date_WithoutAYearInATextWithoutADay_IsAsked() =>
        Assert.True(Assert.Single(DeadlineFinder.Find("Svar sendes senest den 1. juni.", reference: null)).IsVague);

    [Fact]
    public void Day_ThatDoesNotExist_IsAsked() =>
        Assert.True(Assert.Single(DeadlineFinder.Find("Svar sendes senest den 31. april 2025.", Reference)).IsVague);

    [Fact]
    public void LeapDay_IsADayInALeapYear() => Assert.Equal(
        new LocalDate(2028, 2, 29), Assert.Single(DeadlineFinder.Find("Svar sendes senest den 29. februar 2028.", Reference)).Date);

    [Theory]
    [InlineData("Tilmelding senest torsdag i uge 8.", "2025-02-20", null, null)]
    [InlineData("Det blev aftalt, at sekretariatet udsender materialet senest d. 1. marts.", "2025-03-01", null, "sekretariatet")]
    [InlineData("Direktørforum besluttede, at kommunerne melder tilbage inden udgangen af marts.", "2025-03-31", null, "kommunerne")]
    [InlineData("Fristerne er 6. marts, 21. marts og 4. april.", "2025-03-06 2025-03-21 2025-04-04", null, null)]
    [InlineData("Referatet sendes ud senest 14 dage efter mødet.", "2025-02-18", null, null)]
    [InlineData("Svar sendes senest d. 3. marts kl. 12.", "2025-03-03", "12:00", null)]
    [InlineData("Planen godkendes den 14. december 2025.", "", null, null)]
    [InlineData("Resultaterne fremlægges på seminaret den 9. maj.", "", null, null)]
    public void Sentence_AsInTheMinutes_GivesDayTimeAndWho(string text, string dates, string? time, string? who)
    {
        var found = DeadlineFinder.Find(text, Reference);

        Assert.Equal(dates, string.Join(' ', found.Select(one => LocalDatePattern.Iso.Format(one.Date!.Value))));
        Assert.All(found, one => Assert.Equal((time, who), (one.Time?.ToString("HH:mm", CultureInfo.InvariantCulture), one.Responsible)));
    }

    /// <summary>Who is to do it is told by the form of the verb, by a label, or by the sentence before.</summary>
    [Theory]
    [InlineData("Tove Riis sender listen senest d. 3. marts.", "Tove Riis")]
    [InlineData("Senest d. 3. marts fremsender sekretariatet listen.", "sekretariatet")]
    [InlineData("Når tallene er modtaget, offentliggør regionen dem, dog senest d. 3. marts.", "regionen")]
    [InlineData("Listen opdateres af Ida Lyng og Erik Due senest d. 3. marts.", "Ida Lyng og Erik Due")]
    [InlineData("Regionen skriver udkastet, og kommunerne kommenterer det senest d. 3. marts.", "kommunerne")]
    [InlineData("Ole skriver et udkast, som skal være klar senest d. 3. marts.", "Ole")]
    [InlineData("Opgaven ligger hos Vejlby Kommune, som giver en status senest d. 3. marts.", "Vejlby Kommune")]
    [InlineData("Erna Krag, som er ny i rollen, opdaterer listen senest d. 3. marts.", "Erna Krag")]
    [InlineData("Rådet pålagde administrationen senest d. 3. marts at fremlægge en plan.", "administrationen")]
    [InlineData("Ledelsen er ansvarlig for, at instruksen er indført senest d. 3. marts.", "Ledelsen")]
    [InlineData("Regionen sikrer, at data er slettet inden d. 3. marts.", "Regionen")]
    [InlineData("Det er sekretariatets opgave at indkalde senest d. 3. marts.", "sekretariatet")]
    [InlineData("Udkast til årshjul. Tovholder: Gitte Malling. Frist: 3. marts.", "Gitte Malling")]
    [InlineData("Nye plakater – Ansv.: Depotet – Frist: 3/3", "Depotet")]
    [InlineData("Merete laver et notat. Deadline er d. 3. marts.", "Merete")]
    [InlineData("Rykke for en tidsplan (Finn, senest d. 3. marts).", "Finn")]
    [InlineData("LMN: Send link til filmen senest d. 3. marts.", "LMN")]
    [InlineData("Rådet forventer en redegørelse senest d. 3. marts.", null)]
    [InlineData("Fælles retningslinjer skal være taget i brug senest d. 3. marts.", null)]
    [InlineData("Borgere kan afgive svar senest d. 3. marts.", null)]
    [InlineData("Kassereren skal have bilagene senest d. 3. marts.", null)]
    [InlineData("Rapporten godkendes i løbet af februar og sendes senest d. 3. marts.", null)]
    public void Responsible_IsToldByTheFormOfTheVerb(string text, string? who)
    {
        var finding = Assert.Single(DeadlineFinder.Find(text, Reference));

        Assert.Equal((new LocalDate(2025, 3, 3), who), (finding.Date, finding.Responsible));
    }

    /// <summary>A day told in other words, one that is promised, and one that is none.</summary>
    [Theory]
    [InlineData("Nye skemaer bruges fra den 3. marts, og afdelingerne skal være klar senest den dag.", "2025-03-03")]
    [InlineData("Gruppen afleverer sit forslag den 3. marts.", "2025-03-03")]
    [InlineData("Rikke laver en vejledning til mandag d. 3. marts.", "2025-03-03")]
    [InlineData("Hvad: Nye skilte. Hvornår: 3. marts.", "2025-03-03")]
    [InlineData("Kaj bestiller skilte (3. marts senest).", "2025-03-03")]
    [InlineData("Lone blev bedt om inden d. 3. marts at afklare sagen.", "2025-03-03")]
    [InlineData("Gruppen har ansvaret for, at planen er lavet inden den 3. marts.", "2025-03-03")]
    [InlineData("Ledelsen er ansvarlig for, at instruksen er indført senest d. 3. marts.", "2025-03-03")]
    [InlineData("Gruppen sørger for, at alle er orienteret senest d. 3. marts.", "2025-03-03")]
    [InlineData("Regionen sikrer, at data er slettet inden d. 3. marts.", "2025-03-03")]
    [InlineData("Leverandøren garanterer, at fejlen er rettet senest d. 3. marts.", "2025-03-03")]
    [InlineData("Gruppen sikrede, at alle var orienteret inden d. 3. februar.", "")]
    [InlineData("Formanden indkalder til den 3. marts.", "")]
    [InlineData("Gruppen afleverede sit forslag den 3. februar.", "")]
    [InlineData("Henvendelser besvares af kommunen inden for to hverdage.", "")]
    public void Day_IsADeadline_WhereSomethingIsDueByIt(string text, string date) =>
        Assert.Equal(date, string.Join(' ', DeadlineFinder.Find(text, Reference).Select(one => LocalDatePattern.Iso.Format(one.Date!.Value))));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("....")]
    [InlineData("senest")]
    public void Oddities_AreNoDeadlines(string? text) => Assert.Empty(DeadlineFinder.Find(text, Reference));

    [Fact]
    public void Text_OfAHundredThousandLettersWithoutAFullStop_IsReadInSeconds()
    {
        var text = string.Concat(Enumerable.Repeat("senest den kl. 12 og deadline for udpegning af ", 2_000)) + "deltagere d. 30. april 2025";
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        var found = DeadlineFinder.Find(text, Reference);

        Assert.InRange(Assert.Single(found).Sentence.Length, 100, 402);
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 5);
    }

    /// <summary>On a busy machine a sentence may not be read within its time: it is told of, and the others are read.</summary>
    [Fact]
    public void Sentence_ThatIsNotReadInTime_IsLeftOut_AndTheOthersAreRead()
    {
        var unread = 0;

        var found = DeadlineFinder.Find("Ole svarer senest d. 3. marts. Ida svarer senest d. 4. marts. Per svarer senest d. 5. marts.", Reference, _ => unread++, (sentences, at, day) =>
            sentences[at].StartsWith("Ida", StringComparison.Ordinal) ? throw new RegexMatchTimeoutException() : DeadlineFinder.Find(sentences[at], day));

        Assert.Equal(["2025-03-03", "2025-03-05"], found.Select(one => LocalDatePattern.Iso.Format(one.Date!.Value)));
        Assert.Equal(1, unread);
    }
}
