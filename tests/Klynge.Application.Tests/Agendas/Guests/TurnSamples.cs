using Klynge.Application.Agendas.Guests.Turns;
using Klynge.Application.Tests.Cards;
using Klynge.Domain.Agendas;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Guests;

public sealed class TurnSamples : ICardSamples
{
    private static readonly GuestCadenceId New = new(AgendaSamples.Id(90));

    public string Feature => "turns";

    public IEnumerable<CardSample> Samples()
    {
        GuestCadence[] two = [Cadence(1, "Formandskaberne", "Driftsfora", 2), Cadence(2, "Anna Holm", "Region Nord", 1)];
        yield return new("list", TurnCards.List(AgendaSamples.Usual, two, new HashSet<GuestCadenceId> { two[0].Id }));
        yield return new("list-none", TurnCards.List(AgendaSamples.Usual, [], new HashSet<GuestCadenceId>(), TurnTexts.Removed("Formandskaberne")));
        yield return new("list-no-items", TurnCards.List(AgendaSamples.Empty, two, two.Select(one => one.Id).ToHashSet(), TurnTexts.Added("Anna Holm")));
        var many = Enumerable.Range(1, GuestCadence.MaxOfForum).Select(number => Cadence(number, AgendaSamples.Fill(AgendaSamples.Awkward, 100), AgendaSamples.Fill(AgendaSamples.Awkward, 100), 3)).ToList();
        yield return new("list-awkward", TurnCards.List(AgendaSamples.ThreeHundred, many, many.Select(one => one.Id).ToHashSet(), TurnTexts.Used(AgendaSamples.Awkward)));
        yield return new("form", TurnCards.Form(AgendaSamples.Meeting, New, new(null, null, null, null), 2));
        yield return new("form-wrong", TurnCards.Form(AgendaSamples.Meeting, New, new("Formandskaberne", null, null, "alle"), 3, new GuestEmailInvalid()));
    }

    private static GuestCadence Cadence(int number, string name, string organisation, int every) => new()
    {
        Id = new GuestCadenceId(AgendaSamples.Id(600 + number)),
        ForumId = AgendaSamples.Meeting.ForumId,
        Name = name,
        Organisation = organisation,
        Every = every,
        CountsFrom = new LocalDate(2025, 12, 2),
    };
}
