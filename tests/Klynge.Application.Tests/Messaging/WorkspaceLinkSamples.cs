using Klynge.Application.Messaging;
using Klynge.Application.Tests.Agendas;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Deadlines;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Teams.Cards;

namespace Klynge.Application.Tests.Messaging;

/// <summary>Cards with »Åbn i Klynge«, as Teams gets them: one of each kind that has a page.</summary>
public sealed class WorkspaceLinkSamples : ICardSamples
{
    internal const string Bot = "28:7c0d5a3e-1111-4222-8333-444455556666";

    public string Feature => "workspace-link";

    public IEnumerable<CardSample> Samples()
    {
        var links = new WorkspaceLinks(Settings("https://klynge.example"));
        foreach (var (name, samples, page) in new (string, ICardSamples, string)[]
        {
            ("agenda", new AgendaCardSamples(), "/moeder/"), ("item", new AgendaCardSamples(), "#punkt-"), ("case", new ProcedureSamples(), "/sager/"),
            ("minutes", new MinutesSamples(), "/moeder/"), ("deadlines", new DeadlineSamples(), "/frister"),
        })
        {
            yield return new(name, links.On(samples.Samples().First(sample => sample.Card.Page?.Contains(page, StringComparison.Ordinal) == true).Card, "msteams", Bot));
        }
    }

    internal static ApplicationSettings Settings(string? workspace) =>
        new(string.Empty, string.Empty, new Uri("https://klynge.example")) { Workspace = workspace is null ? null : new Uri(workspace) };

    /// <summary>Every card of every feature that has a page.</summary>
    internal static IEnumerable<(string Name, AdaptiveCard Card)> WithPages() => typeof(ICardSamples).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ICardSamples)) && type != typeof(WorkspaceLinkSamples))
        .Select(type => (ICardSamples)Activator.CreateInstance(type)!)
        .SelectMany(samples => samples.Samples().Where(sample => sample.Card.Page is not null).Select(sample => ($"{samples.Feature}-{sample.Name}", sample.Card)));
}
