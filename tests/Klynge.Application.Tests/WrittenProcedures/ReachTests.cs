using Klynge.Application.Mails;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures;

public sealed class ReachTests : ProcedureTest
{
    [Fact]
    public async Task Open_NamesVotersWithoutAnAccountOrWithoutTheBotToTheSecretariat()
    {
        await LoseAsync();

        var opened = await Fixture.OpenAsync(await Fixture.DraftAsync(Board.Chair), Board.Chair);

        Assert.Equal(["Mads Holt", "Omar Said"], opened.Value.Unreachable);
        var told = (await SentToAsync(Board.Secretary)).Last();
        Assert.Contains("Kan ikke nås i Teams: Mads Holt og Omar Said.", told, StringComparison.Ordinal);
        Assert.Contains("Udpegning til ledelsesprogrammet", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ballot_ThatCannotBeDelivered_NamesTheCaseToTheSecretariat()
    {
        await GiveUpAsync(Board.Doctor);

        var told = (await SentToAsync(Board.Secretary)).Last();
        Assert.Contains("**Omar Said** kan ikke nås i Teams om »Udpegning til ledelsesprogrammet« (Chefforum)", told, StringComparison.Ordinal);
        Assert.Contains("registrér svaret på personens vegne", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ballot_OfASubstituteWhoSitsNowhere_IsToldToTheCasesSecretariat()
    {
        await NameSubstituteAsync(Board.Member, Board.Stranger);
        await Chat.PressAsync(Board.Member, "procedure.seat.give", Named());

        await GiveUpAsync(Board.Stranger);

        Assert.Contains("**Ulla Fremmed** kan ikke nås", (await SentToAsync(Board.Secretary)).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_ThatCannotBeDeliveredEither_IsTheEndOfIt()
    {
        await GiveUpAsync(Board.Doctor);
        await GiveUpAsync(Board.Secretary);

        await using var db = Board.Open();
        Assert.Equal(1, await db.Outbox.CountAsync(row => row.Payload!.Contains("kan ikke n")));
    }

    /// <summary>The doctor has no account, and the member has taken the bot away.</summary>
    private async Task LoseAsync()
    {
        await using var db = Board.Open();
        (await db.People.SingleAsync(person => person.Id == Board.Doctor.Id)).TeamsUserId = null;
        db.Conversations.Add(new Conversation
        {
            Id = "a:mads",
            Kind = ConversationKind.Personal,
            ServiceUrl = "https://smba.example/",
            ChannelId = "msteams",
            BotId = "28:bot",
            PersonId = Board.Member.Id,
            IsGone = true,
            SeenAt = Board.Clock.GetCurrentInstant(),
        });
        await db.SaveChangesAsync();
    }

    /// <summary>As the sender does it when Teams answers 403.</summary>
    private async Task GiveUpAsync(Person person)
    {
        await using var db = Board.Open();
        var message = await db.Outbox.AsNoTracking().Where(row => row.PersonId == person.Id).OrderBy(row => row.Id).LastAsync();
        await new OutboxStore(Board.Writer, new NoMailer()).GiveUpAsync(message, "Forbidden", default);
    }
}
