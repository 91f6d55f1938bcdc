using Klynge.Application.Agendas.Questions;
using Klynge.Application.Tests.Cards;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using NodaTime;
using Texts = Klynge.Application.Agendas.Questions.Texts;

namespace Klynge.Application.Tests.Agendas.Questions;

public sealed class QuestionSamples : ICardSamples
{
    private const string Asked = "Hvornår kommer budgettet for hjemmebesøg?\n\nVi skal ansætte to sygeplejersker inden maj:\n- én i akutteamet\n- én i nattevagten";
    private const string Reply = "Budgettet er på Chefforums møde d. 3. februar. I kan slå stillingerne op nu; pengene er sat af.";

    private static readonly LocalDate Today = new(2026, 1, 14);
    private static readonly PersonId Chair = new(AgendaSamples.Id(801));
    private static readonly string Long = string.Join("\n\n", Enumerable.Repeat(AgendaSamples.Awkward, 14));
    private static readonly QuestionTarget Target = new(new ForumId(AgendaSamples.Id(3)), "Driftsforum", AgendaSamples.Meeting.ForumId, "Chefforum", "Sundhedsråd Fjordlandet", ["Karen Ravn", "Ida Holm"]);

    public string Feature => "questions";

    public IEnumerable<CardSample> Samples()
    {
        var id = new ChairQuestionId(AgendaSamples.Id(831));
        yield return new("ask", QuestionCard.Ask(Target, Asked, id));
        yield return new("ask-empty", QuestionCard.Ask(Target, text: null, id));
        yield return new("ask-nobody-leads", QuestionCard.Ask(Target with { Chairs = [] }, Asked, id));
        yield return new("ask-awkward", QuestionCard.Ask(
            Target with { From = AgendaSamples.Awkward, Forum = AgendaSamples.Awkward, Chairs = [.. Enumerable.Repeat(AgendaSamples.Awkward, 8)] }, Long, id));
        yield return new("sent", QuestionCard.Sent(new AskedChairs("Chefforum", "Sundhedsråd Fjordlandet"), Asked));
        yield return new("waiting", QuestionCard.Build(View(), Today));
        yield return new("waiting-awkward", QuestionCard.Build(View(Long) with { Asker = AgendaSamples.Awkward, From = AgendaSamples.Awkward, Forum = AgendaSamples.Awkward }, Today));
        yield return new("answered", QuestionCard.Build(Answered(), Today, Texts.YouAnswered(View())));
        yield return new("answered-before", QuestionCard.Build(Answered(), Today, unsent: "Det kommer til marts."));
        yield return new("made-an-item", QuestionCard.Build(Proposed(), Today));
        yield return new("notice-answer", QuestionNotices.Answered(Answered()));
        yield return new("notice-proposal", QuestionNotices.Became(Proposed(), Texts.BecameProposal("Chefforum", "tirsdag d. 3. februar 2026 kl. 14.00–16.00")));
        yield return new("notice-not-taken", QuestionNotices.Became(Proposed(), Texts.NotTaken("Chefforum"), Texts.WhyNot));
    }

    internal static QuestionView View(string text = Asked) => new(
        new ChairQuestion
        {
            Id = new ChairQuestionId(AgendaSamples.Id(830)),
            ForumId = AgendaSamples.Meeting.ForumId,
            FromForumId = new ForumId(AgendaSamples.Id(3)),
            AskerId = new PersonId(AgendaSamples.Id(802)),
            Text = text,
            AskedAt = At(9, 14),
        },
        "Chefforum", "Sundhedsråd Fjordlandet", "Driftsforum", "Bo Ørum", AnsweredBy: null);

    private static QuestionView Answered()
    {
        var view = View();
        view.Question.Reply(Reply, Chair, At(10, 12));
        return view with { AnsweredBy = "Karen Ravn" };
    }

    private static QuestionView Proposed()
    {
        var view = View();
        view.Question.Propose(new AgendaItemId(AgendaSamples.Id(840)), Chair, At(10, 12));
        return view with { AnsweredBy = "Karen Ravn" };
    }

    private static Instant At(int hour, int minute) => DanishTime.ToInstant(Today, new LocalTime(hour, minute));
}
