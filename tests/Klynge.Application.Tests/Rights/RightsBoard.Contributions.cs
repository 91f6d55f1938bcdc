using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;

namespace Klynge.Application.Tests.Rights;

/// <summary>What everybody on record is asked for.</summary>
internal sealed partial class RightsBoard
{
    /// <summary>The doctor's, who presses nothing here.</summary>
    internal ContributionId OfDoctor => ContributionOf(Board.Doctor.Id);

    /// <summary>Of the person's to <see cref="Item"/>; for a stranger, who is asked for nothing, the member's.</summary>
    internal ContributionId ContributionOf(Actors actor) => ContributionOf(actor == Actors.Stranger ? Board.Member.Id : People[actor].Id);

    internal ContributionId ContributionOf(PersonId person)
    {
        using var db = Board.Open();
        return db.Contributions.Single(one => one.ItemId == Item && one.PersonId == person).Id;
    }

    /// <summary>A substitute without a seat of their own is not on the list, and is asked past it.</summary>
    private async Task AskContributionsAsync()
    {
        var people = RightsPeople.Columns.Where(actor => actor is not (Actors.Stranger or Actors.Substitute)).Select(actor => People[actor]).Append(Board.Doctor);
        var request = new AskContributionRequest(Forum.Id, Item, [.. people.Select(person => person.Id).Distinct()], Board.Today.PlusDays(10), "Hvad sker der hos jer?");
        Must(await Chat.Get<AskContribution>().HandleAsync(Secretary, request, default));
        var ofSubstitute = new Contribution { ForumId = Forum.Id, ItemId = Item, PersonId = People[Actors.Substitute].Id, Heading = "Sten Vikar, stedfortræder" };
        ofSubstitute.Ask(request.DueOn, null, Board.Clock.GetCurrentInstant());
        await Board.AddAsync(ofSubstitute);
    }
}
