using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Decisions;

/// <summary>What the secretariat adds after the meeting is told from what was said there: in brackets, with who and when.</summary>
public sealed class AdditionTests : IAsyncLifetime
{
    private const string Printed = "[Sekretariatets tilføjelse, Sofie Bech d. 13. januar 2026: Linket er indsat bagefter.]";

    private MinutesBoard _minutes = null!;

    private TestBoard Board => _minutes.Board;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _minutes = await MinutesBoard.CreateAsync();

    public ValueTask DisposeAsync() => _minutes.DisposeAsync();

    [Fact]
    public async Task Addition_StandsAfterTheDecision_WithWhoAndWhen()
    {
        (await AddAsync(1, "Linket er indsat bagefter.")).Card();

        Assert.Equal($"Dagsordenen blev godkendt.\n\n{Printed}", (await DocumentAsync()).Items[0].Decision);
        Assert.Contains(Printed, (await PressAsync(AgendaVerbs.Item, 1)).Text(), StringComparison.Ordinal);
        Assert.Equal("Dagsordenen blev godkendt.", (await ItemAsync(1)).Decision);
    }

    [Fact]
    public async Task ItemWithoutADecision_StillHasNone()
    {
        await AddAsync(3, "Linket er indsat bagefter.");

        Assert.Null((await ItemAsync(3)).Decision);
        Assert.Equal(Printed, (await DocumentAsync()).Items[2].Decision);
    }

    [Fact]
    public async Task SameFormAgain_AddsNothing_AndOneIsTakenOutByOnePress()
    {
        var id = Guid.CreateVersion7().ToString("N");
        await AddAsync(1, "Linket er indsat bagefter.", id);
        await AddAsync(1, "Linket er indsat bagefter.", id);
        Assert.Single((await ItemAsync(1)).Content.Additions);

        await PressAsync(AgendaVerbs.RemoveAddition, 1, ("additionId", id));
        await PressAsync(AgendaVerbs.RemoveAddition, 1, ("additionId", id));

        Assert.Empty((await ItemAsync(1)).Content.Additions);
    }

    [Fact]
    public async Task Addition_ToAClosedItem_IsNotInThePublicMinutes()
    {
        await AddAsync(2, "Hun begynder 1. marts.");

        Assert.Null((await DocumentAsync()).Items[1].Decision);
    }

    [Fact]
    public async Task WhatCannotBe_IsRefused()
    {
        (await AddAsync(1, " ")).Refused<AdditionMissing>();
        (await PressAsync(AgendaVerbs.Addition, 1, Board.Member, ("addition", "Mine ord"))).Refused<NotAllowed>();
        for (var number = 0; number < SecretariatAddition.Max; number++)
            await AddAsync(1, $"Nummer {number}");

        (await AddAsync(1, "En til")).Refused<TooManyAdditions>();
        await using var db = Board.Open();
        await db.Meetings.Where(meeting => meeting.Id == _minutes.Meeting.Id).ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Status, MeetingStatus.AgendaSent), Ct);
        (await AddAsync(3, "For tidligt")).Refused<AdditionBeforeMeeting>();
    }

    [Fact]
    public async Task ItemThatGoesOn_LeavesThemBehind_AndTheirAuthorStandsAsSheWasCalled()
    {
        await AddAsync(1, "Linket er indsat bagefter.");
        await using (var db = Board.Open())
        {
            var person = (await db.People.FindAsync([Board.Secretary.Id], Ct))!;
            person.Name = "Sofie Bech Nielsen";
            await db.SaveChangesAsync(Ct);
        }

        Assert.Contains("Sofie Bech d.", (await DocumentAsync()).Items[0].Decision, StringComparison.Ordinal);
        Assert.Empty(AgendaItem.Continue(await ItemAsync(1), _minutes.Meeting, 9, Board.Clock.GetCurrentInstant()).Content.Additions);
    }

    private Task<ChatReply> AddAsync(int number, string text, string? id = null) =>
        PressAsync(AgendaVerbs.Addition, number, ("addition", text), ("new", id ?? Guid.CreateVersion7().ToString("N")));

    private Task<ChatReply> PressAsync(string verb, int number, params (string Name, string Value)[] fields) => PressAsync(verb, number, Board.Secretary, fields);

    private async Task<ChatReply> PressAsync(string verb, int number, Person by, params (string Name, string Value)[] fields)
    {
        var item = await ItemAsync(number);
        var data = new JsonObject { ["forum"] = item.ForumId.Value.ToString("N"), ["meeting"] = item.MeetingId.Value.ToString("N"), ["item"] = item.Id.Value.ToString("N") };
        foreach (var (name, value) in fields)
            data[name] = value;

        return await _minutes.Chat.PressAsync(by, verb, data);
    }

    private async Task<AgendaItem> ItemAsync(int number)
    {
        await using var db = Board.Open();
        return await db.AgendaItems.SingleAsync(item => item.MeetingId == _minutes.Meeting.Id && item.Number == number, Ct);
    }

    private async Task<MinutesDocument> DocumentAsync()
    {
        await using var db = Board.Open();
        return await BuildMinutes.FromAsync(db, Board.Forum, await db.Meetings.SingleAsync(one => one.Id == _minutes.Meeting.Id, Ct));
    }
}
