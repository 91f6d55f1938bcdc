using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

public sealed class ConsultationTests : ProcedureTest
{
    [Fact]
    public async Task Consultation_AsksTheOtherForumAndItsRemarksFollowTheCase()
    {
        var draft = await Fixture.DraftAsync();

        var asked = await AskAsync(draft);
        Assert.Contains("1 medlem er bedt om bemærkninger", Assert.IsType<Klynge.Application.Chat.ChatReply.Words>(asked).Markdown, StringComparison.Ordinal);
        Assert.Contains("Chefforum beder om bemærkninger", (await SentToAsync(Board.Observer)).Last(), StringComparison.Ordinal);
        await RemarkAsync(Board.Observer, "Husk patienterne.");
        await Fixture.OpenAsync(draft, Board.Secretary);

        Assert.Contains("Bo Ørum, Patientforeningen (Driftsforum): Husk patienterne.", (await SentToAsync(Board.Member)).Last(), StringComparison.Ordinal);
        Assert.DoesNotContain("Stemmeseddel", (await SentToAsync(Board.Observer)).Last(), StringComparison.Ordinal);
        Assert.IsType<NotOnTheRoll>((await Fixture.VoteAsync(Board.Observer, draft)).Error);
    }

    [Fact]
    public async Task Consultation_AfterItsDeadlineOrByAnotherForum_TakesNoRemarks()
    {
        await AskAsync(await Fixture.DraftAsync());
        (await RemarkAsync(Board.Member, "Mig også")).Refused<ProcedureNotFound>();
        (await RemarkAsync(Board.Observer, "  ")).Refused<ConsultationRemarksMissing>();

        Board.Clock.Advance(Duration.FromDays(7));

        (await RemarkAsync(Board.Observer, "For sent")).Refused<ConsultationIsOver>();
        await using var db = Board.Open();
        Assert.Empty(await db.ConsultationRemarks.ToListAsync());
        Assert.Equal(3, await db.Audit.CountAsync(entry => entry.UseCase == nameof(GiveRemarks) && entry.Refusal != null));
    }

