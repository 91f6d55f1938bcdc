using Klynge.Domain.Agendas.Council;

namespace Klynge.Application.Agendas.Council.Impartiality;

/// <summary>What people read about who is inhabil at an item.</summary>
internal static class ImpartialityTexts
{
    internal const string Button = "Habilitet";
    internal const string Section = "Habilitet";
    internal const string Hint = "Er der tvivl, om et medlem er inhabilt ved punktet, skal det siges. Forummet beslutter det, og den, der er inhabil, forlader mødet, mens punktet behandles.";
    internal const string NobodyYet = "Ingen har rejst spørgsmålet ved punktet.";
    internal const string Own = "Jeg kan være inhabil";
    internal const string Other = "Rejs spørgsmålet for et medlem";
    internal const string WhoLabel = "Hvem gælder det?";
    internal const string WhoNeeded = "Vælg det medlem, som spørgsmålet gælder.";
    internal const string Raise = "Rejs spørgsmålet";
    internal const string Raised = "Spørgsmålet er rejst. Sekretariatet og den, der leder mødet, får besked, og forummet beslutter det på mødet.";
    internal const string NoticeHeading = "Et medlem kan være inhabilt";
    internal const string DecideHint = "Skriv, hvad forummet har besluttet. Den, der er inhabil, kan ikke læse punktets lukkede dele.";

    internal static string Heading(int number) => $"Habilitet ved punkt {number}";

    internal static string IsRecused(string name) => $"{name} er inhabil";

    internal static string TakesPart(string name) => $"{name} er ikke inhabil";

    /// <summary>»Karen Ravn rejste spørgsmålet, om Mads Holt er inhabil.«</summary>
    internal static string How(ImpartialityQuestion question) => question.RaisedBy is { } by
        ? $"{by} rejste spørgsmålet, om {question.Name} er inhabil."
        : $"{question.Name} gjorde opmærksom på, at der kan være tvivl om egen habilitet.";

    /// <summary>As the minutes print it: »Mads Holt gjorde opmærksom på … Sundhedsrådet besluttede, at Mads Holt er inhabil.«</summary>
    internal static string Printed(ImpartialityQuestion question, string forum) => $"{How(question)} {question.Outcome switch
    {
        ImpartialityOutcome.Recused => $"{forum} besluttede, at {question.Name} er inhabil.",
        ImpartialityOutcome.TakesPart => $"{forum} besluttede, at {question.Name} ikke er inhabil.",
        _ => $"{forum} har ikke taget stilling til det.",
    }}";
}
