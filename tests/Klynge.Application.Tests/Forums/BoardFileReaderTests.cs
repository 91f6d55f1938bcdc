using System.Text.Json.Nodes;
using System.Text;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Sample;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;

namespace Klynge.Application.Tests.Forums;

public sealed class BoardFileReaderTests
{
    private const string Rules = """
        "rules": { "itemsIn": "11 dage kl. 24.00", "agendaOut": "5 hverdage", "minutesOut": "10 hverdage", "quorum": { "share": 0.5 },
          "writtenProcedures": { "minimumOpen": "3 hverdage", "defaultOpen": "8 hverdage", "rule": "consensus" } }
        """;

    [Fact]
    public void Read_TheSample_HasNoProblemAndIsWrittenBackLetterForLetter()
    {
        var reading = BoardFileReader.Read(Encoding.UTF8.GetBytes(SampleFiles.BoardText()));

        Assert.Empty(reading.Problems);
        Assert.Equal(SampleFiles.BoardText(), BoardFileWriter.Write(reading.Board!));
    }

    [Fact]
    public void Read_CommentsTrailingCommasAndAByteOrderMark_AreFine()
    {
        var text = "\uFEFF// Rettet af Signe\n" + File("", "").Replace("\"people\": [", "/* folk */ \"people\": [", StringComparison.Ordinal).TrimEnd('}') + ",}";

        Assert.Empty(Problems(text));
    }

    [Fact]
    public void Read_AllProblemsAtOnce_EachWithItsPlace()
    {
        var problems = Problems("""
            {
              "kind": "Sundhedsråd",
              "nmae": "Klitlandet",
              "forums": [],
              "people": [ { "key": "Signe", "name": "", "email": "signe" } ]
            }
            """);

        Assert.Equal(
            [
                "linje 1, tegn 1 ($): »name« mangler.",
                "linje 3, tegn 11 ($.nmae): »nmae« kender jeg ikke. Mente du »name«?",
                "linje 4, tegn 13 ($.forums): Der skal være mindst ét forum.",
                "linje 5, tegn 24 ($.people[0].key): En nøgle er 1 til 40 tegn: små bogstaver fra a til z, tal og bindestreg. Skriv for eksempel »signe«.",
                "linje 5, tegn 41 ($.people[0].name): Personens navn (name) mangler. Skriv noget, og prøv igen.",
                "linje 5, tegn 54 ($.people[0].email): Det er ikke en e-mailadresse. Skriv den som \"navn@kommune.dk\", eller slet linjen.",
            ],
            problems);
    }

    [Theory]
    [InlineData("""{ "person": "aa", "organisation": "X", "role": "observer", "vote": true }""", "Kun medlemmer, medformænd, næstformænd og formænd har stemmeret.")]
    [InlineData("""{ "person": "aa", "organisation": "X", "role": "member", "substitute": "aa" }""", "sin egen stedfortræder")]
    [InlineData("""{ "person": "aa", "organisation": "X", "role": "member", "substitute": "zzzzzz" }""", "ingen person med nøglen »zzzzzz«")]
    [InlineData("""{ "person": "anna-bec", "organisation": "X", "role": "member" }""", "Mente du »anna-bech«?")]
    [InlineData("""{ "person": "aa", "organisation": "X", "role": "member", "from": "2027-02-01", "to": "2027-01-01" }""", "Sidste dag (to) ligger før")]
    [InlineData("""{ "person": "aa", "organisation": "X", "role": "member", "from": "1. februar" }""", "Skriv datoen som år-måned-dag")]
    [InlineData("""{ "person": "aa", "organisation": "X", "role": "medformand" }""", "Mente du »coChair«?")]
    [InlineData("""{ "person": "aa", "organisation": "X", "role": "membr" }""", "Mente du »member«?")]
    [InlineData("""{ "person": "aa", "organisation": "X", "role": "member", "role": "guest" }""", "»role« står her to gange")]
    [InlineData("""{ "person": "aa", "organisation": "X", "role": "member" }, { "person": "aa", "organisation": "Y", "role": "guest" }""", "allerede en plads")]
    [InlineData("""{ "person": "aa", "organisation": "X", "role": "member", "vote": "ja" }""", "true eller false")]
    [InlineData("""{ "person": 7, "organisation": "X", "role": "member" }""", "En nøgle er")]
    [InlineData("""[]""", "Her skal stå et objekt")]
    public void Read_ASeatThatCannotBe_IsRefused(string seat, string expected) =>
        Assert.Contains(expected, Assert.Single(Problems(File(seat, ""))), StringComparison.Ordinal);

