using Klynge.Application.Agendas.Reports;
using Klynge.Application.Chat;
using Klynge.Application.Rights;
using Klynge.Testing;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// The table of rights against the product: every command and every button that is registered, performed by one person of every kind.
/// Whoever the table refuses is refused and nothing has changed; whoever it allows has it done.
/// </summary>
public sealed class RightsTests
{
    [Fact]
    public async Task EveryCommandAndButton_ByEveryRole_IsAllowedOrRefusedAsTheTableSays()
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        var wrong = new List<string>();
        foreach (var right in RightsTable.All.Where(right => right is ButtonRight || right.GetType().IsGenericType))
        {
            foreach (var actor in RightsPeople.Columns)
            {
                var refusal = await chat.TryAsync(right, actor);
                // Whose other forums' minutes somebody may read is another question: everybody here sits in one forum.
                if (refusal == nameof(NoMinutesToReport))
                    refusal = null;

                if (right.Who.HasFlag(actor) != refusal is null)
                    wrong.Add($"{right.Name} by {actor}: {refusal ?? "done"}, and the table says {(right.Who.HasFlag(actor) ? "allowed" : "refused")}");

                if (board.Differs())
                {
                    wrong.AddRange(right.Who.HasFlag(actor) ? [] : [$"{right.Name} by {actor}: refused ({refusal}), and yet something has changed"]);
                    board.PutBack();
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task RolesDocument_IsTheTable()
    {
        var file = Path.Combine(Checkout.Root, "bot", "docs", "roles.md");
        var expected = RolesDocument.Write(RightsTable.All);
        if (Environment.GetEnvironmentVariable("KLYNGE_UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, expected, TestContext.Current.CancellationToken);

        Assert.Equal(expected, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task EveryCommandAndButton_ThatIsRegistered_HasItsRow_AndTheOtherWayRound()
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);

        Assert.Equal(
            RightsTable.All.OfType<ButtonRight>().Select(right => right.Verb).Order(StringComparer.Ordinal),
            chat.Routes.Verbs.Append(ChatModule.ChooseForumVerb).Append(ChatModule.RunVerb).Order(StringComparer.Ordinal));
        Assert.Equal(
            RightsTable.All.Where(right => right.GetType().IsGenericType).Select(right => right.Name).Order(StringComparer.Ordinal),
            chat.Routes.Commands.Select(command => command.Name).Order(StringComparer.Ordinal));
    }
}
