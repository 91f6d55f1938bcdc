using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Rights;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// Everybody asked for a contribution, as everybody with everybody's: each role, each verb, the right id and each foreign one. Nobody but
/// whoever was asked reads or sends it, and being asked opens nothing else of the agenda.
/// </summary>
public sealed class ContributionRightsTests : IAsyncLifetime
{
    private static readonly ButtonRight[] OfTheAsked = [ContributionVerbs.Show, ContributionVerbs.Send];

    private static readonly ButtonRight[] OfTheSecretariat =
    [
        ContributionVerbs.AskForm, ContributionVerbs.Ask, ContributionVerbs.Withdraw, ContributionVerbs.List, ContributionVerbs.Remind,
        ContributionVerbs.RecordForm, ContributionVerbs.Record,
    ];

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

    [Fact]
    public async Task EveryVerb_IsInOneOfTheTwoGroups() => Assert.Equal(
        RightsTable.All.OfType<ButtonRight>().Select(right => right.Verb).Where(verb => verb.StartsWith("contribution.", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        await Task.FromResult(OfTheAsked.Concat(OfTheSecretariat).Select(right => right.Verb).Order(StringComparer.Ordinal)));

    [Fact]
    public async Task EveryRole_WithEverybodysContribution_ReadsAndSendsItsOwnAlone()
    {
        var wrong = new List<string>();
        foreach (var (verb, actor, owner) in from verb in OfTheAsked from actor in RightsPeople.Columns from owner in Owners() select (verb, actor, owner))
        {
            var id = owner is { } asked ? _board.ContributionOf(asked).Value : Guid.NewGuid();
            var isOwn = owner == _board.People[actor].Id;
            var answer = await PressAsync(verb, actor, ("contribution", id));
            var isDone = !answer.Contains("\"statusCode\":4", StringComparison.Ordinal);
            if (isDone != isOwn)
                wrong.Add($"{verb.Verb} by {actor} of {owner}: {(isDone ? "done" : "refused")}");
            if (!isOwn && (answer.Contains("Vinterplan", StringComparison.Ordinal) || _board.Differs()))
                wrong.Add($"{verb.Verb} by {actor} of {owner}: shows or changes something");
            _board.PutBackIfChanged();
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        IEnumerable<PersonId?> Owners() => RightsPeople.Columns.Where(actor => actor != Actors.Stranger).Select(actor => (PersonId?)_board.People[actor].Id).Append(_board.Board.Doctor.Id).Append(null);
    }

    [Fact]
    public async Task EveryRoleButTheSecretariat_IsRefusedByEveryVerbOfTheSecretariat_WithTheRightIdAndWithAForeignOne()
    {
        var wrong = new List<string>();
        var foreign = new (string, Guid)[][] { [], [("forum", _board.Board.OtherForum.Id.Value)], [("forum", _board.Third.Id.Value)], [("item", Guid.NewGuid())], [("meeting", _board.Later.Value)], [("contribution", Guid.NewGuid())] };
        foreach (var (verb, actor, ids) in from verb in OfTheSecretariat from actor in RightsPeople.Columns from ids in foreign select (verb, actor, ids))
        {
            var answer = await PressAsync(verb, actor, ids);
            var isDone = !answer.Contains("\"statusCode\":4", StringComparison.Ordinal);
            if (isDone && (actor != Actors.Secretariat || ids.Any(id => id.Item1 == "forum")))
                wrong.Add($"{verb.Verb} by {actor} with {ids.FirstOrDefault()}: done");
            if (!isDone && _board.Differs())
                wrong.Add($"{verb.Verb} by {actor} with {ids.FirstOrDefault()}: refused, and yet something has changed");
            if (!isDone && ids.Length == 0 && actor == Actors.Secretariat)
                wrong.Add($"{verb.Verb} by the secretariat: {answer}");
            _board.PutBackIfChanged();
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>The item that somebody from another forum is asked about, in its meeting's own words: by every other button it stays shut.</summary>
    [Fact]
    public async Task WhoeverIsAskedFromAnotherForum_OpensNothingElse_ByAnyButton()
    {
        var person = _board.People[Actors.OtherForum];
        var wrong = new List<string>();
        foreach (var right in RightsTable.All.OfType<ButtonRight>().Where(right => !OfTheAsked.Contains(right)))
        {
            var answer = await _chat.PressAsync(right.Verb, JsonNode.Parse(RightsCalls.Data(_board, right, Actors.OtherForum).GetRawText())!, person);
            if (new[] { "Vinterplan", "Eventuelt", "Sygehusplan", "Notat.pdf" }.FirstOrDefault(title => answer.Contains(title, StringComparison.Ordinal)) is { } title)
                wrong.Add($"{right.Verb} shows {title}");
            _board.PutBackIfChanged();
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await using var db = _board.Board.Open();
        Assert.True(await db.Contributions.AnyAsync(one => one.PersonId == person.Id, TestContext.Current.CancellationToken));
    }

    private Task<string> PressAsync(ButtonRight verb, Actors actor, params (string Name, Guid Id)[] ids)
    {
        var data = JsonNode.Parse(RightsCalls.Data(_board, verb, actor).GetRawText())!;
        foreach (var (name, id) in ids)
            data[name] = id;

        return _chat.PressAsync(verb.Verb, data, _board.People[actor]);
    }
}