    [Fact]
    public void Read_TwoCoChairsAndASeatAfterAnother_AreFine() => Assert.Empty(Problems(File(
        """
        { "person": "aa", "organisation": "X", "role": "coChair", "to": "2026-12-31" },
        { "person": "anna-bech", "organisation": "Y", "role": "coChair", "substitute": "aa" },
        { "person": "aa", "organisation": "X", "role": "member", "from": "2027-01-01" }
        """,
        "")));

    [Theory]
    [InlineData("""{ "key": "cc", "name": "C", "email": "A@x.example" }""", "E-mailadressen står allerede hos »aa«")]
    [InlineData("""{ "key": "aa", "name": "C" }""", "allerede en person med nøglen »aa«")]
    [InlineData("""{ "key": "cc", "name": "C", "entraObjectId": "12" }""", "Objekt-id'et fra Entra")]
    [InlineData("""{ "key": "cc", "name": "C", "entraObjectId": "3C9E5A10-7b42-4d86-9f00-1d5b1f271f27" }""", "Objekt-id'et står allerede hos »aa«")]
    public void Read_APersonWhoCannotBe_IsRefused(string person, string expected) =>
        Assert.Contains(expected, Assert.Single(Problems(File("", person))), StringComparison.Ordinal);

    [Theory]
    [InlineData("a", 1, "b", "b", 2, "a", "kan ikke ligge over sig selv")]
    [InlineData("a", 1, "a", "b", 2, null, "kan ikke ligge over sig selv")]
    [InlineData("a", 2, "b", "b", 2, null, "skal ligge på et højere niveau")]
    [InlineData("a", 1, "bb", "b", 2, null, "intet forum med nøglen »bb«")]
    [InlineData("a", 1, null, "a", 2, null, "allerede et forum med nøglen »a«")]
    public void Read_ALadderThatCannotBeClimbed_IsRefused(string one, int level, string? above, string other, int otherLevel, string? otherAbove, string expected)
    {
        var problems = Problems($$"""
            { "kind": "K", "name": "N", "people": [], "forums": [ {{Forum(one, level, above)}}, {{Forum(other, otherLevel, otherAbove)}} ] }
            """);

        Assert.Contains(expected, problems[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"11 dage kl. 24.00\"", "\"400 dage\"", "mellem 0 og 366")]
    [InlineData("\"11 dage kl. 24.00\"", "\"fem hverdage\"", "Skriv fristen som")]
    [InlineData("\"11 dage kl. 24.00\"", "\"5 hverdage kl. 25\"", "Skriv fristen som")]
    [InlineData("\"11 dage kl. 24.00\"", "\"2 dage\"", "Punkterne skal være inde")]
    [InlineData("\"8 hverdage\"", "\"1 dag\"", "kortere end den korteste")]
    [InlineData("0.5", "50", "over 0 og højst 1")]
    [InlineData("\"consensus\"", "\"enighed\"", "Mente du »consensus«?")]
    [InlineData("\"level\": 1", "\"level\": 0", "helt tal fra 1 til 9")]
    public void Read_ANumberOutOfRange_IsRefused(string valid, string wrong, string expected) =>
        Assert.Contains(expected, Assert.Single(Problems(File("", "").Replace(valid, wrong, StringComparison.Ordinal))), StringComparison.Ordinal);

    private const string Reminders = "\"closingDelayMinutes\": 30, \"answerPerRecommendation\": true, \"reminders\": [ \"2 dage kl. 08.30\", \"1 hverdag\" ]";
    private const string Standing = """
        "standingItems": [ { "title": "Velkomst", "kind": "information", "minutes": 5, "presenter": "Formanden", "text": "Formanden byder velkommen.", "recommendations": [ "Godkender dagsordenen", "Drøfter mødets længde" ] }, { "title": "Eventuelt", "kind": "discussion", "last": true } ]
        """;

    [Fact]
    public async Task Read_StandingItemsAndReminders_AreWrittenBackAsTheyAre()
    {
        var text = WithLists(Standing, Reminders);
        var reading = BoardFileReader.Read(Encoding.UTF8.GetBytes(text));

        Assert.Empty(reading.Problems);
        var rules = reading.Board!.Forums[0].Rules;
        Assert.Equal(
            [
                new StandingItem("Velkomst", AgendaItemKind.Information, 5) { Presenter = "Formanden", Text = "Formanden byder velkommen.", Recommendations = ["Godkender dagsordenen", "Drøfter mødets længde"] },
                new StandingItem("Eventuelt", AgendaItemKind.Discussion, StandsLast: true),
            ],
            rules.StandingItems);
        Assert.Equal(["2 dage kl. 08.30", "1 hverdag"], rules.WrittenProcedures.Reminders.Select(limit => limit.ToString()));
        Assert.Equal(30, rules.WrittenProcedures.ClosingDelayMinutes);
        var written = BoardFileWriter.Write(reading.Board);
        Assert.Contains("\"closingDelayMinutes\": 30", written, StringComparison.Ordinal);
        var again = BoardFileReader.Read(Encoding.UTF8.GetBytes(written));
        Assert.Equal(written, BoardFileWriter.Write(again.Board!));
        Assert.Equal(rules.StandingItems, again.Board!.Forums[0].Rules.StandingItems);
        Assert.Equal(rules.WrittenProcedures.Reminders, again.Board.Forums[0].Rules.WrittenProcedures.Reminders);
        Assert.Equal((30, true), (again.Board.Forums[0].Rules.WrittenProcedures.ClosingDelayMinutes, again.Board.Forums[0].Rules.WrittenProcedures.AnswerPerRecommendation));
        Assert.Empty((await NJsonSchema.JsonSchema.FromJsonAsync(BoardSchema.Text, TestContext.Current.CancellationToken)).Validate(written));
    }

    [Fact]
    public async Task Read_TheAnnualWheelAndReminders_AreWrittenBackAsTheyAre()
    {
        const string Wheel = """
            "deadlineReminders": { "before": [ "10 dage kl. 08.00" ], "overdueDays": 3 },
            "annualWheel": [ { "title": "Udpegning", "rule": "hver 30. april", "role": "chair" }, { "title": "Tal", "rule": "sidste fredag i måneden" } ]
            """;
        var reading = BoardFileReader.Read(Encoding.UTF8.GetBytes(WithLists(Wheel, Reminders)));

        Assert.Empty(reading.Problems);
        var rules = reading.Board!.Forums[0].Rules;
        Assert.Equal(["30. april", "sidste fredag i måneden"], rules.AnnualWheel.Select(entry => entry.Rule.ToString()));
        Assert.Equal((3, "10 dage kl. 08.00"), (rules.Reminders.OverdueDays, Assert.Single(rules.Reminders.Before).ToString()));
        var written = BoardFileWriter.Write(reading.Board);
        Assert.Equal(written, BoardFileWriter.Write(BoardFileReader.Read(Encoding.UTF8.GetBytes(written)).Board!));
        Assert.Empty((await NJsonSchema.JsonSchema.FromJsonAsync(BoardSchema.Text, TestContext.Current.CancellationToken)).Validate(written));
    }

    [Theory]
    [InlineData("{ \"title\": \"A\", \"rule\": \"engang\" }", "Jeg forstår ikke »engang«")]
    [InlineData("{ \"title\": \"A\", \"rule\": \"30. april\", \"person\": \"findes-ikke\" }", "ingen person")]
    [InlineData("{ \"title\": \"A\", \"rule\": \"30. april\" }, { \"title\": \"a\", \"rule\": \"1. maj\" }", "allerede »A« i årshjulet")]
    public void Read_AnEntryOfTheWheelThatCannotBe_IsRefused(string entries, string expected) => Assert.Contains(
        expected,
        Assert.Single(BoardFileReader.Read(Encoding.UTF8.GetBytes(WithLists($"\"annualWheel\": [ {entries} ]", Reminders))).Problems).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("0", 0, true)]
    [InlineData("10", 10, false)]
    public void Read_TheWaitBeforeACaseCloses_IsTenMinutesWhereTheFileIsSilent(string written, int minutes, bool isWritten)
    {
        var board = BoardFileReader.Read(Encoding.UTF8.GetBytes(WithLists(Standing, $"\"closingDelayMinutes\": {written}"))).Board!;
        var silent = BoardFileReader.Read(Encoding.UTF8.GetBytes(File("", ""))).Board!;

        Assert.Equal(minutes, board.Forums[0].Rules.WrittenProcedures.ClosingDelayMinutes);
        Assert.Equal(isWritten, BoardFileWriter.Write(board).Contains("closingDelayMinutes", StringComparison.Ordinal));
        Assert.Equal(10, silent.Forums[0].Rules.WrittenProcedures.ClosingDelayMinutes);
        Assert.False(silent.Forums[0].Rules.WrittenProcedures.AnswerPerRecommendation);
        Assert.DoesNotContain("answerPerRecommendation", BoardFileWriter.Write(silent), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EmptyLists_MeanNone()
    {
        var board = BoardFileReader.Read(Encoding.UTF8.GetBytes(WithLists("\"standingItems\": []", "\"reminders\": []"))).Board!;

        Assert.Empty(board.Forums[0].Rules.StandingItems);
        Assert.Empty(board.Forums[0].Rules.WrittenProcedures.Reminders);
        Assert.Contains("\"standingItems\": []", BoardFileWriter.Write(board), StringComparison.Ordinal);
        Assert.Contains("\"reminders\": []", BoardFileWriter.Write(board), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"kind\": \"information\"", "\"kind\": \"orientering\"", "Mente du »information«?")]
    [InlineData("\"title\": \"Velkomst\"", "\"title\": \"\"", "Punktets titel (title) mangler")]
    [InlineData("\"minutes\": 5", "\"minutes\": 481", "helt tal fra 1 til 480")]
    [InlineData("\"last\": true", "\"sidst\": true", "»sidst« kender jeg ikke")]
    [InlineData("\"1 hverdag\"", "\"i morgen\"", "Skriv fristen som")]
    [InlineData("\"answerPerRecommendation\": true", "\"answerPerRecommendation\": \"ja\"", "true eller false")]
    [InlineData("\"closingDelayMinutes\": 30", "\"closingDelayMinutes\": -1", "helt tal fra 0 til 1440")]
    [InlineData("[ \"2 dage kl. 08.30\", \"1 hverdag\" ]", "\"1 hverdag\"", "Her skal stå en liste")]
    public void Read_AStandingItemOrAReminderThatCannotBe_IsRefused(string valid, string wrong, string expected) => Assert.Contains(
        expected, Assert.Single(Problems(WithLists(Standing, Reminders).Replace(valid, wrong, StringComparison.Ordinal))), StringComparison.Ordinal);

    private static string WithLists(string standing, string reminders) => File("", "")
        .Replace("\"rule\": \"consensus\"", $"\"rule\": \"consensus\", {reminders}", StringComparison.Ordinal)
        .Replace("\"quorum\":", $"{standing}, \"quorum\":", StringComparison.Ordinal);

    [Theory]
    [InlineData("", "Filen er tom")]
    [InlineData("   \n", "Filen er tom")]
    [InlineData("{ \"kind\": \"x\" \"name\"", "Her kan filen ikke læses")]
    [InlineData("[1,2", "Her kan filen ikke læses")]
    [InlineData("{ \"kind\": \"\\ud800\" }", "Her kan filen ikke læses")]
    [InlineData("\"tekst\"", "Her skal stå et objekt")]
    public void Read_WhatIsNoBoardFile_IsRefusedInOneSentence(string text, string expected) =>
        Assert.Contains(expected, Assert.Single(Problems(text)), StringComparison.Ordinal);

    [Fact]
    public void Read_LatinLetters_AreNotTakenForUtf8() =>
        Assert.Contains("UTF-8", Assert.Single(BoardFileReader.Read(Encoding.Latin1.GetBytes("{\"kind\":\"Sundhedsråd\"}")).Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("5 hverdage", "5 hverdage")]
    [InlineData("1 hverdag", "1 hverdag")]
    [InlineData("2 uger", "14 dage")]
    [InlineData("11 dage kl. 24:00", "11 dage kl. 24.00")]
    [InlineData("8 dage kl. 9", "8 dage kl. 09.00")]
    [InlineData("4 hverdage (lørdag talt med) kl. 12.30", "4 hverdage (lørdag talt med) kl. 12.30")]
    public void ALimit_IsReadAsASecretaryWritesIt(string written, string read)
    {
        Assert.True(TimeLimitText.TryParse(written, out var limit));
        Assert.Equal(read, limit.Value.ToString());
    }

    [Fact]
    public void TheSchema_NamesTheSameWordsAsTheReader()
    {
        var schema = JsonNode.Parse(BoardSchema.Text)!;

        Assert.Equal(BoardVocabulary.BoardKeys, Keys(schema["properties"]));
        Assert.Equal(BoardVocabulary.ForumKeys, Keys(schema["definitions"]!["forum"]!["properties"]));
        Assert.Equal(BoardVocabulary.RulesKeys, Keys(schema["definitions"]!["rules"]!["properties"]));
        Assert.Equal(BoardVocabulary.MemberKeys.Order(), Keys(schema["definitions"]!["member"]!["properties"]).Order());
        Assert.Equal(BoardVocabulary.StandingItemKeys, Keys(schema["definitions"]!["standingItem"]!["properties"]));
        Assert.Equal(BoardVocabulary.DeadlineReminderKeys, Keys(schema["definitions"]!["deadlineReminders"]!["properties"]));
        Assert.Equal(BoardVocabulary.AnnualEntryKeys, Keys(schema["definitions"]!["annualEntry"]!["properties"]));
        Assert.Equal(BoardVocabulary.Roles.Keys, schema["definitions"]!["annualEntry"]!["properties"]!["role"]!["enum"]!.AsArray().Select(role => (string?)role));
        Assert.Equal(BoardVocabulary.ItemKinds.Keys, schema["definitions"]!["standingItem"]!["properties"]!["kind"]!["enum"]!.AsArray().Select(kind => (string?)kind));
        Assert.Equal(
            BoardVocabulary.WrittenProcedureKeys,
            Keys(schema["definitions"]!["rules"]!["properties"]!["writtenProcedures"]!["properties"]));
        Assert.Equal(BoardVocabulary.PersonKeys.Order(), Keys(schema["definitions"]!["person"]!["properties"]).Order());
        Assert.Equal(BoardVocabulary.Roles.Keys, schema["definitions"]!["member"]!["properties"]!["role"]!["enum"]!.AsArray().Select(role => (string?)role));
    }

    [Fact]
    public async Task TheSample_IsValidAgainstTheSchema()
    {
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(BoardSchema.Text);

        Assert.Empty(schema.Validate(SampleFiles.BoardText()));
        Assert.NotEmpty(schema.Validate(SampleFiles.BoardText().Replace("coChair", "chef", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(SampleFiles.BoardText().Replace("5 hverdage", "fem hverdage", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Keys(JsonNode? properties) => properties!.AsObject().Select(property => property.Key);

    private static string Forum(string key, int level, string? above) =>
        $$"""{ "key": "{{key}}", "name": "F", "level": {{level}}, {{(above is null ? "" : $"\"above\": \"{above}\",")}} {{Rules}}, "members": [] }""";

    private static string File(string seats, string person) => $$"""
        { "kind": "Sundhedsråd", "name": "Klitlandet",
          "forums": [ { "key": "drift", "name": "Drift", "level": 1, {{Rules}}, "members": [ {{seats}} ] } ],
          "people": [
            { "key": "aa", "name": "A", "email": "a@x.example", "entraObjectId": "3c9e5a10-7b42-4d86-9f00-1d5b1f271f27" },
            { "key": "anna-bech", "name": "B" }{{(person.Length > 0 ? "," : "")}} {{person}} ] }
        """;

    private static string[] Problems(string text) =>
        [.. BoardFileReader.Read(Encoding.UTF8.GetBytes(text)).Problems.Select(problem => problem.ToString())];
}
