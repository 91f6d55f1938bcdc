using Klynge.Application.Forums.Members;
using Klynge.Application.Forums.Members.Cards;
using Klynge.Domain.Calendar;

namespace Klynge.Workspace.Pages.Forums;

internal static class ForumTexts
{
    internal const string NotYet = "Intet er ændret.";
    internal const string UnknownForm = "Det skema kender jeg ikke, så intet er ændret. Åbn det igen herfra.";
    internal const string Meanwhile = "Forummet er ændret imens.";
    internal const string YouConfirm = "Du bekræfter selv, og ændringen skrives på dit navn.";
    internal const string BackToFields = "Tilbage til felterne";
    internal const string LeaveIt = "Lad det være";
    internal const string Required = " (skal udfyldes)";
    internal const string File = "Eller vælg en fil (.xlsx eller .csv)";
    internal const string FileHint = "Højst 2 MB. Filen skal have ét ark med navne og ingen formler.";
    internal const string EditForum = "Ret forummet";
    internal const string ByTable = "Indsæt tabel eller fil";
    internal const string FromChat = "Hent fra chatten";
    internal const string NothingToTick = "Der er ingen i chatten uden plads, og ingen med plads er gået ud.";
    internal const string TryAgain = "Prøv igen";
    internal const string InBoth = "I chatten og i forummet";
    internal const string Unsure = "Sidder i forummet, men kontoen kendes ikke endnu, så jeg kan ikke se, om de er i chatten";
    internal const string Unproven = "I chatten, men uden en konto, jeg kan kende dem på, eller måske en af dem, hvis konto ikke kendes";
    internal const string Period = "Fra og til";
    internal const string Party = "Parti";
    internal const string Substitutes = "Stedfortrædere";
    internal const string Acts = "Ret pladsen";

    internal static string EditSeat(string name) => $"{MemberTexts.Edit} {name}";

    internal static string EndSeat(string name) => $"{MemberTexts.End} {name}";

    internal static string PeriodOf(MemberLine line) =>
        $"{(line.IsComing ? "begynder" : "fra")} {DanishFormat.PlainDate(line.Seat.From)}{(line.Seat.To is { } to ? $" til {DanishFormat.PlainDate(to)}" : string.Empty)}";

    internal static string Done(ForumPreview done) => done.Changes.Count == 0
        ? MemberTexts.AlreadyDone
        : $"{MemberTexts.DoneHeading}: {DanishFormat.Some([.. done.Changes.Select(MemberTexts.Line)], 5)}.";
}
