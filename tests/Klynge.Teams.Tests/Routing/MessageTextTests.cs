using Klynge.Teams.Activities;
using Klynge.Teams.Routing;

namespace Klynge.Teams.Tests.Routing;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("<at>Klynge</at> dagsorden", "dagsorden")]
    [InlineData("<at>Klynge</at>&nbsp;dagsorden&nbsp;", "dagsorden")]
    [InlineData("dagsorden <at>Klynge</at>", "dagsorden")]
    [InlineData("<at>Klynge</at> afbud stedfortræder <at>Bo Friis</at>", "afbud stedfortræder Bo Friis")]
    [InlineData("tilføj\u00A0\u2009punkt \t  v/ Bodil", "tilføj punkt v/ Bodil")]
    [InlineData("R&amp;D &lt;b&gt; 3 &gt; 2 &#230;&oslash;", "R&D <b> 3 > 2 æø")]
    [InlineData("et\u200B ord\uFEFF", "et ord")]
    [InlineData("a\u0000\u0007b&#0;&#7;c", "abc")]
    [InlineData("første \r\n  anden\n\n", "første\nanden")]
    [InlineData("\n \u00A0", "")]
    [InlineData("&lt;at&gt;Klynge&lt;/at&gt;", "<at>Klynge</at>")]
    [InlineData("👩‍⚕️ hjælp", "👩‍⚕️ hjælp")]
    [InlineData("a < b > c", "a < b > c")]
    public void Text_IsWhatThePersonWrote(string wire, string expected) => Assert.Equal(expected, Read(wire));

    [Fact]
    public void Text_InXml_LosesItsTags() =>
        Assert.Equal("tilføj punkt\nnyt a < b", Read("<div>tilføj <b>punkt</b></div><p>nyt&nbsp;a &lt; b</p>", "xml"));

    [Fact]
    public void Mention_OfAnotherBotOfTheSameName_IsNoMentionOfThisOne() =>
        Assert.Equal("Klynge hjælp", Read("<at>Klynge</at> hjælp", mentioned: "28:other"));

    [Fact]
    public void Text_ThatIsMissing_IsEmpty() => Assert.Equal("", MessageText.Read(new Activity()));

    [Fact]
    public void Text_FullOfOpeningTags_TakesNoTime()
    {
        var hostile = string.Concat(Enumerable.Repeat("<at ", 60_000));

        Assert.Equal(hostile.Trim(), Read(hostile));
    }

    private static string Read(string text, string format = "plain", string mentioned = "28:bot") => MessageText.Read(new Activity
    {
        Text = text,
        TextFormat = format,
        Recipient = new ChannelAccount { Id = "28:bot", Name = "Klynge" },
        Entities =
        [
            new Entity { Type = "clientInfo" },
            new Entity { Type = "mention", Mentioned = new ChannelAccount { Id = mentioned }, Text = "<at>Klynge</at>" },
            new Entity { Type = "mention", Mentioned = new ChannelAccount { Id = "29:bo" }, Text = "<at>Bo Friis</at>" },
        ],
    });
}
