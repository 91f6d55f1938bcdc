using Klynge.Application.Minutes;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Documents.Tests;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Tests.Minutes;

/// <summary>import(render(import(x))) equals import(x), in every field.</summary>
public sealed class RoundTripTests
{
    private static readonly MinutesLook[] Looks = Enum.GetValues<MinutesLook>();

    public static TheoryData<string> Fixtures => MinutesFixtures.All;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task Fixture_WrittenAndReadAgain_IsTheSame(string name) => await AssertSameAsync(await MinutesFixtures.ReadAsync(name));

    [Fact]
    public async Task WordFile_WrittenAndReadAgain_IsTheSame()
    {
        var source = await MinutesReader.ReadAsync(new MemoryStream(WordFixture.Build()), "fixture.docx", TestContext.Current.CancellationToken);
        await AssertSameAsync(MinutesParser.Parse(source.Value).Value);
    }

    [Fact]
    public async Task Corpus_WrittenAndReadAgain_IsTheSame()
    {
        var folder = Environment.GetEnvironmentVariable("KLYNGE_CORPUS");
        Assert.SkipUnless(Directory.Exists(folder), "KLYNGE_CORPUS names no folder with minutes to read.");
        foreach (var file in Directory.EnumerateFiles(folder!).Where(file => Path.GetExtension(file) is ".txt" or ".docx"))
        {
            var result = await ImportMinutes.ReadAsync(file, TestContext.Current.CancellationToken);
            Assert.True(result.IsSuccess, $"{file}: {result.Error?.Text}");
            await AssertSameAsync(result.Value);
        }
    }

    [Fact]
    public async Task AwkwardDocument_WrittenAndReadAgain_IsTheSame() => await AssertSameAsync(new MinutesDocument
    {
        Kind = MinutesKind.Agenda,
        Forum = "Forum: A & B <Øst>",
        Date = new LocalDate(2028, 2, 29),
        End = new LocalTime(16, 0),
        Participants = [new MinutesParticipant("Bo Å. Friis", Title: "chef", Role: MinutesRole.Guest, Apology: true, Substitute: "Eva Lund"), new MinutesParticipant("Anna Å. Holm", "Region Nord", "overlæge", MinutesRole.Guest) { OnlyItems = [3, 5] }, new MinutesParticipant("Eva Lund", Role: MinutesRole.DeputyChair) { SubstituteFor = "Bo Å. Friis", Party = "SF", Left = new LocalTime(15, 5), AbsentFromItems = [2, 7] }],
        Sections = [new MinutesSection(null, "Løs tekst"), new MinutesSection("Tid", "fredag")],
        Items =
        [
            new MinutesItem { Title = "2. kvartal", Slot = new MinutesSlot(new LocalTime(9, 5), null), Presenter = "A · B v/ C", IsClosed = true },
            new MinutesItem { Number = 3, Title = "Kran", Minutes = 15, CaseNumber = "2026-004512", MayBeDropped = true, Presenter = "Bo Å. Friis" },
            new MinutesItem { Number = 4, Title = "Kaj", CaseNumber = "27.00.00-A00-1-26" },
            new MinutesItem
            {
                Number = 7,
                Title = "Beslutning",
                Minutes = 90,
                Sections = [new MinutesSection("Indstilling", "1. et\n  2. to\n12) tolv\n\nindrykket?"), new MinutesSection("Bilag", "| a | b |\n| --- | --- |\n| c | d |")],
                Recommendations = ["drøfter\n- a\n  - b", "Beslutning"],
                Attachments = ["Bilag 1 – æøå 😀.docx", "Notat"],
                RequiredReading = [2],
                Decision = "- a\n  - b\n    - d\n\nIndstilling 1 blev godkendt.\nNy linje.",
            },
        ],
    });

    [Fact]
    public async Task TablesListsLooksAndLinks_WrittenAndReadAgain_AreTheSame()
    {
        const string table = "| Post | 2024 | 2025 |\n| --- | ---: | ---: |\n| Løn **fast** | 1.518.999 | 36.638 |\n| Kørsel<br>og \\| kost | | 900 |";
        const string text = "Indledning med **fed**, *kursiv*, ***begge*** og [et link](https://region.dk/a_b).\nNy linje.\n\n## Mellemrubrik\n\n"
            + table + "\n\n" + table + "\n\nVi:\n- ringer\n  - i dag\n    1. først\n    2. så\n- skriver\na) første\nb) anden\nb) igen\n0. nul\n\nNavn:\tJens\n\n\\- ikke en liste\n\nhttps://region.dk/_x_ 2*3*4 \\\\server\\mappe";
        await AssertSameAsync(new MinutesDocument
        {
            Forum = "Chefforum",
            Date = new LocalDate(2028, 2, 29),
            Sections = [new MinutesSection("Fremmøde", text)],
            Items =
            [
                new MinutesItem
                {
                    Number = 1,
                    Title = "Økonomi",
                    Sections = [new MinutesSection("Sagsfremstilling", text), new MinutesSection("Økonomi", table)],
                    Recommendations = ["godkender\n- a\n  - **b**\n\n" + table, "drøfter [planen](https://region.dk)\n\nog mere"],
                    Attachments = ["Notat"],
                    Decision = text,
                },
            ],
        });
    }

    /// <summary>Texts put together of what people type, in every part of the document: valid for Word, and the same when they are read again.</summary>
    [Fact]
    public async Task FiveHundredGeneratedDocuments_AreValidAndTheSame()
    {
        var random = new Random(20);
        for (var document = 0; document < 500; document++)
            await AssertSameAsync(GeneratedMinutes.Next(random), Looks[document % Looks.Length], isValidated: document % 5 == 0);
    }

    private static async Task AssertSameAsync(MinutesDocument document)
    {
        foreach (var look in Looks)
            await AssertSameAsync(document, look, isValidated: false);
    }

    private static async Task AssertSameAsync(MinutesDocument document, MinutesLook look, bool isValidated)
    {
        using var file = new MemoryStream();
        MinutesDocumentWriter.Write(document, file, layout: new MinutesLayout(look));
        if (isValidated)
            Rendering.MinutesDocumentWriterTests.AssertValid(file.ToArray());

        file.Position = 0;
        var source = await MinutesReader.ReadAsync(file, "igen.docx", TestContext.Current.CancellationToken);
        var again = MinutesParser.Parse(source.Value).Value;

        Assert.Equal(MinutesJson.Serialize(document with { Warnings = MinutesWarnings.For(document), Doubts = [] }), MinutesJson.Serialize(again));
        Assert.Equal(document.Kind, again.Kind);
        Assert.Equal(document.Items.Select(item => item.IsClosed), again.Items.Select(item => item.IsClosed));
    }
}
