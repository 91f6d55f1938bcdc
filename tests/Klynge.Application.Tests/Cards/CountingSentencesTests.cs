using System.Reflection;
using System.Text.RegularExpressions;
using Klynge.Application.Agendas;
using Klynge.Application.Attendance;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Tests.Cards;

/// <summary>
/// Every sentence that counts something, for one and two, and for none where that can be: never »alle 1 møder«, »1 punkt, alle med
/// beslutning«, »alle 2« or »0 personer«. The sentences are found by themselves, so that a new one is held to it, too.
/// </summary>
public sealed partial class CountingSentencesTests
{
    /// <summary>Numbers that count nothing: which, how long, out of how many there is room for.</summary>
    private static readonly string[] NoCounts = ["number", "version", "page", "pages", "year", "length", "minimum", "most", "from", "to"];

    /// <summary>Sentences that are written where there is nothing, too; whoever calls the others has seen to it that there is something.</summary>
    private static readonly string[] MayBeNone =
    [
        "AskApproval", "CancelButton", "CancelReasonLabel", "Came", "Counts", "DifferHint", "Entries", "GoneHint", "ItemCount", "ItemsLeft", "MoveButton",
        "MoveDeadline", "Reach", "RemovesAlso", "SendButton", "SendQuestion", "Told", "TooFewMeetings", "Waits", "YouApproved",
    ];

    private static readonly Forum Forum = SampleRecords.Forum();

    [Fact]
    public void EverySentenceThatCounts_IsDanish_ForNoneOneAndTwo()
    {
        var sentences = Sentences().ToList();
        var wrong = sentences.Where(one => Wrong().IsMatch(one.Text) || (one.IsOne && OfMany().IsMatch(one.Text)));

        Assert.InRange(sentences.Count, 150, int.MaxValue);
        Assert.True(!wrong.Any(), string.Join('\n', wrong.Select(one => $"{one.Name}: {one.Text}")));
    }

    private static IEnumerable<(string Name, string Text, bool IsOne)> Sentences() =>
        from type in typeof(AgendaVerbs).Assembly.GetTypes()
        where type.Name.EndsWith("Texts", StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where method.ReturnType == typeof(string) && !method.Name.Contains('<', StringComparison.Ordinal) && method.GetParameters().Any(Counts)
        from counts in Combinations(MayBeNone.Contains(method.Name) ? 0 : 1, method.GetParameters().Count(Counts))
        select ($"{type.Namespace}.{method.Name}", Say(method, counts), counts.All(count => count == 1));

    private static bool Counts(ParameterInfo parameter) => parameter.ParameterType == typeof(int) && !NoCounts.Contains(parameter.Name);

    private static IEnumerable<int[]> Combinations(int lowest, int length) => length == 0
        ? [[]]
        : Combinations(lowest, length - 1).SelectMany(before => Enumerable.Range(lowest, 3 - lowest).Select(count => (int[])[.. before, count]));

    private static string Say(MethodInfo method, int[] counts)
    {
        var next = 0;
        var arguments = method.GetParameters().Select(parameter => Counts(parameter) ? counts[next++] : Sample(parameter.ParameterType)).ToArray();
        return (string)method.Invoke(null, arguments)!;
    }

    private static object Sample(Type type) => type switch
    {
        _ when type == typeof(string) => "Nadia El-Sayed",
        _ when type == typeof(IReadOnlyList<string>) => new[] { "Nadia El-Sayed", "Tina Lund" },
        _ when type == typeof(int) => 7,
        _ when type == typeof(Instant) => Instant.FromUtc(2026, 1, 13, 8, 0),
        _ when type == typeof(LocalDate) => new LocalDate(2026, 1, 13),
        _ when type == typeof(WrittenProcedureRules) => Forum.Rules.WrittenProcedures,
        _ when type == typeof(ApologySeat) => new ApologySeat(Forum, SampleRecords.Meeting(Forum), SampleRecords.Seat(Forum, "Tina Lund", "Birkelse Kommune"), "Tina Lund", IsOwn: false),
        _ => Activator.CreateInstance(type)!,
    };

    /// <summary>Of one as of many, of many as of one, of none by a number, and »alle« where there are one or two.</summary>
    [GeneratedRegex(@"\b(alle|de|begge) [012]\b|\b1 (åbne|faste|mulige|nye|dage|konti|chats|links|(?!nærmer)\p{L}+er)\b|\b0 \p{L}+|\b2 (åben|fast|mulig|ny|person|medlem|møde|punkt|frist|sag|dag|minut|chat|konto)\b")]
    private static partial Regex Wrong();

    /// <summary>»1 medlem får den i deres chat«, »1 punkt, alle med beslutning«</summary>
    [GeneratedRegex(@"\b(deres|så de|alle)\b")]
    private static partial Regex OfMany();
}
