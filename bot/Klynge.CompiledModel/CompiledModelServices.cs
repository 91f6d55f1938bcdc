using Klynge.Application;
using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.CompiledModel;

public static class CompiledModelServices
{
    /// <summary>
    /// Hands the context the model that was made when the program was built. Without it the context makes the same model at its first use,
    /// which takes half of a start.
    /// </summary>
    public static IServiceCollection AddCompiledModel(this IServiceCollection services) =>
        services.ConfigureDbContext<KlyngeContext>((provider, options) =>
            options.UseModel(For(provider.GetRequiredService<ApplicationSettings>().ConnectionString)));

    /// <summary>The model for the database that a connection string names.</summary>
    public static IModel For(string connectionString) =>
        DataServices.IsPostgres(connectionString) ? Postgres.KlyngeContextModel.Instance : Sqlite.KlyngeContextModel.Instance;
}
