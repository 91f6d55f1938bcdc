using Klynge.Application.Search;
using Klynge.Application.Tests.Cards;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Search;

public sealed class SearchSamples : ICardSamples
{
    public string Feature => "search";

    public IEnumerable<CardSample> Samples()
    {
        yield return new("nothing", SearchCard.Build(new SearchResults("årshjul", 0, 0, [])));
        yield return new("one", SearchCard.Build(new SearchResults("handleplan", 0, 1, [Hit("Status på handleplanen")])));
        yield return new("first-page", SearchCard.Build(new SearchResults("budget", 0, 23, [.. Enumerable.Range(1, 10).Select(number => Hit($"Budget {number}"))])));
        yield return new("awkward", SearchCard.Build(new SearchResults("<b>»x«</b> **y** 🙂", 10, 11,
        [
            Hit("<at>Alle</at> **fed** [link](https://x.example) # 🙂 " + new string('Å', 150)) with
            {
                IsClosed = true,
                Decision = string.Concat(Enumerable.Repeat("Godkendt <script>\n- liste ", 60)),
            },
        ])));
    }

    private static SearchHit Hit(string title) => new()
    {
        ItemId = new AgendaItemId(new Guid(1, 0, 0, new byte[8])),
        MeetingId = new MeetingId(new Guid(2, 0, 0, new byte[8])),
        ForumId = new ForumId(new Guid(3, 0, 0, new byte[8])),
        Forum = "Chefforum",
        Date = new LocalDate(2025, 2, 4),
        Number = 3,
        Title = title,
        IsClosed = false,
        Snippet = "… den **handleplan**, som blev drøftet i januar …",
        Decision = "Indstillingen blev godkendt.",
    };
}
