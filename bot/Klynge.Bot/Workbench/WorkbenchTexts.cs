namespace Klynge.Bot.Workbench;

/// <summary>The Danish that the server writes; the page's own stands in <c>page/texts.js</c>.</summary>
internal static class WorkbenchTexts
{
    public const string OnlyOnThisMachine =
        "Prøvebænken kan kun åbnes i en browser på den maskine, hvor den kører. Åbn den på http://localhost i stedet.";

    public const string OnlyFromItsOwnPage = "Prøvebænken svarer kun sin egen side. Genindlæs siden, og prøv igen.";

    public static string Role(WorkbenchRole role) => role switch
    {
        WorkbenchRole.Secretariat => "Sekretariat",
        WorkbenchRole.CoChair => "Formandskab",
        WorkbenchRole.Member => "Medlem",
        WorkbenchRole.Substitute => "Stedfortræder",
        WorkbenchRole.Observer => "Observatør",
        WorkbenchRole.Administrative => "Administrativ deltager",
        WorkbenchRole.Guest => "Gæst",
        _ => throw new InvalidOperationException($"No such role: {role}"),
    };
}
