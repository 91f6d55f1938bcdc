using System.Text.Json;
using Klynge.Application.Minutes.Import;

namespace Klynge.Application.Tests.Minutes.Import;

public sealed class MinutesJsonTests
{
    [Fact]
    public async Task Json_HasTheAgreedShape()
    {
        using var json = JsonDocument.Parse(MinutesJson.Serialize(await MinutesFixtures.ReadAsync(MinutesFixtures.Agenda)));
        var root = json.RootElement;

        Assert.Equal(
            ["forum", "date", "start", "end", "place", "chair", "minuteTaker", "caseNumber", "documentNumber", "participants", "items", "warnings"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["name", "organisation", "title", "role", "apology"], root.GetProperty("participants")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["number", "title", "presenter", "slot", "minutes", "sections", "recommendations", "attachments", "decision"],
            root.GetProperty("items")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(("2026-01-15", "09:30"), (root.GetProperty("date").GetString(), root.GetProperty("start").GetString()));
        Assert.Equal("10:15", root.GetProperty("items")[2].GetProperty("slot").GetProperty("end").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("minuteTaker").ValueKind);
    }
}
