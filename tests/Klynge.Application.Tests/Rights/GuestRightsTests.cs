using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Documents;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// To be the guest of an item opens nothing of it: what a guest is to know stands in their mail. Held for somebody on no list and for a member
/// of another forum, by every button there is, each with the ids of the very item.
/// </summary>
public sealed class GuestRightsTests : IAsyncLifetime
{
    private const string Email = "gaest@gaester.example";

    private RightsBoard _board = null!;
    private RightsChat _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await RightsBoard.CreateAsync();
        _chat = await RightsChat.CreateAsync(_board);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Theory]
    [InlineData(Actors.Stranger)]
    [InlineData(Actors.OtherForum)]
    public async Task Guest_OpensNothingOfTheItem_ByAnyButton_NorItsDocuments(Actors actor)
    {
        var person = _board.People[actor];
        var input = new GuestInput(person.Name, "Region Nord", "overlæge", Email);
        var added = await _board.Chat.Get<AddGuest>().HandleAsync(
            TestBoard.As(_board.People[Actors.Secretariat]), new AddGuestRequest(_board.Forum.Id, _board.Item, input), TestContext.Current.CancellationToken);
        Assert.True(added.IsSuccess);
        Assert.Contains("Vinterplan", await PressAsync(AgendaVerbs.Item, Actors.Member), StringComparison.Ordinal);
        var wrong = new List<string>();
        foreach (var right in RightsTable.All.OfType<ButtonRight>().Where(right => right != ContributionVerbs.Show && right != ContributionVerbs.Send))
        {
            var answer = await PressAsync(right, actor);
            if (new[] { "Vinterplan", "Eventuelt", "Sygehusplan", "Notat.pdf", Email, "gerda@gaester.example" }.FirstOrDefault(word => answer.Contains(word, StringComparison.Ordinal)) is { } word)
                wrong.Add($"{right.Verb} shows {word}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await using var db = _board.Board.Open();
        Assert.False(await db.MayReadAsync(person.Id, DocumentPath.Of(_board.Forum.Name, 2026, "Notat"), _board.Board.Today));
    }

    private Task<string> PressAsync(ButtonRight right, Actors actor) =>
        _chat.PressAsync(right.Verb, JsonNode.Parse(RightsCalls.Data(_board, right, actor).GetRawText())!, _board.People[actor]);
}
