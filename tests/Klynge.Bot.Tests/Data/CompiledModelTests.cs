using Klynge.Application;
using Klynge.Application.Data;
using Klynge.CompiledModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Klynge.Bot.Tests.Data;

/// <summary>The model that was made when the program was built is the one that the context would make by itself.</summary>
public sealed class CompiledModelTests
{
    private const string Sqlite = "Data Source=:memory:";
    private const string Postgres = "Host=localhost";

    [Fact]
    public void OfSqlite_IsTheContextsOwn() => AssertTheSame(Sqlite, options => options.UseKlyngeSqlite(Sqlite));

    [Fact]
    public void OfPostgres_IsTheContextsOwn()
    {
        using var source = NpgsqlDataSource.Create(Postgres);
        AssertTheSame(Postgres, options => options.UseKlyngePostgres(source));
    }

    [Theory]
    [InlineData(Sqlite)]
    [InlineData(Postgres)]
    public void EachDatabase_GetsItsOwn(string connectionString)
    {
        using var services = new ServiceCollection()
            .AddSingleton(new ApplicationSettings(connectionString, Path.GetTempPath(), new Uri("http://localhost")))
            .AddKlyngeData(connectionString)
            .AddCompiledModel()
            .BuildServiceProvider();
        using var context = services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContext();

        Assert.Same(CompiledModelServices.For(connectionString), context.Model);
    }

    private static void AssertTheSame(string connectionString, Action<DbContextOptionsBuilder> configure)
    {
        var (bare, compiled) = (new DbContextOptionsBuilder<KlyngeContext>(), new DbContextOptionsBuilder<KlyngeContext>());
        configure(bare);
        configure(compiled.UseModel(CompiledModelServices.For(connectionString)));
        using var expected = new KlyngeContext(bare.Options);
        using var actual = new KlyngeContext(compiled.Options);

        Assert.Equal(Entities(expected.Model), Entities(actual.Model));
        Assert.Equal(Tables(expected.Model), Tables(actual.Model));
    }

    /// <summary>Each by itself: a model also gathers the shapes of the queries that the process has made by then.</summary>
    private static List<string> Entities(IModel model) =>
        [.. model.GetEntityTypes().Select(entity => entity.ToDebugString(MetadataDebugStringOptions.LongDefault))];

    private static string Tables(IModel model) => model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault);
}
