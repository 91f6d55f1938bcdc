using Klynge.Application.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Chat;

/// <summary>Who presents an item is read as everybody else is: known people by their names, guests as they were written, and doubt is asked.</summary>
public sealed class PresenterTests : IAsyncLifetime
{
    private SampleChat _chat = null!;

    public async ValueTask InitializeAsync() => _chat = await SampleChat.CreateAsync();

    public ValueTask DisposeAsync() => _chat.DisposeAsync();

    [Theory]
    [InlineData("tilføj punkt Status v/ Gitte 15 min", "Gitte Holmgaard")]
    [InlineData("tilføj punkt Status ved Lise Lotte", "Lise-Lotte Damgaard")]
    [InlineData("tilføj punkt Status oplæg Mehmet og Birgitte Munk", "Mehmet Yildiz og Birgitte Østerby Munk")]
    [InlineData("tilføj punkt Status v/ formandskabet", "formandskabet")]
    public async Task KnownName_IsThePersons(string text, string presenter)
    {
        var form = await _chat.SayAsync("signe-dahl", text);
        Assert.Contains($"\"value\":\"{presenter}\"", form, StringComparison.Ordinal);
        await _chat.PressAsync("signe-dahl", form, "Gem", inputs: new() { ["title"] = "Status", ["presenter"] = presenter });

        Assert.Equal(presenter, await PresenterAsync("Status"));
    }

    [Fact]
    public async Task PartOfAName_InTheForm_IsThePersonsWhole()
    {
        var form = await _chat.SayAsync("signe-dahl", "tilføj punkt Status");
        await _chat.PressAsync("signe-dahl", form, "Gem", inputs: new() { ["title"] = "Status", ["presenter"] = "gitte holmgaard" });

        Assert.Equal("Gitte Holmgaard", await PresenterAsync("Status"));
    }

    [Fact]
    public async Task MisspeltName_IsAsked_AndNothingIsSavedBefore()
    {
        var form = await _chat.SayAsync("signe-dahl", "tilføj punkt Økonomi 20 min ved Sørn Lindholt");
        Assert.Contains("Ingen i Chefforum hedder »Sørn Lindholt«", form, StringComparison.Ordinal);

        var before = await _chat.EverythingAsync();
        var again = await _chat.PressAsync("signe-dahl", form, "Gem", inputs: new() { ["title"] = "Økonomi", ["presenter"] = "Sørn Lindholt" });
        Assert.Equal(before, await _chat.EverythingAsync());
        await _chat.PressAsync("signe-dahl", again, "Søren Kjær Lindholt", inputs: new() { ["title"] = "Økonomi", ["presenter"] = "Sørn Lindholt" });

        Assert.Equal("Søren Kjær Lindholt", await PresenterAsync("Økonomi"));
    }

    [Fact]
    public async Task MisspeltName_CanBeMeantAsItStands()
    {
        var form = await _chat.SayAsync("signe-dahl", "tilføj punkt Økonomi ved Sørn Lindholt");
        await _chat.PressAsync("signe-dahl", form, "Skriv »Sørn Lindholt«, som det står", inputs: new() { ["title"] = "Økonomi", ["presenter"] = "Sørn Lindholt" });

        Assert.Equal("Sørn Lindholt", await PresenterAsync("Økonomi"));
    }

    [Fact]
    public async Task OutsideName_IsKept_AndSaidToBeSo()
    {
        var form = await _chat.SayAsync("signe-dahl", "tilføj punkt Digital hjemmemonitorering v/ Rikke Holm fra Aarhus Universitet");
        var told = await _chat.PressAsync(
            "signe-dahl", form, "Gem", inputs: new() { ["title"] = "Digital hjemmemonitorering", ["presenter"] = "Rikke Holm fra Aarhus Universitet" });

        Assert.Equal("Rikke Holm fra Aarhus Universitet", await PresenterAsync("Digital hjemmemonitorering"));
        Assert.Contains("»Rikke Holm fra Aarhus Universitet« står ikke på medlemslisten", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditedPresenter_IsReadAlike_DoubtIsAsked_AndAnOutsideNameIsSaid()
    {
        var agenda = await _chat.SayAsync("signe-dahl", "dagsorden Chefforum", forum: null);
        var item = await _chat.PressAsync("signe-dahl", agenda, "Åbn punktet", forum: null);
        var edit = await _chat.PressAsync("signe-dahl", item, "Ret punktet", forum: null);

        var before = await _chat.EverythingAsync();
        var again = await _chat.PressAsync("signe-dahl", edit, "Gem", forum: null, inputs: new() { ["title"] = "Status", ["presenter"] = "Sørn Lindholt" });
        Assert.Contains("Ingen i Chefforum hedder »Sørn Lindholt«", again, StringComparison.Ordinal);
        Assert.Equal(before, await _chat.EverythingAsync());

        var told = await _chat.PressAsync("signe-dahl", edit, "Gem", forum: null, inputs: new() { ["title"] = "Status", ["presenter"] = "Rikke Holm fra Aarhus Universitet" });
        Assert.Equal("Rikke Holm fra Aarhus Universitet", await PresenterAsync("Status"));
        Assert.Contains("»Rikke Holm fra Aarhus Universitet« står ikke på medlemslisten", told, StringComparison.Ordinal);
    }

    private async Task<string?> PresenterAsync(string title)
    {
        await using var db = _chat.Database.CreateDbContext();
        return (await db.AgendaItems.ToListAsync()).Single(item => item.Content.Title == title).Content.Presenter;
    }
}
