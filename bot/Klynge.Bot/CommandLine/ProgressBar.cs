using Spectre.Console;

namespace Klynge.Bot.CommandLine;

/// <summary>How far long work has come: drawn on standard error, and not at all where nobody watches it.</summary>
internal static class ProgressBar
{
    /// <param name="title">What is being done, in Danish.</param>
    /// <param name="work">Says how much of it is done, from 0 to 1.</param>
    internal static Task<T> ShowAsync<T>(string title, Func<IProgress<double>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
            return work(new Bar(null));

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress().StartAsync(progress => work(new Bar(progress.AddTask(title, maxValue: 1))));
    }

    private sealed class Bar(ProgressTask? task) : IProgress<double>
    {
        public void Report(double value) => task?.Value(value);
    }
}
