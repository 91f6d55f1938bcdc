using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Forums.People;
using Klynge.Application.Guidance;
using Klynge.Application.Tests.Cards;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using NodaTime;
using Texts = Klynge.Application.Agendas.Contributions.Texts;

namespace Klynge.Application.Tests.Agendas.Contributions;

public sealed class ContributionSamples : ICardSamples
{
    private const string Mine = "Der er ansat to nye sygeplejersker i akutteamet.\n\n- ventetiden er faldet\n- telefonen er åben til kl. 22";
    private const string Wanted = "Hvad er der sket siden sidst? Højst ti linjer.";

    private static readonly Contact[] Secretariat = [new("Sofie Bech", "sofie@fjordlandet.example"), new("Signe Dahl", null)];
    private static readonly Instant Now = DanishTime.ToInstant(new LocalDate(2026, 1, 14), new LocalTime(10, 30));
    private static readonly LocalDate Today = new(2026, 1, 14);
    private static readonly LocalDate DueOn = new(2026, 1, 23);
    private static readonly string Long = string.Join("\n\n", Enumerable.Repeat(AgendaSamples.Awkward, 28));

    public string Feature => "contributions";

    public IEnumerable<CardSample> Samples()
    {
        yield return new("asked", ContributionCard.Build(View(), Now));
        yield return new("asked-empty", ContributionCard.Build(View(content: new AgendaItemContent { Title = "Nyt fra driftsfora", Kind = AgendaItemKind.Information }) with { Wanted = null, DueOn = Today }, Now));
        yield return new("asked-late", ContributionCard.Build(View() with { DueOn = new LocalDate(2026, 1, 12) }, Now));
        yield return new("asked-closed", ContributionCard.Build(View() with { IsClosed = true, NoticeTitle = "Lukket punkt" }, Now));
        yield return new("asked-awkward", ContributionCard.Build(Awkward(), Now));
        yield return new("sent", ContributionCard.Build(SentView(), Now));
        yield return new("sent-edited", ContributionCard.Build(SentView() with { Standing = $"{Mine}\n\nRettet." }, Now));
        yield return new("sent-taken-out", ContributionCard.Build(SentView() with { Standing = null }, Now));
        yield return new("conflict", ContributionCard.Build(SentView() with { Standing = $"{Mine}\n\nRettet." }, Now, "Min helt nye tekst."));
        yield return new("conflict-awkward", ContributionCard.Build(Awkward() with { Standing = Long, Sent = Long, SentAt = Now }, Now, $"{Long[..^1]}x"));
        foreach (var state in Enum.GetValues<ContributionState>().Where(one => one is not (ContributionState.Open or ContributionState.AgendaOut)))
            yield return new($"over-{state.ToString().ToLowerInvariant()}", ContributionCard.Build(Over(state) with { Sent = null }, Now));

        yield return new("over", ContributionCard.Build(Over(ContributionState.AgendaOut), Now));
        yield return new("notice", ContributionCard.Notice(At(), Now));
        yield return new("notice-closed", ContributionCard.Notice(At(isClosed: true), Now));
        yield return new("reminder", ContributionCard.Notice(At(), Now, isReminder: true));
        yield return new("withdrawn", ContributionNotices.Withdrawn(At()));
        yield return new("withdrawn-sent", ContributionNotices.Withdrawn(At(isSent: true)));
        yield return new("received", ContributionNotices.Sent(At(isSent: true), new SentContribution(IsFirst: true, Replaced: null)));
        yield return new("replaced", ContributionNotices.Sent(At(isSent: true), new SentContribution(IsFirst: false, $"{Mine}\n\nRettet.")));
        yield return new("ask-form", Ask(people: 3, asked: 0, new ContributionForm(DueOn)));
        yield return new("ask-form-again", Ask(people: 3, asked: 3, new ContributionForm(DueOn, Wanted: Wanted, Wrong: new ContributorMissing())));
        yield return new("ask-form-large", Ask(people: 80, asked: 8, new ContributionForm(DueOn, Typed: "Bo", Wrong: new PersonNotClear("Bo", ["Bo Ørum", "Bo Friis"], IsNear: false))));
        yield return new("record", ContributionForms.Record(At(), View()));
        yield return new("record-conflict", ContributionForms.Record(At(isSent: true), SentView() with { Standing = "Rettet i mellemtiden." }, "Teksten fra mailen."));
        yield return new("list", ContributionListCard.Build(AgendaSamples.Meeting, [At(), At(isSent: true), At(dueOn: new LocalDate(2026, 1, 12))], Today, page: 0));
        yield return new("list-told", ContributionListCard.Build(AgendaSamples.Meeting, [At()], Today, page: 0, Texts.Reminded(new RemindedContributors(1, 2))));
        yield return new("list-empty", ContributionListCard.Build(AgendaSamples.Meeting, [], Today, page: 0));
        yield return new("list-over", ContributionListCard.Build(AgendaSamples.Meeting, [At(isSent: true, isOut: true)], Today, page: 0));
        yield return new("list-many", ContributionListCard.Build(AgendaSamples.Meeting, [.. Enumerable.Range(0, 40).Select(number => At(number: number))], Today, page: 1));
        yield return new("overview", ContributionListCard.Overview([SentView(), View() with { Forum = "Koordineringsforum" }], [[At(), At(isSent: true)]], isSecretariat: true, Today));
        yield return new("overview-own", ContributionListCard.Overview([View()], [], isSecretariat: false, Today));
        yield return new("overview-nothing", ContributionListCard.Overview([], [], isSecretariat: false, Today));
        yield return new("overview-nothing-asked", ContributionListCard.Overview([], [], isSecretariat: true, Today));
        yield return new("overview-many", ContributionListCard.Overview(
            [.. Enumerable.Repeat(Awkward(), 40)], [.. Enumerable.Repeat<IReadOnlyList<ContributionAt>>([.. Enumerable.Range(0, 40).Select(number => At(number: number))], 12)], isSecretariat: true, Today));
    }

