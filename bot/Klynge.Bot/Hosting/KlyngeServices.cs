using Klynge.Application;
using Klynge.Application.Data;
using Klynge.Application.Data.Engines;
using Klynge.Application.Data.Migrations;
using Klynge.Application.Seals;
using Klynge.Application.Search;
using Klynge.CompiledModel;
using Klynge.Microsoft365;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Bot.Hosting;

internal static class KlyngeServices
{
    /// <summary>Adds everything that the bot and its commands share.</summary>
    /// <param name="builder">The host's.</param>
    /// <param name="standIn">Where Microsoft 365 is played; null where it is not.</param>
    /// <exception cref="StartRefusedException">A setting cannot be read.</exception>
    internal static KlyngeSettings AddKlynge(this IHostApplicationBuilder builder, Uri? standIn = null)
    {
        var unreadable = SettingChecks.Unreadable(builder.Configuration).ToList();
        if (unreadable.Count > 0)
            throw new StartRefusedException(string.Join(Environment.NewLine, unreadable), CommandLine.ExitCodes.BadInput);

        var settings = KlyngeSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddKlyngeApplication(new ApplicationSettings(
            settings.ConnectionString, settings.DataDirectory, settings.PublicUrl, settings.IdentityClientId)
        {
            Workspace = settings.IsLocal || !string.IsNullOrWhiteSpace(builder.Configuration["Klynge:PublicUrl"]) ? settings.PublicUrl : null,
        });
        builder.Services.AddSealer(builder.Configuration, settings.IsLocal);
        builder.Services.AddCompiledModel();
        builder.Services.AddMicrosoft365(builder.Configuration.ReadMicrosoft365(settings.PublicUrl, standIn));
        builder.Services.UseClockAhead(builder.Configuration["Klynge:ClockAhead"], builder.Environment.IsDevelopment());
        return settings;
    }

    /// <summary>Makes the data folder and brings the database up to date.</summary>
    /// <exception cref="StartRefusedException">The folder or the database cannot be used; the message says which and why.</exception>
    internal static async Task PrepareDataAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = services.GetRequiredService<KlyngeSettings>();
        try
        {
            Directory.CreateDirectory(settings.DataDirectory);
            RefuseBroken(settings);
            await services.GetRequiredService<IDbContextFactory<KlyngeContext>>()
                .MigrateAsync(services.GetRequiredService<IClock>(), cancellationToken);
            await SearchIndex.RebuildIfEmptyAsync(services.GetRequiredService<Writer>(), cancellationToken);
        }
        catch (NewerDatabaseException exception)
        {
            throw new StartRefusedException(
                $"Databasen er skrevet af en nyere version af botten ({exception.Migration}). Start den version, eller læg kopien fra før opgraderingen tilbage.",
                CommandLine.ExitCodes.Failed,
                exception);
        }
        catch (Exception exception) when (exception
            is IOException or UnauthorizedAccessException or System.Data.Common.DbException or StorageUnavailableException)
        {
            throw new StartRefusedException(
                WhyNot(settings, exception),
                CommandLine.ExitCodes.Failed,
                exception);
        }
    }

    /// <summary>A database that is read as far as its damage would lose what lies behind it: nothing is written to it.</summary>
    private static void RefuseBroken(KlyngeSettings settings)
    {
        if (SqliteCopies.Of(settings.ConnectionString) is { } copies && copies.IsBroken())
        {
            var file = new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource;
            throw new StartRefusedException(
                $"Databasefilen {file} er ødelagt og kan ikke læses. Flyt den væk sammen med {Path.GetFileName(file)}-wal og {Path.GetFileName(file)}-shm, "
                + (copies.Newest() is { } copy
                    ? $"og læg en kopi af {copy} i stedet: det er den nyeste hele kopi."
                    : $"og læs jeres egen sikkerhedskopi tilbage: der ligger ingen hel kopi i {copies.Folder}."),
                CommandLine.ExitCodes.Failed);
        }
    }

    private static string WhyNot(KlyngeSettings settings, Exception exception) => DataServices.IsPostgres(settings.ConnectionString)
        && exception is (System.Data.Common.DbException or StorageUnavailableException)
        ? $"Databasen {settings.DatabaseName} kan ikke bruges: {exception.GetBaseException().Message} Ret ConnectionStrings:Klynge, eller giv rollen ret til databasen."
        : $"Datamappen {settings.DataDirectory} kan ikke bruges: {exception.Message} Ret rettighederne, eller vælg en anden med Klynge:DataDirectory.";
}
