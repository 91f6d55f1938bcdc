using System.Reflection;
using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

// Writes the context's model as C#, once for each database: FOLDER/Sqlite and FOLDER/Postgres. The build of Klynge.CompiledModel calls it.
if (args is not [var folder])
{
    await Console.Error.WriteLineAsync("Give the folder to write to.");
    return 2;
}

await using var source = NpgsqlDataSource.Create("Host=localhost");
Write("Sqlite", options => options.UseKlyngeSqlite("Data Source=:memory:"));
Write("Postgres", options => options.UseKlyngePostgres(source));
return 0;

void Write(string database, Action<DbContextOptionsBuilder> configure)
{
    var options = new DbContextOptionsBuilder<KlyngeContext>();
    configure(options);
    using var context = new KlyngeContext(options.Options);
    var into = new CompiledModelCodeGenerationOptions
    {
        ContextType = typeof(KlyngeContext),
        ModelNamespace = $"Klynge.CompiledModel.{database}",
        Language = "C#",
        UseNullableReferenceTypes = true,
    };
    using var designTime = DesignTimeServices(context);
    var generator = designTime.GetRequiredService<ICompiledModelCodeGeneratorSelector>().Select(into);
    var target = Directory.CreateDirectory(Path.Combine(folder, database)).FullName;
    foreach (var file in generator.GenerateModel(context.GetService<IDesignTimeModel>().Model, into).Where(IsOfModel))
        File.WriteAllText(Path.Combine(target, file.Path), file.Code);
}

// A provider's assembly names the class that adds what it has of its own.
static ServiceProvider DesignTimeServices(KlyngeContext context)
{
    var provider = Assembly.Load(context.Database.ProviderName!);
    var named = provider.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName;
    var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices();
    ((IDesignTimeServices)Activator.CreateInstance(provider.GetType(named, throwOnError: true)!)!).ConfigureDesignTimeServices(services);
    return services.BuildServiceProvider();
}

// The attribute that lets the context find a model by itself stands in the context's own assembly, and for one database only.
static bool IsOfModel(ScaffoldedFile file) => !file.Path.EndsWith("AssemblyAttributes.cs", StringComparison.Ordinal);