    private static ContributionView View(AgendaItemContent? content = null) => ContributionView.Of(At(content: content)) with { Wanted = Wanted };

    private static ContributionView SentView() => View() with { Standing = Mine, Sent = Mine, SentAt = DanishTime.ToInstant(new LocalDate(2026, 1, 14), new LocalTime(9, 14)) };

    private static ContributionView Over(ContributionState state) =>
        SentView() with { State = state, Content = null, Standing = null, Contacts = Secretariat };

    private static ContributionView Awkward() => View(new AgendaItemContent
    {
        Title = AgendaSamples.Awkward,
        Presenter = AgendaSamples.Awkward,
        Sections = [new("Sagsfremstilling", string.Join("\n\n", Enumerable.Repeat(AgendaSamples.Awkward, 120))), new("Ny", "Tekst")],
        Recommendations = [AgendaSamples.Awkward],
        Attachments = [.. Enumerable.Range(1, 12).Select(number => new AgendaAttachment(AgendaSamples.Awkward, $"https://fjordlandet.example/bilag/{number}"))],
    }) with
    {
        Wanted = AgendaSamples.Awkward,
        NoticeTitle = AgendaSamples.Awkward,
        Forum = AgendaSamples.Awkward,
    };

    private static AdaptiveCard Ask(int people, int asked, ContributionForm form) => ContributionForms.Ask(
        AgendaSamples.Usual with { Meeting = AgendaSamples.Meeting },
        AgendaSamples.Nomination,
        [.. Enumerable.Range(0, asked).Select(number => At(number: number, isSent: number == 1).Contribution)],
        [.. Enumerable.Range(1, people).Select(number => ContributorList.ToChoice(new Contributor(new PersonId(AgendaSamples.Id(700 + number)), $"Bo Ørum {number}", "Driftsforum", "Patientforeningen")))],
        form,
        Today);

    private static ContributionAt At(
        AgendaItemContent? content = null, bool isSent = false, bool isClosed = false, bool isOut = false, int number = 0, LocalDate? dueOn = null)
    {
        var time = AgendaSamples.Meeting.Time;
        var meeting = Meeting.Schedule(AgendaSamples.Meeting.ForumId, time, "Teams", Now).Value;
        typeof(Meeting).GetProperty(nameof(Meeting.Id))!.SetValue(meeting, AgendaSamples.Meeting.Id);
        if (isOut)
            meeting.SendAgenda(Now);

        var item = new AgendaItem
        {
            Id = AgendaSamples.Nomination.Id,
            ForumId = meeting.ForumId,
            MeetingId = AgendaSamples.Meeting.Id,
            Number = 2,
            AddedAt = Now,
            Content = (content ?? AgendaSamples.Nomination.Content with { Title = "Nyt fra driftsfora", Attachments = [new("Tal.xlsx", "https://fjordlandet.example/tal")] }) with { IsClosed = isClosed },
        };
        var contribution = new Contribution
        {
            Id = new ContributionId(AgendaSamples.Id(500 + number)),
            ForumId = meeting.ForumId,
            ItemId = item.Id,
            PersonId = default,
            Heading = number == 0 ? "Bo Ørum, Driftsforum" : $"{AgendaSamples.Awkward} {number}, Driftsforum",
        };
        contribution.Ask(dueOn ?? DueOn, Wanted, Now - Duration.FromDays(1));
        if (isSent)
            contribution.Send(item, Mine, "none", DanishTime.ToInstant(new LocalDate(2026, 1, 14), new LocalTime(9, 14)));

        var forum = new Forum { BoardId = default, Key = "chefforum", Name = "Chefforum", Level = 2, Rules = null! };
        typeof(Forum).GetProperty(nameof(Forum.Id))!.SetValue(forum, meeting.ForumId);
        return new ContributionAt
        {
            Contribution = contribution,
            Item = item,
            Meeting = meeting,
            Forum = forum,
            Board = "Sundhedsråd Fjordlandet",
        };
    }
}
