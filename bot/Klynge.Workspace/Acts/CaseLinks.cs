using Klynge.Domain.Agendas;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Workspace.Acts;

/// <summary>The addresses of a written procedure's pages, and of what is done from them.</summary>
internal static class CaseLinks
{
    internal static string Of(WrittenProcedureId id) => $"/sager/{id.Value}";

    internal static string New(string forum, AgendaItemId? item = null) => item is { } known ? $"/sager/ny?forum={forum}&punkt={known.Value}" : $"/sager/ny?forum={forum}";

    internal static string SaveNew(string forum) => $"/fora/{forum}/sager";

    internal static string Edit(WrittenProcedureId id) => $"{Of(id)}/ret";

    internal static string Amend(WrittenProcedureId id) => $"{Of(id)}/aendr";

    internal static string Record(WrittenProcedureId id) => $"{Of(id)}/svar-for";

    internal static string GiveSeat(WrittenProcedureId id) => $"{Of(id)}/plads";

    internal static string Send(WrittenProcedureId id) => $"{Of(id)}/send";

    internal static string Answer(WrittenProcedureId id) => $"{Of(id)}/svar";

    internal static string Remind(WrittenProcedureId id) => $"{Of(id)}/mind";

    internal static string Close(WrittenProcedureId id) => $"{Of(id)}/luk";

    internal static string Withdraw(WrittenProcedureId id) => $"{Of(id)}/traek";

    internal static string Confirm(WrittenProcedureId id) => $"{Of(id)}/bekraeft";
}
