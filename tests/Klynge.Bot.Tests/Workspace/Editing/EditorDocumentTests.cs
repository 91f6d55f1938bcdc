using Klynge.Workspace.Editing;

namespace Klynge.Bot.Tests.Workspace.Editing;

/// <summary>What a browser sends as an editor's document: nothing of it is believed.</summary>
public sealed class EditorDocumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"b":7}""")]
    [InlineData("""{"b":[{"k":"p","s":[{"t":7}]}]}""")]
    public void WhatIsNoDocument_IsNone(string json) => Assert.Null(EditorDocument.Read(json));

    [Theory]
    [InlineData("""{"b":[]}""", "")]
    [InlineData("""{"b":[null,{"k":"p"},{"k":"p","s":[null,{"t":null},{"t":"  "}]}]}""", "")]
    [InlineData("""{"b":[{"k":"p","s":[{"t":"Vi "},{"t":"skal","b":true}]}]}""", "Vi **skal**")]
    [InlineData("""{"b":[{"k":"x","s":[{"t":"ukendt"}]}]}""", "ukendt")]
    [InlineData("""{"b":[{"k":"e","l":99,"n":"1.","s":[{"t":"dybt"}]},{"k":"e","l":-4,"n":"<script>","s":[{"t":"mærket"}]}]}""", "1. dybt\n\nmærket")]
    [InlineData("""{"b":[{"k":"p","s":[{"t":"her","a":"javascript:alert(1)"}]}]}""", "her")]
    [InlineData("""{"b":[{"k":"t","r":[]},{"k":"t","r":[null,[]]}]}""", "")]
    [InlineData("""{"b":[{"k":"t","r":[[[{"t":"a"}],[{"t":"b|c"}]],[[{"t":"1"}]]]}]}""", "| a | b\\|c |\n| --- | --- |\n| 1 | |")]
    public void Document_IsWrittenInTheStoredForm_WithoutWhatItMayNotSay(string json, string markdown) => Assert.Equal(markdown, EditorDocument.Read(json));

    /// <summary>A text that is deep, long or strange is a text, not a way to stop the host.</summary>
    [Fact]
    public void Document_ThatIsDeepOrLong_IsAnsweredAtOnce()
    {
        Assert.Null(EditorDocument.Read(string.Concat(Enumerable.Repeat("{\"b\":[", 5_000))));
        var words = string.Concat(Enumerable.Repeat("Rådet drøfter *økonomi* på tværs. ", 2_000));
        Assert.Equal(words.Trim().Length, EditorDocument.Read(EditorDocument.Write(words))!.Length);
    }
}
