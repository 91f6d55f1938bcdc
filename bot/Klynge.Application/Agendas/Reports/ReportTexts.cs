using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Agendas.Reports;

/// <summary>The Danish texts of a report from another forum's meeting.</summary>
internal static class ReportTexts
{
    internal const string Open = "Orientering fra andet forum";
    internal const string Heading = "Orientering fra et andet forum";
    internal const string How = "Punktet udfyldes med de åbne beslutninger fra det godkendte referat. Du kan rette det bagefter.";
    internal const string Choose = "Mødet, der orienteres om";
    internal const string None = "Der er ingen godkendte referater fra det seneste år i de andre fora, som du må læse i.";
    internal const string Add = "Sæt på dagsordenen";
    internal const string Decisions = "Beslutninger";
    internal const string Recommendation = "Tager orienteringen til efterretning";
    internal const string Rest = "… (resten står i referatet)";

    internal static string Title(string forum, LocalDate date) => $"Orientering om mødet i {forum} d. {DanishFormat.PlainDate(date)}";

    internal static string Choice(ReportSource source) => $"{source.Forum}, d. {DanishFormat.PlainDate(source.Date)}";

    internal static string Item(int number, string title) => $"Punkt {number}: {title}";

    internal static string Added(int number) => $"Orienteringen er sat på som punkt {number}. Ret den, hvis noget skal skrives anderledes.";
}