    [Fact]
    public async Task Consultation_Twice_IsRefusedOnTheForm()
    {
        var draft = await Fixture.DraftAsync();
        await AskAsync(draft);

        Assert.Contains("allerede bedt om bemærkninger", (await AskAsync(draft)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consultation_IsForDraftsAndNotForMembersToAsk()
    {
        (await AskAsync(Case)).Refused<AlreadyOpened>();
        var data = new { forum = Board.Forum.Id.Value, procedure = Case.Value };
        (await Chat.PressAsync(Board.Member, "procedure.consult", data)).Refused<NotAllowed>();
    }

    [Fact]
    public async Task Consultation_OnceEverybodyHasAnswered_IsToldToWhoeverAskedWithTheRemarks()
    {
        await AskAsync(await Fixture.DraftAsync());
        var job = Chat.Get<EndConsultations>();
        Assert.Equal(0, await job.HandleAsync(default));

        await RemarkAsync(Board.Observer, "Husk patienterne.");

        Assert.Equal(1, await job.HandleAsync(default));
        var told = (await SentToAsync(Board.Secretary)).Last();
        Assert.Contains("Driftsforum: alle har svaret", told, StringComparison.Ordinal);
        Assert.Contains("Bo Ørum, Patientforeningen (Driftsforum): Husk patienterne.", told, StringComparison.Ordinal);
        Assert.Contains("procedure.preview", told, StringComparison.Ordinal);
        Assert.Equal(0, await job.HandleAsync(default));
    }

    [Fact]
    public async Task Consultation_WhenItsDeadlinePasses_IsToldOnceToTheSecretariatAndTheChairWhoAsked()
    {
        await AskAsync(await Fixture.DraftAsync(), Board.Chair);
        var job = Chat.Get<EndConsultations>();
        Board.Clock.Advance(Duration.FromDays(6) + Duration.FromMinutes(179));
        Assert.Equal(0, await job.HandleAsync(default));
        Board.Clock.Advance(Duration.FromMinutes(1));

        Assert.Equal(1, await job.HandleAsync(default));
        Assert.Equal(0, await job.HandleAsync(default));

        foreach (var person in new[] { Board.Secretary, Board.Chair })
        {
            var told = Assert.Single(await SentToAsync(person), message => message.Contains("Høringen er slut", StringComparison.Ordinal));
            Assert.Contains("Driftsforum: 0 af 1 har svaret inden fristen", told, StringComparison.Ordinal);
            Assert.Contains("Der er ikke kommet bemærkninger.", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Consultation_OnADiscardedDraft_IsToldToWhoWasHeardAndToNobodyElse()
    {
        var draft = await Fixture.DraftAsync();
        await AskAsync(draft);
        await Chat.PressAsync(Board.Secretary, "procedure.discard", new { forum = Board.Forum.Id.Value, procedure = draft.Value });
        Board.Clock.Advance(Duration.FromDays(8));
        await Chat.Get<EndConsultations>().HandleAsync(default);

        Assert.DoesNotContain(await SentToAsync(Board.Secretary), message => message.Contains("Høringen er slut", StringComparison.Ordinal));
        Assert.Contains("Chefforum har trukket sagen tilbage.", (await SentToAsync(Board.Observer)).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remarks_SentTwiceOrChanged_AreOne_WithTheForumsName()
    {
        var draft = await Fixture.DraftAsync();
        await AskAsync(draft);

        var sent = (await RemarkAsync(Board.Observer, "Husk patienterne.")).Text();
        await RemarkAsync(Board.Observer, "Husk patienterne.");
        Assert.Contains("Dine bemærkninger er med i sagen (i dag kl. 09.00). Du kan ændre dem indtil mandag kl. 12.", sent, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Husk patienterne.\"", sent, StringComparison.Ordinal);
        Assert.Contains("Ret bemærkninger", sent, StringComparison.Ordinal);
        await Chat.Get<EndConsultations>().HandleAsync(default);
        await RemarkAsync(Board.Observer, "Husk patienterne og de pårørende.");

        Assert.Contains("Husk patienterne og de pårørende.", (await ShowAsync(Board.Observer)).Text(), StringComparison.Ordinal);
        (await ShowAsync(Board.Member)).Refused<ProcedureNotFound>();
        await using var db = Board.Open();
        Assert.Equal(["Bo Ørum, Patientforeningen (Driftsforum): Husk patienterne og de pårørende."], await db.ConsultationRemarksAsync(draft, default));
        Assert.Equal(1, await Chat.Get<EndConsultations>().HandleAsync(default));
        Assert.Contains("og de pårørende", (await SentToAsync(Board.Secretary)).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remarks_OfBeforeThereWasOneForEach_AreShownAndChangedTogether()
    {
        await AskAsync(await Fixture.DraftAsync());
        await using (var db = Board.Open())
        {
            var id = (await db.Consultations.SingleAsync()).Id;
            foreach (var (text, minute) in new[] { ("Først dette.", 1), ("Så dette.", 2) })
            {
                await Board.AddAsync(new ConsultationRemark
                {
                    ConsultationId = id,
                    PersonId = Board.Observer.Id,
                    Name = "Bo Ørum",
                    Organisation = "Patientforeningen",
                    Text = text,
                    At = Board.Clock.GetCurrentInstant() + Duration.FromMinutes(minute),
                });
            }
        }

        Assert.Contains("\"value\":\"Først dette.\\n\\nSå dette.\"", (await ShowAsync(Board.Observer)).Text(), StringComparison.Ordinal);
        await RemarkAsync(Board.Observer, "Begge dele.");

        await using var after = Board.Open();
        Assert.Equal("Begge dele.", (await after.ConsultationRemarks.SingleAsync()).Text);
    }

    [Fact]
    public async Task Preview_WhileAHearingRuns_Warns()
    {
        var draft = await Fixture.DraftAsync();
        var named = new { forum = Board.Forum.Id.Value, procedure = draft.Value };
        Assert.DoesNotContain("Høringen", (await Chat.PressAsync(Board.Secretary, "procedure.preview", named)).Text(), StringComparison.Ordinal);
        await AskAsync(draft);

        var warned = (await Chat.PressAsync(Board.Secretary, "procedure.preview", named)).Text();
        Assert.Contains("Høringen af Driftsforum løber til mandag d. 19. januar 2026 kl. 12.00, og 0 af 1 har svaret.", warned, StringComparison.Ordinal);

        await RemarkAsync(Board.Observer, "Husk patienterne.");
        Assert.DoesNotContain("løber til", (await Chat.PressAsync(Board.Secretary, "procedure.preview", named)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_ThatGoesToAMeeting_TakesTheRemarksAlong_AndTheHeardForumLearnsOfIt()
    {
        var meeting = await Board.AddMeetingAsync();
        var draft = await Fixture.DraftAsync();
        await AskAsync(draft);
        await RemarkAsync(Board.Observer, "Husk patienterne.");
        await Fixture.OpenAsync(draft, Board.Secretary);
        await Fixture.VoteAsync(Board.Member, draft, Answer.DemandMeeting, "Det skal drøftes.");
        await Chat.Get<CloseDueProcedures>().HandleAsync(default);

        await using var db = Board.Open();
        var item = Assert.Single(await Application.Agendas.AgendaQueries.ItemsOnAgendaAsync(db, meeting.Id));
        var heard = Assert.Single(item.Content.Sections, section => section.Heading == "Bemærkninger fra høringen");
        Assert.Equal("- Bo Ørum, Patientforeningen (Driftsforum): Husk patienterne.", heard.Text);
        var record = (await ProcedureRecord.ReadAsync(db, Board.Forum.Id, draft, default))!;
        foreach (var document in new[] { ProtocolWriter.Write(record), RemarksWriter.Write(record)! })
            Assert.Contains("Bo Ørum, Patientforeningen (Driftsforum)", DocumentTests.Read(document), StringComparison.Ordinal);

        var told = (await SentToAsync(Board.Observer)).Last();
        Assert.Contains("Chefforum tager sagen op på et møde. Bemærkningerne fra høringen følger med.", told, StringComparison.Ordinal);
        (await RemarkAsync(Board.Observer, "Og så lige en ting til.")).Refused<ConsultedCaseIsClosed>();
        Assert.Single(await db.ConsultationRemarks.ToListAsync());
    }

    private async Task<Klynge.Application.Chat.ChatReply> ShowAsync(Person by)
    {
        await using var db = Board.Open();
        return await Chat.PressAsync(by, "procedure.consultation", new { consultation = (await db.Consultations.SingleAsync()).Id.Value });
    }

    private Task<Klynge.Application.Chat.ChatReply> AskAsync(WrittenProcedureId draft, Person? by = null) => Chat.PressAsync(by ?? Board.Secretary, "procedure.consult", new
    {
        forum = Board.Forum.Id.Value,
        procedure = draft.Value,
        asked = Board.OtherForum.Id.Value,
        date = "2026-01-19",
        time = "12:00",
    });

    private async Task<Klynge.Application.Chat.ChatReply> RemarkAsync(Person by, string text)
    {
        await using var db = Board.Open();
        var consultation = await db.Consultations.SingleAsync();
        return await Chat.PressAsync(by, "procedure.remark", new { consultation = consultation.Id.Value, remarks = text });
    }
}
