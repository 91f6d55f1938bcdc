using System.Text.Json;
using Klynge.Application.Minutes;
using Klynge.Documents.Tests;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Tests.Minutes.Import;

public sealed class MinutesJsonTests
{
    [Fact]
    public async Task Json_HasTheAgreedShape()
    {
        using var json = JsonDocument.Parse(MinutesJson.Serialize(await MinutesFixtures.ReadAsync(MinutesFixtures.Agenda)));
        var root = json.RootElement;

        Assert.Equal(
            ["forum", "date", "start", "end", "place", "chair", "minuteTaker", "caseNumber", "documentNumber", "participants", "items", "deadlines", "agreements", "warnings", "state", "doubts"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["name", "organisation", "title", "role", "apology", "party", "substituteFor", "left", "absentFromItems"], root.GetProperty("participants")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["number", "title", "presenter", "slot", "minutes", "closed", "sections", "recommendations", "attachments", "requiredReading", "decision", "decisions"],
            root.GetProperty("items")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(("2026-01-15", "09:30"), (root.GetProperty("date").GetString(), root.GetProperty("start").GetString()));
        Assert.Equal("10:15", root.GetProperty("items")[2].GetProperty("slot").GetProperty("end").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("minuteTaker").ValueKind);
    }

    [Fact]
    public void Json_OfADeadline_SaysItsTimeAndWhoIsResponsible()
    {
        var document = new MinutesDocument
        {
            Date = new NodaTime.LocalDate(2025, 2, 4),
            Items = [new MinutesItem { Number = 2, Title = "Svar", Decision = "Kommunerne sender deres svar senest d. 3. marts kl. 12." }],
        };

        using var json = JsonDocument.Parse(MinutesJson.Serialize(document));

        var deadline = Assert.Single(json.RootElement.GetProperty("deadlines").EnumerateArray());
        Assert.Equal(("12:00", "Kommunerne"), (deadline.GetProperty("time").GetString(), deadline.GetProperty("responsible").GetString()));
    }

    [Fact]
    public void Json_ListsTheDeadlinesOfTheText()
    {
        var document = new MinutesDocument
        {
            Date = new NodaTime.LocalDate(2025, 2, 4),
            Items =
            [
                new MinutesItem
                {
                    Number = 3,
                    Title = "Udpegning",
                    Sections = [new MinutesSection("Sagsfremstilling", "Mødet blev afholdt d. 18. juni. Der er deadline for udpegning d. 30. april 2025.")],
                    Decision = "Arbejdet forventes afsluttet inden sommerferien.",
                },
            ],
        };

        using var json = JsonDocument.Parse(MinutesJson.Serialize(document));

        Assert.Equal(
            [
                """{"date":"2025-04-30","time":null,"item":3,"text":"Der er deadline for udpegning d. 30. april 2025.","vague":false,"responsible":null}""",
                """{"date":null,"time":null,"item":3,"text":"Arbejdet forventes afsluttet inden sommerferien.","vague":true,"responsible":null}""",
            ],
            json.RootElement.GetProperty("deadlines").EnumerateArray().Select(one => JsonSerializer.Serialize(one)));
    }
}
