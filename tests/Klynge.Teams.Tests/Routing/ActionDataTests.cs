using System.Text.Json;
using Klynge.Teams.Routing;

namespace Klynge.Teams.Tests.Routing;

public sealed class ActionDataTests
{
    private readonly ActionData _data = new(JsonElement.Parse(
        """
        {"s":" æ ","n":3,"ns":"4","f":1.5,"t":true,"ts":"true","o":{},"z":null,
         "bad":"\ud800","m":"a, b,,"}
        """));

    [Fact]
    public void Value_OfTheRightType_IsRead()
    {
        Assert.Equal(" æ ", _data.Text("s"));
        Assert.Equal((3, 4), (_data.Integer("n"), _data.Integer("ns")));
        Assert.Equal((true, true), (_data.Flag("t"), _data.Flag("ts")));
        Assert.Equal(["a", "b"], _data.Choices("m"));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("n")]
    [InlineData("o")]
    [InlineData("z")]
    [InlineData("bad")]
    public void Text_OfAnotherType_IsNull(string name) => Assert.Null(_data.Text(name));

    [Theory]
    [InlineData("missing")]
    [InlineData("s")]
    [InlineData("f")]
    [InlineData("bad")]
    [InlineData("o")]
    public void Number_OfAnotherType_IsNull(string name)
    {
        Assert.Null(_data.Integer(name));
        Assert.Null(_data.Flag(name));
    }

    [Fact]
    public void Data_ThatIsNoObject_HasNoValues()
    {
        Assert.Null(ActionData.Empty.Text("s"));
        Assert.Null(new ActionData(JsonElement.Parse("[1]")).Text("s"));
        Assert.Empty(ActionData.Empty.Choices("m"));
    }

    [Fact]
    public void Names_LeaveOutOneThatIsNoText() =>
        Assert.Equal(["a", "c"], new ActionData(JsonElement.Parse("""{ "a": 1, "b\ud800": 2, "c": 3 }""")).Names);
}
