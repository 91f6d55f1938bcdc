using Klynge.Application.Chat.Commands;
using Klynge.Application.Guidance;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Cards;

namespace Klynge.Application.Tests.Guidance;

/// <summary>The cards of help.</summary>
public sealed class HelpSamples : ICardSamples
{
    private static readonly IReadOnlyList<Contact> Contacts = [new("Signe Valentin Dahl", "signe@region.example"), new("Thi Mai Nguyen", null)];

    public string Feature => "guidance";

    public IEnumerable<CardSample> Samples()
    {
        yield return new("help-secretariat", HelpCard.Build(View(Actors.Secretariat, new HelpPlace("Chefforum", "i sekretariatet"))));
        yield return new("help-in-a-chat", HelpCard.Build(View(Actors.Member, new HelpPlace("Chefforum", "medlem")) with { IsShared = true }));
        yield return new("help-several-forums", HelpCard.Build(
            View(Actors.Member | Actors.Chair, new HelpPlace("Driftsforum", "medlem"), new HelpPlace("Chefforum", "medformand")) with { Forum = null }));
        yield return new("help-nowhere", HelpCard.Build(View(Actors.Nobody)));
        yield return new("help-awkward", HelpCard.Build(View(
            Actors.Observer, new HelpPlace("**Forum** <b>x</b> <at>Alle</at> [link](http://x) 🙂 " + new string('æ', 200), "observatør"))));
        yield return new("welcome", HelpCard.Welcome(View(Actors.Member, new HelpPlace("Chefforum", "medlem og stedfortræder"))));
        yield return new("not-here", NotHereCard.Build(NotHereKind.FindTime));
        yield return new("unknown", UnknownCard.Build(new ChatCommand.Unknown("noget andet", [])));
        yield return new("unknown-suggestions", UnknownCard.Build(new ChatCommand.Unknown(
            "dagsodren **chefforum** <at>x</at> " + new string('o', 300), [CommandCatalogue.Named("dagsorden"), CommandCatalogue.Named("møder")])));
    }

    private static HelpView View(Actors roles, params IReadOnlyList<HelpPlace> places) => new(
        "Sundhedsråd Klitlandet",
        "Chefforum",
        places,
        [.. CommandCatalogue.All.Where(command => (command.Right.Who & roles) != Actors.Nobody)],
        Contacts);
}
