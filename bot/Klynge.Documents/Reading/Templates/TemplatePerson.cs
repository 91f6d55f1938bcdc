using Klynge.Documents.Reading.Heads;
using Klynge.Documents.Reading.People;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.Templates;

/// <summary>One row of a table of people in a document of ours.</summary>
internal static class TemplatePerson
{
    private static readonly MinutesRole[] Roles = Enum.GetValues<MinutesRole>();

    public static MinutesParticipant Read(string group, string[] columns, string[] cells)
    {
        var remarks = Cell(Texts.Remark)?.Split("; ") ?? [];
        return new MinutesParticipant(
            Cell(Texts.Name) ?? cells[0],
            Cell(Texts.Organisation),
            Cell(Texts.Title),
            RoleOf(group, remarks),
            remarks.Contains(Texts.Apology),
            Remark(Texts.Substitute))
        {
            SubstituteFor = Remark(Texts.SubstituteFor),
            Party = Remark(Texts.Party),
            Left = Remark(Texts.Left) is { } left ? ClockTimes.Find($"kl. {left}")?.Start : null,
            OnlyItems = Remark(Texts.OnlyItems) is { } only ? ItemNumbers.In(only) : null,
            AbsentFromItems = Remark(Texts.AbsentFromItems) is { } items ? ItemNumbers.In(items) : [],
        };

        string? Remark(string lead) => remarks.FirstOrDefault(remark => remark.StartsWith(lead, StringComparison.Ordinal))?[lead.Length..];

        string? Cell(string heading)
        {
            var at = Array.IndexOf(columns, heading);
            return at >= 0 && at < cells.Length && cells[at].Trim().Length > 0 ? cells[at].Trim() : null;
        }
    }

    private static MinutesRole RoleOf(string group, string[] remarks)
    {
        foreach (var role in Roles)
        {
            if (Texts.RoleRemark(role) is { } remark && remarks.Contains(remark))
                return role;
        }

        return Roles.FirstOrDefault(role => Texts.RoleRemark(role) is null && Texts.GroupOf(role) == group, MinutesRole.Member);
    }
}
