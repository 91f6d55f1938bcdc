using Klynge.Application.Agendas.Sending;
using Klynge.Application.Chat.Commands;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Sending;

/// <summary>How secretaries write that an item is to go to another forum. What is doubtful is asked about, and sends nothing.</summary>
public sealed class SendSentencesTests
{
    private static readonly LocalDate Today = new(2026, 1, 13);

    private static readonly KnownTarget[] Forums =
    [
        Target("driftsforum-nord", "Driftsforum Nord", 1), Target("driftsforum-syd", "Driftsforum Syd", 1), Target("chefforum", "Chefforum", 2),
        Target("direktoerforum", "Direktørforum", 3), Target("politisk", "Politisk niveau", 4),
    ];

    /// <summary>Item, forum, wanted; »ask« where the form is shown first.</summary>
    [Theory]
    [InlineData("send punkt 2 til Direktørforum", "2 Direktørforum")]
    [InlineData("send pkt. 2 videre til direktørforum", "2 Direktørforum")]
    [InlineData("send punkt 3 til Direktørforum 28. februar", "3 Direktørforum 2026-02-28")]
    [InlineData("send punkt 3 til Direktørforum d. 17. april", "3 Direktørforum 2026-04-17")]
    [InlineData("Punkt 4 sendes videre til Direktørforum", "ask 4 Direktørforum")]
    [InlineData("send punkt 5 til direktørforummet den 17/4", "5 Direktørforum 2026-04-17")]
    [InlineData("videresend punkt 2 til politisk niveau", "2 Politisk niveau")]
    [InlineData("send punkt 2 tilbage til Driftsforum Nord", "back 2 Driftsforum Nord")]
    [InlineData("send Kapacitet på akutpladser til Direktørforum", "not")]
    [InlineData("send punkt 2 til DF", "ask 2")]
    [InlineData("send punkt 2 til Driftsforum", "ask 2 Driftsforum Nord/Driftsforum Syd")]
    [InlineData("send punkt 2", "ask 2")]
    [InlineData("løft punkt 2 til direktørforums næste møde", "2 Direktørforum next")]
    [InlineData("eskaler punkt 3 til Politisk Niveau", "3 Politisk niveau")]
    [InlineData("send punkt 2 til dir.forum", "ask 2")]
    public void Sentence_IsReadOrAskedAbout(string sentence, string expected) => Assert.Equal(expected, Read(sentence));

    [Theory]
    [InlineData("send punkt 2 til Direktørforums møde 28. februar", "2 Direktørforum 2026-02-28")]
    [InlineData("Send punkt nr. 3 til direktørforum på mødet den 28. februar 2026", "3 Direktørforum 2026-02-28")]
    [InlineData("send pkt 2 op til direktørforum", "2 Direktørforum")]
    [InlineData("sender punkt 4 videre til Politisk niveau d. 19. maj", "4 Politisk niveau 2026-05-19")]
    [InlineData("send punkt 2 til direktørforum til næste møde", "2 Direktørforum next")]
    [InlineData("kan du sende punkt 2 til Direktørforum?", "2 Direktørforum")]
    [InlineData("send punkt 2 til Chefforum og Direktørforum", "ask 2 Chefforum")]
    [InlineData("send punkt 2 og 3 til Direktørforum", "not")]
    [InlineData("send punkt 2 tilbage til Driftsforum Nord: økonomien mangler", "back 2 Driftsforum Nord (økonomien mangler)")]
    [InlineData("send punkt 3 retur til chefforum", "back 3 Chefforum")]
    [InlineData("send punkt 2 til Jens", "ask 2")]
    [InlineData("oversend punkt 6 til Direktørforum 17.04.2026", "6 Direktørforum 2026-04-17")]
    [InlineData("send punkt 2 til Direktørforum i april", "2 Direktørforum 2026-04-01")]
    [InlineData("send punkt 2 videre til behandling i Direktørforum", "2 Direktørforum")]
    [InlineData("send dagsordenspunkt 2 til direktørforum d. 28/2", "2 Direktørforum 2026-02-28")]
    public void UnseenSentence_IsReadOrAskedAbout(string sentence, string expected) => Assert.Equal(expected, Read(sentence));

    [Theory]
    [InlineData("send punkt 2 til Direktørforum hvis Jens siger ja", "ask 2 Direktørforum")]
    [InlineData("send ikke punkt 2 til Direktørforum", "not")]
    [InlineData("send punkt 2 til Direktørforum og mail det til borgmesteren", "ask 2 Direktørforum")]
    [InlineData("send sag 14 til Direktørforum", "ask 14 Direktørforum")]
    [InlineData("send punkt 2 til Direktørforum eller Politisk niveau", "ask 2 Direktørforum")]
    [InlineData("send punkt 2 til det politiske niveau", "2 Politisk niveau")]
    [InlineData("skal jeg sende punkt 2 til Direktørforum?", "ask 2 Direktørforum")]
    [InlineData("send punktet til Direktørforum", "not")]
    public void DoubtfulSentence_SendsNothing(string sentence, string expected) => Assert.Equal(expected, Read(sentence));

    private static string Read(string sentence)
    {
        var context = new ParserContext(Today, [new KnownForum("chefforum", "Chefforum")]) { Here = "chefforum" };
        if (!CommandParser.Parse(sentence, context).TryGet(out var parsed, out _) || parsed is not ChatCommand.SendItem command)
            return "not";

        var read = SendTarget.Read(command.Target, Forums, Today);
        var wanted = Wanted.Read(read.Wanted, Today);
        string?[] parts =
        [
            command.IsAsked || !read.IsClear ? "ask" : null,
            read.IsBack ? "back" : null,
            $"{command.Item}",
            read.Forums.Count == 0 ? null : string.Join('/', read.Forums.Select(one => one.Name)),
            wanted.Kind == WantedKind.Next ? "next" : wanted.From?.ToString("uuuu-MM-dd", null),
            read.Remark is { } remark ? $"({remark})" : null,
        ];
        return string.Join(' ', parts.OfType<string>());
    }

    private static KnownTarget Target(string key, string name, int level) => new(ForumId.New(), key, name, level);
}
