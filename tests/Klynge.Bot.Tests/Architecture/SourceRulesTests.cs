using Klynge.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klynge.Bot.Tests.Architecture;

/// <summary>What CONTRIBUTING says of the shape of a source file and no analyzer knows.</summary>
public sealed class SourceRulesTests
{
    private const int MaxFilesInFolder = 20;
    private const int MaxLinesOfTests = 300;

    [Fact]
    public void Members_StandInOneOrder() => Assert.Empty(Product().SelectMany(OutOfOrder));

    [Fact]
    public void Requests_StandBesideTheirUseCases() => Assert.Empty(Sources("bot/Klynge.Application").SelectMany(AwayFromTheirUseCase));

    [Fact]
    public void Folders_HoldTwentyFilesAtMost() =>
        Assert.Empty(Product().GroupBy(file => Path.GetDirectoryName(file.Path)).Where(folder => folder.Count() > MaxFilesInFolder).Select(folder => folder.Key));

    [Fact]
    public void TestFiles_HaveThreeHundredLinesAtMost() =>
        Assert.Empty(Sources("tests").Where(file => file.Text.Count(letter => letter == '\n') > MaxLinesOfTests).Select(file => file.Path));

    /// <summary>An event and ids: "Dropped outbox message {Id}: {Code}".</summary>
    [Fact]
    public void LogLines_HaveNoFullStop()
    {
        var lines = Product().SelectMany(file => file.LogLines).ToList();

        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.EndsWith('.'));
    }

    /// <summary>The rules themselves, shown red and green.</summary>
    [Theory]
    [InlineData("const int A = 1; static int _b; int _c; Two() { } int D { get; } event Action E; void F() { } class G;", null)]
    [InlineData("int D { get; } int _c;", "Two: _c")]
    [InlineData("void F() { } Two() { }", "Two: Two")]
    [InlineData("void F() { } int D { get; }", "Two: D")]
    [InlineData("class G; void F() { }", "Two: F")]
    [InlineData("class G { void F() { } int _c; }", "G: _c")]
    public void AMemberOutOfOrder_IsFound(string members, string? found) =>
        Assert.Equal(found, OutOfOrder(new Source("Two.cs", $"class Two {{ {members} }}")).SingleOrDefault());

    [Theory]
    [InlineData("record PayRequest(int Sum); class Pay { void Handle(PayRequest request) { } }", false)]
    [InlineData("record PayRequest(int Sum); class Pay { void Handle(int sum) { } }", true)]
    [InlineData("record PayRequest(int Sum);", true)]
    public void ARequestAwayFromItsUseCase_IsFound(string text, bool isFound) =>
        Assert.Equal(isFound, AwayFromTheirUseCase(new Source("Pay.cs", text)).Any());

    /// <summary>Constants and fields, constructors, properties, methods, types. A class of texts is in the order of what it says.</summary>
    private static IEnumerable<string> OutOfOrder(Source file)
    {
        foreach (var type in file.Types.Where(type => !type.Identifier.Text.EndsWith("Texts", StringComparison.Ordinal)))
        {
            var last = 0;
            foreach (var member in type.Members)
            {
                var rank = Rank(member);
                if (rank < last)
                    yield return $"{type.Identifier.Text}: {NameOf(member)}";
                last = Math.Max(last, rank);
            }
        }
    }

    private static int Rank(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax => 0,
        ConstructorDeclarationSyntax => 1,
        BasePropertyDeclarationSyntax or EventFieldDeclarationSyntax => 2,
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => 4,
        _ => 3,
    };

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        _ => member.Kind().ToString(),
    };

    private static IEnumerable<string> AwayFromTheirUseCase(Source file) =>
        from request in file.Types
        where request is RecordDeclarationSyntax && request.Identifier.Text.EndsWith("Request", StringComparison.Ordinal)
        where !file.Types.Any(type => type is ClassDeclarationSyntax && type.DescendantNodes().OfType<ParameterSyntax>().Any(parameter => parameter.Type?.ToString() == request.Identifier.Text))
        select $"{file.Path}: {request.Identifier.Text}";

    private static IEnumerable<Source> Product() => Sources("bot", "functions");

    private static IEnumerable<Source> Sources(params string[] folders) =>
        from folder in folders
        from path in Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.cs", SearchOption.AllDirectories)
        where !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules")
        select new Source(Path.GetRelativePath(Checkout.Root, path), File.ReadAllText(path));

    private sealed record Source(string Path, string Text)
    {
        internal IReadOnlyList<TypeDeclarationSyntax> Types { get; } = [.. CSharpSyntaxTree.ParseText(Text).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()];

        internal IEnumerable<string> LogLines =>
            from type in Types
            from attribute in type.DescendantNodes().OfType<AttributeSyntax>()
            where attribute.Name.ToString() == "LoggerMessage"
            from text in attribute.DescendantNodes().OfType<LiteralExpressionSyntax>()
            where text.IsKind(SyntaxKind.StringLiteralExpression)
            select text.Token.ValueText;
    }
}
